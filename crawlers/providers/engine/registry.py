"""A folder of rules as one value: its providers, its version, and classification of addresses.

The host is looked up first; only the URL patterns of that host's providers are tried, and only
their files are read. Two sets of rules may be in use at once: nothing here is process-wide but
the rules that ship, which never change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from crawlers.model.artefact import Kind
from crawlers.providers.engine.flow_names import flow_names
from crawlers.providers.engine.loading import hosts_in, providers_in
from crawlers.providers.engine.mending import mended
from crawlers.providers.engine.mistakes import RulesError
from crawlers.providers.engine.patterns import PatternSet, pattern_set
from crawlers.providers.engine.schema import ANY_HOST, Provider, Role, UrlPattern
from crawlers.providers.engine.url_patterns import (
    AddressParts,
    Classified,
    address_parts,
    as_written,
    classification,
    host_keys,
    match_host,
    match_rest,
)
from crawlers.urls.parts import brand, host_names, public_suffix, registrable

# Increased when the same files would be read in another way than before.
SCHEMA_VERSION = 1
_DIGITS = 12
# Domains in rules that are no tool's maker: public bodies, and hosts of everybody's files.
_SHARED_DOMAINS = frozenset(
    (
        *("amazonaws.com", "anct.gouv.fr", "app.google", "app.link", "cloudfront.net"),
        *("etwinning.net", "europa.eu", "mit.edu"),
    )
)

# Pages on which a tool lets its users in; no name of a thing in any of them.
_DOORS = frozenset(
    (
        *("login", "log-in", "signin", "sign-in", "signup", "sign-up", "register", "logout"),
        *("log-out", "signout", "sign-out", "forgot-password", "reset-password", "lost-password"),
        *("password-reset", "forgotpassword", "oauth", "oauth2", "saml", "sso"),
    )
)

# A provider, one of its URL patterns and the groups that the pattern takes (from the host alone,
# where only that is known).
_Candidate = tuple[Provider, UrlPattern, dict[str, str]]


class Rules:
    """The rules of one folder; ``texts`` are the files by their name."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = {name: texts[name] for name in sorted(texts, key=_stem)}
        self._read = lru_cache(maxsize=None)(self._providers_in)
        self._candidates = lru_cache(maxsize=65536)(self._find_candidates)

    @cached_property
    def version(self) -> str:
        """Number of the schema and a digest of the files and of the flows that they may name."""
        digest = sha256()
        for name, text in self._texts.items():
            digest.update(f"{name}\n{text.replace(chr(13), '')}\n".encode())
        digest.update("\n".join(sorted(flow_names())).encode())
        return f"{SCHEMA_VERSION}.{digest.hexdigest()[:_DIGITS]}"

    @cached_property
    def providers(self) -> Mapping[str, Provider]:
        """All providers by id. Raises ``RulesError`` with every mistake of every file."""
        by_id: dict[str, Provider] = {}
        problems: list[str] = []
        for name in self._texts:
            try:
                for provider in self._read(name):
                    if provider.id in by_id:
                        problems.append(f"{name}: the id {provider.id} is taken by another file.")
                    by_id[provider.id] = provider
            except RulesError as error:
                problems += error.problems
        if problems:
            raise RulesError(problems)
        return by_id

    def matches(self, url: str) -> Iterator[Classified]:
        """Everything that an address may be, one per pattern that fits, the most specific first.

        An address that fits none is tried without what slips in when people write one down.
        """
        parts = address_parts(url)
        if parts is None:
            return
        fits = False
        for provider, pattern, groups in self._fitting(parts):
            fits = True
            yield classification(provider, pattern, url, groups, parts)
        if not fits:
            yield from self._mistyped(url, parts)

    def _mistyped(self, url: str, parts: AddressParts) -> Iterator[Classified]:
        """What a mistyped address is meant to be; it stays as it is written, to be looked at."""
        meant = mended(parts.inner)
        meant_parts = None if meant == parts.inner else address_parts(meant)
        if meant_parts is None:
            return
        for provider, pattern, groups in self._fitting(meant_parts):
            if ANY_HOST not in (pattern.hosts or provider.hosts):
                match = classification(provider, pattern, url, groups, meant_parts)
                yield as_written(match, parts)

    def _fitting(self, parts: AddressParts) -> Iterator[_Candidate]:
        """The patterns that fit an address, with all groups, the most specific first."""
        candidates, paths = self._candidates(parts.host)
        door = _is_door(parts.path)
        for number in paths.find_matches(parts.path):
            provider, pattern, of_host = candidates[number]
            if door and provider.kinds[0] is not Kind.SITE:
                continue
            groups = match_rest(pattern, parts, of_host)
            if groups is not None:
                yield provider, pattern, groups

    def classify(self, url: str) -> Classified | None:
        """What an address is, wrappers removed; None when it is no artefact. Never raises."""
        match = next(self.matches(url), None)
        return None if match is None or match.role is Role.PROFILE else match

    def is_profile(self, url: str) -> bool:
        """True for the address of a person's profile."""
        match = next(self.matches(url), None)
        return match is not None and match.role is Role.PROFILE

    def is_tool_host(self, host: str) -> bool:
        """True for a host of a known tool, its help and its home page included."""
        domain = registrable(host)
        if domain in self._tool_domains:
            return True
        return public_suffix(host) == "help" and brand(host) in self._tool_brands

    def tool_of(self, host: str) -> Provider | None:
        """The tool that a host belongs to by its rules; None for a host of several or of none."""
        if registrable(host) in _SHARED_DOMAINS:
            return None
        for name in host_names(host):
            tools = [
                tool
                for file in self._files_by_host.get(name, ())
                for tool in self._read(file)
                if name in tool.hosts
            ]
            if tools:
                return tools[0] if len(tools) == 1 else None
        return None

    @cached_property
    def _tool_domains(self) -> frozenset[str]:
        hosts = (host for host in self._files_by_host if host != ANY_HOST and "*" not in host)
        return frozenset(registrable(host) for host in hosts) - _SHARED_DOMAINS

    @cached_property
    def _tool_brands(self) -> frozenset[str]:
        return frozenset(brand(domain) for domain in self._tool_domains)

    def _providers_in(self, file: str) -> tuple[Provider, ...]:
        return providers_in(file, self._texts[file])

    @cached_property
    def _files_by_host(self) -> Mapping[str, tuple[str, ...]]:
        table: dict[str, list[str]] = {}
        for name, text in self._texts.items():
            for host in hosts_in(name, text):
                table.setdefault(host, []).append(name)
        return {host: tuple(names) for host, names in table.items()}

    def _find_candidates(self, host: str) -> tuple[tuple[_Candidate, ...], PatternSet]:
        """The patterns of a host, and their paths as a set to try at once.

        The host's own come first, then those of the domains above it; after the known forms the
        unknown ones, generic ones last.
        """
        keys = host_keys(host)
        names = {name for key in keys for name in self._files_by_host.get(key, ())}
        providers = [provider for name in sorted(names, key=_stem) for provider in self._read(name)]
        rows = sorted(
            (
                (key == ANY_HOST, pattern.unknown, provider, pattern)
                for key in keys
                for provider in providers
                for pattern in provider.urls
                if key in (pattern.hosts or provider.hosts)
            ),
            key=lambda row: row[:2],
        )
        fitting = ((tool, url, match_host(url, host)) for _, _, tool, url in rows)
        candidates = tuple(
            (tool, url, of_host) for tool, url, of_host in fitting if of_host is not None
        )
        return candidates, pattern_set(tuple(pattern.path for _, pattern, _ in candidates))


def _is_door(path: str) -> bool:
    """True for a path that ends in a step with which tools call their log-in."""
    return path.rstrip("/").rpartition("/")[2].lower().replace("_", "-") in _DOORS


def _stem(name: str) -> str:
    return name.removesuffix(".toml")


@cache
def shipped_rules() -> Rules:
    """The rules that ship with the program."""
    return _read_folder(files("crawlers.providers").joinpath("rules"))


def rules_from(folder: Path) -> Rules:
    """The rules of a folder, all of them read. Raises ``RulesError``."""
    try:
        rules = _read_folder(folder)
    except OSError as error:
        raise RulesError([f"{folder} cannot be read ({error.strerror or error})."]) from None
    except UnicodeDecodeError as error:
        raise RulesError([f"{folder}: a file is not UTF-8 text ({error.reason})."]) from None
    if not rules.providers:
        raise RulesError([f"{folder} holds no rules; they are files that end in .toml."])
    return rules


def _read_folder(folder: Traversable) -> Rules:
    entries = (entry for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return Rules({entry.name: entry.read_text("utf-8") for entry in entries})
