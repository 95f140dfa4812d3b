"""The screenshots in one language: what each shows, in words; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crawlers.model.inventory import Screenshot
from reports.audit import Audit
from reports.i18n import messages
from reports.i18n.translator import Translator
from reports.view.references import Reference, reference, references


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenshotView:
    """One picture: its number and file, what it shows, its alternative text, and its limits."""

    number: int
    title: str
    file: str
    what: Reference
    alt: str
    notes: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """The anchor of the picture in a report."""
        return f"picture-{self.number}"


def screenshot_views(audit: Audit, translator: Translator) -> tuple[ScreenshotView, ...]:
    """All screenshots: those of pages in the order of the pages, then those of artefacts."""
    index = references(audit, translator)
    order = {name: place for place, name in enumerate(index)}
    screenshots = sorted(
        audit.screenshots,
        key=lambda screenshot: (order.get(screenshot.subject, 0), screenshot.file),
    )
    when = {page.url: page.visibility.checked_at for page in audit.pages}
    when |= {screenshot.id: screenshot.visibility.checked_at for screenshot in audit.artefacts}
    views = []
    for number, screenshot in enumerate(screenshots, 1):
        time = when.get(screenshot.subject)
        notes = (*((translator.time(time),) if time else ()), *_limits(screenshot, translator))
        views.append(_screenshot(number, screenshot, index, notes, translator))
    return tuple(views)


def screenshots_note(audit: Audit) -> str:
    """The source text on what was done to the pictures."""
    blurred = audit.run.settings.get("blur_people")
    return messages.PLATES_BLURRED if blurred else messages.PLATES


def by_subject(audit: Audit, translator: Translator) -> Mapping[str, ScreenshotView]:
    """The picture of each page, by its address, and of each artefact, by its id."""
    subjects = {picture.file: picture.subject for picture in audit.screenshots}
    return {
        subjects[screenshot.file]: screenshot for screenshot in screenshot_views(audit, translator)
    }


def _screenshot(
    number: int,
    screenshot: Screenshot,
    index: Mapping[str, Reference],
    notes: tuple[str, ...],
    translator: Translator,
) -> ScreenshotView:
    what = reference(screenshot.subject, index)
    template = translator.text(
        "Screenshot of {title}, as a visitor without an account sees it: {state}"
    )
    state = what.status.text if what.status else ""
    return ScreenshotView(
        number=number,
        title=translator.text("Picture {n}").format(n=translator.number(number)),
        file=screenshot.file,
        what=what,
        alt=template.format(title=what.title, state=state),
        notes=notes,
    )


def _limits(screenshot: Screenshot, translator: Translator) -> tuple[str, ...]:
    """What the picture does not show."""
    sentences = []
    if screenshot.cut:
        sentences.append(translator.text("The page is longer than the picture."))
    if screenshot.ready != "quiet":
        sentences.append(translator.text("It was taken before everything had loaded."))
    return tuple(sentences)
