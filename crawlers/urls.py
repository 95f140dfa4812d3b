"""Addresses: made absolute, freed of wrappers and tracking, compared; no I/O.

The answers are remembered, since the menu of a site stands on each of its pages.

Host names are compared label by label or by registrable domain (the ICANN part of the public
suffix list, as bundled with publicsuffixlist, never fetched), never by substring.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import SplitResult, parse_qs, quote, unquote, urljoin, urlsplit

from publicsuffixlist import PublicSuffixList

from crawlers.redirectors import (
    ARCHIVE_HOSTS,
    DEFENDERS,
    OWN_SHORTENERS,
    SHORTENERS,
    WRAPPERS,
    Wrapper,
    defended,
)

_WEB = ("http", "https")
_IPV4 = re.compile(r"\d+(?:\.\d+){3}")
_UNWRAP_LIMIT = 64
_ARCHIVE_PATH = re.compile(
    r"(?:/[\w.-]+){0,2}?/(\d{1,14})(?:[a-z]{2}_)?/"
    r"((?:https?:)?/{1,2}[^/].*|[\w.-]+\.[a-z]{2,}(?:/.*)?)$",
    re.IGNORECASE | re.DOTALL,
)
_REWRITTEN = re.compile(r"(?:/[\w.-]+){0,2}/\d{14}(?:[a-z]{2}_)?/https?:/")
# ``_`` is the number that scripts append against caches (also WordPress's players: ``?_=1``).
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gad_source|gbraid|wbraid|dclid|msclkid|mc_[ce]id|igshid|igsh|yclid"
    r"|_ga|_gl|_hs(?:enc|mi)|mkt_tok|_"
)
_ESCAPED = re.compile(r"&(?:amp;)+")
_BAD_HOST = re.compile(r"[\s<>\"{}|\\^`%,;]")
# What browsers leave as it is in a path and in a query (URL Standard, percent-encode sets).
_PATH_SAFE = "/%:@!$&'()*+,;=~|[]"
_QUERY_SAFE = "/%:@!$&()*+,;=~?|[]{}`^\\'"
# An address that is in its usual spelling already, as most are.
_TIDY = re.compile(
    r"https?://(?:[a-z0-9-]+\.)*[a-z0-9-]+"
    rf"(?:/(?!\.)[\w.{re.escape(_PATH_SAFE[1:])}-]*)+"
    rf"(?:\?[\w.{re.escape(_QUERY_SAFE)}-]+)?(?:#[!-~]+)?",
    re.ASCII,
)


@lru_cache(maxsize=65536)
def split(url: str) -> SplitResult | None:
    """The parts of a web address, or None when it is none (other scheme, bad host)."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return parts if parts.scheme in _WEB and hostname(parts.netloc) else None


@lru_cache(maxsize=65536)
def hostname(netloc: str) -> str:
    """The host of an address's second part in lower case; empty when a web address has no such.

    A closing dot stays. Many addresses have few hosts, so that most need no second look.
    """
    try:
        parts = urlsplit(f"//{netloc}")
        host = parts.hostname or ""
        bad = parts.port == 0
    except ValueError:
        return ""
    return "" if bad or not host.strip(".") or _BAD_HOST.search(host) else host


def host_of(url: str) -> str:
    """The host in lower case, without port and trailing dot; empty when there is none."""
    parts = split(url)
    return hostname(parts.netloc).rstrip(".") if parts else ""


@cache
def _suffix_list() -> PublicSuffixList:
    """The list of suffixes under which anyone may register a name; read on first use (35 ms)."""
    return PublicSuffixList(accept_unknown=False, only_icann=True)


@lru_cache(maxsize=65536)
def registrable(host: str) -> str:
    """The registrable domain of a host (``padlet.com``), or the host itself (an IP, one label)."""
    return _suffix_list().privatesuffix(host) or host


@lru_cache(maxsize=65536)
def public_suffix(host: str) -> str:
    """The public suffix of a host (``co.uk``), or empty where nobody registers such names."""
    return _suffix_list().publicsuffix(host) or ""


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
    """A host and the domains above it, the longest first: what a table of hosts is asked for."""
    labels = host.rstrip(".").split(".")
    return tuple(".".join(labels[i:]) for i in range(len(labels)))


@lru_cache(maxsize=65536)
def absolute(base: str, href: str) -> str | None:
    """The web address a browser would make of ``href`` on the page ``base``, or None.

    As browsers do, back-slashes before the query count as slashes and one slash after the
    scheme is enough.
    """
    cleaned = re.sub(r"[\t\r\n]", "", href).strip()
    head = re.split(r"[?#]", cleaned, maxsplit=1)[0]
    cleaned = head.replace("\\", "/") + cleaned[len(head) :]
    cleaned = re.sub(r"^(https?):/*(?=[^/])", r"\1://", cleaned, count=1, flags=re.IGNORECASE)
    try:
        joined = urljoin(base, cleaned)
    except ValueError:
        return None
    return tidy(joined) if split(joined) else None


def _plain_host(host: str) -> str:
    """A host in lower case as the network spells it (``xn--…``), without a closing dot."""
    host = host.rstrip(".")
    if host.isascii() or "ß" in host or "ς" in host:
        return host
    try:
        spelt = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host
    return host if _BAD_HOST.search(spelt) or spelt != spelt.rstrip(".") else spelt


def _plain_path(path: str) -> str:
    """A path without ``.`` and ``..`` and with other letters as their UTF-8 bytes."""
    path = quote(path or "/", safe=_PATH_SAFE, errors="replace")
    if "/." not in path:
        return path
    kept: list[str] = []
    steps = path.split("/")[1:]
    for step in steps:
        if step == "..":
            kept = kept[:-1]
        elif step != ".":
            kept.append(step)
    closing = "/" if steps[-1] in (".", "..") and kept else ""
    return "/" + "/".join(kept) + closing


def tidy(url: str) -> str:
    """The same address in its usual spelling, as a browser would ask for it.

    Host in lower case and without a closing dot, no default port, no user name, no ``..``;
    letters other than ASCII percent-encoded as UTF-8.
    """
    if _TIDY.fullmatch(url):
        return url
    parts = split(url)
    if parts is None:
        return url
    port = (
        parts.port if parts.port not in (None, {"http": 80, "https": 443}[parts.scheme]) else None
    )
    host = _plain_host(hostname(parts.netloc))
    netloc = f"[{host}]" if ":" in host else host
    if port:
        netloc = f"{netloc}:{port}"
    path = _plain_path(parts.path)
    query = quote(parts.query, safe=_QUERY_SAFE, errors="replace")
    return parts._replace(netloc=netloc, path=path, query=query).geturl()


def without_fragment(url: str) -> str:
    """The address without its fragment."""
    return url.partition("#")[0]


def without_tracking(url: str) -> str:
    """The address without parameters that only say where a click came from, nor fragment."""
    url = tidy(url)
    parts = split(url)
    if parts is None or not parts.query:
        return tidy(without_fragment(url))
    pieces = parts.query.split("&")
    kept = [piece for piece in pieces if not _TRACKING.fullmatch(unquote(piece.partition("=")[0]))]
    return parts._replace(query="&".join(kept), fragment="").geturl()


def query_of(url: str) -> dict[str, str]:
    """The first value of each query parameter.

    An ampersand that an editor escaped once too often (``&amp;v=``) divides all the same.
    """
    parts = split(url)
    if parts is None:
        return {}
    query = parts.query
    query = _ESCAPED.sub("&", query) if "&amp;" in query else query
    return {key: values[0] for key, values in parse_qs(query, keep_blank_values=True).items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwrapped:
    """An address freed of its wrappers; ``consent`` when a cookie wrapper was among them."""

    url: str
    consent: bool = False
    archived: str = ""


def archived(url: str) -> tuple[str, str] | None:
    """``(prefix, original)`` of an address under a web archive's rewriting, or None.

    Known by the archive's host, or on any host by a 14-digit timestamp before a whole address.
    """
    url = tidy(url)
    parts = split(url)
    if parts is None:
        return None
    known = not ARCHIVE_HOSTS.isdisjoint(host_names(hostname(parts.netloc)))
    if not known and not _REWRITTEN.match(parts.path):
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


def _inside(url: str) -> tuple[str, bool] | None:
    """What one wrapper says that it leads to, and whether the wrapper asks for consent."""
    parts = split(url)
    if parts is None:
        return None
    host = host_of(url)
    if not DEFENDERS.isdisjoint(host_names(host)):
        inner = defended(url)
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
    found = _inside(url)
    if found is None:
        return None
    value = unquote(found[0]) if re.match(r"https?%3a", found[0], re.IGNORECASE) else found[0]
    inner = absolute(url, value) if re.match(r"(https?:)?//", value, re.IGNORECASE) else None
    return (inner, found[1]) if inner and inner != url else None


@lru_cache(maxsize=16384)
def unwrap(url: str) -> Unwrapped:
    """The address behind every consent, redirect, mail-filter and archive wrapper."""
    url, consent, prefix = tidy(url), False, ""
    for _ in range(_UNWRAP_LIMIT):
        past = archived(url)
        if past:
            prefix, url = prefix or past[0], past[1]
            continue
        inner = _inner(url)
        if inner is None:
            break
        url, consent = inner[0], consent or inner[1]
    return Unwrapped(url=url, consent=consent, archived=prefix)


def leads_elsewhere(url: str) -> bool:
    """True for an address that stands for another one, known only by asking."""
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
