"""An audit in one language: what a report says, in its order and words; pure.

Formats only lay out what stands here; nothing is decided in a template.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from crawlers.model import Artefact, EmbedState, Page, State
from reports import words
from reports.audit import Audit, Finding, Severity
from reports.i18n import Speech
from reports.items import Item, items
from reports.privacy import masked
from reports.words import word

SYMBOLS = {
    State.VISIBLE: "✓",
    State.EMPTY: "∅",
    State.LOGIN_REQUIRED: "✕",
    State.PERMISSION_REQUIRED: "✕",
    State.REMOVED: "✕",
    State.UNDETERMINED: "?",
}
_GROUPS = {
    State.VISIBLE: "visible",
    State.UNDETERMINED: "unknown",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A state as words, a symbol and a group (``visible``, ``lost``, ``unknown``)."""

    text: str
    symbol: str
    group: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page that something stands on."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One finding for a person: what, where, why, what to do, and the proof."""

    check: str
    title: str
    url: str
    kind: str
    where: str
    places: tuple[Place, ...]
    why: str
    remedy: str
    proof: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskGroup:
    """The findings of one severity."""

    severity: str
    title: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRow:
    """How many artefacts of a kind visitors see, and how many they do not."""

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
    """One artefact on a page."""

    title: str
    url: str
    kind: str
    provider: str
    how: str
    status: Status
    embed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """One page with what stands on it."""

    title: str
    url: str
    section: str
    status: Status
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line about how the audit was made."""

    name: str
    value: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A whole report in one language."""

    speech: Speech
    title: str
    url: str
    verdict: str
    checked: str
    notices: tuple[str, ...]
    facts: tuple[Fact, ...]
    groups: tuple[TaskGroup, ...]
    lead_items: tuple[Item, ...]
    other_items: tuple[Item, ...]
    rubric: str
    rubric_source: str
    kinds: tuple[KindRow, ...]
    pages: tuple[PageRow, ...]
    states: tuple[tuple[Status, str], ...]
    warnings: tuple[str, ...] = field(default_factory=tuple)


_LEAD = ("results_visible", "results_impact_documentation", "results_documentation")

_GLOSSARY = {
    State.VISIBLE: "A visitor without an account sees it.",
    State.EMPTY: "A visitor can open it, but there is nothing in it.",
    State.LOGIN_REQUIRED: "A visitor is sent to a login, or shown one instead of the content.",
    State.PERMISSION_REQUIRED: "A visitor must ask for access or give a password.",
    State.REMOVED: "A visitor is told that it does not exist (any more).",
    State.UNDETERMINED: (
        "The program could not tell, for instance because the site blocks programs or did not "
        "answer. This does not mean that visitors cannot see it."
    ),
}


def glossary_texts() -> frozenset[str]:
    """The source texts of the glossary."""
    return frozenset(_GLOSSARY.values())


def group_titles() -> frozenset[str]:
    """The source texts of the groups of findings."""
    return frozenset(_GROUP_TITLES.values())


def view(audit: Audit, speech: Speech) -> View:
    """The report of an audit in one language."""
    told = items(audit, speech)
    return View(
        speech=speech,
        title=masked(audit.project.title) or audit.project.url,
        url=audit.project.url,
        verdict=_verdict(audit, speech),
        checked=speech.time(audit.run.finished_at),
        notices=_notices(audit, speech),
        facts=_facts(audit, speech),
        groups=_groups(audit, speech),
        lead_items=tuple(item for item in told if item.key in _LEAD),
        other_items=tuple(item for item in told if item.key not in _LEAD),
        rubric=_in_language(audit.assessment.title, speech.language),
        rubric_source=audit.assessment.source,
        kinds=_kinds(audit, speech),
        pages=_pages(audit, speech),
        states=tuple(
            (status(state, "", speech), speech.text(text)) for state, text in _GLOSSARY.items()
        ),
        warnings=_warnings(audit, speech),
    )


def _in_language(texts: dict[str, str], language: str) -> str:
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")


def status(state: State, reason: str, speech: Speech) -> Status:
    """A state in words, never by colour alone."""
    return Status(
        text=speech.text(word(words.STATES, state.value)),
        symbol=SYMBOLS[state],
        group=_GROUPS.get(state, "lost"),
        reason=speech.text(word(words.REASONS, reason)) if reason else "",
    )


def _verdict(audit: Audit, speech: Speech) -> str:
    """One sentence: how much of what was found visitors see."""
    verdicts = [artefact.visibility for artefact in audit.artefacts]
    visible = sum(verdict.visible for verdict in verdicts)
    unknown = sum(verdict.undetermined for verdict in verdicts)
    lost = len(verdicts) - visible - unknown
    if not verdicts:
        return speech.text("No videos, pictures, documents or other things were found.")
    first = speech.text("Visitors see {visible} of {all}.").format(
        visible=speech.number(visible),
        all=speech.count("{n} thing that was found", "{n} things that were found", len(verdicts)),
    )
    parts = [first]
    if lost:
        parts.append(speech.count("{n} is not visible.", "{n} are not visible.", lost))
    if unknown:
        parts.append(
            speech.count("{n} could not be checked.", "{n} could not be checked.", unknown)
        )
    return " ".join(parts)


def _notices(audit: Audit, speech: Speech) -> tuple[str, ...]:
    """What a reader must know before the rest: how far the audit can be relied on."""
    coverage = audit.coverage
    said = []
    if not coverage.complete:
        why = speech.text(word(words.WARNINGS, coverage.stopped_because or ""))
        said.append(
            speech.text(
                "This check is incomplete. {why} What is missing is unknown, not absent."
            ).format(why=why)
        )
    if not coverage.layout_known:
        said.append(
            speech.text(
                "The layout is not the one we know, so things may have been overlooked. Nothing is "
                "called missing for that reason."
            )
        )
    if audit.run.replayed:
        said.append(
            speech.text("This report was made from recorded evidence, not from the live site.")
        )
    return tuple(said)


def _facts(audit: Audit, speech: Speech) -> tuple[Fact, ...]:
    run, coverage, project = audit.run, audit.coverage, audit.project
    text = speech.text
    facts = [
        Fact(name=text("Address"), value=project.url, url=project.url),
        Fact(name=text("Platform"), value=project.platform),
        Fact(
            name=text("State of the project"),
            value=text(word(words.PROJECT_STATES, project.state.value)),
        ),
        Fact(name=text("Begun"), value=speech.time(run.started_at)),
        Fact(name=text("Ended"), value=speech.time(run.finished_at)),
        Fact(
            name=text("As whom"),
            value=text("an anonymous visitor without an account and without cookies"),
        ),
        Fact(name=text("Name shown to sites"), value=run.visitor.user_agent),
        Fact(name=text("Language asked for"), value=run.visitor.language),
        Fact(name=text("Pages found"), value=speech.number(coverage.pages_listed)),
        Fact(name=text("Pages opened"), value=speech.number(coverage.pages_opened)),
        Fact(name=text("Pages that refuse visitors"), value=speech.number(coverage.pages_refused)),
        Fact(
            name=text("Pages that could not be checked"), value=speech.number(coverage.pages_failed)
        ),
        Fact(name=text("Program version"), value=run.tool_version),
        Fact(name=text("Number of this check"), value=run.id),
    ]
    if project.partners:
        facts.insert(3, Fact(name=text("Partners"), value=", ".join(project.partners)))
    return tuple(facts)


def _warnings(audit: Audit, speech: Speech) -> tuple[str, ...]:
    said = []
    for warning in audit.warnings:
        code, _, subject = warning.partition(":")
        sentence = speech.text(word(words.WARNINGS, code))
        said.append(f"{sentence}: {subject}" if subject else sentence)
    return tuple(said)


_GROUP_TITLES = {
    Severity.FIX: "To fix",
    Severity.REVIEW: "To look at yourself",
    Severity.NOTE: "Good to know",
}


def _groups(audit: Audit, speech: Speech) -> tuple[TaskGroup, ...]:
    """Findings by severity, the most urgent first; groups without any are left out."""
    pages = {page.url: page for page in audit.pages}
    artefacts = {artefact.id: artefact for artefact in audit.artefacts}
    made = []
    for severity, title in _GROUP_TITLES.items():
        tasks = tuple(
            _task(one, pages, artefacts, speech)
            for one in audit.findings
            if one.severity is severity
        )
        if tasks:
            made.append(TaskGroup(severity=severity.value, title=speech.text(title), tasks=tasks))
    return tuple(made)


def _task(
    one: Finding, pages: dict[str, Page], artefacts: dict[str, Artefact], speech: Speech
) -> Task:
    artefact, page = artefacts.get(one.subject), pages.get(one.subject)
    provider = artefact.provider if artefact else ""
    remedy = words.REMEDIES.get(one.remedy, one.remedy)
    if one.remedy == "share_publicly":
        remedy = words.PROVIDER_REMEDIES.get(provider, remedy)
    return Task(
        check=speech.text(word(words.CHECKS, one.check)),
        title=_subject_title(artefact, page, speech),
        url=artefact.canonical_url if artefact else page.url if page else "",
        kind=_kind_text(artefact, speech) if artefact else "",
        where=speech.text("Found on:") if artefact else speech.text("Linked from:"),
        places=_places(one, artefact, page, pages),
        why=speech.text(word(words.REASONS, one.reason)),
        remedy=speech.text(remedy),
        proof=_proof(artefact or page, speech),
    )


def _subject_title(artefact: Artefact | None, page: Page | None, speech: Speech) -> str:
    if artefact is not None:
        return masked(artefact.title) or artefact.canonical_url
    if page is not None:
        return masked(page.title) or page.url
    return speech.text("The project as a whole")


def _kind_text(artefact: Artefact, speech: Speech) -> str:
    kind = speech.text(word(words.KINDS, artefact.kind.value))
    return kind if artefact.provider in ("-", "file") else f"{kind} ({artefact.provider})"


def _places(
    one: Finding, artefact: Artefact | None, page: Page | None, pages: dict[str, Page]
) -> tuple[Place, ...]:
    """Where to go to mend it: the pages that show the artefact, or that link to the page."""
    if artefact is not None:
        where = [sighting.page for sighting in artefact.sightings]
        if one.check in ("embed_blocked", "edit_link"):
            where = [url for url in where if url in one.evidence] or where
    else:
        where = list(page.found_on) if page else [url for url in one.evidence if url in pages]
    return tuple(
        Place(title=masked(pages[url].title) if url in pages and pages[url].title else url, url=url)
        for url in dict.fromkeys(where)
    )


def _proof(subject: Artefact | Page | None, speech: Speech) -> str:
    """HTTP status, final address and time behind a verdict."""
    if subject is None:
        return ""
    verdict = subject.visibility
    parts = [f"HTTP {verdict.http_status}"] if verdict.http_status else []
    if verdict.final_url and verdict.final_url != subject.url:
        parts.append(f"→ {verdict.final_url}")
    if verdict.checked_at:
        parts.append(speech.time(verdict.checked_at))
    if verdict.attempts > 1:
        parts.append(speech.count("asked {n} time", "asked {n} times", verdict.attempts))
    return " · ".join(parts)


def _kinds(audit: Audit, speech: Speech) -> tuple[KindRow, ...]:
    """Counts by kind, the most frequent first."""
    counted: dict[str, Counter[str]] = {}
    for artefact in audit.artefacts:
        group = _GROUPS.get(artefact.visibility.state, "lost")
        counted.setdefault(artefact.kind.value, Counter())[group] += 1
    rows = [
        KindRow(
            kind=speech.text(word(words.KINDS, kind)),
            visible=counts["visible"],
            lost=counts["lost"],
            unknown=counts["unknown"],
        )
        for kind, counts in counted.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.total, row.kind)))


def _pages(audit: Audit, speech: Speech) -> tuple[PageRow, ...]:
    """Every page in the order it was found, with what stands on it."""
    standing: dict[str, list[Thing]] = {}
    for artefact in audit.artefacts:
        for url in dict.fromkeys(sighting.page for sighting in artefact.sightings):
            standing.setdefault(url, []).append(_thing(artefact, url, speech))
    return tuple(
        PageRow(
            title=masked(page.title) or page.url,
            url=page.url,
            section=speech.text(word(words.SECTIONS, page.section.value)),
            status=status(page.visibility.state, page.visibility.reason.value, speech),
            things=tuple(standing.get(page.url, ())),
        )
        for page in audit.pages
    )


def _thing(artefact: Artefact, page: str, speech: Speech) -> Thing:
    here = [sighting for sighting in artefact.sightings if sighting.page == page]
    forms = dict.fromkeys(speech.text(word(words.FORMS, one.form.value)) for one in here)
    embeds = dict.fromkeys(
        speech.text(word(words.EMBEDS, one.embed.value))
        for one in here
        if one.embed is not EmbedState.NOT_CHECKED
    )
    return Thing(
        title=masked(artefact.title) or artefact.canonical_url,
        url=artefact.canonical_url,
        kind=speech.text(word(words.KINDS, artefact.kind.value)),
        provider="" if artefact.provider in ("-", "file") else artefact.provider,
        how=", ".join(forms),
        status=status(artefact.visibility.state, artefact.visibility.reason.value, speech),
        embed=", ".join(embeds),
    )
