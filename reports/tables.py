"""Tables of an audit as pandas frames, shared by CSV and XLSX.

- ``artefacts``: id, provider, kind, title, url, canonical_url, state, reason, http_status,
  final_url, checked_at (ISO 8601, UTC), attempts, sightings (count), pages (addresses, one a
  line), embeds_blocked (count), evidence (record ids, one a line)
- ``sightings``: artefact, page, form, label, url, embed, embed_reason
- ``pages``: url, title, section, language, state, reason, http_status, checked_at, layout,
  words (count), updated (ISO 8601 date), found_on (addresses, one a line)
- ``findings``: id, severity, check, subject, reason, remedy, evidence (one a line)
"""

from __future__ import annotations

import pandas as pd

from crawlers.model import Artefact, EmbedState, Page, Visibility
from reports.audit import Audit, Finding
from reports.privacy import masked

Row = dict[str, str | int | None]


def frames(audit: Audit) -> dict[str, pd.DataFrame]:
    """All tables by name, in the order of the sheets."""
    return {
        "artefacts": _frame([_artefact(one) for one in audit.artefacts], _ARTEFACT),
        "sightings": _frame([row for one in audit.artefacts for row in _sightings(one)], _SIGHTING),
        "pages": _frame([_page(one) for one in audit.pages], _PAGE),
        "findings": _frame([_finding(one) for one in audit.findings], _FINDING),
    }


_ARTEFACT = (
    *("id", "provider", "kind", "title", "url", "canonical_url", "state", "reason", "http_status"),
    *("final_url", "checked_at", "attempts", "sightings", "pages", "embeds_blocked", "evidence"),
)
_SIGHTING = ("artefact", "page", "form", "label", "url", "embed", "embed_reason")
_PAGE = (
    *("url", "title", "section", "language", "state", "reason", "http_status", "checked_at"),
    *("layout", "words", "updated", "found_on"),
)
_FINDING = ("id", "severity", "check", "subject", "reason", "remedy", "evidence")


def _frame(rows: list[Row], columns: tuple[str, ...]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=list(columns))
    numbers = [name for name in ("http_status", "attempts", "sightings", "words") if name in frame]
    return frame.astype(dict.fromkeys(numbers, "Int64"))


def _time(verdict: Visibility) -> str:
    when = verdict.checked_at
    return when.strftime("%Y-%m-%dT%H:%M:%SZ") if when else ""


def _artefact(one: Artefact) -> Row:
    verdict = one.visibility
    return {
        "id": one.id,
        "provider": one.provider,
        "kind": one.kind.value,
        "title": masked(one.title),
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
            "label": masked(sighting.label),
            "url": sighting.url,
            "embed": sighting.embed.value,
            "embed_reason": sighting.embed_reason or "",
        }
        for sighting in one.sightings
    ]


def _page(one: Page) -> Row:
    return {
        "url": one.url,
        "title": masked(one.title),
        "section": one.section.value,
        "language": one.language or "",
        "state": one.visibility.state.value,
        "reason": one.visibility.reason.value,
        "http_status": one.visibility.http_status,
        "checked_at": _time(one.visibility),
        "layout": one.layout.value,
        "words": one.words,
        "updated": one.updated or "",
        "found_on": "\n".join(one.found_on),
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
