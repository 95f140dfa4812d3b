"""What to fix: the findings as a list that a teacher can work through; pure.

Findings that need the same step stand together, so that a teacher reads it once. What may hold
personal data stands in a part of its own, with no step that would make it public.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crawlers.model.artefact import Artefact
from crawlers.model.link import Link
from crawlers.model.page import Page
from reports.audit import Audit, Finding, Severity
from reports.i18n import messages
from reports.i18n.messages import source_text
from reports.i18n.translator import Translator
from reports.view.references import Reference, kind_text, reference, references, shown_address
from reports.view.screenshots import ScreenshotView, by_subject
from reports.view.tool_names import tool_name

_ORDER = tuple(messages.CHECKS)
_DECIDE, _DECIDE_YOURSELF = "decide", "decide_yourself"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One page or artefact to fix: what, of what kind, on which pages, why, and the proof.

    ``screenshot`` is its picture, if there is one.
    """

    what: Reference
    address: str
    kind: str
    where: str
    places: tuple[Reference, ...]
    why: str
    proof: tuple[str, ...]
    screenshot: ScreenshotView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One step: what is wrong, what to do (in short and at length), and where."""

    check: str
    step: str
    remedy: str
    occurrences: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionGroup:
    """The actions of one severity (``fix``, ``review``, ``note``), or those to ``decide``."""

    severity: str
    title: str
    about: str
    actions: tuple[Action, ...]

    @property
    def total(self) -> int:
        """How many findings the group holds."""
        return sum(len(action.occurrences) for action in self.actions)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """One finding in words: its group, what is wrong, what to do, and where."""

    finding: Finding
    group: str
    check: str
    remedy: str
    occurrence: Occurrence


def action_groups(audit: Audit, translator: Translator) -> tuple[ActionGroup, ...]:
    """Findings by severity, the most urgent first, those that people must decide after ``fix``.

    Groups without any are left out.
    """
    builder = _ActionBuilder(audit, translator)
    return tuple(
        ActionGroup(severity=group, title=title, about=about, actions=actions)
        for group, title, about in _groups(translator)
        if (actions := _actions(audit, group, builder, translator))
    )


def action_rows(audit: Audit, translator: Translator) -> tuple[ActionRow, ...]:
    """Every finding in words, in the order of the groups."""
    builder = _ActionBuilder(audit, translator)
    return tuple(
        ActionRow(
            finding=finding,
            group=title,
            check=translator.text(_check(finding.check, finding.reason)),
            remedy=builder.remedy_text(finding),
            occurrence=builder.occurrence(finding),
        )
        for group, title, _ in _groups(translator)
        for finding in audit.findings
        if _group(finding) == group
    )


def _groups(translator: Translator) -> tuple[tuple[str, str, str], ...]:
    """The groups in their order: code, title, and what they are about."""
    texts = {
        severity.value: (messages.SEVERITIES[severity], messages.SEVERITIES_ABOUT[severity])
        for severity in Severity
    }
    texts[_DECIDE] = (messages.DECIDE, messages.DECIDE_ABOUT)
    return tuple(
        (code, translator.text(texts[code][0]), translator.text(texts[code][1]))
        for code in (Severity.FIX, _DECIDE, Severity.REVIEW, Severity.NOTE)
    )


def _group(finding: Finding) -> str:
    return _DECIDE if finding.remedy == _DECIDE_YOURSELF else finding.severity


def _actions(
    audit: Audit, group: str, builder: _ActionBuilder, translator: Translator
) -> tuple[Action, ...]:
    """The steps of one group: pages before artefacts, then by the number of occurrences."""
    gathered: dict[tuple[str, str], list[Finding]] = {}
    for finding in audit.findings:
        if _group(finding) == group:
            key = (_check(finding.check, finding.reason), builder.remedy(finding))
            gathered.setdefault(key, []).append(finding)
    ordered = sorted(gathered.items(), key=lambda entry: (_rank(entry[1][0].check), -len(entry[1])))
    return tuple(
        Action(
            check=translator.text(check),
            step=builder.step(findings),
            remedy=builder.remedy_text(findings[0]),
            occurrences=tuple(builder.occurrence(finding) for finding in findings),
        )
        for (check, _), findings in ordered
    )


def _rank(check: str) -> int:
    return _ORDER.index(check) if check in _ORDER else len(_ORDER)


def _check(check: str, reason: str) -> str:
    """The text of a check, by its reason if that has a text of its own."""
    return messages.CHECKS.get(f"{check}:{reason}") or source_text(messages.CHECKS, check)


class _ActionBuilder:
    """Builds the actions of one audit in one language."""

    def __init__(self, audit: Audit, translator: Translator) -> None:
        self._platform = audit.project.platform
        self._translator = translator
        self._pages: Mapping[str, Page] = {page.url: page for page in audit.pages}
        self._artefacts: Mapping[str, Artefact] = {
            artefact.id: artefact for artefact in audit.artefacts
        }
        self._links: Mapping[str, Link] = {link.id: link for link in audit.links}
        self._index = references(audit, translator)
        self._screenshots = by_subject(audit, translator)

    def remedy(self, finding: Finding) -> str:
        """The source text of what to do: for this tool, else for this platform, else for all."""
        artefact = self._artefacts.get(finding.subject)
        provider = artefact.provider if artefact else ""
        return (
            messages.PROVIDER_REMEDIES.get(f"{finding.remedy}:{provider}")
            or messages.PLATFORM_REMEDIES.get(f"{finding.remedy}:{self._platform}")
            or messages.REMEDIES.get(f"{finding.remedy}:{finding.check}")
            or source_text(messages.REMEDIES, finding.remedy)
        )

    def remedy_text(self, finding: Finding) -> str:
        """What to do, with the sentence about consent where it makes something visible."""
        text = self._translator.text(self.remedy(finding))
        if finding.remedy not in messages.MAKES_VISIBLE or self._links.get(finding.subject):
            return text
        return f"{text} {self._translator.text(messages.CONSENT)}"

    def step(self, findings: list[Finding]) -> str:
        """The step in short, with the names of the tools where it is done."""
        first = findings[0]
        step = self._translator.text(source_text(messages.STEPS, first.remedy))
        artefacts = [
            artefact for f in findings if (artefact := self._artefacts.get(f.subject)) is not None
        ]
        remedies = {f"{first.remedy}:{artefact.provider}" for artefact in artefacts}
        if remedies.isdisjoint(messages.PROVIDER_REMEDIES):
            return step
        return f"{step}: {', '.join(dict.fromkeys(tool_name(artefact) for artefact in artefacts))}"

    def occurrence(self, finding: Finding) -> Occurrence:
        """One finding as a line of its action."""
        artefact, page = self._artefacts.get(finding.subject), self._pages.get(finding.subject)
        link = self._links.get(finding.subject)
        what = self._what(finding)
        address = shown_address(what.url) if what.url else ""
        return Occurrence(
            what=what,
            address=address if address != what.title else "",
            kind=self._kind(artefact, page, link),
            where=self._translator.text("Linked from")
            if page
            else self._translator.text("Stands on"),
            places=tuple(reference(url, self._index) for url in self._pages_to_edit(finding)),
            why=self._translator.text(source_text(messages.REASONS, finding.reason)),
            proof=self._proof(artefact or page or link),
            screenshot=self._screenshots.get(finding.subject),
        )

    def _what(self, finding: Finding) -> Reference:
        if finding.subject == "project":
            return Reference(title=self._translator.text("The project as a whole"), url="")
        return reference(finding.subject, self._index)

    def _kind(self, artefact: Artefact | None, page: Page | None, link: Link | None) -> str:
        if artefact is not None:
            return kind_text(artefact, self._translator)
        if link is not None:
            return self._translator.text(messages.LINK_ROLES[link.role.value])
        return (
            self._translator.text(source_text(messages.SECTIONS, page.section.value))
            if page
            else ""
        )

    def _pages_to_edit(self, finding: Finding) -> tuple[str, ...]:
        """The pages to edit: those that show the artefact, or that link to the page."""
        artefact, page = self._artefacts.get(finding.subject), self._pages.get(finding.subject)
        if page is not None:
            return tuple(dict.fromkeys(page.found_on))
        thing = artefact or self._links.get(finding.subject)
        if thing is None:
            return tuple(url for url in finding.evidence if url in self._pages)
        where = tuple(dict.fromkeys(sighting.page for sighting in thing.sightings))
        named = tuple(url for url in where if url in finding.evidence)
        return named or where

    def _proof(self, subject: Artefact | Page | Link | None) -> tuple[str, ...]:
        """HTTP status, final address, time and number of attempts behind a verdict."""
        if subject is None:
            return ()
        verdict, translator = subject.visibility, self._translator
        lines = [f"HTTP {verdict.http_status}"] if verdict.http_status else []
        if verdict.final_url and verdict.final_url != subject.url:
            lines.append(f"→ {shown_address(verdict.final_url)}")
        if verdict.checked_at:
            lines.append(translator.time(verdict.checked_at))
        if verdict.attempts > 1:
            lines.append(translator.count("asked {n} time", "asked {n} times", verdict.attempts))
        return tuple(lines)
