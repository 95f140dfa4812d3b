"""Builders of small inventories for the judging tests; all projects and people are invented."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crawlers.model.artefact import Artefact, EmbedState, Form, Kind, Sighting
from crawlers.model.inventory import Coverage, Inventory
from crawlers.model.page import Layout, Page, Section
from crawlers.model.project import Project, ProjectState
from crawlers.model.verdict import Reason, State, Visibility

SITE = "https://school-education.ec.europa.eu/etwinning/projects/rivers-we-share/twinspace"
HOME = SITE
WORK = f"{SITE}/pages/our-work"

REASONS = {
    State.VISIBLE: Reason.CONTENT_SHOWN,
    State.EMPTY: Reason.NOTHING_IN_IT,
    State.LOGIN_REQUIRED: Reason.LOGIN_REDIRECT,
    State.PERMISSION_REQUIRED: Reason.ACCESS_DENIED,
    State.REMOVED: Reason.NOT_FOUND,
    State.UNDETERMINED: Reason.TIMEOUT,
}
LOST = (State.EMPTY, State.LOGIN_REQUIRED, State.PERMISSION_REQUIRED, State.REMOVED)


def visibility(state: State = State.VISIBLE, reason: Reason | None = None) -> Visibility:
    return Visibility(state=state, reason=reason or REASONS[state], evidence=("capture-1",))


def page(
    url: str = WORK,
    title: str = "",
    *,
    state: State = State.VISIBLE,
    reason: Reason | None = None,
    section: Section = Section.PAGE,
    words: int = 10,
    layout: Layout = Layout.KNOWN,
    **more: Any,
) -> Page:
    return Page(
        url=url,
        title=title,
        section=section,
        words=words,
        layout=layout,
        visibility=visibility(state, reason),
        **more,
    )


def home(**more: Any) -> Page:
    return page(HOME, "Rivers we share", section=Section.HOME, **more)


def artefact(
    number: int = 1,
    state: State = State.VISIBLE,
    *,
    reason: Reason | None = None,
    on: str | tuple[str, ...] = WORK,
    provider: str = "padlet",
    kind: Kind = Kind.WALL,
    embed: EmbedState = EmbedState.NOT_CHECKED,
    embed_reason: str | None = None,
    url: str = "",
) -> Artefact:
    url = url or f"https://padlet.com/rivers/board{number}"
    return Artefact(
        id=f"{provider}:{number}",
        provider=provider,
        kind=kind,
        url=url,
        canonical_url=url,
        sightings=tuple(
            Sighting(page=where, form=Form.EMBED, url=url, embed=embed, embed_reason=embed_reason)
            for where in ((on,) if isinstance(on, str) else on)
        ),
        visibility=visibility(state, reason),
    )


def artefacts(visible: int = 0, lost: int = 0, undetermined: int = 0) -> list[Artefact]:
    states = (
        [State.VISIBLE] * visible
        + [LOST[i % len(LOST)] for i in range(lost)]
        + [State.UNDETERMINED] * undetermined
    )
    return [artefact(number, state) for number, state in enumerate(states)]


def inventory(
    pages: Iterable[Page] = (),
    things: Iterable[Artefact] = (),
    *,
    platform: str = "esep",
    title: str = "Rivers we share",
    partners: tuple[str, ...] = (),
    complete: bool = True,
    layout_known: bool = True,
    listed: int = 0,
) -> Inventory:
    """An inventory of the given pages (the home page and one page of work by default)."""
    listing = tuple(pages) or (home(), page())
    return Inventory(
        project=Project(
            url=SITE,
            platform=platform,
            id="rivers-we-share",
            title=title,
            state=ProjectState.OPEN,
            partners=partners,
        ),
        coverage=Coverage(
            pages_listed=listed or len(listing),
            pages_opened=sum(item.visibility.visible for item in listing),
            complete=complete,
            stopped_because=None if complete else "time_limit",
            layout_known=layout_known,
        ),
        pages=listing,
        artefacts=tuple(things),
    )
