"""What only a browser can read, compared with what a careful visitor finds: live and replayed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reports.audit import Audit
from tests.integration.audits import live, replayed, without_run
from tests.replica.sites import scripted
from tests.replica.transport import WorldTransport
from tests.replica.world import World, world

Row = tuple[str, ...]


def scripted_world() -> World:
    made = world()
    made.hosts = scripted.hosts(made.hosts)
    return made


def page_rows() -> set[Row]:
    """Every page as its truth says it: address, state, reason."""
    rows = {(scripted.SITE, "visible", "content_shown")}
    for page in scripted.PAGES:
        address = f"{scripted.SITE}/pages/{page.name}"
        rows.add((address, page.state, page.reason or "content_shown"))
    return rows


def told_pages(done: Audit) -> set[Row]:
    return {
        (page.url, page.visibility.state.value, page.visibility.reason.value)
        for page in done.pages
        if "/twinspace/pages/" in page.url or page.url == scripted.SITE
    }


def thing_rows() -> set[Row]:
    return {
        (thing.provider, thing.kind, *thing.ident.values(), thing.state, thing.because)
        for name, thing in scripted.THINGS.items()
        if any(shown.thing == name for page in scripted.PAGES for shown in page.shows)
    }


def told_things(done: Audit) -> set[Row]:
    idents = {key for thing in scripted.THINGS.values() for key in thing.ident.values()}
    return {
        (
            one.provider,
            one.kind.value,
            one.native_id if one.native_id in idents else one.canonical_url,
            one.visibility.state.value,
            one.rendered_because,
        )
        for one in done.artefacts
    }


def sighting_rows() -> Counter[Row]:
    return Counter(
        (
            page.name,
            *scripted.THINGS[shown.thing].ident.values(),
            shown.embed or "not_checked",
            shown.reason or "",
            shown.after,
            shown.after_reason or "",
        )
        for page in scripted.PAGES
        for shown in page.shows
    )


def told_sightings(done: Audit) -> Counter[Row]:
    idents = {key for thing in scripted.THINGS.values() for key in thing.ident.values()}
    return Counter(
        (
            seen.page.rpartition("/")[2],
            one.native_id if one.native_id in idents else one.canonical_url,
            seen.embed.value,
            seen.embed_reason or "",
            seen.after_consent.value,
            seen.after_consent_reason or "",
        )
        for one in done.artefacts
        for seen in one.sightings
    )


@pytest.mark.parametrize("render", ["auto", "always"])
async def test_every_verdict_is_that_of_a_careful_visitor(tmp_path: Path, render: str) -> None:
    there = scripted_world()
    done = await live(scripted.SEED, tmp_path, WorldTransport(there), render=render)
    assert told_pages(done) == page_rows()
    assert told_things(done) == thing_rows()
    assert told_sightings(done) == sighting_rows()
    reasons = {one.id: one.visibility.reason.value for one in done.artefacts}
    wanted = {thing.reason for thing in scripted.THINGS.values() if thing.reason}
    assert wanted <= set(reasons.values())
    if render == "always":
        opened = {page.url.rpartition("/")[2] for page in done.pages if page.rendered}
        assert {page.name for page in scripted.PAGES} <= opened
        return
    name = {page.url: page.url.rpartition("/")[2] for page in done.pages}
    opened = {name[page.url]: page.rendered_because for page in done.pages if page.rendered}
    assert opened == {page.name: page.need for page in scripted.PAGES if page.need}
    trouble = {name[page.url]: page.trouble for page in done.pages if page.trouble}
    assert trouble == {page.name: page.trouble for page in scripted.PAGES if page.trouble}
    again = await replayed(
        scripted.SEED, tmp_path / "again", tmp_path / "evidence.wacz", render=None
    )
    assert without_run(again) == without_run(done)
