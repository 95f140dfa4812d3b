"""The tables of an audit for people: sheets in one language, words instead of codes; pure.

A sheet without rows is left out. Times are in UTC, as in ``audit.json``, and the heading says so.
The ids are those of ``audit.json``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from crawlers.model.artefact import Artefact, EmbedState, Sighting
from crawlers.model.link import Link
from crawlers.model.page import Page
from crawlers.model.verdict import Visibility
from reports.audit import Audit, Outcome, Severity
from reports.i18n import messages
from reports.i18n.messages import source_text
from reports.i18n.translator import Translator, text_in_language
from reports.view.actions import action_rows
from reports.view.application_text import pictures_text
from reports.view.assessment import OUTCOME_SYMBOLS, items
from reports.view.changes import changes
from reports.view.least_change import Listing
from reports.view.methodology import methodology
from reports.view.privacy import mask, without_email
from reports.view.references import Reference, reference, references, status
from reports.view.screenshots import screenshot_views
from reports.view.tool_names import tool_name

_OUTCOME_GROUPS = {Outcome.PASSED: "visible", Outcome.FAILED: "lost", Outcome.CANT_TELL: "unknown"}
_SEVERITY_GROUPS = {Severity.FIX: "lost", Severity.REVIEW: "unknown"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A text with a link, a colour (``visible``, ``lost``, ``unknown``), or both."""

    text: str
    url: str = ""
    group: str = ""


Value = Cell | str | int | datetime | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table; every row has a value per heading."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def sheets(audit: Audit, translator: Translator) -> tuple[Sheet, ...]:
    """All tables with rows, what to do first."""
    tables = _Tables(audit, translator)
    made = (
        tables.actions(),
        tables.pages(),
        tables.artefacts(),
        tables.sightings(),
        tables.links(),
        tables.assessment(),
        tables.documentation(),
        tables.changes(),
        tables.screenshots(),
        tables.method(),
    )
    return tuple(sheet for sheet in made if sheet.rows)


class _Tables:
    """The tables of one audit in one language."""

    def __init__(self, audit: Audit, translator: Translator) -> None:
        self._audit = audit
        self._translator = translator
        self._index = references(audit, translator)

    def actions(self) -> Sheet:
        """One row per finding, the most urgent first."""
        text = self._translator.text
        return Sheet(
            name=text("What to fix"),
            headings=(
                text("How urgent"),
                text("What"),
                text("Kind"),
                text("What is wrong"),
                text("Why"),
                text("What to do"),
                text("Where"),
                text("ID"),
            ),
            rows=tuple(
                (
                    Cell(text=row.group, group=_SEVERITY_GROUPS.get(row.finding.severity, "")),
                    _linked(row.occurrence.what),
                    row.occurrence.kind,
                    row.check,
                    row.occurrence.why,
                    row.remedy,
                    _titles(row.occurrence.places),
                    row.finding.id,
                )
                for row in action_rows(self._audit, self._translator)
            ),
        )

    def pages(self) -> Sheet:
        """One row per page of the project."""
        text = self._translator.text
        headings = (
            text("Title"),
            text("Section"),
            *self._verdict_headings(),
            text("Words"),
            text("Language"),
            text("Last changed"),
            text("Linked from"),
            *self._check_headings()[:-1],
        )
        return Sheet(
            name=text("Pages"),
            headings=headings,
            rows=tuple(self._page(page) for page in self._audit.pages),
        )

    def _page(self, page: Page) -> tuple[Value, ...]:
        language = self._translator.language_name(page.language) if page.language else ""
        return (
            _linked(self._index[page.url]),
            self._words(messages.SECTIONS, page.section.value),
            *self._verdict(page.visibility),
            page.words,
            language,
            _day(page.updated or ""),
            self._pages(page.found_on),
            *_check(page.url, page.visibility),
        )

    def artefacts(self) -> Sheet:
        """One row per item."""
        text = self._translator.text
        headings = (
            text("Title"),
            text("Kind"),
            text("Tool"),
            *self._verdict_headings(),
            text("Pages"),
            text("Does not show on"),
            *self._check_headings(),
        )
        return Sheet(
            name=text("Items"),
            headings=headings,
            rows=tuple(self._artefact(artefact) for artefact in self._audit.artefacts),
        )

    def _artefact(self, artefact: Artefact) -> tuple[Value, ...]:
        blocked = [s.page for s in artefact.sightings if s.embed is EmbedState.BLOCKED]
        return (
            _linked(self._index[artefact.id]),
            self._words(messages.KINDS, artefact.kind.value),
            tool_name(artefact),
            *self._verdict(artefact.visibility),
            self._pages(sighting.page for sighting in artefact.sightings),
            self._pages(blocked),
            *_check(artefact.canonical_url, artefact.visibility),
            artefact.id,
        )

    def sightings(self) -> Sheet:
        """One row per place where an item stands."""
        text = self._translator.text
        headings = (
            text("Page"),
            text("Item"),
            text("How it is shown"),
            text("Link text"),
            text("On the page"),
            text("After accepting cookies"),
            text("Address"),
            text("ID"),
        )
        rows = tuple(
            self._sighting(artefact, sighting)
            for artefact in self._audit.artefacts
            for sighting in artefact.sightings
        )
        return Sheet(name=text("Items by page"), headings=headings, rows=rows)

    def _sighting(self, artefact: Artefact, sighting: Sighting) -> tuple[Value, ...]:
        after = sighting.after_consent
        return (
            _linked(reference(sighting.page, self._index)),
            _linked(self._index[artefact.id]),
            self._words(messages.FORMS, sighting.form.value),
            mask(sighting.label),
            self._embed(sighting.embed.value, sighting.embed_reason),
            self._embed(f"after:{after.value}", sighting.after_consent_reason)
            if after is not EmbedState.NOT_CHECKED
            else "",
            without_email(sighting.url),
            artefact.id,
        )

    def _embed(self, code: str, reason: str | None) -> str:
        why = self._words(messages.REASONS, reason) if reason else ""
        return f"{self._words(messages.EMBEDS, code)} {why}".strip()

    def links(self) -> Sheet:
        """One row per link to another site."""
        text = self._translator.text
        headings = (
            text("Title"),
            text("Kind"),
            *self._verdict_headings(),
            text("Pages"),
            *self._check_headings(),
        )
        return Sheet(
            name=text("Links to other sites"),
            headings=headings,
            rows=tuple(self._link(link) for link in self._audit.links),
        )

    def _link(self, link: Link) -> tuple[Value, ...]:
        return (
            _linked(self._index[link.id]),
            self._words(messages.LINK_ROLES, link.role.value),
            *self._verdict(link.visibility),
            self._pages(sighting.page for sighting in link.sightings),
            *_check(link.canonical_url, link.visibility),
            link.id,
        )

    def assessment(self) -> Sheet:
        """One row per condition or criterion."""
        text, parts = self._translator.text, messages.ITEM_KINDS
        sources = self._audit.assessment.items
        rows = tuple(
            (
                text(parts[source.kind.value]),
                item.wording,
                Cell(
                    text=f"{OUTCOME_SYMBOLS[source.outcome]} {item.outcome}",
                    group=_OUTCOME_GROUPS.get(source.outcome, ""),
                ),
                "\n".join((item.reason, *item.measures, *map(_listed, item.listings))),
                "\n".join(f"{name}: {number}" for name, number in item.numbers),
                _titles(item.evidence),
                source.key,
            )
            for source, item in zip(sources, items(self._audit, self._translator), strict=True)
        )
        headings = (
            text("Kind"),
            text("Condition or criterion"),
            text("Outcome"),
            text("Why"),
            text("Numbers"),
            text("Evidence"),
            text("ID"),
        )
        return Sheet(name=text("What the label asks for"), headings=headings, rows=rows)

    def documentation(self) -> Sheet:
        """One row per phase and page of an evidence table; a row that returns stands once."""
        text = self._translator.text
        rows: dict[tuple[str, str], tuple[Value, ...]] = {}
        for item in self._audit.assessment.items:
            for row in item.table:
                shown = (reference(name, self._index) for name in row.artefacts)
                rows.setdefault(
                    (row.topic, row.page),
                    (
                        self._words(messages.TOPICS, row.topic),
                        _linked(reference(row.page, self._index)),
                        "\n".join(
                            part
                            for part in (
                                _titles(shown),
                                pictures_text(row.pictures, self._translator),
                            )
                            if part
                        ),
                    ),
                )
        headings = (text("Phase"), text("Page"), text("Things to open"))
        name = text("Where it is documented")
        return Sheet(name=name, headings=headings, rows=tuple(rows.values()))

    def changes(self) -> Sheet:
        """One row per difference from the earlier audit."""
        text = self._translator.text
        view = changes(self._audit, self._translator)
        rows = tuple(
            (group.title, _linked(row.what), row.sort, row.before, row.after)
            for group in (view.groups if view else ())
            for row in group.rows
        )
        headings = (text("What has changed"), text("What"), text("Kind"), text("Before"))
        name = text("What has changed")
        return Sheet(name=name, headings=(*headings, text("Now")), rows=rows)

    def screenshots(self) -> Sheet:
        """One row per picture, with a link to its file."""
        text = self._translator.text
        views = screenshot_views(self._audit, self._translator)
        rows = tuple((_linked(view.what), Cell(text=view.file, url=view.file)) for view in views)
        headings = (text("What"), text("File"))
        return Sheet(name=text("Screenshots"), headings=headings, rows=rows)

    def method(self) -> Sheet:
        """The facts about the check: when, how, how much, and what happened on the way."""
        text, run = self._translator.text, self._audit.run
        view = methodology(self._audit, self._translator)
        rubric = text_in_language(self._audit.assessment.title, self._translator.language)[0]
        times = {text("Begun"): run.started_at, text("Ended"): run.finished_at}
        facts = [
            (fact.name, self._fact(fact.value, fact.url, times.get(fact.name)))
            for fact in (*view.visit, *view.coverage, *view.settings)
        ]
        facts = [(name, rubric if rubric and name == text("Rubric") else v) for name, v in facts]
        facts += [(text("What happened on the way"), warning) for warning in view.warnings]
        zoned = [(f"{name} (UTC)" if name in times else name, value) for name, value in facts]
        headings = (text("How it was checked"), text("Value"))
        return Sheet(name=text("How it was checked"), headings=headings, rows=tuple(zoned))

    def _fact(self, value: str, url: str, when: datetime | None) -> Value:
        if when is not None:
            return _utc(when)
        return Cell(text=value, url=url) if url else value

    def _verdict_headings(self) -> tuple[str, str]:
        return self._translator.text("What a visitor meets"), self._translator.text("Why")

    def _check_headings(self) -> tuple[str, ...]:
        text = self._translator.text
        return (
            text("Address"),
            text("Leads to"),
            "HTTP",
            f"{text('Checked')} (UTC)",
            text("Attempts"),
            text("ID"),
        )

    def _verdict(self, verdict: Visibility) -> tuple[Value, Value]:
        view = status(verdict, self._translator)
        return Cell(text=f"{view.symbol} {view.text}", group=view.group), view.reason

    def _pages(self, addresses: Iterable[str]) -> str:
        return _titles(reference(url, self._index) for url in dict.fromkeys(addresses))

    def _words(self, table: dict[str, str], code: str) -> str:
        return self._translator.text(source_text(table, code))


def _linked(what: Reference) -> Cell:
    """The title with its link; without one where the address holds an e-mail address."""
    return Cell(text=what.title, url=what.url if without_email(what.url) == what.url else "")


def _titles(things: Iterable[Reference]) -> str:
    return "\n".join(dict.fromkeys(thing.title for thing in things))


def _listed(listing: Listing) -> str:
    """A sentence and the things that it speaks of, each on a line of its own."""
    return "\n".join((listing.text, *(thing.title for thing in listing.things)))


def _check(url: str, verdict: Visibility) -> tuple[Value, ...]:
    """The address, where it led, the status, the time and the number of attempts."""
    final = verdict.final_url or ""
    return (
        without_email(url),
        without_email(final) if final != url else "",
        verdict.http_status,
        _utc(verdict.checked_at) if verdict.checked_at else None,
        verdict.attempts,
    )


def _utc(when: datetime) -> datetime:
    """The time in UTC without a zone: spreadsheets know none."""
    return when.astimezone(UTC).replace(tzinfo=None)


def _day(text: str) -> Value:
    """A date in ISO 8601 as a date; any other text as it is."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return text


def unique_names(names: Iterable[str], longest: int) -> Iterator[str]:
    """The names of sheets: no character that spreadsheets refuse, none twice, none too long."""
    taken: set[str] = set()
    for given in names:
        plain = "".join(" " if char in "[]:*?/\\" else char for char in given).strip(" '")
        name, number = plain[:longest].rstrip(), 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain[: longest - 3].rstrip()} {number}"
        taken.add(name.casefold())
        yield name
