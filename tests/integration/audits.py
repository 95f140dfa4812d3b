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


async def live(url: str, out: Path, transport: httpx.AsyncBaseTransport, **changes: Any) -> Audit:
    """An audit of the replica through the recorder; its evidence lies in ``out``.

    ``changes`` are fields of the request, but for ``browsers``, a pool to share.
    """
    services = Services(transport=transport, browsers=changes.pop("browsers", None))
    pace = {"delay": 0.0, "first_wait": 0.0, "rubric": RUBRIC} | changes
    request = AuditRequest(url=url, out=out, user_agent=AGENT, **pace)
    return (await result_of(audit_project(request, services))).audit


async def replayed(url: str, out: Path, archive: Path, **changes: Any) -> Audit:
    """The same audit with the archive as its only network."""
    services = Services(browsers=changes.pop("browsers", None))
    request = AuditRequest(
        url=url, out=out, user_agent=AGENT, replay=archive, **({"rubric": RUBRIC} | changes)
    )
    return (await result_of(audit_project(request, services))).audit


def without_run(done: Audit) -> dict[str, Any]:
    """An audit as JSON, less the part in which a replay differs."""
    document = json.loads(done.model_dump_json())
    del document["run"]
    return document


def without_chance(done: Audit) -> dict[str, Any]:
    """An audit less its run, its record ids replaced by their order and its times left out."""
    order: dict[str, str] = {}

    def stable(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: stable(part, key) for key, part in value.items()}
        if isinstance(value, list):
            return [stable(part, name) for part in value]
        if isinstance(value, str) and value.startswith("urn:uuid:"):
            return order.setdefault(value, f"record {len(order)}")
        return None if name == "checked_at" else value

    return dict(stable(without_run(done)))


def differences(truth: dict[str, Any], done: Audit) -> list[str]:
    """Where an audit differs from the ground truth: found, invented, states, sightings, embeds."""
    return [
        *_project_differences(truth, done),
        *_page_differences(truth["pages"], done),
        *_artefact_differences(truth["artefacts"], done),
    ]


def _project_differences(truth: dict[str, Any], done: Audit) -> list[str]:
    found = {
        "platform": done.project.platform,
        "id": done.project.id,
        "title": done.project.title,
        "state": done.project.state.value,
        "layout_known": done.coverage.layout_known,
    }
    return [
        f"project {name}: {value!r}, should be {truth[name]!r}"
        for name, value in found.items()
        if truth[name] != value
    ]


def _page_differences(wanted: dict[str, Any], done: Audit) -> list[str]:
    found = {page.url: page for page in done.pages}
    rows = [f"page missing: {url}" for url in wanted if url not in found]
    rows += [f"page invented: {url}" for url in found if url not in wanted]
    for url, truth in wanted.items():
        if (page := found.get(url)) is None:
            continue
        told = {
            "state": page.visibility.state.value,
            "section": page.section.value,
            "reason": page.visibility.reason.value,
        }
        rows += [
            f"page {url}: {name} {told[name]}, should be {value} ({told['reason']})"
            for name, value in truth.items()
            if told[name] != value
        ]
    return rows


def _artefact_differences(wanted: list[dict[str, Any]], done: Audit) -> list[str]:
    rows = []
    left = {one.id: one for one in done.artefacts}
    for truth in wanted:
        name = truth.get("canonical_url") or truth.get("native_id")
        key = "canonical_url" if "canonical_url" in truth else "native_id"
        matching = [
            one
            for one in left.values()
            if one.provider == truth["provider"] and getattr(one, key) == truth[key]
        ]
        if len(matching) != 1:
            rows.append(f"artefact found {len(matching)} times: {truth['provider']} {name}")
            continue
        one = left.pop(matching[0].id)
        told = {
            "kind": one.kind.value,
            "state": one.visibility.state.value,
            "reason": one.visibility.reason.value,
            "sightings": len(one.sightings),
            "embed": {
                state: sum(sighting.embed.value == state for sighting in one.sightings)
                for state in ("shown", "blocked", "needs_consent")
            },
        }
        rows += [
            f"artefact {one.provider} {name}: {field} {told[field]}, should be {truth[field]} "
            f"({told['reason']})"
            for field in told
            if field in truth and told[field] != truth[field]
        ]
    return rows + [f"artefact invented: {one.id} {one.canonical_url}" for one in left.values()]
