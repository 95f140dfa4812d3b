"""Addresses: made absolute, freed of wrappers and tracking, compared; no I/O.

Host names are compared label by label or by registrable domain (public suffix list as bundled
with tldextract, never fetched), never by substring.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, parse_qs, parse_qsl, unquote, urlencode, urljoin, urlsplit

import tldextract

_EXTRACT = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
_WEB = ("http", "https")
_UNWRAP_LIMIT = 12
_ARCHIVE_PATH = re.compile(
    r"(?:/[\w.-]+){0,2}?/(\d{4,14})(?:[a-z]{2}_)?/((?:https?:)?/{1,2}.+|[\w.-]+\.[a-z]{2,}/.*)$"
)
_REWRITTEN = re.compile(r"(?:/[\w.-]+){0,2}/\d{14}(?:[a-z]{2}_)?/https?:/")
_ARCHIVE_HOSTS = (
    "web.archive.org",
    "archive.org",
    "arquivo.pt",
    "webarchive.org.uk",
    "web.archive.bibalex.org",
    "webarchive.nationalarchives.gov.uk",
    "vefsafn.is",
    "webarchiv.cz",
)
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|igsh|yclid|_ga|_gl|si")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrapper:
    """An address that only leads on: host (with sub-domains), path pattern, parameter names."""

    host: str
    path: str
    names: tuple[str, ...]
    consent: bool = False


# Sources: openeuropa/oe_webtools (cookie consent kit), Drupal core media.oembed_iframe route,
# providers' redirect pages and mail filters as met in public links; read 2026-11-23.
WRAPPERS: tuple[Wrapper, ...] = (
    Wrapper(host="europa.eu", path=r"(?:/webtools)?/crs/iframe/?", names=("oriurl",), consent=True),
    Wrapper(host="*", path=r"(?:/[\w-]+)?/media/oembed/?", names=("url",)),
    Wrapper(host="google.*", path=r"/url/?", names=("q", "url")),
    Wrapper(host="docs.google.com", path=r"/(?:gview|viewer|viewerng/viewer)/?", names=("url",)),
    Wrapper(host="drive.google.com", path=r"/viewerng/viewer", names=("url",)),
    Wrapper(host="youtube.com", path=r"/redirect", names=("q",)),
    Wrapper(host="youtube.com", path=r"/oembed", names=("url",)),
    Wrapper(host="safelinks.protection.outlook.com", path=r"/.*", names=("url",)),
    Wrapper(host="linkprotect.cudasvc.com", path=r"/url", names=("a",)),
    Wrapper(host="facebook.com", path=r"/l\.php", names=("u",)),
    Wrapper(host="facebook.com", path=r"/flx/warn/?", names=("u",)),
    Wrapper(host="instagram.com", path=r"/", names=("u",)),
    Wrapper(host="linkedin.com", path=r"/redir/redirect", names=("url",)),
    Wrapper(host="vk.com", path=r"/away\.php", names=("to",)),
    Wrapper(host="t.umblr.com", path=r"/redirect", names=("z",)),
    Wrapper(host="steamcommunity.com", path=r"/linkfilter/?", names=("url", "u")),
    Wrapper(host="view.officeapps.live.com", path=r"/op/(?:embed|view)\.aspx", names=("src",)),
    Wrapper(host="slack-redir.net", path=r"/link", names=("url",)),
    Wrapper(host="cdn.embedly.com", path=r"/widgets/media\.html", names=("src", "url")),
    Wrapper(host="iframe.ly", path=r"/api/iframe", names=("url",)),
)

# Addresses that stand for another one known only by asking; providers' own short hosts
# (forms.gle, 1drv.ms …) belong to the providers.
SHORTENERS: frozenset[str] = frozenset(
    [
        "bit.ly",
        "tinyurl.com",
        "t.co",
        "is.gd",
        "v.gd",
        "cutt.ly",
        "rb.gy",
        "ow.ly",
        "goo.gl",
        "shorturl.at",
        "t.ly",
        "tiny.cc",
        "lnkd.in",
        "buff.ly",
        "qrco.de",
        "me-qr.com",
        "bitly.com",
        "rebrand.ly",
        "short.io",
        "s.id",
        "urlz.fr",
        "kutt.it",
        "dub.sh",
        "l24.im",
        "shorter.me",
        "u.to",
        "clck.ru",
        "tny.im",
        "x.gd",
        "qr.ae",
        "surl.li",
    ]
)


def split(url: str) -> SplitResult | None:
    """The parts of a web address, or None when it is none (other scheme, bad host)."""
    try:
        parts = urlsplit(url.strip())
        bad = parts.scheme not in _WEB or not parts.hostname or parts.port == 0
    except ValueError:
        return None
    return None if bad else parts


def host_of(url: str) -> str:
    """The host in lower case, without port and trailing dot; empty when there is none."""
    parts = split(url)
    return (parts.hostname or "").rstrip(".") if parts else ""


@lru_cache(maxsize=65536)
def registrable(host: str) -> str:
    """The registrable domain of a host (``padlet.com``), or the host itself (an IP, one label)."""
    return _EXTRACT(host).top_domain_under_public_suffix or host


@lru_cache(maxsize=65536)
def brand(host: str) -> str:
    """The name before the public suffix (``google`` for ``maps.google.co.uk``), or empty."""
    return _EXTRACT(host).domain


def host_fits(host: str, pattern: str) -> bool:
    """True when a host is ``pattern`` or below it; ``google.*`` means any public suffix."""
    if pattern == "*":
        return True
    if pattern.endswith(".*"):
        return brand(host) == pattern[:-2]
    return host == pattern or host.endswith("." + pattern)


def absolute(base: str, href: str) -> str | None:
    """The web address a browser would make of ``href`` on the page ``base``, or None."""
    cleaned = re.sub(r"[\t\r\n]", "", href).strip()
    try:
        joined = urljoin(base, cleaned)
    except ValueError:
        return None
    parts = split(joined)
    return tidy(joined) if parts else None


def tidy(url: str) -> str:
    """The same address in its usual spelling: host in lower case, no default port, no dot."""
    parts = split(url)
    if parts is None:
        return url
    port = (
        parts.port if parts.port not in (None, {"http": 80, "https": 443}[parts.scheme]) else None
    )
    host = (parts.hostname or "").rstrip(".")
    netloc = f"[{host}]" if ":" in host else host
    if port:
        netloc = f"{netloc}:{port}"
    path = (parts.path or "/").replace(" ", "%20")
    return parts._replace(netloc=netloc, path=path).geturl()


def without_fragment(url: str) -> str:
    """The address without its fragment."""
    return url.partition("#")[0]


def without_tracking(url: str) -> str:
    """The address without parameters that only say where a click came from, nor fragment."""
    parts = split(url)
    if parts is None or not parts.query:
        return without_fragment(url)
    kept = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(key)
    ]
    query = urlencode(kept) if len(kept) != parts.query.count("&") + 1 else parts.query
    return parts._replace(query=query, fragment="").geturl()


def query_of(url: str) -> dict[str, str]:
    """The first value of each query parameter."""
    parts = split(url)
    if parts is None:
        return {}
    return {key: values[0] for key, values in parse_qs(parts.query, keep_blank_values=True).items()}


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
    parts = split(url)
    if parts is None:
        return None
    host = parts.hostname or ""
    known = any(host_fits(host, name) for name in _ARCHIVE_HOSTS)
    if not known and not _REWRITTEN.match(parts.path):
        return None
    tail = url[url.index(parts.netloc) + len(parts.netloc) :]
    match = _ARCHIVE_PATH.match(tail)
    if match is None:
        return None
    original = re.sub(r"^(https?:)/{1,2}(?!/)", r"\1//", match[2])
    original = f"http:{original}" if original.startswith("//") else original
    original = original if "://" in original else f"http://{original}"
    return (url[: len(url) - len(match[2])], original) if split(original) else None


def _inner(url: str) -> tuple[str, bool] | None:
    """The address inside one wrapper and whether the wrapper asks for consent, or None."""
    parts = split(url)
    if parts is None:
        return None
    host = (parts.hostname or "").rstrip(".")
    if host_fits(host, "urldefense.com"):
        match = re.match(r"/v3/__(.+?)__;", parts.path)
        return (re.sub(r"^(https?:)/(?!/)", r"\1//", match[1]), False) if match else None
    if not parts.query:
        return None
    for wrapper in WRAPPERS:
        if not host_fits(host, wrapper.host) or not re.fullmatch(wrapper.path, parts.path or "/"):
            continue
        query = query_of(url)
        value = next((query[name] for name in wrapper.names if query.get(name)), "")
        value = unquote(value) if re.match(r"https?%3a", value, re.IGNORECASE) else value
        inner = absolute(url, value) if re.match(r"(https?:)?//", value) else None
        if inner:
            return inner, wrapper.consent
    return None


def unwrap(url: str) -> Unwrapped:
    """The address behind every consent, redirect, mail-filter and archive wrapper."""
    consent, prefix = False, ""
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


# Short hosts of single services; the address they stand for unites them with the long form.
OWN_SHORTENERS: frozenset[str] = frozenset(
    {
        "forms.gle",
        "maps.app.goo.gl",
        "photos.app.goo.gl",
        "1drv.ms",
        "canva.link",
        "on.soundcloud.com",
        "padlet.link",
        "pin.it",
        "fb.watch",
    }
)


def leads_elsewhere(url: str) -> bool:
    """True for an address that stands for another one, known only by asking."""
    return is_short(url) or host_of(url) in OWN_SHORTENERS


def is_short(url: str) -> bool:
    """True for an address of a general link shortener."""
    parts = split(url)
    host = (parts.hostname or "").removeprefix("www.") if parts else ""
    return parts is not None and host in SHORTENERS and len(parts.path) > 1
