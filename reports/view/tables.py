"""Tables of an audit as pandas frames, shared by CSV and XLSX; pure.

Column names are the same in every language, and codes stay codes: these tables are for sorting,
filtering and programs. Times are ISO 8601 in UTC. Columns that hold several values have one
per line. Titles and labels are masked as in the report.

    ``artefacts``, one row per artefact: id, provider, kind; title; url (as first met),
    canonical_url (the one address it has for everybody); state, reason; http_status, final_url
    (after redirects), checked_at, attempts; sightings (how many), pages (where they are);
    embeds_blocked (sightings whose embed shows nothing); evidence (ids of the archive's records)
    ``sightings``, one row per place where an artefact stands: artefact (its id), page, form, label,
    url (as written there), embed, embed_reason; after_consent, after_consent_reason (what shows
    once cookies were accepted) ``links``, one row per link to what is no artefact: id, role; url
    (as first met), canonical_url; state, reason, http_status, final_url, checked_at, attempts;
    sightings (how many), pages (where they are); labels; evidence ``pages``, one row per page: url,
    title, section, language; state, reason, http_status, final_url, checked_at; layout;
    rendered_because (why a browser opened it), trouble (what its scripts did), words (how many),
    updated (as the page says it), found_on (pages that link to it); evidence ``findings``, one row
    per finding: id, severity, check, subject (a page's address, an artefact's id, or ``project``),
    reason, remedy, evidence ``assessment``, one row per condition or criterion: key, kind, mode,
    outcome, reason; numbers (name=value), missing (topics), untold; evidence; named (closed pages
    and artefacts that keep it from passed); least_change (what would turn it to passed), effort
    (``click``, ``afternoon``, ``look``, or ``impossible``) ``documentation``, one row per topic and
    page of an item's evidence table: item (its key), topic, page, artefacts (ids of what a visitor
    can open there), pictures (how many) ``changes``, one row per difference from the earlier audit:
    subject, id, change, before, after ``screenshots``, one row per picture: file, subject (a page's
    address or an artefact's id), because (why it was taken), width and height (pixels), cut (the
    page is longer), ready (``quiet`` or ``time_limit``) ``run``, one row per fact about the audit:
    name, value
"""

from __future__ import annotations

from datetime import UTC

import pandas as pd

from crawlers.model.artefact import Artefact, EmbedState
from crawlers.model.link import Link
from crawlers.model.page import Page
from crawlers.model.verdict import Visibility
from reports.audit import AssessmentItem, Audit, Finding, LeastChange
from reports.view.privacy import mask

Row = dict[str, str | int | None]


def frames(audit: Audit) -> dict[str, pd.DataFrame]:
    """All tables by name, in the order of the sheets."""
    return {
        "artefacts": _frame([_artefact(artefact) for artefact in audit.artefacts], _ARTEFACT),
        "sightings": _frame(
            [row for artefact in audit.artefacts for row in _sightings(artefact)], _SIGHTING
        ),
        "links": _frame([_link(link) for link in audit.links], _LINK),
        "pages": _frame([_page(page) for page in audit.pages], _PAGE),
        "findings": _frame([_finding(finding) for finding in audit.findings], _FINDING),
        "assessment": _frame([_item(item) for item in audit.assessment.items], _ITEM),
        "documentation": _frame(
            [row for item in audit.assessment.items for row in _documentation(item)], _DOCUMENTATION
        ),
        "changes": _frame(_changes(audit), _CHANGE),
        "screenshots": _frame(
            [screenshot.model_dump() for screenshot in audit.screenshots], _SCREENSHOT
        ),
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
_LINK = (
    *("id", "role", "url", "canonical_url", "state", "reason", "http_status", "final_url"),
    *("checked_at", "attempts", "sightings", "pages", "labels", "evidence"),
)
_SCREENSHOT = ("file", "subject", "because", "width", "height", "cut", "ready")
_PAGE = (
    *("url", "title", "section", "language", "state", "reason", "http_status", "final_url"),
    *("checked_at", "layout", "rendered_because", "trouble", "words", "updated", "found_on"),
    "evidence",
)
_FINDING = ("id", "severity", "check", "subject", "reason", "remedy", "evidence")

_ITEM = (
    *("key", "kind", "mode", "outcome", "reason", "numbers", "missing", "untold", "evidence"),
    *("named", "least_change", "effort"),
)
_DOCUMENTATION = ("item", "topic", "page", "artefacts", "pictures")
_CHANGE = ("subject", "id", "change", "before", "after")
_FACT = ("name", "value")


def _frame(rows: list[Row], columns: tuple[str, ...]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=list(columns))
    numbers = [name for name in ("http_status", "attempts", "sightings", "words") if name in frame]
    return frame.astype(dict.fromkeys(numbers, "Int64"))


def _time(verdict: Visibility) -> str:
    when = verdict.checked_at
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if when else ""


def _artefact(artefact: Artefact) -> Row:
    verdict = artefact.visibility
    return {
        "id": artefact.id,
        "provider": artefact.provider,
        "kind": artefact.kind.value,
        "title": mask(artefact.title),
        "url": artefact.url,
        "canonical_url": artefact.canonical_url,
        "state": verdict.state.value,
        "reason": verdict.reason.value,
        "http_status": verdict.http_status,
        "final_url": verdict.final_url or "",
        "checked_at": _time(verdict),
        "attempts": verdict.attempts,
        "sightings": len(artefact.sightings),
        "pages": "\n".join(dict.fromkeys(sighting.page for sighting in artefact.sightings)),
        "embeds_blocked": sum(s.embed is EmbedState.BLOCKED for s in artefact.sightings),
        "evidence": "\n".join(verdict.evidence),
    }


def _sightings(artefact: Artefact) -> list[Row]:
    return [
        {
            "artefact": artefact.id,
            "page": sighting.page,
            "form": sighting.form.value,
            "label": mask(sighting.label),
            "url": sighting.url,
            "embed": sighting.embed.value,
            "embed_reason": sighting.embed_reason or "",
            "after_consent": sighting.after_consent.value,
            "after_consent_reason": sighting.after_consent_reason or "",
        }
        for sighting in artefact.sightings
    ]


def _link(link: Link) -> Row:
    verdict = link.visibility
    labels = (mask(sighting.label) for sighting in link.sightings if sighting.label)
    return {
        "id": link.id,
        "role": link.role.value,
        "url": link.url,
        "canonical_url": link.canonical_url,
        "state": verdict.state.value,
        "reason": verdict.reason.value,
        "http_status": verdict.http_status,
        "final_url": verdict.final_url or "",
        "checked_at": _time(verdict),
        "attempts": verdict.attempts,
        "sightings": len(link.sightings),
        "pages": "\n".join(dict.fromkeys(sighting.page for sighting in link.sightings)),
        "labels": "\n".join(dict.fromkeys(labels)),
        "evidence": "\n".join(verdict.evidence),
    }


def _page(page: Page) -> Row:
    return {
        "url": page.url,
        "title": mask(page.title),
        "section": page.section.value,
        "language": page.language or "",
        "state": page.visibility.state.value,
        "reason": page.visibility.reason.value,
        "http_status": page.visibility.http_status,
        "final_url": page.visibility.final_url or "",
        "checked_at": _time(page.visibility),
        "layout": page.layout.value,
        "rendered_because": page.rendered_because,
        "trouble": "\n".join(page.trouble),
        "words": page.words,
        "updated": page.updated or "",
        "found_on": "\n".join(page.found_on),
        "evidence": "\n".join(page.visibility.evidence),
    }


def _finding(finding: Finding) -> Row:
    return {
        "id": finding.id,
        "severity": finding.severity.value,
        "check": finding.check,
        "subject": finding.subject,
        "reason": finding.reason,
        "remedy": finding.remedy,
        "evidence": "\n".join(finding.evidence),
    }


def _item(item: AssessmentItem) -> Row:
    return {
        "key": item.key,
        "kind": item.kind.value,
        "mode": item.mode.value,
        "outcome": item.outcome.value,
        "reason": item.reason,
        "numbers": "\n".join(f"{name}={value}" for name, value in item.numbers.items()),
        "missing": "\n".join(item.missing),
        "untold": "\n".join(item.untold),
        "evidence": "\n".join(item.evidence),
        "named": "\n".join(item.named),
        **_least_change(item.least_change),
    }


def _least_change(least: LeastChange | None) -> Row:
    if least is None:
        return {"least_change": "", "effort": ""}
    effort = least.effort.value if least.possible else "impossible"
    return {"least_change": "\n".join(least.items), "effort": effort}


def _documentation(item: AssessmentItem) -> list[Row]:
    return [
        {
            "item": item.key,
            "topic": row.topic,
            "page": row.page,
            "artefacts": "\n".join(row.artefacts),
            "pictures": row.pictures,
        }
        for row in item.table
    ]


def _changes(audit: Audit) -> list[Row]:
    if audit.comparison is None:
        return []
    return [
        {
            "subject": change.subject.value,
            "id": change.id,
            "change": change.change.value,
            "before": change.before,
            "after": change.after,
        }
        for change in audit.comparison.changes
    ]


def _run(audit: Audit) -> list[Row]:
    """The facts about the audit, for readers of the table without its report."""
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
        "addresses_artefacts": coverage.addresses.artefacts,
        "addresses_links": coverage.addresses.links,
        "addresses_pages": coverage.addresses.pages,
        "addresses_furniture": coverage.addresses.furniture,
        "warnings": "\n".join(audit.warnings),
    }
    return [{"name": name, "value": str(value)} for name, value in facts.items()]
