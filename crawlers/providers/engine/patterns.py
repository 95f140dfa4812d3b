"""Patterns of the rules: RE2, which answers in linear time whatever the pattern (ADR 0013)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from string import Formatter

import re2

_PLACEHOLDER = re.compile(r"(?<!\?P)<(?P<group>\w*)(?::(?P<part>\w+))?>")
_SET_MEMORY = 64 << 20  # bytes; RE2's limit for one set, of which a set uses a small part
_ESCAPE_OR_CLASS = re.compile(r"\\.|\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]|\((?!\?)", re.DOTALL)


class PatternError(ValueError):
    """A pattern or template that cannot be used; the text says why, for the person who wrote it."""


class Pattern:
    """A compiled pattern; RE2 gets texts as bytes, which is faster than counting characters."""

    def __init__(self, expression: re2._Regexp) -> None:
        self._expression = expression
        self._names = tuple(expression.groupindex)

    def groups(self, text: str) -> dict[str, str] | None:
        """The named groups that take part in a match of the whole text; None without a match."""
        match = self._expression.fullmatch(text.encode("utf-8", "surrogatepass"))
        if match is None:
            return None
        values = ((name, match[name]) for name in self._names)
        return {
            name: value.decode("utf-8", "surrogatepass")
            for name, value in values
            if value is not None
        }

    def matches(self, text: str) -> bool:
        """True when the whole text matches."""
        return self._expression.fullmatch(text.encode("utf-8", "surrogatepass")) is not None

    def occurs_in(self, text: str) -> bool:
        """True when there is a match anywhere in the text."""
        return self._expression.search(text.encode("utf-8", "surrogatepass")) is not None


@lru_cache(maxsize=8192)
def compile_pattern(pattern: str, *, ignore_case: bool = False) -> Pattern:
    """The compiled pattern. Raises ``PatternError`` for what RE2 does not know."""
    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = not ignore_case
    try:
        return Pattern(re2.compile(_without_captures(pattern), options))
    except re2.error as error:
        text = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error.args[0])
        raise PatternError(_explain(pattern, text)) from None


class PatternSet:
    """Patterns that are matched with a whole text at once."""

    def __init__(self, patterns: tuple[str, ...]) -> None:
        self._set = _full_match_set(patterns) if patterns else None

    def find_matches(self, text: str) -> list[int]:
        """The numbers of the patterns that match the whole text, in order."""
        return (
            sorted(self._set.Match(text.encode("utf-8", "surrogatepass")) or ())
            if self._set is not None
            else []
        )


def _full_match_set(patterns: tuple[str, ...]) -> re2.Set:
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _SET_MEMORY
    matcher = re2.Set.FullMatchSet(options)
    for pattern in patterns:
        matcher.Add(_without_captures(pattern))
    matcher.Compile()
    return matcher


@lru_cache(maxsize=4096)
def pattern_set(patterns: tuple[str, ...]) -> PatternSet:
    """The set of these patterns; hosts without patterns of their own share one."""
    return PatternSet(patterns)


def _without_captures(pattern: str) -> str:
    """The pattern with plain groups that capture nothing, which RE2 matches much faster."""
    return _ESCAPE_OR_CLASS.sub(lambda m: "(?:" if m[0] == "(" else m[0], pattern)


def _explain(pattern: str, error: str) -> str:
    if re.search(r"\(\?<?[=!]", pattern):
        return (
            f"the pattern {pattern} looks ahead or behind, which is not supported; put words that "
            "must not stand there into `reserved`, other patterns into `unless`"
        )
    return f"the pattern {pattern} cannot be read ({error})"


def expand(pattern: str, parts: Mapping[str, str]) -> str:
    """The pattern with its parts put in.

    ``<id>`` becomes a group named ``id`` that matches the part ``id``, ``<id:number>`` one that
    matches the part ``number``, and ``<:number>`` the part alone. Raises ``PatternError`` for a
    part that the file does not have.
    """

    def part(match: re.Match[str]) -> str:
        name = match["part"] or match["group"]
        if name not in parts:
            raise PatternError(
                f"the pattern {pattern} asks for the part `{name}`, which is missing"
            )
        inner = expand(parts[name], {key: parts[key] for key in parts if key != name})
        return f"(?P<{match['group']}>{inner})" if match["group"] else f"(?:{inner})"

    return _PLACEHOLDER.sub(part, pattern)


def group_names(pattern: str) -> frozenset[str]:
    """The named groups of an expanded pattern."""
    return frozenset(re.findall(r"\(\?P<(\w+)>", pattern))


@lru_cache(maxsize=8192)
def template_names(template: str) -> frozenset[str]:
    """The names that a template asks for. Raises ``PatternError`` for an unpaired brace."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(template) if name is not None)
    except ValueError:
        raise PatternError(f"the template {template} has a brace without its partner") from None


class _OrNothing(dict[str, str]):
    """Values by name; a name without a value gives nothing."""

    def __missing__(self, key: str) -> str:
        return ""


def fill(template: str, values: Mapping[str, str]) -> str:
    """The template with its names replaced; a name without a value gives nothing."""
    return template.format_map(_OrNothing(values))
