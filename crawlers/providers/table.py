"""What the leaves know, as a page for people: ``python -m crawlers.providers.table``.

Prints Markdown; ``docs/providers.md`` is its output, and a test compares the two.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterable

from crawlers.model import State
from crawlers.providers import RULES_VERSION, registry
from crawlers.providers.base import Marker, Provider
from crawlers.providers.delivery import file_flow

_MOST = 90  # characters of a pattern; the leaf holds the whole of it
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATED = re.compile(r"[;,]?\s*(?:(?:read|seen)\s+)?\d{4}-\d{2}-\d{2}\s*$")
_HEAD = f"""\
# Providers

Generated from the leaves in `crawlers/providers/`; do not edit. After a change of a leaf run
`python -m crawlers.providers.table > docs/providers.md`.

Rules version: {RULES_VERSION}

A **seen** sign was met in an answer or in published code, by the source that is named. An
**inferred** one is expected and counts only when two agree; of being shown, one suffices beside a
page without a wall. Patterns are cut to {_MOST} characters. How signs are weighed stands in
`crawlers/providers/flow.py`, how to add a tool in `adding-a-provider.md`.
"""


def page() -> str:
    """The whole page: one table of all providers, then a section for each."""
    known = sorted(registry().values(), key=lambda provider: provider.id)
    return "\n".join([_HEAD, *_overview(known), *(_section(provider) for provider in known)])


def way(provider: Provider) -> str:
    """How a provider is asked, in a word or two."""
    if provider.retired:
        return "retired"
    if provider.flow is file_flow:
        return "file"
    own = ["own flow"] if provider.flow is not None else []
    return " + ".join([*own, "oEmbed, page" if provider.oembed else "page"])


def dated(source: str) -> tuple[str, str]:
    """A source without its date, and the last date that it names (empty when it has none)."""
    found = _DATE.findall(source)
    return _DATED.sub("", source), found[-1] if found else ""


def _overview(known: Iterable[Provider]) -> list[str]:
    rows = [
        (
            f"[{_plain(provider.name)}](#{_anchor(provider)})",
            f"`{provider.id}`",
            ", ".join(provider.kinds),
            way(provider),
            str(sum(not marker.inferred for marker in provider.markers)),
            str(sum(marker.inferred for marker in provider.markers)),
        )
        for provider in known
    ]
    return _grid(("tool", "id", "kinds", "asked by", "signs seen", "signs inferred"), rows)


def _anchor(provider: Provider) -> str:
    """The heading's anchor: the id is its whole text, so that no two are alike."""
    return provider.id.replace(".", "")


def _section(provider: Provider) -> str:
    source, date = dated(provider.source)
    lines = [
        f"\n## {provider.id}\n",
        f"- Name: {_plain(provider.name)}",
        f"- Kinds: {', '.join(provider.kinds)}",
        f"- Hosts: {', '.join(_code(host) for host in provider.hosts)}",
        *(f"- {line}" for line in _asking(provider)),
        f"- Source: {_plain(source)} ({date or 'no date'})",
        "",
    ]
    return "\n".join([*lines, *_signs(provider.markers)])


def _asking(provider: Provider) -> list[str]:
    """How it is asked and what its answers are worth, a line each."""
    if provider.retired:
        return [f"Asked: retired on {provider.retired}; gone, whatever it answers"]
    lines = [f"Asked: {way(provider)}"]
    if provider.flow is not None:
        told = " ".join((inspect.getdoc(provider.flow) or "").split("\n\n")[0].split())
        lines.append(f"Flow: {_plain(told)}")
    if provider.oembed:
        lines.append(f"oEmbed: {_code(provider.oembed)}{_needed(provider.oembed_keys)}")
    if provider.probe != "{canonical_url}":
        lines.append(f"Page asked: {_code(provider.probe)}")
    if provider.flow is not file_flow:
        lines.append(f"A page with neither wall nor sign: {_worth(provider)}")
    if provider.frame_off:
        lines.append(f"Showing elsewhere is off: {_code(_cut(provider.frame_off))}")
    return lines


def _needed(keys: tuple[str, ...]) -> str:
    return f", must hold {' and '.join(_code(key) for key in keys)}" if keys else ""


def _worth(provider: Provider) -> str:
    return "visible" if provider.page_proves else "undetermined"


def _signs(markers: tuple[Marker, ...]) -> list[str]:
    """The markers as a table, in the order of states."""
    if not markers:
        return ["No signs of its own: oEmbed, files and the general walls decide."]
    rows = [_sign(marker) for state in State for marker in markers if marker.state is state]
    return _grid(("state", "reason", "where", "sign", "status", "known", "source", "date"), rows)


def _sign(marker: Marker) -> tuple[str, ...]:
    source, date = dated(marker.source)
    return (
        marker.state,
        marker.reason,
        marker.where,
        _code(_cut(marker.pattern)),
        ", ".join(str(status) for status in marker.status) or "2xx",
        "inferred" if marker.inferred else "seen",
        _plain(source),
        date or "–",
    )


def _cut(pattern: str) -> str:
    return pattern if len(pattern) <= _MOST else f"{pattern[:_MOST]}…"


def _grid(names: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    """A Markdown table; a stroke in a cell must not end it."""
    rule = tuple("---" for _ in names)
    return [
        f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
        for row in (names, rule, *rows)
    ]


def _code(text: str) -> str:
    """Text as code in one line; longer fences round what holds a backtick."""
    line = text.replace("\n", " ")
    return f"`` {line} ``" if "`" in line else f"`{line}`"


def _plain(text: str) -> str:
    """Text in which Markdown reads neither tags nor emphasis."""
    return re.sub(r"([<>*_\[\]])", r"\\\1", text)


if __name__ == "__main__":
    sys.stdout.buffer.write(page().encode("utf-8") + b"\n")
