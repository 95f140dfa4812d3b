"""What to open next: pages in scope, each once, wave by wave; pure.

A wave is everything found so far and not yet asked, in a stable order, so that the same site
gives the same walk whatever the network's moods.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from crawlers.model import Outlink, Seed
from crawlers.platforms.base import Platform, never_follow
from crawlers.urls import split

_MAX_DEPTH = 30
_MAX_VARIANTS = 60


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

    Addresses that differ by a closing slash alone are one page, kept as it was first met.
    """

    platform: Platform
    seed: Seed
    max_pages: int
    waiting: list[Target] = field(default_factory=list)
    found_on: dict[str, set[str]] = field(default_factory=dict)
    identities: dict[str, str] = field(default_factory=dict)
    taken: int = 0
    over_limit: bool = False
    _spelt: dict[str, str] = field(default_factory=dict)
    _variants: Counter[str] = field(default_factory=Counter)

    def start(self) -> None:
        """Puts the seed's home first, and the seed itself when it is another page."""
        self.offer(self.seed.home, "", 0)
        self.offer(self.seed.url, "", 0)

    def offer(self, url: str, found_on: str, depth: int) -> bool:
        """Takes an address in when it is a page of the project; True when it is one."""
        page = self.platform.identity(self.seed, url)
        if page is None or never_follow(page):
            return False
        page = self._spelt.setdefault(page.rstrip("/"), page)
        self.identities[url] = page
        if page in self.found_on:
            if found_on and found_on != page:
                self.found_on[page].add(found_on)
            return True
        if depth > _MAX_DEPTH or self._trap(page):
            return False
        self.found_on[page] = {found_on} - {"", page}
        address = self.platform.address(self.seed, url)
        self.waiting.append(Target(page=page, address=address, found=url, depth=depth))
        return True

    def offer_all(self, outlinks: tuple[Outlink, ...], page: str, depth: int) -> None:
        """Takes in the outlinks of a page."""
        for link in outlinks:
            if not never_follow(link.url):
                self.offer(link.url, page, depth + 1)

    def next_wave(self) -> list[Target]:
        """The pages to open now, at most as many as the limit leaves."""
        wave, self.waiting = self.waiting, []
        room = self.max_pages - self.taken
        if len(wave) > room:
            self.over_limit = True
            wave, self.waiting = wave[:room], wave[room:]
        self.taken += len(wave)
        return wave

    def _trap(self, page: str) -> bool:
        """True for a further query or number variant of an address that has very many already."""
        parts = split(page)
        if parts is None:
            return True
        shape = re.sub(r"\d+", "0", parts.path) if parts.query else parts.path
        if not parts.query:
            return False
        self._variants[shape] += 1
        return self._variants[shape] > _MAX_VARIANTS
