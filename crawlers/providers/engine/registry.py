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

from crawlers.providers.engine.flow_names import flow_names
from crawlers.providers.engine.loading import hosts_in, providers_in
from crawlers.providers.engine.mistakes import RulesError
from crawlers.providers.engine.patterns import PatternSet, pattern_set
from crawlers.providers.engine.schema import Provider, UrlPattern
from crawlers.providers.engine.url_patterns import (
    Classified,
    address_parts,
    classification,
    host_keys,
    match_host,
    match_rest,
)

# Increased when the same files would be read in another way than before.
SCHEMA_VERSION = 1
_DIGITS = 12

# A provider, one of its URL patterns and the groups that the pattern takes from the host.
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
        """Everything that an address may be, one per pattern that fits, the most specific first."""
        parts = address_parts(url)
        if parts is None:
            return
        candidates, paths = self._candidates(parts.host)
        for number in paths.find_matches(parts.path):
            provider, pattern, of_host = candidates[number]
            groups = match_rest(pattern, parts, of_host)
            if groups is not None:
                yield classification(provider, pattern, url, groups, parts)

    def classify(self, url: str) -> Classified | None:
        """What an address is, wrappers removed; None when it is no artefact. Never raises."""
        return next(self.matches(url), None)

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

        The host's own come first, then those of the domains above it, generic ones last.
        """
        keys = host_keys(host)
        names = {name for key in keys for name in self._files_by_host.get(key, ())}
        providers = [provider for name in sorted(names, key=_stem) for provider in self._read(name)]
        rows = (
            (provider, pattern)
            for key in keys
            for provider in providers
            for pattern in provider.urls
            if key in (pattern.hosts or provider.hosts)
        )
        fitting = ((*row, match_host(row[1], host)) for row in rows)
        candidates = tuple(
            (provider, url, groups) for provider, url, groups in fitting if groups is not None
        )
        return candidates, pattern_set(tuple(pattern.path for _, pattern, _ in candidates))


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
