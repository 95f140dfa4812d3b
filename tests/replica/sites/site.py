"""What a project site is made of: its pages, how each answers, and its ground truth."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.replica.answers import Answer, Ask
from tests.replica.pieces import Piece

Refusal = Callable[[Ask], Answer | None]


@dataclass(frozen=True)
class SitePage:
    """One page: its path below the site's root, and what a stranger meets there.

    ``refusal`` gives the answer instead of the pieces; it may give None to show them after all.
    ``byline`` holds the lines on who wrote the page, in the platform's changing order.
    """

    path: str
    title: str
    pieces: tuple[Piece, ...] = ()
    section: str = "page"
    state: str = "visible"
    reason: str = ""
    refusal: Refusal | None = None
    menu: bool = True
    byline: tuple[str, ...] = ()
    byline_first: bool = False


@dataclass(frozen=True)
class Expected:
    """What a careful reviewer says of a project, by the rubric of 2021 and before any program.

    ``outcome``, ``reason`` and the telling ``numbers`` are those of the condition "visible
    results"; ``found`` and ``missing`` are the phases that the documentation criterion names;
    ``seen`` are the topics of all pages that a stranger opens. A finding is a check's code, with
    its severity behind a colon where that is the point; ``absent`` are those that must not be.
    """

    outcome: str
    reason: str
    numbers: Mapping[str, int]
    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Project:
    """The truth about one project, apart from its pages' contents."""

    name: str
    seed: str
    platform: str
    ident: str
    title: str
    state: str = "unknown"
    layout_known: bool = True
    pages: tuple[SitePage, ...] = ()
    address: Callable[[str], str] = field(default=lambda path: path)
    expected: Expected | None = None
