"""What to open next: pages in scope, each once, wave by wave; pure.

A wave is everything found so far and not yet asked, in a stable order, so that the same site
gives the same crawl, whatever the network does.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from crawlers.gathering.crawling.gaps import GapLog
from crawlers.model.inventory import GapReason
from crawlers.model.page import Outlink
from crawlers.platforms.base import Site, never_follow

_MAX_DEPTH = 30
_MAX_VARIANTS = 60
# A query that holds a place in a list and nothing else.
_PAGER = re.compile(
    r"(?:page|paged?|pg|p|seite|side|sida|strana|pagina|start|offset|limitstart|from)=[\d,]+", re.I
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A page to open: its identity, the address to ask for, the link as it was found."""

    page: str
    address: str
    found: str
    depth: int


@dataclass(slots=True)
class Frontier:
    """The pages known so far; ``found_on`` maps each page to the pages that link to it.

    ``left_out`` counts the addresses that a trap would have led to, by the shape of their path;
    ``gaps`` takes these and the addresses that lie too deep.

    Addresses that differ by a closing slash alone are one page, kept as it was first met.
    """

    site: Site
    max_pages: int
    waiting: list[Target] = field(default_factory=list)
    found_on: dict[str, set[str]] = field(default_factory=dict)
    identities: dict[str, str] = field(default_factory=dict)
    taken: int = 0
    over_limit: bool = False
    left_out: Counter[str] = field(default_factory=Counter)
    gaps: GapLog = field(default_factory=GapLog)
    _spelt: dict[str, str] = field(default_factory=dict)
    _variants: Counter[str] = field(default_factory=Counter)

    def start(self) -> None:
        """Put the seed's home first, and the seed itself when it is another page."""
        for url in (self.site.home, self.site.seed.url):
            self._take(self.site.identity(url), url, "", 0)

    def offer(self, url: str, found_on: str, depth: int) -> bool:
        """Add an address when it is a page of the project; true when it is one."""
        page = self.site.identity(url)
        if page is None or never_follow(url, self.site.below(page)):
            return False
        return self._take(page, url, found_on, depth)

    def _take(self, page: str | None, url: str, found_on: str, depth: int) -> bool:
        if page is None:
            return False
        page = self._spelt.setdefault(_spelling(page), page)
        self.identities[url] = page
        if page in self.found_on:
            if found_on and found_on != page:
                self.found_on[page].add(found_on)
            return True
        if depth > _MAX_DEPTH:
            self.gaps.report(GapReason.DEPTH, page)
            return False
        if self._is_trap(page):
            self.gaps.report(GapReason.TRAP, page)
            return False
        self.found_on[page] = {found_on} - {"", page}
        address = self.site.address(url)
        self.waiting.append(Target(page=page, address=address, found=url, depth=depth))
        return True

    def is_other_page(self, target: Target, page: str | None) -> bool:
        """True when a page to open has turned out to be a stub of another page that is known.

        A page that nobody knew yet is the stub's own from now on, whatever leads to it.
        """
        if page is None or page == target.page:
            return False
        known = self._spelt.setdefault(_spelling(page), target.page)
        if known == target.page or not self.found_on[target.page]:
            return False
        self.found_on[known] |= self.found_on.pop(target.page) - {known}
        self._spelt[_spelling(target.page)] = known
        for url, its_page in self.identities.items():
            if its_page == target.page:
                self.identities[url] = known
        return True

    def offer_all(self, outlinks: tuple[Outlink, ...], page: str, depth: int) -> None:
        """Add the outlinks of a page."""
        for link in outlinks:
            self.offer(link.url, page, depth + 1)

    @property
    def full(self) -> bool:
        """True when the limit leaves no room for a further page."""
        return self.taken >= self.max_pages

    def next_wave(self) -> list[Target]:
        """The pages to open now, at most as many as the limit leaves."""
        wave, self.waiting = self.waiting, []
        room = self.max_pages - self.taken
        if len(wave) > room:
            self.over_limit = True
            wave, self.waiting = wave[:room], wave[room:]
        self.taken += len(wave)
        return wave

    def _is_trap(self, page: str) -> bool:
        """True for a further query variant of an address that has very many already.

        Pagers end by themselves, and the limit of pages ends those that do not.
        """
        path, mark, query = page.partition("?")
        if not mark or _PAGER.fullmatch(query):
            return False
        shape = re.sub(r"\d+", "0", path)
        self._variants[shape] += 1
        full = self._variants[shape] > _MAX_VARIANTS
        if full:
            self.left_out[shape] += 1
        return full


def _spelling(page: str) -> str:
    """A page's address without a closing slash, by which it is known."""
    path, mark, query = page.partition("?")
    return f"{path.rstrip('/')}{mark}{query}"
