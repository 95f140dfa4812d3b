"""Check a folder of rules thoroughly before it is used.

Reading checks the keys and their types; here every pattern is compiled, every template is compared
with the names that its pattern gives, and every name of a flow, a place or a host is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import soupsieve

from crawlers.providers.engine.flow_names import flow_names
from crawlers.providers.engine.mistakes import RulesError
from crawlers.providers.engine.patterns import (
    PatternError,
    compile_pattern,
    group_names,
    template_names,
)
from crawlers.providers.engine.registry import Rules, rules_from
from crawlers.providers.engine.schema import ANY_HOST, Provider, Signal, UrlPattern
from crawlers.providers.engine.target import TARGET_NAMES
from crawlers.urls.parts import host_fits

_PLACES = re.compile(r"title|text|body|final_url|(?:header|meta):\S+")
_OF_ADDRESS = frozenset({"host", "url", "clean_url"})
_TAKEN = _OF_ADDRESS | {"path", "fragment", "digest"} | TARGET_NAMES
_ASKED = ("probe", "render_url", "oembed_of", "player")


def checked_rules(folder: Path) -> Rules:
    """The rules of a folder. Raises ``RulesError`` with every mistake in them."""
    rules = rules_from(folder)
    problems = [line for provider in rules.providers.values() for line in problems_of(provider)]
    if problems:
        raise RulesError(problems)
    return rules


def problems_of(provider: Provider) -> list[str]:
    """The mistakes in the rules of one provider, one sentence each."""
    return [f"{provider.id}: {line}." for line in _problems(provider)]


def _problems(provider: Provider) -> Iterator[str]:
    if not provider.kinds or not provider.hosts or not provider.urls:
        yield "`kinds`, `hosts` and [[url]] must hold at least one entry each"
    yield from _flow_problems(provider.flow, provider.retired_on)
    for place in provider.titled_by:
        yield from _place(place)
    yield from _expressions([*(provider.own_titles or ()), provider.frame_off])
    for pattern in provider.urls:
        for line in _url_problems(provider, pattern):
            yield f"the [[url]] with the path {pattern.path}: {line}"
    signals = [("signal", signal) for signal in provider.signals]
    signals += [("rendered_signal", signal) for signal in provider.rendered_signals]
    for table, signal in signals:
        for line in _signal_problems(signal):
            yield f"the [[{table}]] in {signal.where} ({signal.reason}): {line}"


def _flow_problems(flow: str, retired_on: str) -> Iterator[str]:
    if flow not in flow_names():
        yield f"there is no flow `{flow}`; {_known_flows()}"
    if retired_on and not _is_date(retired_on):
        yield f"`retired_on` must be a date like 2026-11-30, not {retired_on}"


def _url_problems(provider: Provider, pattern: UrlPattern) -> Iterator[str]:
    unless = [expression for row in pattern.unless.values() for expression in row]
    texts = [pattern.path, pattern.host, pattern.fragment, *pattern.query.values()]
    expressions = [text for text in texts if text is not None]
    yield from _expressions([*expressions, *unless])
    groups = frozenset().union(*(group_names(text) for text in expressions))
    yield from (f"a group may not be called `{name}`" for name in sorted(groups & _TAKEN - {"url"}))
    yield from _template("canonical", pattern.canonical, groups | _OF_ADDRESS)
    yield from _template("native_id", pattern.native_id, groups | _OF_ADDRESS | {"digest"})
    for key in _ASKED:
        own = getattr(pattern, key) or ""
        yield from _template(key, own, groups | TARGET_NAMES)
    for host in pattern.hosts:
        own = host == ANY_HOST or host in provider.hosts
        if not own and not any(host_fits(host, name) for name in provider.hosts):
            yield f"the host {host} is none of the tool's hosts"
    yield from _flow_problems(pattern.flow or "", pattern.retired_on or "")


def _signal_problems(signal: Signal) -> Iterator[str]:
    if not signal.source:
        yield "it names no `source`"
    if signal.where == "element":
        for selector in signal.patterns:
            try:
                soupsieve.compile(selector)
            except soupsieve.SelectorSyntaxError as error:
                yield f"the selector {selector} cannot be read ({str(error).splitlines()[0]})"
        return
    yield from _place(signal.where)
    yield from _expressions([*signal.patterns, signal.unless])


def _place(place: str) -> Iterator[str]:
    if not _PLACES.fullmatch(place):
        yield (
            f"`{place}` is no place to look at; use title, text, body, final_url, element, "
            "header:NAME or meta:NAME"
        )


def _expressions(patterns: list[str]) -> Iterator[str]:
    for pattern in patterns:
        try:
            compile_pattern(pattern)
        except PatternError as error:
            yield str(error)


def _template(key: str, template: str, names: frozenset[str]) -> Iterator[str]:
    try:
        missing = sorted(template_names(template) - names)
    except PatternError as error:
        yield str(error)
        return
    for name in missing:
        yield f"`{key}` asks for {{{name}}}, which the pattern does not give"


def _known_flows() -> str:
    return f"those that ship are {', '.join(sorted(name for name in flow_names() if name))}"


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
