"""Gathering, whole: from a seed to the inventory of everything a stranger meets."""

from __future__ import annotations

from collections.abc import Iterator

from crawlers.browser.base import RenderPolicy
from crawlers.crawl import Crawled, Visit, crawl
from crawlers.http.fetcher import Fetcher
from crawlers.inventory import drafts
from crawlers.model import (
    Artefact,
    Coverage,
    Form,
    Inventory,
    Kind,
    Layout,
    Page,
    Project,
    ProjectState,
    Reason,
    Section,
    Seed,
    Seen,
    Sighting,
    State,
    Visibility,
)
from crawlers.moved import arrive
from crawlers.platforms.base import Platform
from crawlers.probe import confirm, confirmed, probe_all, resolve
from crawlers.progress import Progress
from crawlers.urls import host_of

_NOT_REACHED = Visibility(state=State.UNDETERMINED, reason=Reason.NOT_REACHED)
_REFUSED = frozenset({State.LOGIN_REQUIRED, State.PERMISSION_REQUIRED})
_READ = frozenset({State.VISIBLE, State.EMPTY})


async def gather(
    fetcher: Fetcher,
    platform: Platform,
    seed: Seed,
    *,
    max_pages: int,
    progress: Progress,
    eyes: RenderPolicy | None = None,
) -> Inventory:
    """Crawls the project, finds its artefacts and opens each as a stranger.

    A project that has moved is crawled where it is now, with a warning that names the old place.
    """
    given = seed.url
    platform, seed = await arrive(fetcher, platform, seed)
    crawled = await crawl(
        fetcher, platform, seed, max_pages=max_pages, progress=progress, eyes=eyes
    )
    sightings = list(_sightings(crawled))
    short = await resolve(fetcher, {seen.url for _, seen in sightings})
    found = [draft.artefact() for draft in drafts(platform, seed, sightings, short)]
    blocked = {visit.page: visit.blocked for visit in crawled.visits if visit.blocked}
    seeing = eyes if eyes is not None and eyes.decides else None
    checked = await probe_all(fetcher, found, progress, eyes=seeing, blocked=blocked)
    own = frozenset({*platform.upload_hosts, host_of(seed.home)})
    opens = await _home_still_opens(fetcher, seed, crawled, checked)
    pages = _pages(platform, seed, crawled, own, opens)
    artefacts = confirmed(checked, own_hosts=own, home_opens=opens)
    artefacts += _threads(platform, seed, pages, crawled)
    return Inventory(
        project=_project(platform, seed, crawled),
        coverage=_coverage(pages, crawled),
        pages=tuple(pages),
        artefacts=tuple(sorted(artefacts, key=lambda one: one.id)),
        warnings=(
            *((f"moved:{given}",) if seed.url != given else ()),
            *(f"layout_unknown:{page.url}" for page in pages if page.layout is Layout.UNKNOWN),
            *(f"left_out:{url}" for url in sorted(crawled.left_out)),
        ),
    )


def _sightings(crawled: Crawled) -> Iterator[tuple[str, Seen]]:
    """Everything seen on pages, and pages that turned out to be files."""
    for visit in crawled.visits:
        if visit.reading is not None:
            for seen in visit.reading.seen:
                yield visit.page, seen
        elif visit.is_file:
            for page in crawled.found_on.get(visit.page, ()):
                yield page, _file(visit)


def _file(visit: Visit) -> Seen:
    media_type = visit.capture.media_type or "file"
    return Seen(
        url=visit.page, raw_url=visit.capture.url, form=Form.LINK, tag="a", media_type=media_type
    )


async def _home_still_opens(
    fetcher: Fetcher, seed: Seed, crawled: Crawled, artefacts: list[Artefact]
) -> bool:
    """The control request behind unexplained refusals: does the home page still open for us?"""
    verdicts = [visit.visibility for visit in crawled.visits]
    verdicts += [artefact.visibility for artefact in artefacts]
    if not any(verdict.reason is Reason.REFUSED_UNEXPLAINED for verdict in verdicts):
        return False
    if not crawled.visits or not crawled.visits[0].visibility.visible:
        return False
    control = await fetcher.get(seed.home, fresh=True)
    return control.failure is None and control.ok


def _pages(
    platform: Platform, seed: Seed, crawled: Crawled, own: frozenset[str], opens: bool
) -> list[Page]:
    title = _project_title(crawled)
    pages = []
    for visit in crawled.visits:
        if visit.is_file:
            continue
        verdict = confirm(visit.visibility, visit.page, own, opens)
        pages.append(_page(platform, seed, crawled, visit, verdict, title))
    for url in crawled.not_reached:
        on = crawled.found_on.get(url, ())
        section = platform.section(seed, url)
        pages.append(Page(url=url, section=section, found_on=on, visibility=_NOT_REACHED))
    return pages


def _page(
    platform: Platform,
    seed: Seed,
    crawled: Crawled,
    visit: Visit,
    verdict: Visibility,
    project_title: str,
) -> Page:
    on = crawled.found_on.get(visit.page, ())
    reading = visit.reading
    if reading is None:
        return Page(
            url=visit.page,
            title=_link_text(crawled, visit.page),
            section=platform.section(seed, visit.page),
            found_on=on,
            rendered=bool(visit.rendered_because),
            rendered_because=visit.rendered_because,
            trouble=visit.trouble,
            visibility=verdict,
            layout=Layout.UNKNOWN if verdict.reason is Reason.NEEDS_BROWSER else Layout.NOT_READ,
        )
    title = reading.title
    if title == project_title and reading.section is not Section.HOME:
        others = [heading for heading in reading.headings if heading != project_title]
        title = next(iter(others), title)
    return Page(
        url=visit.page,
        title=title,
        section=reading.section,
        language=reading.language,
        found_on=on,
        rendered=bool(visit.rendered_because),
        rendered_because=visit.rendered_because,
        trouble=visit.trouble,
        visibility=verdict,
        layout=reading.layout,
        headings=reading.headings,
        words=reading.words,
        updated=reading.updated,
        personal_data=reading.personal_data,
    )


def _link_text(crawled: Crawled, page: str) -> str:
    """What links call a page that nobody could open."""
    for visit in crawled.visits:
        if visit.reading is None or visit.page not in crawled.found_on.get(page, ()):
            continue
        for link in visit.reading.outlinks:
            if crawled.identities.get(link.url) == page and link.text:
                return link.text
    return ""


def _project_title(crawled: Crawled) -> str:
    readings = [visit.reading for visit in crawled.visits if visit.reading is not None]
    return next((r.project_title for r in readings if r.project_title), "")


def _project(platform: Platform, seed: Seed, crawled: Crawled) -> Project:
    readings = [visit.reading for visit in crawled.visits if visit.reading is not None]
    states = {reading.project_state for reading in readings}
    order = (ProjectState.ARCHIVED, ProjectState.CLOSED, ProjectState.OPEN)
    return Project(
        url=platform.identity(seed, seed.home) or seed.home,
        platform=platform.id,
        id=seed.project_id,
        title=_project_title(crawled),
        state=next((state for state in order if state in states), ProjectState.UNKNOWN),
        partners=tuple(sorted({name for reading in readings for name in reading.partners})),
    )


def _coverage(pages: list[Page], crawled: Crawled) -> Coverage:
    states = [page.visibility.state for page in pages]
    home = pages[0].visibility if pages else _NOT_REACHED
    stopped = crawled.stopped_because
    shell = home.reason is Reason.NEEDS_BROWSER
    if (home.undetermined and not shell) or home.state is State.REMOVED:
        stopped = stopped or "seed_unreachable"
    return Coverage(
        pages_listed=len(pages),
        pages_opened=sum(state in _READ for state in states),
        pages_refused=sum(state in _REFUSED for state in states),
        pages_failed=sum(state is State.UNDETERMINED for state in states),
        complete=stopped is None,
        stopped_because=stopped,
        layout_known=_layout_known(pages),
    )


def _layout_known(pages: list[Page]) -> bool:
    """False when the home page, or a quarter of the pages read, are not laid out as we know.

    A single odd page is named in a warning and in a finding of its own.
    """
    layouts = [page.layout for page in pages if page.layout is not Layout.NOT_READ]
    unknown = layouts.count(Layout.UNKNOWN)
    if pages and pages[0].layout is Layout.UNKNOWN:
        return False
    return unknown * 4 < len(layouts) or not layouts


_THREADS = {Section.FORUM: Kind.FORUM, Section.MEETINGS: Kind.MEETING}


def _threads(platform: Platform, seed: Seed, pages: list[Page], crawled: Crawled) -> list[Artefact]:
    """Forum threads and meetings that have a page of their own, as artefacts of the platform."""
    if not platform.upload_hosts:
        return []
    return [
        Artefact(
            id=f"twinspace:{page.url.partition('/projects/')[2] or page.url}",
            provider="twinspace",
            kind=_THREADS[page.section],
            title=page.title,
            url=page.url,
            canonical_url=page.url,
            native_id=page.url.rpartition("/")[2],
            sightings=tuple(
                Sighting(page=on, form=Form.LINK, label=page.title, url=page.url)
                for on in page.found_on
            ),
            visibility=page.visibility,
        )
        for page in pages
        if page.section in _THREADS and _below_listing(page)
    ]


def _below_listing(page: Page) -> bool:
    """True for a thread's or meeting's own page, not for the section's list."""
    inner = page.url.partition("?")[0].partition("/twinspace/")[2]
    return inner.count("/") >= 1
