"""``report.docx``: the report as a Word document that applicants and reviewers can continue.

Its looks are the styles of ``application.docx``, which can be changed in Word. Headings,
tables and links are Word's own, so that its navigator, screen readers and conversions find them.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.shared import Cm

from reports.audit import Audit
from reports.formats.base import Format
from reports.formats.docx import ooxml
from reports.formats.docx.builder import DocxBuilder, Text
from reports.i18n.translator import Translator
from reports.view.actions import Action, Occurrence
from reports.view.application_text import Line, Phase
from reports.view.assessment import Item, TopicRow
from reports.view.changes import Changes
from reports.view.methodology import Fact
from reports.view.overview import PageRow
from reports.view.references import Reference
from reports.view.report import View, view
from reports.view.thumbnails import NONE, Thumbnails
from reports.xml_text import xml_text

_PLACES = 3  # pages that are named where an artefact stands
_THINGS = 6
_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def render(audit: Audit, translator: Translator, pictures: Thumbnails = NONE) -> bytes:
    """The report in one language as a Word document."""
    report, builder = view(audit, translator), DocxBuilder(translator.language)
    _properties(builder.document, report, audit)
    _Writer(builder, report, pictures).write()
    return builder.to_bytes()


def _properties(document: Document, report: View, audit: Audit) -> None:
    core, when = document.core_properties, audit.run.finished_at.replace(tzinfo=None)
    core.title = xml_text(report.title)[:255]
    core.subject = xml_text(report.verdict)[:255]
    core.language = report.translator.language
    core.author = f"TwinSpace Auditor {audit.run.tool_version}"
    core.created = core.modified = when
    core.last_modified_by = ""
    core.revision = 1


class _Writer:
    """Writes a view into a document, from top to bottom."""

    def __init__(self, builder: DocxBuilder, report: View, pictures: Thumbnails) -> None:
        self._builder = builder
        self._view = report
        self._pictures = pictures
        self._text = report.translator.text
        self._count = report.translator.count

    def write(self) -> None:
        """Write all sections, in the order of the other formats."""
        self._opening()
        self._fix()
        if self._view.changes is not None:
            self._changes(self._view.changes)
        self._label()
        self._kinds()
        self._pages()
        self._links()
        self._screenshots()
        self._method()

    def _facts(self, facts: Sequence[Fact], caption: str) -> None:
        rows: list[Sequence[Text]] = [
            (fact.name, Reference(title=fact.value, url=fact.url) if fact.url else fact.value)
            for fact in facts
        ]
        self._builder.table(caption, (self._text("What"), self._text("Value")), rows, (0.4, 0.6))

    # The sections.

    def _opening(self) -> None:
        report, text = self._view, self._text
        self._builder.paragraph(text("What everyone can see of this eTwinning project"), "Aside")
        self._builder.paragraph(report.title, "Title")
        self._builder.paragraph(report.verdict, "Subtitle")
        for notice in report.notices:
            self._builder.labelled_line(text("Please note:"), notice, "Notice")
        self._facts(
            (
                Fact(
                    name=text("Project address"),
                    value=report.methodology.visit[0].value,
                    url=report.url,
                ),
                Fact(name=text("State of the project"), value=report.state),
                Fact(name=text("Checked"), value=f"{report.checked} · {report.checked_utc}"),
                Fact(name=text("Checked as"), value=report.visitor),
            ),
            "",
        )
        self._builder.paragraph(
            text(
                "If you apply for the label, begin with what to fix, and take the texts for the "
                "application from the part about the label. If you assess the application, begin "
                "with the part about the label and with how it was checked."
            )
        )

    def _fix(self) -> None:
        self._builder.heading(self._text("What to fix"), 1)
        if not self._view.groups:
            self._builder.paragraph(self._text("Nothing was found that needs to be fixed."))
        for group in self._view.groups:
            self._builder.heading(f"{group.title} ({group.total})", 2)
            self._builder.paragraph(group.about, "Aside")
            for action in group.actions:
                self._action(action)

    def _action(self, action: Action) -> None:
        text = self._text
        self._builder.heading(f"{action.step}: {action.check} ({len(action.occurrences)})", 3)
        self._builder.labelled_line(text("What to do:"), action.remedy)
        self._builder.table(
            "",
            (text("What"), text("Where"), text("Why, and the evidence")),
            [self._occurrence(occurrence) for occurrence in action.occurrences],
            (0.38, 0.27, 0.35),
        )

    def _occurrence(self, occurrence: Occurrence) -> tuple[Text, ...]:
        places: list[Text] = (
            [occurrence.where, *occurrence.places[:_PLACES]] if occurrence.places else []
        )
        if len(occurrence.places) > _PLACES:
            more = len(occurrence.places) - _PLACES
            places.append(self._count("and {n} more page", "and {n} more pages", more))
        about = tuple(part for part in (occurrence.kind, occurrence.address) if part)
        proof = (
            (*occurrence.proof, occurrence.screenshot.title)
            if occurrence.screenshot
            else occurrence.proof
        )
        return (occurrence.what, *about), tuple(places), (occurrence.why, *proof)

    def _screenshots(self) -> None:
        """Write the pictures, each with its description."""
        if not self._view.screenshots:
            return
        self._builder.heading(self._text("What a visitor saw"), 1)
        about = self._builder.paragraph(self._view.screenshots_note, "Aside")
        about.paragraph_format.keep_with_next = True
        for screenshot in self._view.screenshots:
            small = self._pictures.small(screenshot.file)
            if small is not None:
                self._builder.picture(small, screenshot.alt)
            state = self._state(screenshot.what)
            line = " · ".join(part for part in (state, *screenshot.notes) if part)
            self._builder.labelled_line(f"{screenshot.title}: {screenshot.what.title}", line)

    def _changes(self, changes: Changes) -> None:
        text = self._text
        self._builder.heading(text("What has changed"), 1)
        self._builder.labelled_line(text("Since the check of:"), changes.since)
        for caution in changes.cautions:
            self._builder.paragraph(caution, "Notice")
        if not changes.groups:
            self._builder.paragraph(text("Nothing that visitors see has changed."))
        for group in changes.groups:
            self._builder.table(
                f"{group.title} ({len(group.rows)})",
                (text("What"), text("Before"), text("Now")),
                [((row.what, row.sort), row.before, row.after) for row in group.rows],
                (0.5, 0.25, 0.25),
            )

    def _label(self) -> None:
        report, text = self._view, self._text
        self._builder.heading(text("What the label asks for"), 1)
        self._builder.paragraph(report.rubric, language=report.rubric_language)
        self._builder.labelled_line(text("Source:"), report.rubric_source)
        if report.pass_mark:
            self._builder.paragraph(report.pass_mark)
        self._builder.paragraph(
            text(
                "This report informs those who assess the project. It does not approve or reject "
                "an application."
            ),
            "Aside",
        )
        for part in report.parts:
            self._builder.table(
                part.title,
                (text("What is asked for"), text("Outcome")),
                [(item.wording, f"{item.symbol} {item.outcome}") for item in part.items],
                (0.72, 0.28),
            )
        for part in report.parts:
            self._builder.heading(part.title, 2)
            self._builder.paragraph(part.about, "Aside")
            for item in part.items:
                self._item(item)

    def _item(self, item: Item) -> None:
        text = self._text
        self._builder.heading(item.wording, 3, language=item.language)
        if item.borrowed:
            sentence = text(
                "No official wording in this language is known. It is quoted in another:"
            )
            self._builder.paragraph(f"{sentence} {item.borrowed}.", "Aside")
        self._builder.labelled_line(f"{item.symbol} {item.outcome}", f"({item.mode})")
        self._definition(item)
        self._builder.paragraph(item.reason)
        for sentence in item.measures:
            self._builder.paragraph(sentence)
        for listing in item.listings:
            self._builder.paragraph(listing.text)
            if listing.things:
                self._builder.table(
                    listing.text,
                    (text("What"), text("What a visitor meets")),
                    [(thing, self._state(thing)) for thing in listing.things],
                    (0.62, 0.38),
                )
        if item.latest:
            self._builder.labelled_line(text("Latest change that a page states:"), item.latest)
        if item.numbers:
            self._builder.table(
                text("Numbers"), (text("What"), text("Number")), item.numbers, (0.7, 0.3)
            )
        self._evidence(item)
        self._builder.heading(text("For the application"), 4)
        self._application_text(item.application_text)
        self._builder.heading(text("Comment by those who assess"), 4)
        self._builder.paragraph("…", "Answer")

    def _definition(self, item: Item) -> None:
        """Write how an NSO reads the wording, and the points that its own rubric names."""
        text = self._text
        if item.definition is not None:
            self._builder.paragraph(
                text("How the national support organisation reads it:"), "Aside"
            )
            self._builder.paragraph(
                item.definition.text, "Quote", language=item.definition.language
            )
            self._builder.labelled_line(text("Source:"), item.definition.source, "Aside")
        if item.points:
            self._builder.paragraph(f"{item.points}: ……")

    def _evidence(self, item: Item) -> None:
        text = self._text
        for group in item.breakdown:
            self._builder.table(group.title, (text("What"), text("Number")), group.rows, (0.7, 0.3))
        if item.table:
            self._builder.table(
                text("Where it is documented"),
                (text("Phase"), text("Page"), text("What stands there")),
                [(row.topic, row.page, self._things(row)) for row in item.table],
                (0.22, 0.33, 0.45),
            )
        if item.phases:
            self._builder.table(
                text("How well each phase is shown"),
                (
                    *(text("Phase"), text("Public pages"), text("Things to open")),
                    *(text("In words"), text("Shows most")),
                ),
                [
                    (p.topic, str(p.pages), _things_of(p), p.strength, p.strongest or "")
                    for p in item.phases
                ],
                (0.18, 0.11, 0.15, 0.34, 0.22),
            )
        if item.others:
            self._builder.table(
                self._count(
                    "Evidence: {n} page or item", "Evidence: {n} pages and items", len(item.others)
                ),
                (text("What"), text("What a visitor meets")),
                [(reference, self._state(reference)) for reference in item.others],
                (0.62, 0.38),
            )

    def _things(self, row: TopicRow) -> Text:
        things = row.artefacts
        pictures = (row.pictures,) if row.pictures else ()
        if not things:
            return pictures or row.note
        more = len(things) - _THINGS
        rest = (self._count("and {n} more item", "and {n} more items", more),) if more > 0 else ()
        return (*things[:_THINGS], *rest, *pictures)

    def _state(self, reference: Reference) -> str:
        return f"{reference.status.symbol} {reference.status.text}" if reference.status else ""

    def _application_text(self, lines: Sequence[Line]) -> None:
        text = self._text
        if not lines:
            note = (
                "The program saw nothing public that bears on this. Describe it in your own words, "
                "and say where it can be seen."
            )
            self._builder.paragraph(text(note), "Aside")
            self._builder.paragraph("…", "Answer")
            return
        note = text("Text to copy and complete. It names only what everyone can open.")
        self._builder.paragraph(note, "Aside")
        for line in lines:
            paragraph = self._builder.line("Paste")
            if line.below:
                paragraph.paragraph_format.left_indent = Cm(1)
            if line.head:
                ooxml.write(paragraph, f"{line.head}: ", bold=True)
            if line.title:
                ooxml.write(paragraph, f"{line.title}, ")
            ooxml.link(paragraph, line.url, line.url)
        self._builder.paragraph(f"{text('In our own words:')} …", "Paste")

    def _kinds(self) -> None:
        report, text = self._view, self._text
        self._builder.heading(text("What visitors see, by kind"), 1)
        if not report.kinds:
            self._builder.paragraph(
                text("No videos, documents, pictures or other items were found.")
            )
            return
        names = ("Kind", "Visible", "Empty or not visible", "Could not be checked")
        self._builder.table(
            text("Items by kind and by what visitors see of them."),
            [text(name) for name in names],
            [
                (row.kind, str(row.visible), str(row.lost), str(row.unknown))
                for row in (*report.kinds, report.total)
            ],
            (0.34, 0.22, 0.22, 0.22),
        )

    def _pages(self) -> None:
        text = self._text
        self._builder.heading(text("What visitors see, page by page"), 1)
        if not self._view.pages:
            note = "No page could be opened, so nothing can be said about the pages."
            self._builder.paragraph(text(note))
        for page in self._view.pages:
            self._page(page)

    def _page(self, page: PageRow) -> None:
        text = self._text
        self._builder.heading(page.page.title, 2, language=page.page.language)
        paragraph = self._builder.line()
        if page.status:
            ooxml.write(paragraph, f"{page.status.symbol} {page.status.text} ", bold=True)
            ooxml.write(paragraph, f"{page.section} · {page.status.reason} ")
        else:
            ooxml.write(paragraph, f"{page.section} ")
        ooxml.link(paragraph, page.page.url, page.page.url)
        if page.things:
            self._builder.table(
                "",
                (text("What"), text("Kind"), text("What a visitor meets")),
                [
                    (
                        thing.what,
                        (thing.kind, thing.how),
                        tuple(
                            part
                            for part in (
                                f"{thing.status.symbol} {thing.status.text}",
                                thing.status.reason,
                                thing.embed,
                            )
                            if part
                        ),
                    )
                    for thing in page.things
                ],
                (0.4, 0.22, 0.38),
            )

    def _links(self) -> None:
        if not self._view.links:
            return
        text = self._text
        self._builder.heading(text("Links to other sites"), 1)
        about = (
            "Addresses that the pages link to and that are no items of the project: newspapers, "
            "schools, profiles. They do not count in its numbers."
        )
        self._builder.paragraph(text(about), "Aside")
        self._builder.table(
            "",
            (text("What"), text("Where"), text("What a visitor meets")),
            [
                (
                    (row.what, row.what.kind),
                    tuple(row.pages[:_PLACES]),
                    (f"{row.status.symbol} {row.status.text}", row.status.reason),
                )
                for row in self._view.links
            ],
            (0.38, 0.27, 0.35),
        )

    def _method(self) -> None:
        method, text = self._view.methodology, self._text
        self._builder.heading(text("How it was checked"), 1)
        self._builder.paragraph(method.about)
        self._facts(method.coverage, text("How much was seen"))
        if method.warnings:
            self._builder.heading(text("What happened on the way"), 2)
            for warning in method.warnings:
                self._builder.paragraph(warning, "List Bullet")
        self._builder.heading(text("What this check cannot say"), 2)
        for limit in method.limits:
            self._builder.paragraph(limit, "List Bullet")
        self._builder.table(
            text("What the words mean"),
            (text("What a visitor meets"), text("In words")),
            [(f"{status.symbol} {status.text}", meaning) for status, meaning in method.states],
            (0.35, 0.65),
        )
        self._facts(method.visit, text("The check in detail"))
        if method.settings:
            self._facts(method.settings, text("Settings"))


FORMAT = Format(
    id="docx",
    file_name="report.docx",
    media_type=_MEDIA,
    per_language=True,
    render=render,
    pictured=True,
)


def _things_of(phase: Phase) -> str:
    """How many things open in a phase, and the pictures beside them."""
    return f"{phase.things} + {phase.pictures}" if phase.pictures else str(phase.things)
