"""The page about providers says what the rules say, and a broken table cannot hide it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from crawlers.model.verdict import Reason, State
from crawlers.providers.engine.schema import Provider, Signal, UrlPattern
from crawlers.providers.verdicts.cases import Basis
from tests.providers import write_docs
from tests.unit.answers import RULES, provider
from tests.unit.cases import case, places

PAGE = Path(__file__).parents[2] / "docs" / "providers.md"
VIDEO = UrlPattern(path="/v/(?P<id>.+)", canonical="https://t/v/{id}", flow="youtube")


class OneTool:
    """Rules that know one invented tool."""

    version = "1.0"

    def __init__(self, tool: Provider) -> None:
        self.providers = {tool.id: tool}


def test_the_page_is_up_to_date():
    written = PAGE.read_text(encoding="utf-8")
    assert written == write_docs.page(RULES) + "\n", (
        "run: python -m tests.providers.write_docs > docs/providers.md"
    )


def test_every_provider_has_a_section_that_the_overview_leads_to():
    page = write_docs.page(RULES)
    sections = set(re.findall(r"^## (\S+)$", page, re.MULTILINE))
    assert sections == set(RULES.providers)
    assert set(re.findall(r"\]\(#([\w-]+)\)", page)) == {name.replace(".", "") for name in sections}
    assert RULES.version in page


def test_every_row_of_a_table_has_the_cells_of_its_head():
    rows = [line for line in write_docs.page(RULES).splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) - 1 for row in rows} == {8}


def test_the_page_counts_which_cases_are_expected_only():
    bases = [case(place.path).basis for place in places()]
    assert f"Of {len(bases)} cases, {bases.count(Basis.MET)} rest" in write_docs.page(RULES)
    assert bases.count(Basis.EXPECTED) > 0


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("help pages; read 2026-11-23", ("help pages", "2026-11-23")),
        (
            "issue of 2024-05-01, and a reader; read 2026-11-23",
            ("issue of 2024-05-01, and a reader", "2026-11-23"),
        ),
        ("wording expected, not confirmed", ("wording expected, not confirmed", "")),
    ],
)
def test_a_source_and_its_date_stand_apart(source: str, parts: tuple[str, str]):
    assert write_docs.split_date(source) == parts


@pytest.mark.parametrize(
    ("tool", "words"),
    [
        (provider(), "page"),
        (provider(oembed="https://t.example.org/?u={url}"), "oEmbed, page"),
        (provider(flow="genially"), "own flow + page"),
        (provider(urls=(VIDEO,)), "own flow + page"),
        (provider(retired_on="2024-07-01", flow="genially"), "retired"),
        (RULES.providers["file"], "file"),
    ],
)
def test_the_way_of_asking_is_named(tool: Provider, words: str):
    assert write_docs.way(tool) == words


def test_a_signal_with_strokes_ticks_and_length_keeps_its_row_whole():
    signal = Signal(
        state=State.VISIBLE,
        reason=Reason.PUBLIC_METADATA,
        where="text",
        pattern="a|`b`" + "c" * 200,
        source="seen <by> us; read 2026-11-23",
    )
    tool = provider(signals=(signal,), flow="youtube", oembed="https://t/{url}")
    page = write_docs.page(OneTool(replace(tool, oembed_keys=("html",))))
    row = next(line for line in page.splitlines() if line.startswith("| visible"))
    assert "`` a\\|`b`" in row
    assert "…" in row
    assert "seen \\<by\\> us | 2026-11-23 |" in row
    assert "- Flow: oEmbed first, then the watch page, which says why" in page
    assert "401 may mean private" not in page
    assert ", must hold `html`" in page
