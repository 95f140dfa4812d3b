"""The providers: one leaf a file, found by scanning this folder; classification of addresses.

The host is looked up first; only the shapes of that host's providers are tried.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from string import Formatter
from urllib.parse import quote

from crawlers.model import Kind
from crawlers.providers.base import Provider, Shape
from crawlers.urls import brand, query_of, split, tidy, unwrap, without_tracking

# What the leaves know, by its date and a number for a second change on one day; every audit names
# it. Raise it with every change of a leaf, of a marker or of the common flow.
RULES_VERSION = "2026-11-24.1"

_NOT_LEAVES = {"base", "flow", "delivery", "published", "refresh_published", "table"}
_GENERIC = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Classified:
    """An address and what it is: provider and kind, one canonical address, one native id."""

    url: str
    provider: str
    kind: Kind
    canonical_url: str
    native_id: str

    @property
    def id(self) -> str:
        """The artefact's identity, the same for all its addresses."""
        return f"{self.provider}:{self.native_id}"


@cache
def registry() -> dict[str, Provider]:
    """All provider leaves by id."""
    found: dict[str, Provider] = {}
    for module in pkgutil.iter_modules(__path__):
        if module.name in _NOT_LEAVES:
            continue
        provider = importlib.import_module(f"{__name__}.{module.name}").PROVIDER
        found[provider.id] = provider
    return found


@cache
def _by_host() -> dict[str, tuple[tuple[Provider, Shape], ...]]:
    """Shapes by host pattern; the generic ones stand under ``*``."""
    table: dict[str, list[tuple[Provider, Shape]]] = {}
    for provider in registry().values():
        for shape in provider.shapes:
            for host in shape.hosts or provider.hosts:
                table.setdefault(host, []).append((provider, shape))
    return {host: tuple(rows) for host, rows in table.items()}


def _candidates(host: str) -> tuple[tuple[Provider, Shape], ...]:
    """The shapes of a host: its own, then those of the domains above it, generic ones last."""
    table = _by_host()
    labels = host.split(".")
    names = [".".join(labels[i:]) for i in range(len(labels))]
    rows = [row for name in names for row in table.get(name, ())]
    wildcard = table.get(f"{brand(host)}.*", ())
    return (*rows, *wildcard, *table.get(_GENERIC, ()))


def _fill(template: str, groups: dict[str, str]) -> str:
    fields = {name for _, name, _, _ in Formatter().parse(template) if name}
    return template.format(**{name: groups.get(name) or "" for name in fields})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """The parts of one unwrapped address that shapes look at."""

    url: str
    host: str
    path: str
    fragment: str
    query: dict[str, str]


def _fits(shape: Shape, parts: _Parts) -> dict[str, str] | None:
    """The named groups of a shape that fits, or None."""
    if any(name in parts.query for name in shape.without):
        return None
    looks = [(shape.path_pattern, parts.path)]
    if shape.host_pattern is not None:
        looks.append((shape.host_pattern, parts.host))
    if shape.fragment_pattern is not None:
        looks.append((shape.fragment_pattern, parts.fragment))
    for name, pattern in shape.query_patterns:
        if name not in parts.query:
            return None
        looks.append((pattern, parts.query[name]))
    groups: dict[str, str] = {}
    for pattern, value in looks:
        match = pattern.fullmatch(value)
        if match is None:
            return None
        groups |= {k: v for k, v in match.groupdict().items() if v is not None}
    return groups


def _named(
    provider: Provider, shape: Shape, url: str, groups: dict[str, str], query: dict[str, str]
) -> Classified:
    canonical = _fill(shape.canonical, groups)
    kept = [f"{name}={quote(query[name], safe='~!*-._')}" for name in shape.keep if query.get(name)]
    if kept:
        canonical += ("&" if "?" in canonical else "?") + "&".join(kept)
    if "{digest}" in shape.native_id:
        digest = sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
        groups = groups | {"digest": digest[:16]}
    return Classified(
        url=url,
        provider=provider.id,
        kind=shape.kind or provider.kinds[0],
        canonical_url=canonical,
        native_id=_fill(shape.native_id, groups),
    )


def matches(url: str) -> Iterator[Classified]:
    """Everything an address may be, most telling first: one row for each shape that fits."""
    inner = tidy(unwrap(url.strip()).url)
    parts = split(inner)
    if parts is None:
        return
    seen = _Parts(
        url=inner.partition("#")[0],
        host=parts.hostname or "",
        path=parts.path or "/",
        fragment=parts.fragment,
        query=query_of(inner) if parts.query else {},
    )
    for provider, shape in _candidates(seen.host):
        groups = _fits(shape, seen)
        if groups is None:
            continue
        groups = {"host": seen.host, "url": seen.url, "clean_url": without_tracking(inner)} | groups
        yield _named(provider, shape, url, groups, seen.query)


def classify(url: str) -> Classified | None:
    """What an address is, wrappers removed; None when it is no artefact. Never raises."""
    return next(matches(url), None)
