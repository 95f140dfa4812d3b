"""Audits of the replica, in-process, and their comparison with the ground truth."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx

from auditor.application.audit_project import audit_project
from auditor.application.event_streams import result_of
from auditor.session.audit_request import AuditRequest
from auditor.session.services import Services
from reports.audit import Audit

RUBRIC = "nql-2021-dk"
AGENT = "TwinSpaceAuditor/test (anonymous visibility audit; https://example.org/contact)"


async def live_audit(
    url: str, out: Path, transport: httpx.AsyncBaseTransport, **changes: Any
) -> Audit:
    """An audit of the replica through the recorder; its evidence lies in ``out``.

    ``changes`` are fields of the request; only ``browsers`` is a pool to share.
    """
    services = Services(transport=transport, browsers=changes.pop("browsers", None))
    pace = {"delay": 0.0, "first_wait": 0.0, "rubric": RUBRIC} | changes
    request = AuditRequest(url=url, out=out, user_agent=AGENT, **pace)
    return (await result_of(audit_project(request, services))).audit


async def replay_audit(url: str, out: Path, archive: Path, **changes: Any) -> Audit:
    """The same audit with the archive as its only network."""
    services = Services(browsers=changes.pop("browsers", None))
    request = AuditRequest(
        url=url, out=out, user_agent=AGENT, replay=archive, **({"rubric": RUBRIC} | changes)
    )
    return (await result_of(audit_project(request, services))).audit


def without_run(audit: Audit) -> dict[str, Any]:
    """An audit as JSON, without the part in which a replay differs."""
    document = json.loads(audit.model_dump_json())
    del document["run"]
    return document


def without_chance(audit: Audit) -> dict[str, Any]:
    """An audit without its run, its record ids replaced by their order and its times left out."""
    order: dict[str, str] = {}

    def stable(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: stable(part, key) for key, part in value.items()}
        if isinstance(value, list):
            return [stable(part, name) for part in value]
        if isinstance(value, str) and value.startswith("urn:uuid:"):
            return order.setdefault(value, f"record {len(order)}")
        return None if name == "checked_at" else value

    return dict(stable(without_run(audit)))


def differences(truth: dict[str, Any], audit: Audit) -> list[str]:
    """Where an audit differs from the ground truth: found, invented, states, sightings, embeds."""
    return [
        *_project_differences(truth, audit),
        *_page_differences(truth["pages"], audit),
        *_artefact_differences(truth["artefacts"], audit),
    ]


def _project_differences(truth: dict[str, Any], audit: Audit) -> list[str]:
    project = {
        "platform": audit.project.platform,
        "id": audit.project.id,
        "title": audit.project.title,
        "state": audit.project.state.value,
        "layout_known": audit.coverage.layout_known,
    }
    return [
        f"project {name}: {value!r}, should be {truth[name]!r}"
        for name, value in project.items()
        if truth[name] != value
    ]


def _page_differences(wanted: dict[str, Any], audit: Audit) -> list[str]:
    pages = {page.url: page for page in audit.pages}
    rows = [f"page missing: {url}" for url in wanted if url not in pages]
    rows += [f"page invented: {url}" for url in pages if url not in wanted]
    for url, truth in wanted.items():
        if (page := pages.get(url)) is None:
            continue
        fields = {
            "state": page.visibility.state.value,
            "section": page.section.value,
            "reason": page.visibility.reason.value,
        }
        rows += [
            f"page {url}: {name} {fields[name]}, should be {value} ({fields['reason']})"
            for name, value in truth.items()
            if fields[name] != value
        ]
    return rows


def _artefact_differences(wanted: list[dict[str, Any]], audit: Audit) -> list[str]:
    rows = []
    left = {artefact.id: artefact for artefact in audit.artefacts}
    for truth in wanted:
        name = truth.get("canonical_url") or truth.get("native_id")
        key = "canonical_url" if "canonical_url" in truth else "native_id"
        matching = [
            artefact
            for artefact in left.values()
            if artefact.provider == truth["provider"] and getattr(artefact, key) == truth[key]
        ]
        if len(matching) != 1:
            rows.append(f"artefact found {len(matching)} times: {truth['provider']} {name}")
            continue
        artefact = left.pop(matching[0].id)
        fields = {
            "kind": artefact.kind.value,
            "state": artefact.visibility.state.value,
            "reason": artefact.visibility.reason.value,
            "sightings": len(artefact.sightings),
            "embed": {
                state: sum(sighting.embed.value == state for sighting in artefact.sightings)
                for state in ("shown", "blocked", "needs_consent")
            },
        }
        rows += [
            f"artefact {artefact.provider} {name}: {field} {fields[field]}, should be {truth[field]} "
            f"({fields['reason']})"
            for field in fields
            if field in truth and fields[field] != truth[field]
        ]
    return rows + [
        f"artefact invented: {artefact.id} {artefact.canonical_url}" for artefact in left.values()
    ]
