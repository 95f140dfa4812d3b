"""Tables of an audit as pandas frames, shared by CSV and XLSX; pure.

Column names are the same in every language, and codes stay codes: these tables are for sorting,
filtering and programs. Times are ISO 8601 in UTC. Columns that hold several values have one a
line. Titles and labels are masked as in the report.

``artefacts``, one row an artefact:
    id, provider, kind; title; url (as first met), canonical_url (the one address it has for
    everybody); state, reason; http_status, final_url (after redirects), checked_at, attempts;
    sightings (how many), pages (where they are); embeds_blocked (sightings whose embed shows
    nothing); evidence (ids of the archive's records)
``sightings``, one row a place where an artefact stands:
    artefact (its id), page, form, label, url (as written there), embed, embed_reason;
    after_consent, after_consent_reason (what shows once cookies were accepted)
``pages``, one row a page:
    url, title, section, language; state, reason, http_status, final_url, checked_at; layout;
    rendered_because (why a browser opened it), trouble (what its scripts did), words (how many),
    updated (as the page says it), found_on (pages that link to it); evidence
``findings``, one row a finding:
    id, severity, check, subject (a page's address, an artefact's id, or ``project``), reason,
    remedy, evidence
``assessment``, one row a condition or criterion:
    key, kind, mode, outcome, reason; numbers (name=value), missing (topics), untold; evidence
``documentation``, one row a topic and page of an item's evidence table:
    item (its key), topic, page, artefacts (ids of what a visitor can open there)
``changes``, one row a difference from the earlier audit:
    subject, id, change, before, after
``screenshots``, one row a picture:
    file, subject (a page's address or an artefact's id), because (why it was taken), width and
    height (pixels), cut (the page is longer), ready (``quiet`` or ``time_limit``)
``run``, one row a fact about the audit:
    name, value
"""

from __future__ import annotations

from datetime import UTC

import pandas as pd

from crawlers.model.artefact import Artefact, EmbedState
from crawlers.model.page import Page
from crawlers.model.verdict import Visibility
from reports.audit import AssessmentItem, Audit, Finding
from reports.view.privacy import mask

Row = dict[str, str | int | None]


def frames(audit: Audit) -> dict[str, pd.DataFrame]:
    """All tables by name, in the order of the sheets."""
    return {
        "artefacts": _frame([_artefact(one) for one in audit.artefacts], _ARTEFACT),
        "sightings": _frame([row for one in audit.artefacts for row in _sightings(one)], _SIGHTING),
        "pages": _frame([_page(one) for one in audit.pages], _PAGE),
        "findings": _frame([_finding(one) for one in audit.findings], _FINDING),
        "assessment": _frame([_item(one) for one in audit.assessment.items], _ITEM),
        "documentation": _frame(
            [row for one in audit.assessment.items for row in _documentation(one)], _DOCUMENTATION
        ),
        "changes": _frame(_changes(audit), _CHANGE),
        "screenshots": _frame([one.model_dump() for one in audit.screenshots], _SCREENSHOT),
        "run": _frame(_run(audit), _FACT),
    }


_ARTEFACT = (
    *("id", "provider", "kind", "title", "url", "canonical_url", "state", "reason", "http_status"),
    *("final_url", "checked_at", "attempts", "sightings", "pages", "embeds_blocked", "evidence"),
)
_SIGHTING = (
    *("artefact", "page", "form", "label", "url", "embed", "embed_reason"),
    *("after_consent", "after_consent_reason"),
)
_SCREENSHOT = ("file", "subject", "because", "width", "height", "cut", "ready")
_PAGE = (
    *("url", "title", "section", "language", "state", "reason", "http_status", "final_url"),
    *("checked_at", "layout", "rendered_because", "trouble", "words", "updated", "found_on"),
    "evidence",
)
_FINDING = ("id", "severity", "check", "subject", "reason", "remedy", "evidence")

_ITEM = ("key", "kind", "mode", "outcome", "reason", "numbers", "missing", "untold", "evidence")
_DOCUMENTATION = ("item", "topic", "page", "artefacts")
_CHANGE = ("subject", "id", "change", "before", "after")
_FACT = ("name", "value")


def _frame(rows: list[Row], columns: tuple[str, ...]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=list(columns))
    numbers = [name for name in ("http_status", "attempts", "sightings", "words") if name in frame]
    return frame.astype(dict.fromkeys(numbers, "Int64"))


def _time(verdict: Visibility) -> str:
    when = verdict.checked_at
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if when else ""


def _artefact(one: Artefact) -> Row:
    verdict = one.visibility
    return {
        "id": one.id,
        "provider": one.provider,
        "kind": one.kind.value,
        "title": mask(one.title),
        "url": one.url,
        "canonical_url": one.canonical_url,
        "state": verdict.state.value,
        "reason": verdict.reason.value,
        "http_status": verdict.http_status,
        "final_url": verdict.final_url or "",
        "checked_at": _time(verdict),
        "attempts": verdict.attempts,
        "sightings": len(one.sightings),
        "pages": "\n".join(dict.fromkeys(sighting.page for sighting in one.sightings)),
        "embeds_blocked": sum(s.embed is EmbedState.BLOCKED for s in one.sightings),
        "evidence": "\n".join(verdict.evidence),
    }


def _sightings(one: Artefact) -> list[Row]:
    return [
        {
            "artefact": one.id,
            "page": sighting.page,
            "form": sighting.form.value,
            "label": mask(sighting.label),
            "url": sighting.url,
            "embed": sighting.embed.value,
            "embed_reason": sighting.embed_reason or "",
            "after_consent": sighting.after_consent.value,
            "after_consent_reason": sighting.after_consent_reason or "",
        }
        for sighting in one.sightings
    ]


def _page(one: Page) -> Row:
    return {
        "url": one.url,
        "title": mask(one.title),
        "section": one.section.value,
        "language": one.language or "",
        "state": one.visibility.state.value,
        "reason": one.visibility.reason.value,
        "http_status": one.visibility.http_status,
        "final_url": one.visibility.final_url or "",
        "checked_at": _time(one.visibility),
        "layout": one.layout.value,
        "rendered_because": one.rendered_because,
        "trouble": "\n".join(one.trouble),
        "words": one.words,
        "updated": one.updated or "",
        "found_on": "\n".join(one.found_on),
        "evidence": "\n".join(one.visibility.evidence),
    }


def _finding(one: Finding) -> Row:
    return {
        "id": one.id,
        "severity": one.severity.value,
        "check": one.check,
        "subject": one.subject,
        "reason": one.reason,
        "remedy": one.remedy,
        "evidence": "\n".join(one.evidence),
    }


def _item(one: AssessmentItem) -> Row:
    return {
        "key": one.key,
        "kind": one.kind.value,
        "mode": one.mode.value,
        "outcome": one.outcome.value,
        "reason": one.reason,
        "numbers": "\n".join(f"{name}={value}" for name, value in one.numbers.items()),
        "missing": "\n".join(one.missing),
        "untold": "\n".join(one.untold),
        "evidence": "\n".join(one.evidence),
    }


def _documentation(one: AssessmentItem) -> list[Row]:
    return [
        {
            "item": one.key,
            "topic": row.topic,
            "page": row.page,
            "artefacts": "\n".join(row.artefacts),
        }
        for row in one.table
    ]


def _changes(audit: Audit) -> list[Row]:
    if audit.comparison is None:
        return []
    return [
        {
            "subject": one.subject.value,
            "id": one.id,
            "change": one.change.value,
            "before": one.before,
            "after": one.after,
        }
        for one in audit.comparison.changes
    ]


def _run(audit: Audit) -> list[Row]:
    """What the audit was, for a table that is read without its report."""
    run, project, coverage = audit.run, audit.project, audit.coverage
    facts = {
        "project": project.url,
        "title": mask(project.title),
        "platform": project.platform,
        "state": project.state.value,
        "started_at": run.started_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "finished_at": run.finished_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "replayed": str(run.replayed).lower(),
        "tool_version": run.tool_version,
        "rules_version": run.rules_version,
        "rubric": audit.assessment.rubric,
        "evidence_sha256": run.evidence_sha256,
        "complete": str(coverage.complete).lower(),
        "gaps": "\n".join(f"{gap.reason}:{gap.example}" for gap in coverage.gaps),
        "pages_listed": coverage.pages_listed,
        "pages_opened": coverage.pages_opened,
        "pages_refused": coverage.pages_refused,
        "pages_failed": coverage.pages_failed,
        "warnings": "\n".join(audit.warnings),
    }
    return [{"name": name, "value": str(value)} for name, value in facts.items()]
