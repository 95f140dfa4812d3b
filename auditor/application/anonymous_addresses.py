"""Addresses without names and ids that are still read as what they were; pure.

A part of an address is replaced unless the address would then be read as something else (another
web tool or kind, another section of the project); such a part stays only where it is a word of the
rules' or the platform's own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from crawlers.extraction.boilerplate import is_furniture_address
from crawlers.extraction.text.pseudonyms import TOKEN, Pseudonyms
from crawlers.platforms.base import Site
from crawlers.providers.engine.file_types import EXTENSIONS
from crawlers.providers.engine.registry import Rules
from crawlers.providers.engine.schema import ANY_HOST, Provider, UrlPattern
from crawlers.urls.canonical import absolute
from crawlers.urls.parts import host_fits, public_suffix, query_of, split
from crawlers.urls.wrappers import leads_elsewhere, unwrap

_WORD = re.compile(r"[A-Za-z0-9]+")
_AUTHORITY = re.compile(r"^(?P<scheme>[a-z]+:)?//(?P<host>[^/?#]*)(?P<rest>.*)$", re.I | re.DOTALL)
_NOT_LITERAL = re.compile(r"\?P<\w+>|\\.|\[(?:\\.|[^\]])*\]|\{[^}]*\}")
_LANGUAGE = 2  # letters of a language before the rest of a path
_SHORT = 3  # letters; a part of an address that is no longer names nobody
_FILES = frozenset(name for names in EXTENSIONS.values() for name in names)
_PLATFORM = frozenset(
    (
        *("etwinning", "networking", "projects", "project", "twinspace", "pages", "page", "node"),
        *("materials", "material", "images", "image", "videos", "video", "files", "albums", "home"),
        *("forum", "forums", "discussions", "members", "pupils", "participants", "meetings"),
        *("online", "chat", "updates", "news", "blog", "journal", "sites", "default", "styles"),
        *("public", "html", "http", "https", "mailto"),
    )
)
_PICTURE = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="


class _Meaning(NamedTuple):
    """What an address is read as; ``section`` is empty for what is no page of the project."""

    provider: str
    kind: str
    furniture: bool
    section: str


class AnonymousAddresses:
    """The addresses of one page, each with its anonymous one; ``site`` and ``base`` are the page's.

    ``page`` is the anonymous address of the page itself, ``new_site`` its site.
    """

    def __init__(self, base: str, site: Site, rules: Rules, pseudonyms: Pseudonyms) -> None:
        self._base = base
        self._site = site
        self._rules = rules
        self._pseudonyms = pseudonyms
        self.new_site = site
        self._of_page: dict[str, str] = {}  # parts of the page's own address
        self.page = base
        self.page = self._anonymous_page()

    def of(self, address: str) -> str:
        """The anonymous address, in the spelling (relative or whole) that it had."""
        lowered = address.strip().lower()
        if lowered.startswith("data:"):
            return _PICTURE
        if not lowered or lowered.startswith(("#", "about:", "blob:", "mailto:", "tel:")):
            scheme, colon, rest = address.partition(":")
            return (
                f"{scheme}{colon}{self._pseudonyms.text(rest)}"
                if colon
                else (self._pseudonyms.text(address))
            )
        return self._wrapped(address) or self._careful(address)

    def _wrapped(self, address: str) -> str:
        """An address that is handed to another as a parameter ("safe links"), and that other."""
        whole = absolute(self._base, address) or ""
        inner = unwrap(whole).url
        parts = split(whole)
        if parts is None or inner == whole or "://" not in inner:
            return ""
        name = next((name for name, value in query_of(whole).items() if "://" in value), "")
        if not name:
            return self.of(inner)
        return f"https://{parts.hostname}{parts.path}?{name}={quote(self.of(inner), safe='')}"

    def is_tools_code(self, address: str) -> bool:
        """True for the address of a web tool's own script; one with parameters is none."""
        whole = absolute(self._base, address) or ""
        parts = split(whole)
        if parts is None or parts.query:
            return False
        return any(host_fits(parts.hostname or "", host) for host in _hosts_of(self._rules))

    def _anonymous_page(self) -> str:
        """The page's own address, read by the same platform as a page of the same section."""
        page = self._with_host(self._base)
        spans = [match.span() for match in TOKEN.finditer(page)]
        start = len(page) - len(_rest_of(page))
        for begin, end in reversed([span for span in spans if span[0] >= start]):
            part = page[begin:end]
            if part[0] == "%" or (begin == start + 1 and len(part) == _LANGUAGE):
                self._of_page[part] = part
                continue
            for pseudonym in self._pseudonyms.variants(page[begin:end]):
                candidate = page[:begin] + pseudonym + page[end:]
                site = self._recognised(candidate)
                if site is not None and _section(site, candidate) == _section(
                    self._site, self._base
                ):
                    self._of_page.setdefault(page[begin:end], pseudonym)
                    page = candidate
                    break
        self.new_site = self._recognised(page) or self.new_site
        return page

    def _recognised(self, address: str) -> Site | None:
        try:
            seed = self._site.platform.recognise(address)
        except ValueError:
            return None
        return None if seed is None else Site(platform=self._site.platform, seed=seed)

    def _careful(self, original: str) -> str:
        """An address part by part, last first, each as free as its meaning allows."""
        meaning = self._meaning(self._site, self._base, original)
        address = self._with_host(original)
        if meaning.section:
            address = self._as_in_page(address)
        literal = self._literals(meaning.provider)
        start = len(address) - len(_rest_of(address))
        spans = [match.span() for match in TOKEN.finditer(address, start)]
        for begin, end in reversed(spans):
            part = address[begin:end]
            own = part in self._of_page.values() or _is_pager(address, begin, end)
            is_word = part.lower() in literal and part.lower() not in _FILES
            if part[0] == "%" or is_word or own:
                continue
            address = self._replaced(address, begin, end, meaning)
        return address

    def _replaced(self, address: str, begin: int, end: int, meaning: _Meaning) -> str:
        """The address with one part replaced, unless the part is needed and nobody's."""
        part = address[begin:end]
        for pseudonym in self._pseudonyms.variants(part):
            candidate = address[:begin] + pseudonym + address[end:]
            if self._meaning(self.new_site, self.page, candidate) == meaning:
                return candidate
        ends = part.lower() in _FILES and address[begin - 1 : begin] == "."
        word = part.lower() in _structural_words(self._rules) and part.lower() not in _FILES
        if len(part) <= _SHORT or ends or word:
            return address
        return address[:begin] + self._pseudonyms.of(part) + address[end:]

    def _as_in_page(self, address: str) -> str:
        """An address of the project with the parts that the page's own address has, as there."""
        start = len(address) - len(_rest_of(address))
        rest = TOKEN.sub(lambda match: self._of_page.get(match[0], match[0]), address[start:])
        return address[:start] + rest

    def _literals(self, provider: str) -> frozenset[str]:
        """The words that a tool's addresses are made of, in small letters ("embed", "watch")."""
        known = self._rules.providers.get(provider)
        if known is None:
            return frozenset()
        texts = [text for pattern in known.urls for text in _literal_texts(pattern)]
        return frozenset(word.lower() for text in texts for word in _WORD.findall(text))

    def _meaning(self, site: Site, base: str, address: str) -> _Meaning:
        whole = absolute(base, address) or ""
        classified = self._rules.classify(whole)
        provider, kind = (
            ("-", "-") if classified is None else (classified.provider, classified.kind.value)
        )
        return _Meaning(provider, kind, is_furniture_address(whole), _section(site, whole))

    def _with_host(self, address: str) -> str:
        """The address with a host that names nobody: that of a web tool or a platform stays."""
        match = _AUTHORITY.match(address.strip())
        if match is None:
            return address
        host = match["host"]
        name = host.rpartition("@")[2].partition(":")[0].lower()
        scheme = match["scheme"] or ""
        return f"{scheme}//{self._host(name)}{match['rest']}"

    def _host(self, name: str) -> str:
        known = self._known_part(name)
        own, dot = name.removesuffix(known).rstrip("."), "." if known else ""
        tools = _structural_words(self._rules) if known in _hosts_of(self._rules) else frozenset()
        labels = [
            label if label == "www" or label in tools else self._pseudonyms.text(label)
            for label in own.split(".")
            if label
        ]
        return ".".join(labels) + (dot if labels else "") + known

    def _known_part(self, name: str) -> str:
        """The end of a host name that is a tool's, the platform's, or a public ending."""
        if self._site.platform.id != "web" and name == _host_of(self._base):
            return name
        fitting = [host for host in _hosts_of(self._rules) if host_fits(name, host)]
        if fitting:
            return max(fitting, key=len)
        if is_furniture_address(f"https://{name}/") or leads_elsewhere(f"https://{name}/a"):
            return name
        return public_suffix(name)


@lru_cache(maxsize=2)
def _hosts_of(rules: Rules) -> tuple[str, ...]:
    """The hosts of web tools; none that is meant under any ending."""
    hosts = {host for provider in rules.providers.values() for host in provider.hosts}
    return tuple(sorted(host for host in hosts if "*" not in host and host != ANY_HOST))


@lru_cache(maxsize=2)
def _structural_words(rules: Rules) -> frozenset[str]:
    """Words of the rules and of the platform, in small letters."""
    words = {
        word.lower()
        for provider in rules.providers.values()
        for text in _texts_of(provider)
        for word in _WORD.findall(text)
    }
    return frozenset(words) | _PLATFORM | _FILES


def _texts_of(provider: Provider) -> list[str]:
    """What a provider's patterns say of its addresses."""
    texts = [provider.id, *provider.hosts]
    for pattern in provider.urls:
        texts += [pattern.path, pattern.canonical, pattern.host or "", pattern.fragment or ""]
        texts += [*pattern.query, *pattern.query.values(), *pattern.keep]
        texts += [word for words in pattern.reserved.values() for word in words]
    return texts


def _literal_texts(pattern: UrlPattern) -> list[str]:
    """What stands in a pattern's expressions literally: no names of groups, no classes."""
    texts = [pattern.path, pattern.canonical, pattern.fragment or "", *pattern.query]
    texts += [*pattern.query.values(), *pattern.keep]
    return [_NOT_LITERAL.sub(" ", text) for text in texts]


def _is_pager(address: str, begin: int, end: int) -> bool:
    """True for the name of the parameter that counts pages."""
    return address[begin:end] == "page" and address[begin - 1 : begin] in ("?", "&")


def _rest_of(address: str) -> str:
    """What stands behind the host; the whole of a relative address."""
    match = _AUTHORITY.match(address)
    return address if match is None else match["rest"]


def _host_of(address: str) -> str:
    parts = split(address)
    return (parts.hostname or "") if parts is not None else ""


def _section(site: Site, address: str) -> str:
    """The section of the project that an address is of; empty for one that is out of scope."""
    page = site.identity(address)
    if page is None:
        return ""
    return "home itself" if page == site.home else site.section(page).value
