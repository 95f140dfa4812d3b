"""Addresses that stand for others: wrappers, web archives, short links; no I/O."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from crawlers.urls.canonical import absolute, tidy
from crawlers.urls.parts import brand, host_names, host_of, hostname, query_of, split
from crawlers.urls.redirectors import (
    ARCHIVE_HOSTS,
    DEFENDERS,
    OWN_SHORTENERS,
    SHORTENERS,
    WRAPPERS,
    Wrapper,
    address_in_defense,
)

_UNWRAP_LIMIT = 64
_ARCHIVE_PATH = re.compile(
    r"(?:/[\w.-]+){0,2}?/(\d{1,14})(?:[a-z]{2}_)?/"
    r"((?:https?:)?/{1,2}[^/].*|[\w.-]+\.[a-z]{2,}(?:/.*)?)$",
    re.IGNORECASE | re.DOTALL,
)
_REWRITTEN = re.compile(r"(?:/[\w.-]+){0,2}/\d{14}(?:[a-z]{2}_)?/https?:/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwrapped:
    """An address without its wrappers; ``consent`` is true when a cookie wrapper was among them."""

    url: str
    consent: bool = False
    archived: str = ""


def archived_address(url: str) -> tuple[str, str] | None:
    """``(prefix, original)`` of an address under a web archive's rewriting, or None.

    Known by the archive's host, or on any host by a 14-digit timestamp before a whole address.
    """
    url = tidy(url)
    parts = split(url)
    if parts is None:
        return None
    is_archive = not ARCHIVE_HOSTS.isdisjoint(host_names(hostname(parts.netloc)))
    if not is_archive and not _REWRITTEN.match(parts.path):
        return None
    tail = url[url.index(parts.netloc) + len(parts.netloc) :]
    match = _ARCHIVE_PATH.match(tail)
    if match is None:
        return None
    original = match[2]
    if original.startswith("/"):
        original = f"http://{original.lstrip('/')}"
    original = re.sub(r"^(https?:)/{1,2}(?!/)", r"\1//", original, flags=re.IGNORECASE)
    original = original if "://" in original[:8] else f"http://{original}"
    return (url[: len(url) - len(match[2])], tidy(original)) if split(original) else None


def _wrapped_value(url: str) -> tuple[str, bool] | None:
    """The text of the address that a wrapper leads to, and whether it asks for consent."""
    parts = split(url)
    if parts is None:
        return None
    host = host_of(url)
    if not DEFENDERS.isdisjoint(host_names(host)):
        inner = address_in_defense(url)
        if inner:
            return inner, False
    if not parts.query:
        return None
    path = parts.path or "/"
    wrapper = next((w for pattern, w in _wrappers(host) if pattern.fullmatch(path)), None)
    query = query_of(url) if wrapper else {}
    value = next((query[name] for name in wrapper.names if query.get(name)), "") if wrapper else ""
    return (value, wrapper.consent) if wrapper and value else None


@lru_cache(maxsize=65536)
def _wrappers(host: str) -> tuple[tuple[re.Pattern[str], Wrapper], ...]:
    """The wrappers that a host may have, each with its path, the nearest first."""
    names = (*host_names(host), f"{brand(host)}.*", "*")
    return tuple((re.compile(w.path), w) for name in names for w in WRAPPERS if w.host == name)


def _inner(url: str) -> tuple[str, bool] | None:
    """The address inside one wrapper and whether the wrapper asks for consent, or None."""
    target = _wrapped_value(url)
    if target is None:
        return None
    value = unquote(target[0]) if re.match(r"https?%3a", target[0], re.IGNORECASE) else target[0]
    inner = absolute(url, value) if re.match(r"(https?:)?//", value, re.IGNORECASE) else None
    return (inner, target[1]) if inner and inner != url else None


@lru_cache(maxsize=16384)
def unwrap(url: str) -> Unwrapped:
    """The address behind every consent, redirect, mail-filter and archive wrapper."""
    url, consent, prefix = tidy(url), False, ""
    for _ in range(_UNWRAP_LIMIT):
        past = archived_address(url)
        if past:
            prefix, url = prefix or past[0], past[1]
            continue
        inner = _inner(url)
        if inner is None:
            break
        url, consent = inner[0], consent or inner[1]
    return Unwrapped(url=url, consent=consent, archived=prefix)


def leads_elsewhere(url: str) -> bool:
    """True for an address that stands for another one, which only a request can tell."""
    return is_short(url) or host_of(url) in OWN_SHORTENERS


def is_short(url: str) -> bool:
    """True for an address of a general link shortener."""
    parts = split(url)
    host = host_of(url).removeprefix("www.")
    return parts is not None and host in SHORTENERS and len(parts.path) > 1


def destination(chain: Iterable[str]) -> str:
    """What a short address stands for: the first address of its redirects that is not short.

    Where that address itself sends a stranger on (to a log-in), it is still the one meant. Empty
    when the redirects never leave the short addresses.
    """
    return next((url for url in chain if split(url) and not leads_elsewhere(url)), "")
