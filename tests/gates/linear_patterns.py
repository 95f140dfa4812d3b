"""Every regular expression of the program answers in a time that grows with the text, not faster.

``python -m tests.gates.linear_patterns`` tries each on texts made to be hard for it
(``attack_texts``) and names those whose time grows faster (1 then). Tools that do this by looking
at the expression alone miss what a search costs that starts anew at every letter: ADR 0027.
"""

from __future__ import annotations

import ast
import importlib
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.gates.attack_texts import Attack, attacks

_ROOT = Path(__file__).parents[2]
_ROOMS = ("crawlers", "reports", "auditor")
_CALLS = ("compile", "match", "search", "fullmatch", "sub", "split", "findall", "finditer")
_FLAGS_AT = {"sub": 4, "split": 3}
_FIRST = (8, 12, 16, 20, 24, 28, 32, 40)  # pumps; steps small enough to stop at what explodes
_SHORT, _LONG = 400, 1600
_EXPONENTIAL = 0.02  # seconds for so few pumps
_NOTICED = 0.0012  # seconds for ``_LONG`` letters; a linear search needs a tenth of it
_GROWTH = 8.5  # for four times the text: linear 4, quadratic 16


class Use(NamedTuple):
    """A regular expression, where it stands, and how it is used (``match`` … ``search``)."""

    place: str
    pattern: re.Pattern
    how: str


class Costly(NamedTuple):
    """A text on which a pattern is slow, and how slow."""

    attack: Attack
    growth: str


def find_costly_text(pattern: re.Pattern, how: str = "search") -> Costly | None:
    """The first text found whose time grows faster than its length, or None."""
    run = _runner(pattern, how)
    for attack in attacks(pattern):
        growth = _growth(run, attack)
        if growth:
            return Costly(attack, growth)
    return None


def _runner(pattern: re.Pattern, how: str) -> Callable[[str], object]:
    call = {"match": pattern.match, "fullmatch": pattern.fullmatch}.get(
        how, lambda text: sum(1 for _ in pattern.finditer(text))
    )
    if isinstance(pattern.pattern, bytes):
        return lambda text: call(text.encode("latin-1", "replace"))
    return call


def _growth(run: Callable[[str], object], attack: Attack) -> str:
    """How the time grows where it grows too fast, in words; else empty."""
    for length in (count * len(attack.pump) for count in _FIRST):
        if _seconds(run, attack.text(length)) > _EXPONENTIAL and (
            (seconds := _least(run, attack.text(length))) > _EXPONENTIAL
        ):
            return f"{seconds:.3f} s for {length} letters"
    if _seconds(run, attack.text(_LONG)) < _NOTICED:
        return ""
    long = _least(run, attack.text(_LONG))
    short = _least(run, attack.text(_SHORT))
    if long < _NOTICED or long / max(short, 1e-7) < _GROWTH:
        return ""
    return f"{long / short:.0f} times as long for four times the text"


def _least(run: Callable[[str], object], text: str) -> float:
    return min(_seconds(run, text) for _ in range(5))


def _seconds(run: Callable[[str], object], text: str) -> float:
    start = time.thread_time()
    run(text)
    return time.thread_time() - start


def uses() -> Iterator[Use]:
    """Every regular expression of the program with what uses it.

    Raises ``LookupError`` where an expression cannot be read off the module and stands in no
    ``PATTERNS`` of it either: what nobody can see, nobody can check.
    """
    for room in _ROOMS:
        for path in sorted((_ROOT / room).rglob("*.py")):
            if path.name != "__main__.py":
                yield from _uses_in(path)


def _uses_in(path: Path) -> Iterator[Use]:
    text = path.read_text()
    calls = [node for node in ast.walk(ast.parse(text)) if _is_call(node)]
    if not calls:
        return
    name = ".".join(path.relative_to(_ROOT).with_suffix("").parts).removesuffix(".__init__")
    module = importlib.import_module(name)
    for call in calls:
        place = f"{name}:{call.lineno}"
        yield from _uses_of(call, module, place, text)


def _is_call(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.func.attr in _CALLS
    )


def _uses_of(call: ast.Call, module: object, place: str, text: str) -> Iterator[Use]:
    try:
        written = _value(call.args[0], module)
        flags = [_value(k.value, module) for k in call.keywords if k.arg == "flags"]
        at = _FLAGS_AT.get(call.func.attr, 1 if call.func.attr == "compile" else 2)
        flags += [_value(argument, module) for argument in call.args[at : at + 1]]
    except NameError:
        yield from _of_tables(place)
        return
    pattern = re.compile(written, flags[0] if flags else 0)
    yield Use(place, pattern, _how(call, pattern, module, text))


def _value(node: ast.expr, module: object) -> object:
    return eval(compile(ast.Expression(node), "<pattern>", "eval"), vars(module))


def _of_tables(place: str) -> Iterator[Use]:
    """The patterns that a module makes from a table."""
    from tests.gates.pattern_tables import TABLES

    name = place.partition(":")[0]
    if name not in TABLES:
        raise LookupError(
            f"{place}: this pattern cannot be read here; name its table in pattern_tables.py"
        )
    how, patterns = TABLES[name]
    yield from (Use(place, pattern, how) for pattern in patterns())


def _how(call: ast.Call, pattern: re.Pattern, module: object, text: str) -> str:
    """``match``, ``fullmatch`` or ``search``, whichever asks most of a pattern."""
    if call.func.attr != "compile":
        return call.func.attr if call.func.attr in ("match", "fullmatch") else "search"
    names = [name for name, value in vars(module).items() if value is pattern]
    if any(value is pattern for value in _only_fullmatched(module)):
        return "fullmatch"
    found = {m for name in names for m in re.findall(rf"\b{name}\.(\w+)\(", text)}
    if found and found <= {"match", "fullmatch"}:
        return "match" if "match" in found else "fullmatch"
    return "search"


def _only_fullmatched(module: object) -> list[re.Pattern]:
    """The patterns in a module's dictionaries (``_SRCSET_NUMBER``), asked to fit a whole text."""
    tables = [value for value in vars(module).values() if isinstance(value, dict)]
    return [p for table in tables for p in table.values() if isinstance(p, re.Pattern)]


def main() -> int:
    """Name every costly pattern; 1 when there is one."""
    from tests.gates.pattern_tables import EXEMPT

    count = 0
    for use in uses():
        if use.pattern.pattern in EXEMPT:
            continue
        if found := find_costly_text(use.pattern, use.how):
            count += 1
            print(f"{use.place} ({use.how}): {found.growth}: {found.attack}", flush=True)
            print(f"    {use.pattern.pattern!r:.200}", flush=True)
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
