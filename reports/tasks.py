"""What to fix: the findings as a list that a teacher can work through; pure.

Findings that need the same step stand together, so that it is read once and done to each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crawlers.model import Artefact, Page
from reports import words
from reports.audit import Audit, Finding, Severity
from reports.i18n import Speech
from reports.plates import Plate, by_subject
from reports.references import Reference, kind_text, reference, references, shown_address
from reports.tools import tool_name
from reports.words import word

_ORDER = tuple(words.CHECKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One page or artefact to see to: what, of what kind, on which pages, why, and the proof.

    ``plate`` is its picture, if there is one.
    """

    what: Reference
    address: str
    kind: str
    where: str
    places: tuple[Reference, ...]
    why: str
    proof: tuple[str, ...]
    plate: Plate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One step: what is the matter, what to do (in short and at length), and to which cases."""

    check: str
    step: str
    remedy: str
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskGroup:
    """The tasks of one severity."""

    severity: str
    title: str
    about: str
    tasks: tuple[Task, ...]

    @property
    def total(self) -> int:
        """How many findings the group holds."""
        return sum(len(task.cases) for task in self.tasks)


def task_groups(audit: Audit, speech: Speech) -> tuple[TaskGroup, ...]:
    """Findings by severity, the most urgent first; groups without any are left out."""
    return tuple(
        TaskGroup(
            severity=severity.value,
            title=speech.text(words.SEVERITIES[severity.value]),
            about=speech.text(words.SEVERITIES_ABOUT[severity.value]),
            tasks=tasks,
        )
        for severity in Severity
        if (tasks := _tasks(audit, severity, speech))
    )


def _tasks(audit: Audit, severity: Severity, speech: Speech) -> tuple[Task, ...]:
    """The steps of one severity: pages before artefacts, then by the number of cases."""
    teller = _Teller(audit, speech)
    gathered: dict[tuple[str, str], list[Finding]] = {}
    for one in audit.findings:
        if one.severity is severity:
            key = (_check(one.check, one.reason), teller.remedy(one))
            gathered.setdefault(key, []).append(one)
    ordered = sorted(gathered.items(), key=lambda entry: (_rank(entry[1][0].check), -len(entry[1])))
    return tuple(
        Task(
            check=speech.text(check),
            step=teller.step(found),
            remedy=speech.text(remedy),
            cases=tuple(teller.case(one) for one in found),
        )
        for (check, remedy), found in ordered
    )


def _rank(check: str) -> int:
    return _ORDER.index(check) if check in _ORDER else len(_ORDER)


def _check(check: str, reason: str) -> str:
    """The words for a check, by its reason where that one has words of its own."""
    return words.CHECKS.get(f"{check}:{reason}") or word(words.CHECKS, check)


class _Teller:
    """The audit at hand while its findings are told in one language."""

    def __init__(self, audit: Audit, speech: Speech) -> None:
        self._platform = audit.project.platform
        self._speech = speech
        self._pages: Mapping[str, Page] = {page.url: page for page in audit.pages}
        self._artefacts: Mapping[str, Artefact] = {one.id: one for one in audit.artefacts}
        self._known = references(audit, speech)
        self._plates = by_subject(audit, speech)

    def remedy(self, one: Finding) -> str:
        """The source text of what to do: for this tool, else for this platform, else for all."""
        artefact = self._artefacts.get(one.subject)
        provider = artefact.provider if artefact else ""
        return (
            words.PROVIDER_REMEDIES.get(f"{one.remedy}:{provider}")
            or words.PLATFORM_REMEDIES.get(f"{one.remedy}:{self._platform}")
            or words.REMEDIES.get(f"{one.remedy}:{one.check}")
            or word(words.REMEDIES, one.remedy)
        )

    def step(self, found: list[Finding]) -> str:
        """The step in short, with the names of the tools that it is taken in."""
        first = found[0]
        step = self._speech.text(word(words.STEPS, first.remedy))
        providers = [one.provider for f in found if (one := self._artefacts.get(f.subject))]
        if not any(f"{first.remedy}:{name}" in words.PROVIDER_REMEDIES for name in providers):
            return step
        return f"{step}: {', '.join(dict.fromkeys(tool_name(name) for name in providers))}"

    def case(self, one: Finding) -> Case:
        """One finding as a line of its task."""
        artefact, page = self._artefacts.get(one.subject), self._pages.get(one.subject)
        what = self._what(one)
        address = shown_address(what.url) if what.url else ""
        return Case(
            what=what,
            address=address if address != what.title else "",
            kind=self._kind(artefact, page),
            where=self._speech.text("Linked from") if page else self._speech.text("Stands on"),
            places=tuple(reference(url, self._known) for url in self._places(one)),
            why=self._speech.text(word(words.REASONS, one.reason)),
            proof=self._proof(artefact or page),
            plate=self._plates.get(one.subject),
        )

    def _what(self, one: Finding) -> Reference:
        if one.subject == "project":
            return Reference(title=self._speech.text("The project as a whole"), url="")
        return reference(one.subject, self._known)

    def _kind(self, artefact: Artefact | None, page: Page | None) -> str:
        if artefact is not None:
            return kind_text(artefact, self._speech)
        return self._speech.text(word(words.SECTIONS, page.section.value)) if page else ""

    def _places(self, one: Finding) -> tuple[str, ...]:
        """Where to go to mend it: the pages that show the artefact, or that link to the page."""
        artefact, page = self._artefacts.get(one.subject), self._pages.get(one.subject)
        if page is not None:
            return tuple(dict.fromkeys(page.found_on))
        if artefact is None:
            return tuple(url for url in one.evidence if url in self._pages)
        where = tuple(dict.fromkeys(sighting.page for sighting in artefact.sightings))
        named = tuple(url for url in where if url in one.evidence)
        return named or where

    def _proof(self, subject: Artefact | Page | None) -> tuple[str, ...]:
        """HTTP status, final address, time and number of attempts behind a verdict."""
        if subject is None:
            return ()
        verdict, speech = subject.visibility, self._speech
        lines = [f"HTTP {verdict.http_status}"] if verdict.http_status else []
        if verdict.final_url and verdict.final_url != subject.url:
            lines.append(f"→ {shown_address(verdict.final_url)}")
        if verdict.checked_at:
            lines.append(speech.time(verdict.checked_at))
        if verdict.attempts > 1:
            lines.append(speech.count("asked {n} time", "asked {n} times", verdict.attempts))
        return tuple(lines)
