"""What only a browser can read, compared with what a careful visitor finds: live and replayed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reports.audit import Audit
from tests.integration.audits import live_audit, replay_audit, without_run
from tests.replica.sites import scripted
from tests.replica.transport import WorldTransport
from tests.replica.world import World, world

Row = tuple[str, ...]


def scripted_world() -> World:
    web = world()
    web.hosts = scripted.hosts(web.hosts)
    return web


def page_rows() -> set[Row]:
    """Every page as its truth says it: address, state, reason."""
    rows = {(scripted.SITE, "visible", "content_shown")}
    for page in scripted.PAGES:
        address = f"{scripted.SITE}/pages/{page.name}"
        rows.add((address, page.state, page.reason or "content_shown"))
    return rows


def audited_pages(audit: Audit) -> set[Row]:
    return {
        (page.url, page.visibility.state.value, page.visibility.reason.value)
        for page in audit.pages
        if "/twinspace/pages/" in page.url or page.url == scripted.SITE
    }


def thing_rows() -> set[Row]:
    return {
        (thing.provider, thing.kind, *thing.ident.values(), thing.state, thing.because)
        for name, thing in scripted.THINGS.items()
        if any(embed.thing == name for page in scripted.PAGES for embed in page.shows)
    }


def audited_things(audit: Audit) -> set[Row]:
    idents = {key for thing in scripted.THINGS.values() for key in thing.ident.values()}
    return {
        (
            artefact.provider,
            artefact.kind.value,
            artefact.native_id if artefact.native_id in idents else artefact.canonical_url,
            artefact.visibility.state.value,
            artefact.rendered_because,
        )
        for artefact in audit.artefacts
    }


def sighting_rows() -> Counter[Row]:
    return Counter(
        (
            page.name,
            *scripted.THINGS[embed.thing].ident.values(),
            embed.embed or "not_checked",
            embed.reason or "",
            embed.after,
            embed.after_reason or "",
        )
        for page in scripted.PAGES
        for embed in page.shows
    )


def audited_sightings(audit: Audit) -> Counter[Row]:
    idents = {key for thing in scripted.THINGS.values() for key in thing.ident.values()}
    return Counter(
        (
            sighting.page.rpartition("/")[2],
            artefact.native_id if artefact.native_id in idents else artefact.canonical_url,
            sighting.embed.value,
            sighting.embed_reason or "",
            sighting.after_consent.value,
            sighting.after_consent_reason or "",
        )
        for artefact in audit.artefacts
        for sighting in artefact.sightings
    )


@pytest.mark.parametrize("render", ["auto", "always"])
async def test_every_verdict_is_that_of_a_careful_visitor(tmp_path: Path, render: str) -> None:
    web = scripted_world()
    audit = await live_audit(scripted.SEED, tmp_path, WorldTransport(web), render=render)
    assert audited_pages(audit) == page_rows()
    assert audited_things(audit) == thing_rows()
    assert audited_sightings(audit) == sighting_rows()
    reasons = {artefact.id: artefact.visibility.reason.value for artefact in audit.artefacts}
    wanted = {thing.reason for thing in scripted.THINGS.values() if thing.reason}
    assert wanted <= set(reasons.values())
    if render == "always":
        opened = {page.url.rpartition("/")[2] for page in audit.pages if page.rendered}
        assert {page.name for page in scripted.PAGES} <= opened
        return
    name = {page.url: page.url.rpartition("/")[2] for page in audit.pages}
    opened = {name[page.url]: page.rendered_because for page in audit.pages if page.rendered}
    needed = {page: code for page, code in opened.items() if not code.startswith("witness")}
    assert needed == {page.name: page.need for page in scripted.PAGES if page.need}
    assert audit.coverage.witness is not None
    assert audit.coverage.witness.pages <= len(opened)
    trouble = {name[page.url]: page.trouble for page in audit.pages if page.trouble}
    assert trouble == {page.name: page.trouble for page in scripted.PAGES if page.trouble}
    again = await replay_audit(
        scripted.SEED, tmp_path / "again", tmp_path / "evidence.wacz", render=None
    )
    assert without_run(again) == without_run(audit)
