"""The short verdict on the terminal, and the conditions of ``--fail-on``; pure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from auditor.errors import BadInputError
from crawlers.model.harmless import harmless_line
from crawlers.urls.wrappers import archived_address
from reports.audit import Audit, Comparison, Outcome, Severity
from reports.i18n.messages import (
    GAPS,
    LEAST_CHANGE,
    REASONS,
    WARNINGS,
    incomplete_because,
    source_text,
)
from reports.view.least_change import least_change_code

_SEVERITIES = {"fix", "review", "note"}
_COUNTS = {"lost", "undetermined"}
_MOST_NAMED = 8  # things of the least change that the terminal names


def short_verdict(audit: Audit, out: Path) -> str:
    """A few lines: what visitors see, what to fix, how complete it is, where the report is."""
    verdicts = [artefact.visibility for artefact in audit.artefacts]
    visible = sum(verdict.visible for verdict in verdicts)
    unknown = sum(verdict.undetermined for verdict in verdicts)
    lost = len(verdicts) - visible - unknown
    fixes = sum(finding.severity is Severity.FIX for finding in audit.findings)
    coverage = audit.coverage
    lines = [
        harmless_line(audit.project.title or audit.project.url),
        f"  artefacts: {len(verdicts)} found, {visible} visible, {lost} not visible, "
        f"{unknown} undetermined",
        f"  pages:     {coverage.pages_listed} found, {coverage.pages_opened} open, "
        f"{coverage.pages_refused} closed to strangers, {coverage.pages_failed} undetermined",
        f"  to fix:    {fixes}",
        f"  rubric:    {audit.assessment.rubric}",
    ]
    lines += [f"  results visible to everyone: {result}" for result in _results(audit)]
    lines += _measured(audit)
    if not coverage.complete:
        lines.append(f"  INCOMPLETE: {_incomplete(audit)} What is missing is unknown.")
    if not coverage.layout_known:
        lines.append("  the layout is not the one we know; the coverage is uncertain")
    lines += [f"  note:      {text}" for text in _notes(audit)]
    lines.append(f"  report in {out}")
    return "\n".join(map(harmless_line, lines))


def _incomplete(audit: Audit) -> str:
    """Why the audit is not complete, in words; of a home page that did not open, its reason too."""
    coverage = audit.coverage
    reasons = (gap.reason.value for gap in coverage.gaps)
    texts = list(incomplete_because(coverage.stopped_because, reasons))
    if coverage.stopped_because == "seed_unreachable" and audit.pages:
        texts.append(source_text(REASONS, audit.pages[0].visibility.reason.value).rstrip(".") + ".")
        texts += _old_platform(audit)
    return " ".join(texts)


def _old_platform(audit: Audit) -> list[str]:
    """What to type for a project of the platform that was shut down in 2022, unless it was typed.

    Its TwinSpaces stand in web archives alone (etwinning.at, FAQ of October 2022, read 2026-11-23).
    """
    url = audit.project.url
    given = str(audit.run.settings.get("url", url))
    if audit.project.platform != "legacy" or archived_address(given) is not None:
        return []
    return [
        "The old TwinSpace was shut down in 2022; a web archive may hold a copy: "
        f"twinspace-auditor audit https://web.archive.org/web/2022/{url}"
    ]


def _notes(audit: Audit) -> list[str]:
    """The warnings in words, each code once, with its first subject and how many more there are."""
    subjects: dict[str, list[str]] = {}
    for warning in audit.warnings:
        code, _, subject = warning.partition(":")
        subjects.setdefault(code, []).append(subject)
    notes = []
    for code, (first, *others) in subjects.items():
        if code in GAPS:
            continue  # a reason why the audit is incomplete, said above
        sentence = source_text(WARNINGS, code)
        text = f"{sentence.rstrip('.')}: {first}" if first else sentence
        notes.append(f"{text} (and {len(others)} more)" if others else text)
    return notes


_MEASURED = {
    "results_visible_passed": "enough, by the measure of this program",
    "results_visible_failed": "too few, by the measure of this program",
    "results_visible_cant_tell": "cannot tell",
    "key_page_closed": "cannot tell, since a main result is closed by its name",
    "part_missing": "a part is missing, by the measure of this program",
    "results_none_found": "none found",
    "coverage_uncertain": "cannot tell, since the site could not be read well enough",
}


def _results(audit: Audit) -> list[str]:
    """The outcome of the visible-results condition, or what was measured if a form has none."""
    items = audit.assessment.items
    decided = [
        item.outcome.value.replace("_", " ") for item in items if item.key == "results_visible"
    ]
    measured = [
        _MEASURED[reason]
        for item in items
        if item.key == "results_documentation"
        for reason in item.reasons
        if reason in _MEASURED
    ]
    return (decided or measured)[:1]


def _measured(audit: Audit) -> list[str]:
    """The products and pictures, and the least that would change the outcome, where measured."""
    item = next((item for item in audit.assessment.items if "products" in item.numbers), None)
    if item is None:
        return []
    number = {name: f"{int(value)}" for name, value in item.numbers.items()}
    lines = [
        f"  products:  {number['products']} found, {number['products_visible']} visible, "
        f"{number['products_undetermined']} undetermined; "
        f"pictures: {number['pictures_visible']} of {number['pictures']} visible"
    ]
    if item.least_change is not None:
        lines.append(f"  {LEAST_CHANGE[least_change_code(item.least_change)]}")
        lines += [f"    {name}" for name in item.least_change.items[:_MOST_NAMED]]
        more = len(item.least_change.items) - _MOST_NAMED
        lines += [f"    and {more} more"] if more > 0 else []
    return lines


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
            raise BadInputError(f"--fail-on {condition} is not known; use one of {names}.")
        if hit:
            matched.append(condition)
    return matched
