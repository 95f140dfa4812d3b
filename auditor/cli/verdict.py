"""The short verdict on the terminal in the user's language, and ``--fail-on``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from auditor.application.check_machine import browser_command
from auditor.errors import BadInputError
from auditor.session.audit_files import is_reached
from auditor.session.audit_folder import Placement
from crawlers.model.harmless import harmless_line
from crawlers.model.verdict import State, Visibility
from crawlers.urls.wrappers import archived_address
from reports.audit import Audit, ChangeKind, Comparison, Outcome, Severity
from reports.i18n.messages import (
    ASSESSMENTS,
    CHANGES,
    DECIDE,
    GAPS,
    LEAST_CHANGE,
    NUMBERS,
    REASONS,
    SEVERITIES,
    STATES,
    incomplete_because,
    source_text,
    warning_text,
)
from reports.i18n.terminal import TERMINAL
from reports.i18n.translator import Translator
from reports.view.least_change import least_change_code

_WITHOUT_BROWSER = frozenset({"no_browser", "no_renderer"})
_SEVERITIES = {"fix", "review", "note"}
_COUNTS = {"lost", "undetermined"}
_MEASURED = (
    "products",
    "products_visible",
    "products_undetermined",
    "pictures",
    "pictures_visible",
)
_MOST_NAMED = 8  # things of the least change that the terminal names


def short_verdict(audit: Audit, placement: Placement, translator: Translator) -> str:
    """What visitors see, what to fix, how complete it is, and the file to open, in words.

    Of a project that was not reached there are no numbers: none would be true.
    """
    text = translator.text
    lines = [audit.project.title or audit.project.url]
    lines += _numbers(audit, translator) if is_reached(audit.model_dump(mode="json")) else []
    if not audit.coverage.complete:
        lines.append(text(TERMINAL["incomplete"]).format(why=_incomplete(audit, translator)))
    lines += _notes(audit, translator)
    lines = [lines[0], *(f"  {line}" for line in (*lines[1:], *_where(placement, text)))]
    return "\n".join(map(harmless_line, lines))


def _numbers(audit: Audit, translator: Translator) -> list[str]:
    """How many pages and items are in which state, the outcome, what to do, what has changed."""
    text = translator.text
    pages, things = ([x.visibility for x in group] for group in (audit.pages, audit.artefacts))
    lines = [f"{text('Pages')}: {_states(pages, translator)}"] if pages else []
    lines += [f"{text('Items')}: {_states(things, translator)}"] if things else []
    lines += [text(sentence) for sentence in _results(audit)]
    lines += _measured(audit, translator)
    lines += [f"{name}: {translator.number(number)}" for name, number in _groups(audit, text)]
    return [*lines, *_changes(audit, translator)]


def _states(verdicts: Sequence[Visibility], translator: Translator) -> str:
    """How many there are, and how many of them in each state."""
    counted = Counter(verdict.state for verdict in verdicts)
    parts = [
        f"{translator.text(STATES[state.value])}: {translator.number(counted[state])}"
        for state in State
        if counted[state]
    ]
    return f"{translator.number(len(verdicts))} ({' · '.join(parts)})"


def _results(audit: Audit) -> tuple[str, ...]:
    """The sentence of the visible-results condition, or what was measured if a form has none."""
    items = audit.assessment.items
    decided = [item.reason for item in items if item.key == "results_visible"]
    measured = [
        reason
        for item in items
        if item.key == "results_documentation"
        for reason in item.reasons
        if reason.startswith("results_")
    ]
    return tuple(source_text(ASSESSMENTS, reason) for reason in (decided or measured)[:1])


def _groups(audit: Audit, text: Callable[[str], str]) -> list[tuple[str, int]]:
    """The groups of findings with their numbers, in words."""
    decide = [f for f in audit.findings if f.remedy == "decide_yourself"]
    fix = [f for f in audit.findings if f.severity is Severity.FIX and f not in decide]
    review = [f for f in audit.findings if f.severity is Severity.REVIEW and f not in decide]
    named = ((SEVERITIES["fix"], fix), (DECIDE, decide), (SEVERITIES["review"], review))
    return [(text(name), len(findings)) for name, findings in named if findings]


def _changes(audit: Audit, translator: Translator) -> list[str]:
    comparison = audit.comparison
    if comparison is None:
        return []
    counted = Counter(change.change for change in comparison.changes)
    parts = [
        f"{translator.text(CHANGES[kind.value])}: {translator.number(counted[kind])}"
        for kind in ChangeKind
        if counted[kind]
    ]
    text = translator.text(TERMINAL["since_last_time"])
    changes = " · ".join(parts) or translator.text(TERMINAL["no_change"])
    when = translator.local_time(comparison.previous_finished_at)
    return [text.format(when=when, changes=changes)]


def _incomplete(audit: Audit, translator: Translator) -> str:
    """Why the audit is not complete, in words; of a home page that did not open, its reason too."""
    coverage = audit.coverage
    reasons = (gap.reason.value for gap in coverage.gaps)
    texts = list(incomplete_because(coverage.stopped_because, reasons))
    if coverage.stopped_because == "seed_unreachable" and audit.pages:
        texts.append(source_text(REASONS, audit.pages[0].visibility.reason.value))
    words = [translator.text(text) for text in texts]
    return " ".join([*words, *_old_platform(audit)])


def _old_platform(audit: Audit) -> list[str]:
    """What to type for a project of the platform that was shut down in 2022, unless it was typed.

    Its TwinSpaces stand in web archives alone (etwinning.at, FAQ of October 2022, read 2026-11-23).
    """
    url = audit.project.url
    given = str(audit.run.settings.get("url", url))
    unreached = audit.coverage.stopped_because == "seed_unreachable"
    if audit.project.platform != "legacy" or archived_address(given) is not None or not unreached:
        return []
    return [
        "The old TwinSpace was shut down in 2022; a web archive may hold a copy: "
        f"twinspace-auditor audit https://web.archive.org/web/2022/{url}"
    ]


def _notes(audit: Audit, translator: Translator) -> list[str]:
    """The warnings in words, each code once, with its first subject and how many more there are.

    Everything that comes from a missing browser is one line, with the command that brings one.
    """
    subjects: dict[str, list[str]] = {}
    for warning in audit.warnings:
        code, _, subject = warning.partition(":")
        subjects.setdefault(code, []).append(subject)
    notes = []
    for code, (first, *others) in subjects.items():
        if code in GAPS or code in _WITHOUT_BROWSER:
            continue  # the gaps are said above
        sentence = translator.text(warning_text(code))
        note = f"{sentence.rstrip('.')}: {first}" if first else sentence
        more = translator.text(TERMINAL["and_more"]).format(n=translator.number(len(others)))
        notes.append(f"{note} ({more})" if others else note)
    if not _WITHOUT_BROWSER.isdisjoint(subjects):
        text = translator.text(TERMINAL["browser_missing"])
        notes.append(text.format(command=browser_command()))
    return notes


def _where(placement: Placement, text: Callable[[str], str]) -> list[str]:
    """Where the earlier audit is, if there was one, and the file to open."""
    lines = []
    if placement.earlier_kept is not None:
        kept, failed = str(placement.earlier_kept), str(placement.folder)
        lines.append(text(TERMINAL["not_reached_kept"]).format(folder=kept, failed=failed))
    if placement.previous is not None:
        lines.append(text(TERMINAL["earlier_moved"]).format(folder=placement.previous))
    return [*lines, text(TERMINAL["open_next"]).format(file=_first_file(placement.folder))]


def _first_file(folder: Path) -> Path:
    """The file that people read first, of those that were written."""
    for pattern in ("report*.html", "report*.pdf", "report*.docx", "inventory.xlsx"):
        for path in sorted(folder.glob(pattern)):
            return path
    return folder / "audit.json"


def _measured(audit: Audit, translator: Translator) -> list[str]:
    """The products and pictures, and the least that would change the outcome, where measured."""
    item = next((item for item in audit.assessment.items if "products" in item.numbers), None)
    if item is None:
        return []
    text = translator.text
    lines = [
        f"{_capital(text(NUMBERS[name]))}: {translator.number(int(item.numbers[name]))}"
        for name in _MEASURED
        if name in item.numbers
    ]
    if item.least_change is not None:
        lines.append(text(LEAST_CHANGE[least_change_code(item.least_change)]))
        lines += [f"  {name}" for name in item.least_change.items[:_MOST_NAMED]]
        more = len(item.least_change.items) - _MOST_NAMED
        and_more = text(TERMINAL["and_more"]).format(n=translator.number(more))
        lines += [f"  {and_more}"] if more > 0 else []
    return lines


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def comparison_lines(comparison: Comparison) -> list[str]:
    """A comparison as lines: what may explain a change, then one line per change."""
    lines = [f"since {comparison.previous_finished_at:%Y-%m-%d %H:%M} UTC"]
    if comparison.rules_differ:
        lines.append(f"  other {', '.join(comparison.rules_differ)}: changes may come from that")
    if comparison.coverage_differs:
        lines.append("  one of the two did not see the whole site; what only one met is left out")
    lines += [
        harmless_line(
            f"  {change.change.value:10}  {change.subject.value} {change.id}: "
            f"{change.before or 'not there'} -> {change.after or 'not there'}"
        )
        for change in comparison.changes
    ]
    return lines if comparison.changes else [*lines, "  no changes"]


def matched_conditions(audit: Audit, conditions: Sequence[str]) -> list[str]:
    """The conditions that hold; raises ``BadInputError`` for an unknown one."""
    keys = {item.key: item.outcome for item in audit.assessment.items}
    verdicts = [artefact.visibility for artefact in audit.artefacts]
    counts = {
        "lost": sum(verdict.lost for verdict in verdicts),
        "undetermined": sum(verdict.undetermined for verdict in verdicts),
    }
    matched = []
    for condition in conditions:
        if condition in _SEVERITIES:
            hit = any(finding.severity.value == condition for finding in audit.findings)
        elif condition in _COUNTS:
            hit = counts[condition] > 0
        elif condition in keys:
            hit = keys[condition] is Outcome.FAILED
        else:
            names = ", ".join(sorted({*_SEVERITIES, *_COUNTS, *keys}))
            raise BadInputError(
                TERMINAL["unknown_value"], value=condition, option="--fail-on", choices=names
            )
        if hit:
            matched.append(condition)
    return matched
