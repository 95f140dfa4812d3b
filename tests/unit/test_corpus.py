"""The corpus of public addresses and pieces of pages: how well they must be recognised.

A provider without rules would be left out; the minimum counts make sure that there is none.
"""

import pytest

from tests.corpus.measure import (
    MET_ADDRESSES,
    Figures,
    Snippet,
    figures_of,
    outcomes,
    rows,
    snippets,
)
from tests.unit.answers import RULES

SNIPPETS = [
    pytest.param(snippet, id=snippet.name) for snippet in snippets() if snippet.can_be_judged
]


@pytest.fixture(scope="module")
def figures() -> Figures:
    return figures_of(outcomes(rows()))


def percentages(figures: Figures) -> str:
    return "\n".join(f"{out.row.url}\n    {out.mistake}" for out in figures.mistakes)


def test_there_is_enough_to_judge(figures: Figures) -> None:
    assert len(RULES.providers) >= 122
    assert figures.positives >= 790
    assert figures.negatives >= 420
    assert len(SNIPPETS) >= 73


def test_the_corpus_has_many_providers_and_no_address_twice() -> None:
    every = rows()
    assert len({row.url for row in every}) == len(every) >= 1200
    assert len({row.provider for row in every if row.positive}) >= 115


def test_nearly_all_artefacts_are_found_and_given_to_their_tool(figures: Figures) -> None:
    assert figures.recall >= 0.97, percentages(figures)


def test_nearly_all_that_is_called_an_artefact_is_one(figures: Figures) -> None:
    assert figures.precision >= 0.995, percentages(figures)


def test_a_visitor_would_call_them_so(figures: Figures) -> None:
    assert figures.kind_agreement >= 0.95, percentages(figures)


def test_no_other_address_is_called_an_artefact(figures: Figures) -> None:
    assert not figures.false_positives, percentages(figures)


def test_addresses_that_the_rules_had_not_seen_are_recognised_as_well() -> None:
    met = figures_of(outcomes(rows(MET_ADDRESSES)))
    assert (met.positives, met.negatives) >= (680, 420)
    assert met.recall >= 0.99, percentages(met)
    assert not met.false_positives, percentages(met)
    assert met.kind_agreement >= 0.95, percentages(met)


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_what_stands_in_a_pasted_piece_is_found_and_nothing_else(snippet: Snippet) -> None:
    assert not snippet.mistake
