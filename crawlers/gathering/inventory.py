"""Build the inventory of what was gathered: pages, project, coverage, threads; pure."""

from __future__ import annotations

from crawlers.gathering.crawling.crawl import CrawlResult
from crawlers.gathering.crawling.emptiness import emptiness_gaps
from crawlers.gathering.crawling.page_visit import PageVisit
from crawlers.gathering.crawling.refusals import confirm_refusal, confirm_refusals
from crawlers.gathering.crawling.titles import page_title
from crawlers.gathering.crawling.unanswered import unanswered_gaps
from crawlers.model.artefact import Artefact, Form, Kind, Sighting
from crawlers.model.inventory import Coverage, Gap, Inventory
from crawlers.model.link import Addresses, Link
from crawlers.model.page import Layout, Page, Section
from crawlers.model.project import Project, ProjectState
from crawlers.model.verdict import Reason, State, Visibility
from crawlers.platforms.base import Site
from crawlers.urls.parts import host_of

_NOT_REACHED = Visibility(state=State.UNDETERMINED, reason=Reason.NOT_REACHED)
_REFUSED = frozenset({State.LOGIN_REQUIRED, State.PERMISSION_REQUIRED})
_READ = frozenset({State.VISIBLE, State.EMPTY})


def build_inventory(
    start_url: str,
    site: Site,
    crawled: CrawlResult,
    artefacts: list[Artefact],
    *,
    links: tuple[Link, ...] = (),
    home_opens: bool,
    stopped_because: str | None = None,
) -> Inventory:
    """The inventory of a project.

    ``start_url`` is the address that was asked for; a warning names it when the project has moved.
    ``home_opens`` is the answer of the control request behind unexplained refusals.
    ``stopped_because`` is set when the run was ended early; it wins over the crawl's own reason.
    """
    own_hosts = frozenset({*site.upload_hosts, host_of(site.home)})
    pages = _pages(site, crawled, own_hosts, home_opens)
    suspicions = emptiness_gaps(site, crawled.visits, artefacts)
    silence = unanswered_gaps(pages, artefacts, links)
    artefacts = confirm_refusals(artefacts, own_hosts=own_hosts, home_opens=home_opens)
    artefacts += _threads(site, pages, crawled)
    return Inventory(
        project=_project(site, crawled),
        coverage=_coverage(pages, crawled, (*suspicions, *silence), stopped_because),
        pages=tuple(pages),
        artefacts=tuple(sorted(artefacts, key=lambda artefact: artefact.id)),
        links=links,
        warnings=(
            *((f"moved:{start_url}",) if site.seed.url != start_url else ()),
            *(f"layout_unknown:{page.url}" for page in pages if page.layout is Layout.UNKNOWN),
            *(f"{gap.reason}:{gap.example}" for gap in suspicions),
            *(f"left_out:{url}" for url in sorted(crawled.left_out)),
            *(f"witness_saw_more:{url}" for url in sorted(crawled.surprising)),
        ),
    )


def _pages(site: Site, crawled: CrawlResult, own: frozenset[str], opens: bool) -> list[Page]:
    title = crawled.project_title
    pages = []
    for visit in crawled.visits:
        if visit.is_file or (visit.onward and crawled.found_on.get(visit.page)):
            continue
        verdict = confirm_refusal(visit.visibility, visit.page, own, opens)
        pages.append(_page(site, crawled, visit, verdict, title))
    for url in crawled.not_reached:
        on = crawled.found_on.get(url, ())
        section = site.section(url)
        pages.append(Page(url=url, section=section, found_on=on, visibility=_NOT_REACHED))
    return pages


def _page(
    site: Site,
    crawled: CrawlResult,
    visit: PageVisit,
    verdict: Visibility,
    project_title: str,
) -> Page:
    on = crawled.found_on.get(visit.page, ())
    reading = visit.reading
    if reading is None:
        return Page(
            url=visit.page,
            title=crawled.link_text(visit.page),
            section=site.section(visit.page),
            found_on=on,
            rendered=bool(visit.rendered_because),
            rendered_because=visit.rendered_because,
            trouble=visit.trouble,
            visibility=verdict,
            layout=Layout.UNKNOWN if verdict.reason is Reason.NEEDS_BROWSER else Layout.NOT_READ,
        )
    title = page_title(crawled.titles, reading)
    if reading.title == project_title and reading.section is not Section.HOME:
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


def with_addresses(inventory: Inventory, addresses: Addresses) -> Inventory:
    """The inventory with the sum of all addresses that were met."""
    coverage = inventory.coverage.model_copy(update={"addresses": addresses})
    return inventory.model_copy(update={"coverage": coverage})


def _project(site: Site, crawled: CrawlResult) -> Project:
    readings = [visit.reading for visit in crawled.visits if visit.reading is not None]
    readings += [crawled.card] if crawled.card is not None else []
    states = {reading.project_state for reading in readings}
    order = (ProjectState.ARCHIVED, ProjectState.CLOSED, ProjectState.OPEN)
    return Project(
        url=site.identity(site.home) or site.home,
        platform=site.platform.id,
        id=site.seed.project_id,
        title=crawled.project_title,
        state=next((state for state in order if state in states), ProjectState.UNKNOWN),
        partners=tuple(sorted({name for reading in readings for name in reading.partners})),
    )


def _coverage(
    pages: list[Page],
    crawled: CrawlResult,
    more: tuple[Gap, ...],
    stopped_because: str | None,
) -> Coverage:
    states = [page.visibility.state for page in pages]
    home = pages[0].visibility if pages else _NOT_REACHED
    stopped = crawled.stopped_because
    shell = home.reason is Reason.NEEDS_BROWSER
    lost = (home.undetermined and not shell) or home.state is State.REMOVED
    if lost and not any(visit.capture.ok for visit in crawled.visits[:1]):
        stopped = stopped or "seed_unreachable"
    stopped = stopped_because or stopped
    gaps = (*more, *crawled.gaps.all())
    return Coverage(
        pages_listed=len(pages),
        pages_opened=sum(state in _READ for state in states),
        pages_refused=sum(state in _REFUSED for state in states),
        pages_failed=sum(state is State.UNDETERMINED for state in states),
        complete=stopped is None and not gaps,
        stopped_because=stopped,
        gaps=gaps,
        layout_known=_layout_known(pages),
        witness=crawled.witness,
    )


def _layout_known(pages: list[Page]) -> bool:
    """False when the home page, or a quarter of the pages read, have an unknown layout.

    A single odd page is named in a warning and in a finding of its own.
    """
    layouts = [page.layout for page in pages if page.layout is not Layout.NOT_READ]
    unknown = layouts.count(Layout.UNKNOWN)
    if pages and pages[0].layout is Layout.UNKNOWN:
        return False
    return unknown * 4 < len(layouts) or not layouts


_THREADS = {Section.FORUM: Kind.FORUM, Section.MEETINGS: Kind.MEETING}


def _threads(site: Site, pages: list[Page], crawled: CrawlResult) -> list[Artefact]:
    """Forum threads and meetings that have a page of their own, as artefacts of the platform."""
    if not site.upload_hosts:
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
        if page.section in _THREADS and _is_below_listing(page)
    ]


def _is_below_listing(page: Page) -> bool:
    """True for a thread's or meeting's own page, not for the section's list."""
    inner = page.url.partition("?")[0].partition("/twinspace/")[2]
    return inner.count("/") >= 1
