"""The parts of an address: host, registrable domain, parameters; no I/O.

Host names are compared label by label or by registrable domain (the ICANN part of the public
suffix list, as bundled with publicsuffixlist, never fetched), never by substring. Answers are
remembered, since the menu of a site stands on each of its pages.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from urllib.parse import SplitResult, parse_qs, urlsplit

from publicsuffixlist import PublicSuffixList

from crawlers.model.limits import ADDRESS_LETTERS, HOST_LETTERS

_WEB = ("http", "https")
_IPV4 = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_ESCAPED = re.compile(r"&(?:amp;)+")
_BAD_HOST = re.compile(r"[\s<>\"{}|\\^`%,;]")


@lru_cache(maxsize=65536)
def split(url: str) -> SplitResult | None:
    """The parts of a web address, or None when it is none (other scheme, bad host, too long)."""
    if len(url) > ADDRESS_LETTERS:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return parts if parts.scheme in _WEB and hostname(parts.netloc) else None


@lru_cache(maxsize=65536)
def hostname(netloc: str) -> str:
    """The host of an address's second part in lower case; empty for what is no web host.

    A closing dot stays. Many addresses have few hosts, so that most come from the cache.
    """
    try:
        parts = urlsplit(f"//{netloc}")
        host = parts.hostname or ""
        bad = parts.port == 0
    except ValueError:
        return ""
    bad = bad or not host.strip(".") or len(host.rstrip(".")) > HOST_LETTERS
    return "" if bad or _BAD_HOST.search(host) else host


def host_of(url: str) -> str:
    """The host in lower case, without port and trailing dot; empty when there is none."""
    parts = split(url)
    return hostname(parts.netloc).rstrip(".") if parts else ""


@cache
def _suffix_list() -> PublicSuffixList:
    """The list of suffixes under which anyone may register a name; read on first use (50 ms).

    It is read as it is written, since coding 470 names of other scripts takes twice as long.
    """
    return PublicSuffixList(accept_unknown=False, accept_encoded_idn=False, only_icann=True)


def _suffix_length(host: str) -> int:
    """The number of labels of a host's public suffix; 0 without one."""
    suffix = _suffix_list().publicsuffix(_decoded(host))
    return suffix.count(".") + 1 if suffix else 0


def _decoded(host: str) -> str:
    """A host with its letters of other scripts as they are read (``xn--…`` decoded)."""
    if "xn--" not in host:
        return host
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host


@lru_cache(maxsize=65536)
def registrable(host: str) -> str:
    """The registrable domain of a host (``padlet.com``), or the host itself (an IP, one label)."""
    labels, length = host.rstrip(".").split("."), _suffix_length(host)
    if not length or length >= len(labels):
        return host
    return ".".join(labels[-length - 1 :])


@lru_cache(maxsize=65536)
def public_suffix(host: str) -> str:
    """The public suffix of a host (``co.uk``), or empty without one."""
    length = _suffix_length(host)
    return ".".join(host.rstrip(".").split(".")[-length:]) if length else ""


@lru_cache(maxsize=65536)
def brand(host: str) -> str:
    """The name before the public suffix (``google`` for ``maps.google.co.uk``), or empty.

    Where there is no public suffix it is the last label, or a whole IP address.
    """
    suffix = public_suffix(host)
    if not suffix:
        return host if _IPV4.fullmatch(host) else host.rstrip(".").rpartition(".")[2]
    return registrable(host).removesuffix(suffix).rstrip(".")


def host_fits(host: str, pattern: str) -> bool:
    """True when a host is ``pattern`` or below it; ``google.*`` means any public suffix."""
    if pattern == "*":
        return True
    if pattern.endswith(".*"):
        return brand(host) == pattern[:-2]
    return host == pattern or host.endswith("." + pattern)


@lru_cache(maxsize=65536)
def host_names(host: str) -> tuple[str, ...]:
    """A host and the domains above it, the longest first: the keys for a table of hosts."""
    labels = host[-HOST_LETTERS:].rstrip(".").split(".")
    return tuple(".".join(labels[i:]) for i in range(len(labels)))


def without_fragment(url: str) -> str:
    """The address without its fragment."""
    return url.partition("#")[0]


def query_of(url: str) -> dict[str, str]:
    """The first value of each query parameter.

    An ampersand that an editor escaped once too often (``&amp;v=``) still separates parameters.
    """
    parts = split(url)
    if parts is None:
        return {}
    query = parts.query
    query = _ESCAPED.sub("&", query) if "&amp;" in query else query
    return {key: values[0] for key, values in parse_qs(query, keep_blank_values=True).items()}
