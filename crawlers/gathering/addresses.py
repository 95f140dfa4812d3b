"""Every address of every page as an artefact, a link, a page of the project, or furniture; pure."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from crawlers.extraction.addresses.own_site import OwnSite, whose_site
from crawlers.extraction.boilerplate import is_furniture_address
from crawlers.gathering.artefacts import (
    NOT_CHECKED,
    UNNAMED,
    ArtefactBuilder,
    Identity,
    finish_artefacts,
    identify,
    identity_of_site,
    opening_url,
    resolve,
    sighting_of,
    take_sighting,
)
from crawlers.model.artefact import Artefact, Candidate, Sighting
from crawlers.model.link import Addresses, Furniture, FurnitureReason, Link, LinkRole
from crawlers.model.page import Outlink
from crawlers.platforms.base import Site, never_follow
from crawlers.providers.engine.registry import Rules, shipped_rules
from crawlers.urls.canonical import without_tracking
from crawlers.urls.parts import host_of, split

_FURNISHED = frozenset({"header", "footer", "nav"})
_FOR_PROGRAMS = re.compile(
    r"\.(?:css|m?js|json|xml|rss|atom|ico|woff2?|ttf|otf|eot|map|ics)$|/(?:feed|rss)/?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAddresses:
    """What the reading of one page brought: sightings, outlinks and furniture."""

    page: str
    seen: tuple[Candidate, ...] = ()
    outlinks: tuple[Outlink, ...] = ()
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SortedAddresses:
    """All addresses of a project, each in one of the four; artefacts and links not yet checked.

    ``pages`` are addresses of pages of the project.
    """

    artefacts: tuple[Artefact, ...]
    links: tuple[Link, ...]
    pages: frozenset[str]
    furniture: tuple[Furniture, ...]


@dataclass(slots=True)
class _LinkBuilder:
    """A link while its sightings are being gathered."""

    role: LinkRole
    url: str
    canonical_url: str
    maybe_own: bool = False
    sightings: list[Sighting] = field(default_factory=list)

    def link(self) -> Link:
        return Link(
            id=link_id(self.canonical_url),
            role=self.role,
            url=self.url,
            canonical_url=self.canonical_url,
            sightings=tuple(self.sightings),
            maybe_own=self.maybe_own,
            visibility=NOT_CHECKED,
        )


def link_id(canonical_url: str) -> str:
    """The identity of a link, the same in every audit."""
    return f"link:{hashlib.sha256(canonical_url.encode()).hexdigest()[:16]}"


def count_addresses(found: SortedAddresses, artefacts: Iterable[Artefact]) -> Addresses:
    """The sum; ``artefacts`` are all of the project, those that are its own pages included."""
    listed = tuple(artefacts)
    own = {artefact.canonical_url for artefact in listed}
    reasons = Counter(item.reason.value for item in found.furniture)
    return Addresses(
        artefacts=len(listed),
        links=len(found.links),
        pages=len(found.pages - own),
        furniture=len(found.furniture),
        furniture_reasons=dict(sorted(reasons.items())),
    )


class _Sorter:
    """The addresses met so far, by what they are."""

    def __init__(
        self, site: Site, resolved: Mapping[str, str], rules: Rules, project_title: str
    ) -> None:
        self._site = site
        self._resolved = resolved
        self._rules = rules
        self._title = project_title
        self._own_host = host_of(site.home)
        self._artefacts: dict[str, ArtefactBuilder] = {}
        self._links: dict[str, _LinkBuilder] = {}
        self._pages: set[str] = set()
        self._claimed: set[str] = set()
        self._furniture: dict[str, FurnitureReason] = {}

    def take(self, page: PageAddresses) -> None:
        for seen in page.seen:
            self._sighting(page.page, seen)
        content = {url for seen in page.seen for url in (seen.url, seen.raw_url)}
        for link in page.outlinks:
            if link.url not in content:
                self._outlink(link)
        for item in page.furniture:
            self._furniture.setdefault(item.url, item.reason)

    def _sighting(self, page: str, seen: Candidate) -> None:
        candidate = resolve(self._site, seen, self._resolved, self._rules)
        if is_furniture_address(candidate.url):
            self._leave_out(seen.raw_url, FurnitureReason.SHARE_OR_TRACKER)
            return
        identity = identify(self._site, candidate, self._rules)
        if identity is None and self._is_own_site(candidate):
            identity = identity_of_site(candidate.url)
        if identity is not None:
            self._artefact(page, candidate, identity)
        elif candidate.tag not in UNNAMED:
            self._no_artefact(page, candidate)
        elif candidate.tag == "data":
            self._leave_out(candidate.raw_url, FurnitureReason.NOT_SHOWN)

    def _artefact(self, page: str, candidate: Candidate, identity: Identity) -> None:
        self._claimed.update((candidate.url, candidate.raw_url))
        url = opening_url(self._site, candidate)
        take_sighting(self._artefacts, identity, url, sighting_of(page, candidate), candidate)

    def _is_own_site(self, candidate: Candidate) -> bool:
        return self._is_foreign(candidate.url) and self._whose(candidate) is OwnSite.OWN

    def _whose(self, candidate: Candidate) -> OwnSite:
        if candidate.tag in UNNAMED or self._role(candidate.url) is not LinkRole.SITE:
            return OwnSite.FOREIGN
        return whose_site(candidate.label, host_of(candidate.url), self._title)

    def _is_foreign(self, url: str) -> bool:
        return host_of(url) not in (self._own_host, "") and self._site.identity(url) is None

    def _no_artefact(self, page: str, candidate: Candidate) -> None:
        url = candidate.url
        own = self._own_page(url)
        if own is not None:
            self._own(own, candidate.raw_url, url)
        elif (reason := self._left_out_because(url)) is not None:
            self._leave_out(candidate.raw_url, reason)
        else:
            self._link(page, candidate)

    def _own_page(self, url: str) -> str | None:
        page = self._site.identity(url)
        return None if page is None or never_follow(url, self._site.below(page)) else page

    def _own(self, page: str, *addresses: str) -> None:
        self._pages.add(page)
        self._claimed.update(addresses)

    def _left_out_because(self, url: str) -> FurnitureReason | None:
        parts = split(url)
        if parts is not None and _FOR_PROGRAMS.search(parts.path):
            return FurnitureReason.FOR_PROGRAMS
        page = self._site.identity(url)
        within = None if page is None else self._site.below(page)
        if host_of(url) == self._own_host and never_follow(url, within):
            return FurnitureReason.ACTION
        return None

    def _link(self, page: str, candidate: Candidate) -> None:
        url = candidate.url
        self._claimed.update((url, candidate.raw_url))
        canonical = without_tracking(url)
        builder = self._links.setdefault(canonical, _LinkBuilder(self._role(url), url, canonical))
        foreign = self._is_foreign(url)
        builder.maybe_own |= foreign and self._whose(candidate) is OwnSite.UNDECIDED
        builder.sightings.append(sighting_of(page, candidate))

    def _role(self, url: str) -> LinkRole:
        if self._rules.is_profile(url):
            return LinkRole.PROFILE
        return LinkRole.TOOL_PAGE if self._rules.is_tool_host(host_of(url)) else LinkRole.SITE

    def _outlink(self, link: Outlink) -> None:
        """An address outside the content, or one of a frame: a page of the project or furniture."""
        own = self._own_page(link.url)
        if own is not None:
            self._own(own, link.url)
            return
        reason = self._left_out_because(link.url)
        if reason is None and is_furniture_address(link.url):
            reason = FurnitureReason.SHARE_OR_TRACKER
        self._leave_out(link.url, reason or FurnitureReason.SITE_FRAME)

    def _leave_out(self, url: str, reason: FurnitureReason) -> None:
        self._furniture.setdefault(url, reason)

    def result(self) -> SortedAddresses:
        self._give_twins()
        artefacts, unseen = finish_artefacts(self._artefacts.values())
        for builder in unseen:
            for sighting in builder.sightings:
                self._claimed.discard(sighting.url)
                self._furniture[sighting.url] = FurnitureReason.HIDDEN_FRAME
        return SortedAddresses(
            artefacts=tuple(artefacts),
            links=tuple(sorted((b.link() for b in self._links.values()), key=lambda x: x.id)),
            pages=frozenset(self._pages),
            furniture=tuple(
                Furniture(url=url, reason=reason)
                for url, reason in sorted(self._furniture.items())
                if url not in self._claimed and self._site.identity(url) not in self._pages
            ),
        )

    def _give_twins(self) -> None:
        """Gives each artefact the sightings of links to its address.

        The element that shows a thing tells more than a link to it (a picture and a link to the
        same file), and other words may call a site the project's own.
        """
        known = {
            without_tracking(sighting.url): builder
            for builder in self._artefacts.values()
            for sighting in builder.sightings
        }
        for canonical in [url for url in self._links if url in known]:
            known[canonical].sightings.extend(self._links.pop(canonical).sightings)


def sort_addresses(
    site: Site,
    pages: Iterable[PageAddresses],
    resolved: Mapping[str, str],
    rules: Rules | None = None,
    *,
    project_title: str = "",
) -> SortedAddresses:
    """What the addresses of some pages are, each in one of the four and in a stable order.

    ``resolved`` gives the address that a short one stands for. An address that is furniture on
    one page and something else on another is the latter. ``rules`` are those that ship if none
    are given.
    """
    sorter = _Sorter(site, resolved, rules or shipped_rules(), project_title)
    for page in pages:
        sorter.take(page)
    return sorter.result()
