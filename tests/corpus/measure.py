"""How well addresses are recognised: ``python -m tests.corpus.measure [addresses.csv]``.

Prints recall, precision and kind agreement and lists every mistake, by provider.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from crawlers.inspect import classified
from crawlers.providers import registry
from crawlers.urls import absolute

ADDRESSES = Path(__file__).with_name("addresses.csv")
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
        return self.provider in registry()


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
    def found(self) -> int:
        """Artefacts given to the provider whose they are."""
        return sum(outcome.right and outcome.called for outcome in self.outcomes)

    @property
    def recall(self) -> float:
        return self.found / self.positives if self.positives else 0.0

    @property
    def precision(self) -> float:
        called = self._count("called")
        return self.found / called if called else 0.0

    @property
    def kind_agreement(self) -> float:
        kinds = [out.kind_right for out in self.outcomes if out.right and out.called]
        return sum(kinds) / len(kinds) if kinds else 0.0

    @property
    def taken(self) -> tuple[Outcome, ...]:
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
    said = ((row, classified(absolute(PAGE, row.url) or row.url)) for row in some)
    return tuple(Outcome(row, found["provider"], found["kind"]) for row, found in said)


def judged(every: Iterable[Outcome]) -> Figures:
    """The rows that can be judged today: those of providers with a leaf, and no artefacts."""
    return Figures(tuple(out for out in every if out.row.has_leaf or not out.row.positive))


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else ADDRESSES
    every = Figures(outcomes(rows(path)))
    now = judged(every.outcomes)
    waiting = Counter(out.row.provider for out in every.outcomes if out.row.positive)
    for provider in registry():
        waiting.pop(provider, None)
    print(
        f"{every.positives} artefacts, {every.negatives} no artefacts, {now.positives} with a leaf"
    )
    for name, figures in (("with a leaf", now), ("all", every)):
        print(
            f"{name}: recall {figures.recall:.4f}, precision {figures.precision:.4f}, "
            f"kind {figures.kind_agreement:.4f}, negatives taken {len(figures.taken)}"
        )
    print(f"\nMistakes ({len(now.mistakes)}):")
    for out in sorted(now.mistakes, key=lambda out: (out.row.provider, out.provider, out.row.url)):
        print(f"  {out.row.url}\n      {out.mistake}")
    print(f"\nNo leaf yet ({sum(waiting.values())} addresses of {len(waiting)} providers):")
    for out in every.outcomes:
        if out.row.provider in waiting and out.called:
            print(f"  {out.row.url}\n      {out.mistake}")


if __name__ == "__main__":
    main()
