"""What visitors see: by kind, and page by page; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from crawlers.model.artefact import Artefact, EmbedState
from crawlers.model.page import Page
from reports.audit import Audit
from reports.i18n import messages
from reports.i18n.messages import source_text
from reports.i18n.translator import Translator
from reports.view.references import (
    Reference,
    Status,
    artefact_reference,
    group_of,
    kind_text,
    link_reference,
    page_reference,
    reference,
    status,
)

_ELSEWHERE = messages.SECTIONS["other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRow:
    """How many artefacts of a kind visitors see, do not see, or may see."""

    kind: str
    visible: int
    lost: int
    unknown: int

    @property
    def total(self) -> int:
        """All artefacts of the kind."""
        return self.visible + self.lost + self.unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One artefact on a page: what it is, how it stands there, what a visitor meets."""

    what: Reference
    kind: str
    how: str
    status: Status
    embed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """One page with what stands on it; ``status`` is None for a page that was not listed."""

    page: Reference
    section: str
    status: Status | None
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """One link to another site: what it is, what a visitor meets there, where it stands."""

    what: Reference
    status: Status
    pages: tuple[Reference, ...]


def kinds(audit: Audit, translator: Translator) -> tuple[KindRow, ...]:
    """Counts by kind, the most frequent first."""
    counted: dict[str, Counter[str]] = {}
    for artefact in audit.artefacts:
        counted.setdefault(artefact.kind.value, Counter())[group_of(artefact.visibility)] += 1
    rows = [
        _row(translator.text(source_text(messages.KINDS, kind)), counts)
        for kind, counts in counted.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.total, row.kind)))


def totals(audit: Audit, translator: Translator) -> KindRow:
    """The counts of all kinds together."""
    counts = Counter(group_of(artefact.visibility) for artefact in audit.artefacts)
    return _row(translator.text("All together"), counts)


def _row(name: str, counts: Counter[str]) -> KindRow:
    return KindRow(
        kind=name, visible=counts["visible"], lost=counts["lost"], unknown=counts["unknown"]
    )


def pages(audit: Audit, translator: Translator) -> tuple[PageRow, ...]:
    """Every page in the order it was found, with what stands on it."""
    standing = _things_by_page(audit.artefacts, translator)
    listed = [
        _page_row(page, tuple(standing.pop(page.url, ())), translator) for page in audit.pages
    ]
    elsewhere = [
        PageRow(
            page=reference(url, {}),
            section=translator.text(_ELSEWHERE),
            status=None,
            things=tuple(things),
        )
        for url, things in standing.items()
    ]
    return (*listed, *elsewhere)


def links(audit: Audit, translator: Translator) -> tuple[LinkRow, ...]:
    """Every link: what leads nowhere first, then what could not be checked, then by address."""
    order = {"lost": 0, "unknown": 1, "visible": 2}
    known = {page.url: page_reference(page, translator) for page in audit.pages}
    rows = [
        (
            order[group_of(link.visibility)],
            link.canonical_url,
            LinkRow(
                what=link_reference(link, translator),
                status=status(link.visibility, translator),
                pages=tuple(
                    reference(url, known)
                    for url in dict.fromkeys(sighting.page for sighting in link.sightings)
                ),
            ),
        )
        for link in audit.links
    ]
    return tuple(row for *_, row in sorted(rows, key=lambda entry: entry[:2]))


def _things_by_page(
    artefacts: Iterable[Artefact], translator: Translator
) -> dict[str, list[Thing]]:
    """The artefacts of each page, in the order of the inventory."""
    by_page: dict[str, list[Thing]] = {}
    for artefact in artefacts:
        for url in dict.fromkeys(sighting.page for sighting in artefact.sightings):
            by_page.setdefault(url, []).append(_thing(artefact, url, translator))
    return by_page


def _page_row(page: Page, things: tuple[Thing, ...], translator: Translator) -> PageRow:
    return PageRow(
        page=page_reference(page, translator),
        section=translator.text(source_text(messages.SECTIONS, page.section.value)),
        status=status(page.visibility, translator),
        things=things,
    )


def _thing(artefact: Artefact, page: str, translator: Translator) -> Thing:
    here = [sighting for sighting in artefact.sightings if sighting.page == page]
    forms = dict.fromkeys(
        translator.text(source_text(messages.FORMS, sighting.form.value)) for sighting in here
    )
    embeds = dict.fromkeys(
        translator.text(source_text(messages.EMBEDS, sighting.embed.value))
        for sighting in here
        if sighting.embed in (EmbedState.BLOCKED, EmbedState.NEEDS_CONSENT)
    )
    embeds |= dict.fromkeys(
        translator.text(messages.EMBEDS[f"after:{sighting.after_consent.value}"])
        for sighting in here
        if sighting.after_consent in (EmbedState.BLOCKED, EmbedState.SHOWN)
    )
    return Thing(
        what=artefact_reference(artefact, translator),
        kind=kind_text(artefact, translator),
        how=", ".join(forms),
        status=status(artefact.visibility, translator),
        embed=" ".join(embeds),
    )
