"""The content of a report in one language, in its order and words; pure.

Formats only do the layout; nothing is decided in a template.
"""

from __future__ import annotations

from dataclasses import dataclass

from reports.audit import Audit
from reports.i18n import messages
from reports.i18n.messages import source_text
from reports.i18n.translator import Translator, text_in_language
from reports.view.actions import ActionGroup, action_groups
from reports.view.assessment import Part, assessment_parts
from reports.view.changes import Changes, changes
from reports.view.methodology import Methodology, methodology
from reports.view.overview import KindRow, LinkRow, PageRow, kinds, links, pages, totals
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
    links: tuple[LinkRow, ...]
    screenshots: tuple[ScreenshotView, ...]
    screenshots_note: str
    methodology: Methodology


def view(audit: Audit, translator: Translator) -> View:
    """The report of an audit in one language."""
    finished = audit.run.finished_at
    rubric, rubric_language = text_in_language(audit.assessment.title, translator.language)
    return View(
        translator=translator,
        title=mask(audit.project.title).strip() or shown_address(audit.project.url),
        url=audit.project.url,
        state=translator.text(source_text(messages.PROJECT_STATES, audit.project.state.value)),
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
        links=links(audit, translator),
        screenshots=screenshot_views(audit, translator),
        screenshots_note=translator.text(screenshots_note(audit)),
        methodology=methodology(audit, translator),
    )


def verdict(audit: Audit, translator: Translator) -> str:
    """How much of what was found visitors see, in a few short sentences."""
    total = totals(audit, translator)
    if not total.total:
        return translator.text("No videos, documents, pictures or other items were found.")
    sentences = [
        translator.count(
            "Visitors can see {visible} of {n} item (videos, documents, pictures and the like).",
            "Visitors can see {visible} of {n} items (videos, documents, pictures and the like).",
            total.total,
        ).replace("{visible}", translator.number(total.visible))
    ]
    if total.lost:
        sentences.append(
            translator.count(
                "{n} is empty or cannot be seen.", "{n} are empty or cannot be seen.", total.lost
            )
        )
    if total.unknown:
        sentences.append(
            translator.count(
                "{n} could not be checked.", "{n} could not be checked.", total.unknown
            )
        )
    if closed := audit.coverage.pages_refused:
        sentences.append(
            translator.count(
                "{n} page is closed to visitors.", "{n} pages are closed to visitors.", closed
            )
        )
    return " ".join(sentences)


def _pass_mark(audit: Audit, translator: Translator) -> str:
    """The total of points that an NSO's own rubric demands; empty when it names none."""
    mark = audit.assessment.pass_mark
    if mark is None:
        return ""
    return translator.text("Points needed in all: {points}").format(points=translator.number(mark))


def _visitor(audit: Audit, translator: Translator) -> str:
    """The visitor as whom the site was opened."""
    visitor = audit.run.visitor
    return translator.text(
        "As {visitor}; language asked for: {language}; name given to the sites: {agent}"
    ).format(
        visitor=translator.text(messages.VISITOR),
        language=translator.language_name(visitor.language),
        agent=visitor.user_agent,
    )


def _notices(audit: Audit, translator: Translator) -> tuple[str, ...]:
    """What readers must know first: how reliable the audit is."""
    coverage = audit.coverage
    notices = []
    if not coverage.complete:
        reasons = (gap.reason.value for gap in coverage.gaps)
        texts = messages.incomplete_because(coverage.stopped_because, reasons)
        why = " ".join(translator.text(text) for text in texts)
        notices.append(
            translator.text(
                "This check is incomplete. {why} What was not reached is unknown; nothing is said "
                "about it here."
            ).format(why=why)
        )
    if not coverage.layout_known:
        notices.append(
            translator.text(
                "The site is not laid out as the program knows it, so some pages or items may "
                "have been overlooked. This report does not call anything missing for that reason."
            )
        )
    if audit.run.replayed:
        notices.append(translator.text(_REPLAYED))
    return tuple(notices)
