"""An audit in one language: what a report says, in its order and words; pure.

Formats only lay out what stands here; nothing is decided in a template.
"""

from __future__ import annotations

from dataclasses import dataclass

from reports import words
from reports.audit import Audit
from reports.changes import Changes, changes
from reports.i18n import Speech, in_language
from reports.items import Part, parts
from reports.method import Method, method
from reports.overview import KindRow, PageRow, kinds, pages, totals
from reports.plates import Plate, about_plates, plates
from reports.privacy import masked
from reports.references import shown_address
from reports.tasks import TaskGroup, task_groups
from reports.words import word

_REPLAYED = words.LIMITS["replayed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A whole report in one language; ``when`` is the time of the audit for machines."""

    speech: Speech
    title: str
    url: str
    state: str
    verdict: str
    when: str
    checked: str
    checked_utc: str
    visitor: str
    notices: tuple[str, ...]
    groups: tuple[TaskGroup, ...]
    changes: Changes | None
    parts: tuple[Part, ...]
    rubric: str
    rubric_language: str
    rubric_source: str
    pass_mark: str
    kinds: tuple[KindRow, ...]
    total: KindRow
    pages: tuple[PageRow, ...]
    plates: tuple[Plate, ...]
    plates_about: str
    method: Method


def view(audit: Audit, speech: Speech) -> View:
    """The report of an audit in one language."""
    finished = audit.run.finished_at
    rubric, rubric_language = in_language(audit.assessment.title, speech.language)
    return View(
        speech=speech,
        title=masked(audit.project.title).strip() or shown_address(audit.project.url),
        url=audit.project.url,
        state=speech.text(word(words.PROJECT_STATES, audit.project.state.value)),
        verdict=verdict(audit, speech),
        when=finished.isoformat(timespec="seconds").replace("+00:00", "Z"),
        checked=speech.local_time(finished),
        checked_utc=speech.time(finished),
        visitor=_visitor(audit, speech),
        notices=_notices(audit, speech),
        groups=task_groups(audit, speech),
        changes=changes(audit, speech),
        parts=parts(audit, speech),
        rubric=rubric or audit.assessment.rubric,
        rubric_language=rubric_language,
        rubric_source=audit.assessment.source,
        pass_mark=_pass_mark(audit, speech),
        kinds=kinds(audit, speech),
        total=totals(audit, speech),
        pages=pages(audit, speech),
        plates=plates(audit, speech),
        plates_about=speech.text(about_plates(audit)),
        method=method(audit, speech),
    )


def verdict(audit: Audit, speech: Speech) -> str:
    """How much of what was found visitors see, in a few short sentences."""
    total = totals(audit, speech)
    if not total.total:
        return speech.text("No videos, documents, pictures or other items were found.")
    said = [
        speech.count(
            "Visitors can see {visible} of {n} item (videos, documents, pictures and the like).",
            "Visitors can see {visible} of {n} items (videos, documents, pictures and the like).",
            total.total,
        ).replace("{visible}", speech.number(total.visible))
    ]
    if total.lost:
        said.append(
            speech.count(
                "{n} is empty or cannot be seen.", "{n} are empty or cannot be seen.", total.lost
            )
        )
    if total.unknown:
        said.append(
            speech.count("{n} could not be checked.", "{n} could not be checked.", total.unknown)
        )
    if closed := audit.coverage.pages_refused:
        said.append(
            speech.count(
                "{n} page is closed to visitors.", "{n} pages are closed to visitors.", closed
            )
        )
    return " ".join(said)


def _pass_mark(audit: Audit, speech: Speech) -> str:
    """The points that an NSO's own rubric asks for in all; empty where it names none."""
    mark = audit.assessment.pass_mark
    if mark is None:
        return ""
    return speech.text("Points needed in all: {points}").format(points=speech.number(mark))


def _visitor(audit: Audit, speech: Speech) -> str:
    """As whom the site was opened."""
    visitor = audit.run.visitor
    return speech.text(
        "As {visitor}; language asked for: {language}; name given to the sites: {agent}"
    ).format(
        visitor=speech.text(words.VISITOR),
        language=speech.language_name(visitor.language),
        agent=visitor.user_agent,
    )


def _notices(audit: Audit, speech: Speech) -> tuple[str, ...]:
    """What a reader must know before the rest: how far the audit can be relied on."""
    coverage = audit.coverage
    said = []
    if not coverage.complete:
        why = speech.text(word(words.WARNINGS, coverage.stopped_because or "stopped"))
        said.append(
            speech.text(
                "This check is incomplete. {why} What was not reached is unknown; nothing is said "
                "about it here."
            ).format(why=why)
        )
    if not coverage.layout_known:
        said.append(
            speech.text(
                "The site is not laid out as the program knows it, so some pages or items may "
                "have been overlooked. This report does not call anything missing for that reason."
            )
        )
    if audit.run.replayed:
        said.append(speech.text(_REPLAYED))
    return tuple(said)
