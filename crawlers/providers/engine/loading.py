"""Turn rule files into providers; every mistake is named by file, place, key and reason.

A file holds one tool, or a family of tools that share what stands outside their ``[[tool]]``
tables. What is read here is checked against the schema; ``checking`` looks further.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from pydantic import TypeAdapter, ValidationError

from crawlers.providers.engine.file_types import OWN_WORDS, PARTS
from crawlers.providers.engine.loosening import loosened, words_in
from crawlers.providers.engine.mistakes import FOR_ALL_URLS, LISTS, RulesError, sentences
from crawlers.providers.engine.patterns import PatternError, expand, group_names
from crawlers.providers.engine.schema import ANY_HOST, Provider

# A table as TOML gives it, before any check.
_Table = dict[str, object]
_WHOLE = frozenset({"host", "path", "fragment"})
# What ``unknown = true`` stands for: a form that nobody wrote down is judged by looking at it.
_UNKNOWN_FORM: _Table = {
    "canonical": "{clean_url}",
    "native_id": "{digest}",
    "flow": "",
    "probe": "{canonical_url}",
    "render_url": "{canonical_url}",
    "oembed": "",
    "player": "",
}


def hosts_in(file: str, text: str) -> frozenset[str]:
    """The hosts of a file, read from its head alone: TOML's plain keys stand before its tables."""
    try:
        head = tomllib.loads(text.partition("\n[")[0])
    except tomllib.TOMLDecodeError:
        head = _parse(file, text)
    hosts = frozenset(host for host in head.get("hosts", ()) if isinstance(host, str))
    return hosts | {ANY_HOST} if head.get("on_any_host") is True else hosts


def providers_in(file: str, text: str) -> tuple[Provider, ...]:
    """The providers of a file, in its order. Raises ``RulesError``."""
    raw = _parse(file, text)
    tools = raw.pop("tool", None)
    if tools is None:
        return (_provider(file, raw),)
    if not isinstance(tools, list) or not all(isinstance(tool, dict) for tool in tools):
        raise RulesError([f"{file}: `tool` must be written as [[tool]]."])
    return tuple(_provider(file, _member(raw, tool)) for tool in tools)


def _parse(file: str, text: str) -> _Table:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RulesError([f"{file}: this is not TOML: {error}."]) from None


def _member(family: _Table, tool: _Table) -> _Table:
    """One tool of a family: its own keys first; lists and tables of the family are added."""
    lists = {key: [*_rows(tool.get(key)), *_rows(family.get(key))] for key in LISTS}
    tables = {
        key: {**_table(family.get(key)), **_table(tool.get(key))}
        for key in ("parts", "reserved", "unless")
    }
    return {**family, **tool, **lists, **tables}


def _provider(file: str, raw: _Table) -> Provider:
    tool = raw.get("id")
    named = isinstance(tool, str) and f"{tool}.toml" != file
    name = f"{file} ({tool})" if named else file
    values = {LISTS.get(key, key): value for key, value in raw.items()}
    values.pop("on_any_host", None)
    parts = _texts(name, values.pop("parts", {}))
    shared = {key: values.pop(key) for key in FOR_ALL_URLS if key in values}
    if isinstance(values.get("urls"), list):
        values["urls"] = _UrlReader(name, shared, parts, _rows(values.get("hosts"))).read(
            _rows(values["urls"])
        )
    for key in ("signals", "rendered_signals"):
        if isinstance(values.get(key), list) and "source" in values:
            values[key] = [_with_source(row, values["source"]) for row in _rows(values[key])]
    try:
        return _adapter().validate_python(values)
    except ValidationError as error:
        raise RulesError(sentences(name, error)) from None


@cache
def _adapter() -> TypeAdapter[Provider]:
    return TypeAdapter(Provider)


def _texts(name: str, table: object) -> dict[str, str]:
    if isinstance(table, dict) and all(isinstance(value, str) for value in table.values()):
        return table
    raise RulesError([f"{name}: `parts` must be a table of texts."])


def _with_source(signal: object, source: object) -> object:
    """A signal with the tool's source where it names none of its own."""
    return {"source": source, **signal} if isinstance(signal, dict) else signal


class _UrlReader:
    """Reads the ``[[url]]`` tables of one tool: puts in parts and what the file says for all."""

    def __init__(
        self, name: str, shared: _Table, parts: Mapping[str, str], hosts: list[object]
    ) -> None:
        self._name = name
        self._hosts = hosts
        reserved = _table(shared.get("reserved"))
        self._own_words = [*OWN_WORDS, *_rows(reserved.get("any"))]
        self._shared = {**shared, "reserved": {**reserved, "any": self._own_words}}
        self._parts = {**PARTS, **parts}

    def read(self, rows: list[object]) -> list[object]:
        """The URL patterns, one for each row of a ``match`` and each path of a list.

        The forms for ids that nobody wrote down come last, so that the others keep their numbers.
        """
        urls: list[object] = []
        loose: list[_Table] = []
        problems: list[str] = []
        for number, row in enumerate(rows, 1):
            if not isinstance(row, dict):
                urls.append(row)
                continue
            try:
                for url in map(self._url, _each_path(row)):
                    urls.append(url)
                    loose += self._with_any_id(url)
            except PatternError as error:
                problems.append(f"{self._name}: [[url]] number {number}: {error}.")
        if problems:
            raise RulesError(problems)
        return [*urls, *loose]

    def _with_any_id(self, url: _Table) -> list[_Table]:
        """The form for ids that nobody wrote down, where the rest of it leads to content."""
        may_be_anyone = ANY_HOST in _rows(url.get("hosts", self._hosts))
        if url.get("unknown") is True or url.get("role") is not None or may_be_anyone:
            return []
        loose = loosened(url, self._own_words)
        return [] if loose is None else [{**_UNKNOWN_FORM, **loose, "unknown": True}]

    def _url(self, row: _Table) -> _Table:
        """One URL pattern; the file's ``host`` is not meant for one that names ``hosts``."""
        if row.get("unknown") is True:
            row = {**_UNKNOWN_FORM, **row}
        shared_keys = ("keep",) if "hosts" in row else ("host", "not_hosts", "keep")
        url = {key: self._shared[key] for key in shared_keys if key in self._shared} | row
        for key in ("path", "host", "fragment"):
            url[key] = self._expand(url.get(key))
        query = url.get("query", {})
        if isinstance(query, dict):
            url["query"] = {key: self._expand(value) for key, value in query.items()}
        texts = (url["path"], url["host"], url["fragment"], *_table(url.get("query")).values())
        groups = frozenset().union(*(group_names(text) for text in texts if isinstance(text, str)))
        url["reserved"] = self._by_group("reserved", row, groups, _lower)
        if "any" in groups and isinstance(path := url["path"], str):
            url["reserved"] = _with_words(url["reserved"], words_in(path))
        url["unless"] = self._by_group("unless", row, groups | _WHOLE, _as_list)
        return {key: value for key, value in url.items() if value is not None}

    def _expand(self, pattern: object) -> object:
        return expand(pattern, self._parts) if isinstance(pattern, str) else pattern

    def _by_group(
        self, key: str, row: _Table, groups: frozenset[str], read: Callable[[object], object]
    ) -> object:
        """A table by group: the pattern's own entries, then the file's for the groups it has."""
        own, shared = row.get(key, {}), self._shared.get(key, {})
        if not isinstance(own, dict) or not isinstance(shared, dict):
            return own if not isinstance(own, dict) else shared
        here = {group: value for group, value in shared.items() if group in groups}
        return {group: read(value) for group, value in {**here, **own}.items() if value}


def _each_path(row: _Table) -> Iterator[_Table]:
    """The rows that a table stands for, each with one path. Raises ``PatternError``."""
    matches = row.get("match", [{}])
    if not isinstance(matches, list) or not all(isinstance(match, dict) for match in matches):
        raise PatternError("`match` must be a list of { … }")
    whole = {key: value for key, value in row.items() if key != "match"}
    for match in matches:
        merged = whole | match
        path = merged.get("path")
        if isinstance(path, list):
            yield from ({**merged, "path": single} for single in path)
        else:
            yield merged


def _rows(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _table(value: object) -> _Table:
    return value if isinstance(value, dict) else {}


def _lower(words: object) -> object:
    """Words without capitals, as they are compared; what is no list of words stays."""
    if isinstance(words, list):
        return [word.lower() if isinstance(word, str) else word for word in words]
    return words


def _with_words(reserved: object, words: list[str]) -> object:
    """Words by group, with more of them for the group ``any``."""
    table = _table(reserved)
    return {**table, "any": [*_rows(table.get("any")), *words]}


def _as_list(pattern: object) -> object:
    """A pattern as a list of one; a list stays."""
    return [pattern] if isinstance(pattern, str) else pattern
