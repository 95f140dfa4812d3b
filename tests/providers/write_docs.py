"""What is known of web tools, as a page for people: ``python -m tests.providers.write_docs``.

Prints Markdown; ``docs/providers.md`` is its output, and a test compares the two.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections import Counter
from collections.abc import Iterable

from crawlers.model.verdict import State
from crawlers.providers.engine.registry import Rules, shipped_rules
from crawlers.providers.engine.schema import Provider, Signal
from crawlers.providers.engine.target import control_of
from crawlers.providers.verdicts.cases import Basis
from crawlers.providers.verdicts.dispatch import find_flow
from tests.unit.cases import ROOT, case, places
from tests.unit.met_answers import read_records

_MOST = 90  # characters of a pattern; the rule file holds the whole of it
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATED = re.compile(r"[;,]?\s*(?:(?:read|seen)\s+)?\d{4}-\d{2}-\d{2}\s*$")
_OF_ENGINE = ("", "file", "file_or_page")
_HEAD = """\
# Providers

Generated from the files in `crawlers/providers/rules/` and `tests/providers/cases/`; do not edit.
After a change run `python -m tests.providers.write_docs > docs/providers.md`.

Rules version: {version}

A **seen** signal was met in an answer or in published code, by the source that is named. An
**inferred** one is expected and counts only when two agree; of being shown, one suffices beside a
page without a wall. Patterns are cut to {most} characters. How signals are weighed stands in
`crawlers/providers/verdicts/signals.py`, how to add a tool in `adding-a-provider.md`.

The **cases** are answers on which the rules are tried. Of {cases} cases, {met} rest on answers that
somebody met or that a specification gives; {expected} rest on answers that are **expected** only, so
they show what the rules do, not that the rules are right. Beside them stand {answers} answers met by others
(`tests/providers/met_answers.jsonl`), each with the truth; none of them has a false verdict.
"""


def page(rules: Rules) -> str:
    """The whole page: one table of all providers, then a section for each."""
    providers = sorted(rules.providers.values(), key=lambda provider: provider.id)
    bases = case_bases()
    total = sum(bases.values(), Counter[Basis]())
    head = _HEAD.format(
        version=rules.version,
        most=_MOST,
        cases=total.total(),
        met=total[Basis.MET],
        expected=total[Basis.EXPECTED],
        answers=len(read_records(ROOT / "met_answers.jsonl")),
    )
    sections = (_section(provider) for provider in providers)
    return "\n".join([head, *_overview(providers, bases), *sections])


def case_bases() -> dict[str, Counter[Basis]]:
    """How many cases of each provider rest on answers that were met, and on expected ones."""
    counts: dict[str, Counter[Basis]] = {}
    for place in places():
        counts.setdefault(place.provider, Counter())[case(place.path).basis] += 1
    return counts


def way(provider: Provider) -> str:
    """How a provider is asked, in a word or two."""
    if provider.retired_on:
        return "retired"
    if provider.flow == "file":
        return "file"
    own = ["own flow"] if _own_flows(provider) else []
    oembed = provider.oembed or any(pattern.oembed for pattern in provider.urls)
    return " + ".join([*own, "oEmbed, page" if oembed else "page"])


def _own_flows(provider: Provider) -> list[str]:
    """The names of flows in code, of the provider and of its forms."""
    names = (provider.flow, *(pattern.flow or "" for pattern in provider.urls))
    return [name for name in dict.fromkeys(names) if name not in _OF_ENGINE]


def split_date(source: str) -> tuple[str, str]:
    """A source without its date, and the last date that it names (empty when it has none)."""
    dates = _DATE.findall(source)
    return _DATED.sub("", source), dates[-1] if dates else ""


def _overview(providers: Iterable[Provider], bases: dict[str, Counter[Basis]]) -> list[str]:
    rows = [
        (
            f"[{_plain(provider.name)}](#{_anchor(provider)})",
            f"`{provider.id}`",
            ", ".join(provider.kinds),
            way(provider),
            str(sum(not signal.inferred for signal in provider.all_signals)),
            str(sum(signal.inferred for signal in provider.all_signals)),
            str(bases.get(provider.id, Counter())[Basis.MET]),
            str(bases.get(provider.id, Counter())[Basis.EXPECTED]),
        )
        for provider in providers
    ]
    head = ("tool", "id", "kinds", "asked by", "signals seen", "inferred", "cases met", "expected")
    return _grid(head, rows)


def _anchor(provider: Provider) -> str:
    """The heading's anchor: the id is its whole text, so that no two are alike."""
    return provider.id.replace(".", "")


def _section(provider: Provider) -> str:
    source, date = split_date(provider.source)
    lines = [
        f"\n## {provider.id}\n",
        f"- Name: {_plain(provider.name)}",
        f"- Kinds: {', '.join(provider.kinds)}",
        f"- Hosts: {', '.join(_code(host) for host in provider.hosts)}",
        *(f"- {line}" for line in _asking(provider)),
        f"- Source: {_plain(source)} ({date or 'no date'})",
        "",
    ]
    return "\n".join([*lines, *_signal_table(provider.all_signals)])


def _asking(provider: Provider) -> list[str]:
    """How it is asked and what its answers are worth, a line each."""
    if provider.retired_on:
        return [f"Asked: retired on {provider.retired_on}; gone, whatever it answers"]
    lines = [f"Asked: {way(provider)}"]
    for name in _own_flows(provider):
        doc = " ".join((inspect.getdoc(find_flow(name)) or "").split("\n\n")[0].split())
        lines.append(f"Flow: {_plain(doc)}")
    if provider.oembed:
        lines.append(f"oEmbed: {_code(provider.oembed)}{_requirement(provider.oembed_keys)}")
        lines.append(f"oEmbed's 404 beside a silent page: {_missing(provider)}")
    if provider.probe != "{canonical_url}":
        lines.append(f"Page asked: {_code(provider.probe)}")
    if provider.flow != "file":
        lines.append(f"A page with neither wall nor signal: {_worth(provider)}")
    if provider.frame_off:
        lines.append(f"Showing elsewhere is off: {_code(_cut(provider.frame_off))}")
    return lines


def _requirement(keys: tuple[str, ...]) -> str:
    return f", must hold {' and '.join(_code(key) for key in keys)}" if keys else ""


def _missing(provider: Provider) -> str:
    """What an oEmbed 404 is worth where the page says nothing."""
    if not provider.oembed_404:
        return "says nothing"
    if provider.live is None or not knows_control(provider):
        return "removed only with a sign on the page; no example is known to ask about first"
    example = provider.live.control or provider.live.public
    return f"removed where the endpoint knows {_code(example)}"


def knows_control(provider: Provider) -> bool:
    """True for a tool with an example that its oEmbed is asked about."""
    control = control_of(provider)
    return control is not None and control.asking.oembed == provider.oembed


def _worth(provider: Provider) -> str:
    return "visible" if provider.page_proves else "undetermined"


def _signal_table(signals: tuple[Signal, ...]) -> list[str]:
    """The signals as a table, in the order of states."""
    if not signals:
        return ["No signals of its own: oEmbed, files and the general walls decide."]
    rows = [_row(signal) for state in State for signal in signals if signal.state is state]
    return _grid(("state", "reason", "where", "signal", "status", "known", "source", "date"), rows)


def _row(signal: Signal) -> tuple[str, ...]:
    source, date = split_date(signal.source)
    but = f", not {_code(_cut(signal.unless))}" if signal.unless else ""
    return (
        signal.state,
        signal.reason,
        signal.where,
        " and ".join(_code(_cut(pattern)) for pattern in signal.patterns) + but,
        ", ".join(str(status) for status in signal.status) or "2xx",
        "inferred" if signal.inferred else "seen",
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
    sys.stdout.buffer.write(page(shipped_rules()).encode("utf-8") + b"\n")
