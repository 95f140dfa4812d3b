"""Match one address with one URL pattern and classify it; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from hashlib import sha256
from urllib.parse import quote

from crawlers.model.artefact import Kind
from crawlers.providers.engine.file_types import kind_of_extension
from crawlers.providers.engine.patterns import compile_pattern, fill, template_names
from crawlers.providers.engine.schema import ANY_HOST, Asking, Provider, Role, UrlPattern
from crawlers.urls.canonical import tidy, without_tracking
from crawlers.urls.parts import brand, host_names, hostname, query_of, split, without_fragment
from crawlers.urls.wrappers import unwrap

_ASKING = tuple(field.name for field in fields(Asking))


@dataclass(frozen=True, slots=True, kw_only=True)
class Classified:
    """An address and what it is: provider and kind, one canonical address, one native id.

    ``tool`` is what the web tool calls itself.
    """

    url: str
    provider: str
    kind: Kind
    canonical_url: str
    native_id: str
    tool: str
    role: Role = Role.ARTEFACT

    @property
    def id(self) -> str:
        """The artefact's identity, the same for all its addresses."""
        return f"{self.provider}:{self.native_id}"


@dataclass(frozen=True)
class AddressParts:
    """The parts of one unwrapped address that URL patterns look at."""

    inner: str
    host: str
    path: str
    fragment: str

    @cached_property
    def query(self) -> dict[str, str]:
        """The first value of each parameter."""
        return query_of(self.inner)

    def value(self, name: str) -> str:
        """What a template may ask for beside the groups of its pattern."""
        if name == "clean_url":
            return without_tracking(self.inner)
        return {"host": self.host, "url": without_fragment(self.inner)}.get(name, "")


def address_parts(url: str) -> AddressParts | None:
    """The parts of an address, wrappers removed; None for what is no web address."""
    inner = tidy(unwrap(url.strip()).url)
    parts = split(inner)
    if parts is None:
        return None
    return AddressParts(inner, hostname(parts.netloc), parts.path or "/", parts.fragment)


def match_host(pattern: UrlPattern, host: str) -> dict[str, str] | None:
    """The groups that a pattern takes from a host, or None when its host is another."""
    if not frozenset(pattern.not_hosts).isdisjoint(host_names(host)):
        return None
    groups = _groups(pattern.host, host)
    if groups is None:
        return None
    return None if _is_refused(pattern, {"host": host}) else groups


def match_rest(
    pattern: UrlPattern, parts: AddressParts, of_host: Mapping[str, str]
) -> dict[str, str] | None:
    """All named groups of a pattern that fits, or None; its host is known to fit."""
    groups = _groups(pattern.path, parts.path)
    if groups is None or any(name in parts.query for name in pattern.without):
        return None
    of_fragment = _groups(pattern.fragment, parts.fragment)
    if of_fragment is None:
        return None
    groups |= {**of_host, **of_fragment}
    for name, expression in pattern.query.items():
        of_query = _groups(expression, parts.query[name]) if name in parts.query else None
        if of_query is None:
            return None
        groups |= of_query
    whole = {"path": parts.path, "fragment": parts.fragment}
    return None if _is_refused(pattern, groups | whole) else groups


def _groups(pattern: str | None, value: str) -> dict[str, str] | None:
    """The named groups of a whole match, or None; without a pattern every value matches."""
    return {} if pattern is None else compile_pattern(pattern).groups(value)


def _is_refused(pattern: UrlPattern, values: Mapping[str, str]) -> bool:
    """True when a value is a reserved word of its group, or what it must not match."""
    for name, words in pattern.reserved.items():
        if name in values and values[name].lower() in words:
            return True
    return any(
        name in values and compile_pattern(expression).matches(values[name])
        for name, expressions in pattern.unless.items()
        for expression in expressions
    )


def classification(
    provider: Provider,
    pattern: UrlPattern,
    url: str,
    groups: Mapping[str, str],
    parts: AddressParts,
) -> Classified:
    """What an address is that fits a pattern with these groups."""
    names = template_names(pattern.canonical) | template_names(pattern.native_id)
    values = {**{name: parts.value(name) for name in names - groups.keys()}, **groups}
    canonical = fill(pattern.canonical, values)
    query = parts.query if pattern.keep else {}
    kept = [
        f"{name}={quote(query[name], safe='~!*-._')}" for name in pattern.keep if query.get(name)
    ]
    if kept:
        canonical += ("&" if "?" in canonical else "?") + "&".join(kept)
    if "digest" in names:
        values["digest"] = _digest(canonical)
    return Classified(
        url=url,
        provider=provider.id,
        kind=_kind(provider, pattern, canonical, groups),
        canonical_url=canonical,
        native_id=fill(pattern.native_id, values),
        tool=provider.name,
        role=pattern.role,
    )


def as_written(match: Classified, parts: AddressParts) -> Classified:
    """The same thing of the same tool, known by its address as it is written."""
    canonical = parts.value("clean_url")
    return replace(match, canonical_url=canonical, native_id=_digest(canonical))


def _digest(canonical: str) -> str:
    return sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _kind(
    provider: Provider, pattern: UrlPattern, canonical: str, groups: Mapping[str, str]
) -> Kind:
    for name, kinds in pattern.kind_by.items():
        if groups.get(name) in kinds:
            return kinds[groups[name]]
    if pattern.kind == "extension":
        return kind_of_extension(canonical) or provider.kinds[0]
    return pattern.kind or provider.kinds[0]


def form_of(provider: Provider, canonical_url: str) -> tuple[UrlPattern, dict[str, str]] | None:
    """The URL pattern of a provider that a canonical address fits, and its groups; None if none.

    The form of an artefact is that of its canonical address: an artefact may have been met under
    many addresses, and every canonical address is recognised as itself.
    """
    parts = address_parts(canonical_url)
    if parts is None:
        return None
    for pattern in _in_order(provider, parts.host):
        of_host = match_host(pattern, parts.host)
        groups = None if of_host is None else match_rest(pattern, parts, of_host)
        if groups is not None:
            return pattern, groups
    return None


def _in_order(provider: Provider, host: str) -> list[UrlPattern]:
    """A provider's patterns for a host, the nearest host first, as ``Rules`` tries them."""
    ranks = {name: rank for rank, name in enumerate(host_keys(host))}
    ranked = [
        (min(ranks.get(name, len(ranks)) for name in pattern.hosts or provider.hosts), pattern)
        for pattern in provider.urls
    ]
    fitting = [row for row in ranked if row[0] < len(ranks)]
    ordered = sorted(fitting, key=lambda row: (row[1].unknown, row[0]))
    return [pattern for _, pattern in ordered]


def host_keys(host: str) -> tuple[str, ...]:
    """The keys to look up in a table of hosts: host, domains above it, its name, all hosts."""
    return (*host_names(host), f"{brand(host)}.*", ANY_HOST)


def asking_for(provider: Provider, pattern: UrlPattern | None) -> Asking:
    """How an artefact of this form is asked for: what the pattern says, else the provider.

    One of a tool in a form that no pattern has is judged by its own page alone; what may lie on any
    host (a file) is asked for as the provider says.
    """
    if pattern is None and provider.urls and ANY_HOST not in provider.hosts:
        return Asking(downgrade=provider.downgrade)
    values = {name: getattr(provider, name) for name in _ASKING}
    own = {name: getattr(pattern, name, None) for name in _ASKING}
    return Asking(**values | {name: value for name, value in own.items() if value is not None})
