"""The artefacts and the links of an audit as pandas frames, for ``.csv`` files; pure.

Column names are the same in every language, and codes stay codes: this table is for sorting,
filtering and programs; the workbook is for people. Times are ISO 8601 in UTC. Columns that hold
several values have one per line. Titles and addresses are masked as in the report; ids are those of
``audit.json``.

One row per artefact:
    id, provider, kind; title; url (as first met), canonical_url (the one address it has for
    everybody); state, reason; http_status, final_url (after redirects), checked_at, attempts;
    sightings (how many), pages (where they are); embeds_blocked (sightings whose embed shows
    nothing); evidence (ids of the archive's records)

One row per link to what is no artefact:
    id, role; url (as first met), canonical_url; state, reason, http_status, final_url, checked_at,
    attempts; sightings (how many), pages (where they are); labels; evidence
"""

from __future__ import annotations

from datetime import UTC

import pandas as pd

from crawlers.model.artefact import Artefact, EmbedState
from crawlers.model.link import Link
from crawlers.model.verdict import Visibility
from reports.audit import Audit
from reports.view.privacy import mask, without_email

Row = dict[str, str | int | None]
_COLUMNS = (
    *("id", "provider", "kind", "title", "url", "canonical_url", "state", "reason", "http_status"),
    *("final_url", "checked_at", "attempts", "sightings", "pages", "embeds_blocked", "evidence"),
)


_LINK_COLUMNS = (
    *("id", "role", "url", "canonical_url", "state", "reason", "http_status", "final_url"),
    *("checked_at", "attempts", "sightings", "pages", "labels", "evidence"),
)
_NUMBERS = ("http_status", "attempts", "sightings")


def artefact_table(audit: Audit) -> pd.DataFrame:
    """The table of artefacts, in the order of the audit."""
    return _frame([_artefact(artefact) for artefact in audit.artefacts], _COLUMNS)


def link_table(audit: Audit) -> pd.DataFrame:
    """The table of links, in the order of the audit."""
    return _frame([_link(link) for link in audit.links], _LINK_COLUMNS)


def _frame(rows: list[Row], columns: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns)).astype(dict.fromkeys(_NUMBERS, "Int64"))


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
        "url": without_email(artefact.url),
        "canonical_url": without_email(artefact.canonical_url),
        "state": verdict.state.value,
        "reason": verdict.reason.value,
        "http_status": verdict.http_status,
        "final_url": without_email(verdict.final_url or ""),
        "checked_at": _time(verdict),
        "attempts": verdict.attempts,
        "sightings": len(artefact.sightings),
        "pages": "\n".join(dict.fromkeys(sighting.page for sighting in artefact.sightings)),
        "embeds_blocked": sum(s.embed is EmbedState.BLOCKED for s in artefact.sightings),
        "evidence": "\n".join(verdict.evidence),
    }


def _link(link: Link) -> Row:
    verdict = link.visibility
    labels = (mask(sighting.label) for sighting in link.sightings if sighting.label)
    return {
        "id": link.id,
        "role": link.role.value,
        "url": without_email(link.url),
        "canonical_url": without_email(link.canonical_url),
        "state": verdict.state.value,
        "reason": verdict.reason.value,
        "http_status": verdict.http_status,
        "final_url": without_email(verdict.final_url or ""),
        "checked_at": _time(verdict),
        "attempts": verdict.attempts,
        "sightings": len(link.sightings),
        "pages": "\n".join(dict.fromkeys(sighting.page for sighting in link.sightings)),
        "labels": "\n".join(dict.fromkeys(labels)),
        "evidence": "\n".join(verdict.evidence),
    }
