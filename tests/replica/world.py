"""The world: every host of the replica in one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from tests.replica import stubs, tools
from tests.replica.answers import DROP, Answer, Ask, Handler, text
from tests.replica.sites import esep, judged, legacy, plain
from tests.replica.sites import ordinary as ordinary_site
from tests.replica.sites.theme_frame import themed

__all__ = ["Answer", "World", "ordinary", "world", "world_in_theme"]


class World:
    """Hosts with their handlers; it remembers every request, so that answers can change."""

    def __init__(self, hosts: Mapping[str, Handler], forbidden: Iterable[str] = ()) -> None:
        self.hosts = dict(hosts)
        self.forbidden = tuple(forbidden)
        self.requested: list[str] = []
        self._counts: Counter[str] = Counter()

    def answer(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """The answer to one GET; a host that nobody knows drops the connection."""
        del headers
        ask = Ask(url, self._counts[url])
        self._counts[url] += 1
        self.requested.append(url)
        handler = self.hosts.get(ask.host)
        if handler is None:
            return DROP
        if ask.path == "/robots.txt":
            return text(stubs.ROBOTS.get(ask.host, ""), 200 if ask.host in stubs.ROBOTS else 404)
        return handler(ask)

    def requests_to(self, host: str) -> list[str]:
        """The addresses of one host that were asked for, in order."""
        return [url for url in self.requested if urlsplit(url).hostname == host]


def world() -> World:
    """A new world with every project and every provider."""
    hosts: dict[str, Handler] = stubs.HOSTS | tools.HOSTS
    hosts |= esep.HOSTS | legacy.HOSTS | plain.HOSTS
    hosts["twinspace.etwinning.net"] = judged.moved_host(legacy.platform)
    return World(hosts, esep.FORBIDDEN + legacy.FORBIDDEN + plain.FORBIDDEN)


def world_in_theme() -> World:
    """A fresh world whose platform draws its pages in the frame of its public theme."""
    fresh = world()
    host = "school-education.ec.europa.eu"
    fresh.hosts[host] = themed(fresh.hosts[host])
    return fresh


def ordinary(pages: int = 60) -> World:
    """An ordinary project of ``pages`` pages, with the providers that it uses."""
    return World(dict(stubs.HOSTS) | ordinary_site.hosts(pages), esep.FORBIDDEN)
