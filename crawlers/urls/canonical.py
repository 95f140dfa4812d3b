"""Addresses as browsers make them of what is written, and one spelling for equal ones; no I/O."""

from __future__ import annotations

import re
import string
from functools import lru_cache
from typing import Self
from unicodedata import normalize
from urllib.parse import SplitResult, quote, unquote

from crawlers.urls.parts import split, without_fragment

# ``_`` is the number that scripts append against caches (also WordPress's players: ``?_=1``).
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gad_source|gbraid|wbraid|dclid|msclkid|mc_[ce]id|igshid|igsh|yclid"
    r"|_ga|_gl|_hs(?:enc|mi)|mkt_tok|_"
)
# An address that browsers ask for as it is written, as most are.
_TIDY = re.compile(
    r"https?://(?![^/]*xn--)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?"
    r"(?:/(?!\.|%2[Ee])[\w.%:@!$&'()*+,;=~|\[\]-]*)+"
    r"(?:\?[\w.%:@!$&()*+,;=~?|\[\]{}`^\\/-]+)?(?:#[\w!#-;=?@\[-_{-~]+)?",
    re.ASCII,
)
_CODED = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset(string.ascii_letters + string.digits + "-._~")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
# What an encoded letter may hold beside bytes that are none of ASCII's (Shift_JIS, Big5, GBK).
_TRAILING_BYTES = "@[\\]^`{|}~"
# WHATWG names of encodings that Python calls otherwise (Encoding Standard, "names and labels").
# UTF-16 and what has no encoder are written as UTF-8 (URL Standard, "get an output encoding").
_CODECS = {
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac_cyrillic",
    "macintosh": "mac_roman",
    "iso-8859-8-i": "iso8859_8",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "big5": "big5hkscs",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
    "replacement": "utf-8",
    "x-user-defined": "utf-8",
}


class BaseAddress(str):
    """The address that a document's links start from; their queries are in its ``encoding``."""

    __slots__ = ("encoding",)
    encoding: str

    def __new__(cls, url: str, encoding: str = "utf-8") -> Self:
        """An address, with the WHATWG name of an encoding."""
        base = super().__new__(cls, url)
        base.encoding = encoding
        return base


def absolute(base: str, href: str) -> str | None:
    """The web address a browser would ask for when ``href`` stands on the page ``base``, or None.

    As the URL Standard has it; letters in a query are written in the encoding of a
    ``BaseAddress``. No user name, no password, and no dot that closes the host.
    """
    return _absolute(base, href, getattr(base, "encoding", "utf-8"))


@lru_cache(maxsize=65536)
def _absolute(base: str, href: str, encoding: str) -> str | None:
    import ada_url  # noqa: PLC0415  30 ms that nobody needs who has tidy addresses alone

    if not href.isascii():
        href = _encoded_query(_scalar(href), encoding)
    try:
        url = ada_url.join_url(_scalar(base), href) if base else ada_url.normalize_url(href)
    except ValueError:
        return None
    parts = split(url)
    if parts is None or ("xn--" in parts.netloc and not _is_decodable(parts.netloc)):
        return None
    return _plain(url, parts)


def _is_decodable(netloc: str) -> bool:
    """True when the labels that stand for letters of other scripts (``xn--…``) stand for some."""
    labels = netloc.rpartition("@")[2].partition(":")[0].split(".")
    coded = [label[4:] for label in labels if label.startswith("xn--")]
    try:
        labels = [label.encode("ascii").decode("punycode") for label in coded]
    except UnicodeError:
        return False
    return all(label and normalize("NFKC", label.lower()) == label for label in labels)


def _scalar(text: str) -> str:
    """A text whose lone surrogates are replaced, as browsers take texts."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _encoded_query(href: str, encoding: str) -> str:
    """A reference whose query is percent-encoded in an encoding (URL Standard, query state)."""
    before, mark, fragment = href.partition("#")
    path, question, query = before.partition("?")
    codec = _CODECS.get(encoding, encoding)
    if codec == "utf-8" or query.isascii():
        return href

    def coded(match: re.Match[str]) -> str:
        return quote(match[0].encode(codec, "xmlcharrefreplace"), safe=_TRAILING_BYTES)

    try:
        return f"{path}{question}{_FOREIGN.sub(coded, query)}{mark}{fragment}"
    except LookupError:
        return href


def _plain(url: str, parts: SplitResult) -> str:
    """A standard address without user name, password and the dots that close its host."""
    netloc = parts.netloc.rpartition("@")[2]
    host, colon, port = netloc.partition(":") if not netloc.startswith("[") else (netloc, "", "")
    plain = f"{host.rstrip('.')}{colon}{port}"
    if plain == parts.netloc:
        return url
    return url.replace(f"//{parts.netloc}", f"//{plain}", 1)


def tidy(url: str) -> str:
    """The same address as a browser would ask for it; what is no web address stays as it is."""
    if _TIDY.fullmatch(url):
        return url
    return (_absolute("", url, "utf-8") if split(url) else None) or url


@lru_cache(maxsize=65536)
def normal_form(url: str) -> str:
    """The one spelling of all addresses that are equivalent (RFC 3986, 6.2.2, and WHATWG URL).

    Beside what ``tidy`` does, letters, digits and ``-._~`` are never percent-encoded, and hex
    digits are capitals. For comparing; what is asked for is the address as it was found.
    """
    return _CODED.sub(_plainly_coded, tidy(url))


def _plainly_coded(match: re.Match[str]) -> str:
    letter = chr(int(match[1], 16))
    return letter if letter in _UNRESERVED else match[0].upper()


def without_tracking(url: str) -> str:
    """The address without fragment and parameters that only say where a click came from."""
    url = tidy(url)
    parts = split(url)
    if parts is None or not parts.query:
        return tidy(without_fragment(url))
    pieces = parts.query.split("&")
    kept = [piece for piece in pieces if not _TRACKING.fullmatch(unquote(piece.partition("=")[0]))]
    return parts._replace(query="&".join(kept), fragment="").geturl()
