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
        """The name of its place in a report."""
        return f"picture-{self.number}"


def screenshot_views(audit: Audit, translator: Translator) -> tuple[ScreenshotView, ...]:
    """All screenshots: those of pages in the order of the pages, then those of artefacts."""
    known = references(audit, translator)
    order = {name: place for place, name in enumerate(known)}
    taken = sorted(audit.screenshots, key=lambda one: (order.get(one.subject, 0), one.file))
    when = {page.url: page.visibility.checked_at for page in audit.pages}
    when |= {one.id: one.visibility.checked_at for one in audit.artefacts}
    found = []
    for number, one in enumerate(taken, 1):
        time = when.get(one.subject)
        notes = (*((translator.time(time),) if time else ()), *_limits(one, translator))
        found.append(_screenshot(number, one, known, notes, translator))
    return tuple(found)


def screenshots_note(audit: Audit) -> str:
    """The source text on what was done to the pictures."""
    blurred = audit.run.settings.get("blur_people")
    return messages.PLATES_BLURRED if blurred else messages.PLATES


def by_subject(audit: Audit, translator: Translator) -> Mapping[str, ScreenshotView]:
    """The picture of each page, by its address, and of each artefact, by its id."""
    subjects = {one.file: one.subject for one in audit.screenshots}
    return {
        subjects[screenshot.file]: screenshot for screenshot in screenshot_views(audit, translator)
    }


def _screenshot(
    number: int,
    one: Screenshot,
    known: Mapping[str, Reference],
    notes: tuple[str, ...],
    translator: Translator,
) -> ScreenshotView:
    what = reference(one.subject, known)
    said = translator.text(
        "Screenshot of {title}, as a visitor without an account sees it: {state}"
    )
    state = what.status.text if what.status else ""
    return ScreenshotView(
        number=number,
        title=translator.text("Picture {n}").format(n=translator.number(number)),
        file=one.file,
        what=what,
        alt=said.format(title=what.title, state=state),
        notes=notes,
    )


def _limits(one: Screenshot, translator: Translator) -> tuple[str, ...]:
    """What the picture does not show."""
    said = []
    if one.cut:
        said.append(translator.text("The page is longer than the picture."))
    if one.ready != "quiet":
        said.append(translator.text("It was taken before everything had loaded."))
    return tuple(said)
