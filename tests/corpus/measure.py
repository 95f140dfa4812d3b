"""How well addresses are recognised: ``python -m tests.corpus.measure [addresses.csv]``.

Prints recall, precision and kind agreement and lists every mistake, by provider; then the same of
the pieces of HTML beside it.
"""

from __future__ import annotations

import csv
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from auditor.application.classify_addresses import classify_address
from auditor.application.inspect_page import inspect_html
from crawlers.providers.engine.registry import shipped_rules
from crawlers.urls.canonical import absolute

ADDRESSES = Path(__file__).with_name("addresses.csv")
MET_ADDRESSES = Path(__file__).with_name("met_addresses.csv")  # README.md says how it was made
SNIPPETS = Path(__file__).with_name("snippets")
PAGE = "https://school.example.org/project/page"  # where the addresses are thought to stand
NONE = "-"


@dataclass(frozen=True)
class Row:
    """An address, whose it is and what a visitor meets there; several kinds where it is open."""

    url: str
    provider: str
    kinds: frozenset[str]

    @property
    def positive(self) -> bool:
        return self.provider != NONE

    @property
    def has_leaf(self) -> bool:
        return self.provider in shipped_rules().providers


@dataclass(frozen=True)
class Outcome:
    """What the program said of a row."""

    row: Row
    provider: str
    kind: str

    @property
    def called(self) -> bool:
        return self.provider != NONE

    @property
    def right(self) -> bool:
        return self.provider == self.row.provider

    @property
    def kind_right(self) -> bool:
        return self.kind in self.row.kinds

    @property
    def mistake(self) -> str:
        """What is wrong, in a few words; empty when nothing is."""
        wanted = f"{self.row.provider} {'|'.join(sorted(self.row.kinds))}"
        if self.right:
            return "" if self.kind_right else f"kind {self.kind}, wanted {wanted}"
        if not self.row.positive:
            return f"taken for {self.provider} {self.kind}"
        return f"{'missed' if not self.called else self.provider}, wanted {wanted}"


@dataclass(frozen=True)
class Figures:
    """The outcomes of some rows, counted."""

    outcomes: tuple[Outcome, ...]

    def _count(self, name: str) -> int:
        return sum(bool(getattr(outcome, name)) for outcome in self.outcomes)

    @property
    def positives(self) -> int:
        return sum(outcome.row.positive for outcome in self.outcomes)

    @property
    def negatives(self) -> int:
        return len(self.outcomes) - self.positives

    @property
    def recognised_count(self) -> int:
        """Artefacts given to the provider whose they are."""
        return sum(outcome.right and outcome.called for outcome in self.outcomes)

    @property
    def recall(self) -> float:
        return self.recognised_count / self.positives if self.positives else 0.0

    @property
    def precision(self) -> float:
        called = self._count("called")
        return self.recognised_count / called if called else 0.0

    @property
    def kind_agreement(self) -> float:
        kinds = [out.kind_right for out in self.outcomes if out.right and out.called]
        return sum(kinds) / len(kinds) if kinds else 0.0

    @property
    def false_positives(self) -> tuple[Outcome, ...]:
        """No artefacts, yet called so."""
        return tuple(out for out in self.outcomes if out.called and not out.row.positive)

    @property
    def mistakes(self) -> tuple[Outcome, ...]:
        return tuple(outcome for outcome in self.outcomes if outcome.mistake)


def rows(path: Path = ADDRESSES) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Row(line["url"], line["provider"], frozenset(line["kind"].split("|")))
            for line in csv.DictReader(lines)
        ]


def outcomes(some: Iterable[Row]) -> tuple[Outcome, ...]:
    """What the program says of each, made absolute as the reading of a page does."""
    classified = ((row, classify_address(absolute(PAGE, row.url) or row.url)) for row in some)
    return tuple(Outcome(row, match.provider, match.kind) for row, match in classified)


def figures_of(every: Iterable[Outcome]) -> Figures:
    """The rows that can be judged today: those of providers with rules, and no artefacts."""
    return Figures(tuple(out for out in every if out.row.has_leaf or not out.row.positive))


@dataclass(frozen=True)
class Thing:
    """One artefact of a piece of HTML: whose, what, and how it stands there."""

    provider: str
    kinds: frozenset[str]
    form: str

    def is_said(self, other: Thing) -> bool:
        return (self.provider, self.form) == (
            other.provider,
            other.form,
        ) and other.kinds <= self.kinds

    def __str__(self) -> str:
        return f"{self.provider} {'|'.join(sorted(self.kinds))} {self.form}"


@dataclass(frozen=True)
class Snippet:
    """A piece of HTML as it is pasted, and what is to be found in it."""

    name: str
    html: str
    wanted: tuple[Thing, ...]

    @property
    def can_be_judged(self) -> bool:
        return all(thing.provider in shipped_rules().providers for thing in self.wanted)

    @property
    def artefacts(self) -> tuple[Thing, ...]:
        page = f"<!doctype html><html><head><title>x</title></head><body><main>{self.html}</main>"
        artefacts = inspect_html(f"{page}</body></html>".encode(), PAGE).artefacts
        return tuple(
            Thing(
                artefact.provider,
                frozenset([artefact.kind.value]),
                artefact.sightings[0].form.value,
            )
            for artefact in artefacts
        )

    @property
    def mistake(self) -> str:
        """What is missing and what is too much; empty when nothing is."""
        left = list(self.artefacts)
        missing: list[Thing] = []
        for thing in self.wanted:
            match = next((candidate for candidate in left if thing.is_said(candidate)), None)
            if match is None:
                missing.append(thing)
            else:
                left.remove(match)
        parts = (("missing", missing), ("too much", left))
        return "; ".join(f"{name}: {', '.join(map(str, some))}" for name, some in parts if some)


def snippets(folder: Path = SNIPPETS) -> list[Snippet]:
    expected = tomllib.loads((folder / "expected.toml").read_text("utf-8"))
    return [
        Snippet(
            name,
            (folder / f"{name}.html").read_text("utf-8"),
            tuple(
                Thing(entry["provider"], frozenset(entry["kind"].split("|")), entry["form"])
                for entry in expectation["artefacts"]
            ),
        )
        for name, expectation in expected.items()
    ]


def _print_snippets() -> None:
    every = snippets()
    now = [snippet for snippet in every if snippet.can_be_judged]
    wrong = [(snippet.name, snippet.mistake) for snippet in now if snippet.mistake]
    print(f"\n{len(every)} pieces of HTML, {len(now)} of them can be judged, {len(wrong)} wrong:")
    for name, mistake in wrong:
        print(f"  {name}: {mistake}")


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else ADDRESSES
    every = Figures(outcomes(rows(path)))
    now = figures_of(every.outcomes)
    waiting = Counter(out.row.provider for out in every.outcomes if out.row.positive)
    for provider in shipped_rules().providers:
        waiting.pop(provider, None)
    print(
        f"{every.positives} artefacts, {every.negatives} no artefacts, {now.positives} with rules"
    )
    for name, figures in (("with rules", now), ("all", every)):
        print(
            f"{name}: recall {figures.recall:.4f}, precision {figures.precision:.4f}, "
            f"kind {figures.kind_agreement:.4f}, negatives taken {len(figures.false_positives)}"
        )
    print(f"\nMistakes ({len(now.mistakes)}):")
    for out in sorted(now.mistakes, key=lambda out: (out.row.provider, out.provider, out.row.url)):
        print(f"  {out.row.url}\n      {out.mistake}")
    print(f"\nNo rules yet ({sum(waiting.values())} addresses of {len(waiting)} providers):")
    for out in every.outcomes:
        if out.row.provider in waiting and out.called:
            print(f"  {out.row.url}\n      {out.mistake}")
    _print_snippets()


if __name__ == "__main__":
    main()
