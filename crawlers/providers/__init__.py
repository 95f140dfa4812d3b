"""The providers: one leaf a file, found by scanning this folder; classification of addresses.

The host is looked up first; only the shapes of that host's providers are tried.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from string import Formatter
from urllib.parse import quote

from crawlers.model import Kind
from crawlers.providers.base import Provider, Shape
from crawlers.urls import (
    brand,
    host_names,
    hostname,
    query_of,
    split,
    tidy,
    unwrap,
    without_fragment,
    without_tracking,
)

# What the leaves know, by its date and a number for a second change on one day; every audit names
# it. Raise it with every change of a leaf, of a marker or of the common flow.
RULES_VERSION = "2026-11-25.5"

_NOT_LEAVES = {"base", "flow", "delivery", "published", "refresh_published", "table"}
_GENERIC = "*"

# A provider, one of its shapes and what the shape takes from the host.
_Candidate = tuple[Provider, Shape, dict[str, str]]


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


@lru_cache(maxsize=65536)
def _candidates(host: str) -> tuple[_Candidate, ...]:
    """The shapes of a host: its own, then those of the domains above it, generic ones last."""
    names = (*host_names(host), f"{brand(host)}.*", _GENERIC)
    rows = (row for name in names for row in _by_host().get(name, ()))
    seen = ((row, _groups(row[1].host_pattern, host)) for row in rows)
    return tuple((*row, groups) for row, groups in seen if groups is not None)


def _groups(pattern: re.Pattern[str] | None, value: str) -> dict[str, str] | None:
    """The named groups of a pattern that fits a whole value, or None; none asked fits all."""
    if pattern is None:
        return {}
    match = pattern.fullmatch(value)
    if match is None:
        return None
    return {name: group for name, group in match.groupdict().items() if group is not None}


@lru_cache(maxsize=4096)
def _fields(template: str) -> frozenset[str]:
    """The names that a template asks for."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


def _fill(template: str, groups: dict[str, str]) -> str:
    return template.format(**{name: groups.get(name) or "" for name in _fields(template)})


@dataclass(frozen=True)
class _Parts:
    """The parts of one unwrapped address that shapes look at."""

    inner: str
    host: str
    path: str
    fragment: str

    @cached_property
    def query(self) -> dict[str, str]:
        """The first value of each parameter."""
        return query_of(self.inner)

    def whole(self, name: str) -> str:
        """What a template may ask for beside the groups of its shape."""
        if name == "clean_url":
            return without_tracking(self.inner)
        return {"host": self.host, "url": without_fragment(self.inner)}.get(name, "")


def _fits(shape: Shape, parts: _Parts, of_host: dict[str, str]) -> dict[str, str] | None:
    """The named groups of a shape that fits, or None; its host is known to fit."""
    groups = _groups(shape.path_pattern, parts.path)
    if groups is None or any(name in parts.query for name in shape.without):
        return None
    of_fragment = _groups(shape.fragment_pattern, parts.fragment)
    if of_fragment is None:
        return None
    groups |= of_host | of_fragment
    for name, pattern in shape.query_patterns:
        found = _groups(pattern, parts.query[name]) if name in parts.query else None
        if found is None:
            return None
        groups |= found
    return groups


def _named(
    provider: Provider, shape: Shape, url: str, groups: dict[str, str], parts: _Parts
) -> Classified:
    for name in (_fields(shape.canonical) | _fields(shape.native_id)) - groups.keys():
        groups[name] = parts.whole(name)
    canonical = _fill(shape.canonical, groups)
    query = parts.query if shape.keep else {}
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
    split_up = split(inner)
    if split_up is None:
        return
    host = hostname(split_up.netloc)
    parts = _Parts(inner, host, split_up.path or "/", split_up.fragment)
    for provider, shape, of_host in _candidates(host):
        groups = _fits(shape, parts, of_host)
        if groups is not None:
            yield _named(provider, shape, url, groups, parts)


def classify(url: str) -> Classified | None:
    """What an address is, wrappers removed; None when it is no artefact. Never raises."""
    return next(matches(url), None)
