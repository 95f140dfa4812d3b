"""An audit in one language: what a report says, in its order and words; pure.

Formats only lay out what stands here; nothing is decided in a template.
"""

from __future__ import annotations

from dataclasses import dataclass

from reports.audit import Audit
from reports.i18n import messages
from reports.i18n.messages import word
from reports.i18n.translator import Translator, in_language
from reports.view.actions import ActionGroup, action_groups
from reports.view.assessment import Part, assessment_parts
from reports.view.changes import Changes, changes
from reports.view.methodology import Methodology, methodology
from reports.view.overview import KindRow, PageRow, kinds, pages, totals
from reports.view.privacy import mask
from reports.view.references import shown_address
from reports.view.screenshots import ScreenshotView, screenshot_views, screenshots_note

_REPLAYED = messages.LIMITS["replayed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A whole report in one language; ``when`` is the time of the audit for machines."""

    translator: Translator
    title: str
    url: str
    state: str
    verdict: str
    when: str
    checked: str
    checked_utc: str
    visitor: str
    notices: tuple[str, ...]
    groups: tuple[ActionGroup, ...]
    changes: Changes | None
    parts: tuple[Part, ...]
    rubric: str
    rubric_language: str
    rubric_source: str
    pass_mark: str
    kinds: tuple[KindRow, ...]
    total: KindRow
    pages: tuple[PageRow, ...]
    screenshots: tuple[ScreenshotView, ...]
    screenshots_note: str
    methodology: Methodology


def view(audit: Audit, translator: Translator) -> View:
    """The report of an audit in one language."""
    finished = audit.run.finished_at
    rubric, rubric_language = in_language(audit.assessment.title, translator.language)
    return View(
        translator=translator,
        title=mask(audit.project.title).strip() or shown_address(audit.project.url),
        url=audit.project.url,
        state=translator.text(word(messages.PROJECT_STATES, audit.project.state.value)),
        verdict=verdict(audit, translator),
        when=finished.isoformat(timespec="seconds").replace("+00:00", "Z"),
        checked=translator.local_time(finished),
        checked_utc=translator.time(finished),
        visitor=_visitor(audit, translator),
        notices=_notices(audit, translator),
        groups=action_groups(audit, translator),
        changes=changes(audit, translator),
        parts=assessment_parts(audit, translator),
        rubric=rubric or audit.assessment.rubric,
        rubric_language=rubric_language,
        rubric_source=audit.assessment.source,
        pass_mark=_pass_mark(audit, translator),
        kinds=kinds(audit, translator),
        total=totals(audit, translator),
        pages=pages(audit, translator),
        screenshots=screenshot_views(audit, translator),
        screenshots_note=translator.text(screenshots_note(audit)),
        methodology=methodology(audit, translator),
    )


def verdict(audit: Audit, translator: Translator) -> str:
    """How much of what was found visitors see, in a few short sentences."""
    total = totals(audit, translator)
    if not total.total:
        return translator.text("No videos, documents, pictures or other items were found.")
    said = [
        translator.count(
            "Visitors can see {visible} of {n} item (videos, documents, pictures and the like).",
            "Visitors can see {visible} of {n} items (videos, documents, pictures and the like).",
            total.total,
        ).replace("{visible}", translator.number(total.visible))
    ]
    if total.lost:
        said.append(
            translator.count(
                "{n} is empty or cannot be seen.", "{n} are empty or cannot be seen.", total.lost
            )
        )
    if total.unknown:
        said.append(
            translator.count(
                "{n} could not be checked.", "{n} could not be checked.", total.unknown
            )
        )
    if closed := audit.coverage.pages_refused:
        said.append(
            translator.count(
                "{n} page is closed to visitors.", "{n} pages are closed to visitors.", closed
            )
        )
    return " ".join(said)


def _pass_mark(audit: Audit, translator: Translator) -> str:
    """The points that an NSO's own rubric asks for in all; empty where it names none."""
    mark = audit.assessment.pass_mark
    if mark is None:
        return ""
    return translator.text("Points needed in all: {points}").format(points=translator.number(mark))


def _visitor(audit: Audit, translator: Translator) -> str:
    """As whom the site was opened."""
    visitor = audit.run.visitor
    return translator.text(
        "As {visitor}; language asked for: {language}; name given to the sites: {agent}"
    ).format(
        visitor=translator.text(messages.VISITOR),
        language=translator.language_name(visitor.language),
        agent=visitor.user_agent,
    )


def _notices(audit: Audit, translator: Translator) -> tuple[str, ...]:
    """What a reader must know before the rest: how far the audit can be relied on."""
    coverage = audit.coverage
    said = []
    if not coverage.complete:
        reasons = (gap.reason.value for gap in coverage.gaps)
        texts = messages.incomplete_because(coverage.stopped_because, reasons)
        why = " ".join(translator.text(text) for text in texts)
        said.append(
            translator.text(
                "This check is incomplete. {why} What was not reached is unknown; nothing is said "
                "about it here."
            ).format(why=why)
        )
    if not coverage.layout_known:
        said.append(
            translator.text(
                "The site is not laid out as the program knows it, so some pages or items may "
                "have been overlooked. This report does not call anything missing for that reason."
            )
        )
    if audit.run.replayed:
        said.append(translator.text(_REPLAYED))
    return tuple(said)
