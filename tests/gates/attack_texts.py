"""Texts that are hard for a regular expression, made from the expression itself.

A backtracking matcher is slow on ``prefix + pump * n + suffix``, where the pump fits a repeated part
and the suffix makes the match fail. Prefixes and pumps are read off the parsed expression: its
repeats, what stands before them, and one letter for each set of its classes that a letter is in.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from re import _constants as code
from re import _parser as parser
from typing import NamedTuple

_LETTERS = string.printable[:-2] + "\x00éΩж中\u00a0\u200b٣"
_LETTER = (code.LITERAL, code.NOT_LITERAL, code.IN, code.ANY)
_REPEAT = (code.MAX_REPEAT, code.MIN_REPEAT)
_LONG = 16  # a repeat with a smaller limit costs no more than a longer text
_MOST_PREFIXES = 6
_SUFFIX = "\x00\n!"
_CATEGORY = {
    code.CATEGORY_DIGIT: r"\d",
    code.CATEGORY_NOT_DIGIT: r"\D",
    code.CATEGORY_SPACE: r"\s",
    code.CATEGORY_NOT_SPACE: r"\S",
    code.CATEGORY_WORD: r"\w",
    code.CATEGORY_NOT_WORD: r"\W",
}


class Attack(NamedTuple):
    """A text of any length: ``prefix``, then ``pump`` again and again, then ``suffix``."""

    prefix: str
    pump: str
    suffix: str

    def text(self, length: int) -> str:
        """The text whose pumped part has about ``length`` letters."""
        return self.prefix + self.pump * max(1, length // len(self.pump)) + self.suffix


def attacks(pattern: re.Pattern) -> Iterator[Attack]:
    """The texts to try a pattern with, each once."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    letters, repeated = _representatives(tree, pattern.flags)
    pairs: dict[tuple[str, str], None] = {("", letter): None for letter in letters}
    prefixes: dict[str, None] = {}
    for pick in range(2):
        for before, body in _repeats(tree, pattern.flags, "", pick):
            inside = _sample(body, pattern.flags, pick)
            prefixes[before] = None
            for pump in (inside, before, before + inside):
                pairs["", pump] = pairs[before, pump] = None
        whole = _sample(tree, pattern.flags, pick)
        prefixes[whole] = None
        pairs["", whole] = pairs["", whole[:-1]] = None
    for prefix in list(prefixes)[:_MOST_PREFIXES]:
        pairs |= {(prefix, letter): None for letter in repeated}
    for prefix, pump in pairs:
        if pump:
            yield Attack(prefix, pump, _SUFFIX)


def _representatives(tree: parser.SubPattern, flags: int) -> tuple[list[str], list[str]]:
    """One letter for each set of the pattern's classes; all, and those in a repeated class."""
    classes = [(_fitting(node, flags), inside) for node, inside in _letter_nodes(tree, False)]
    extra = "".join("".join(sorted(letters)) for letters, _ in classes if len(letters) < 6)
    groups: dict[tuple[bool, ...], str] = {}
    for letter in dict.fromkeys(_LETTERS + extra):
        groups.setdefault(tuple(letter in letters for letters, _ in classes), letter)
    repeated = [c for c in groups.values() if any(inside and c in s for s, inside in classes)]
    return list(groups.values())[:30], repeated[:12]


def _letter_nodes(tree: parser.SubPattern, inside: bool) -> Iterator[tuple[tuple, bool]]:
    """The nodes that fit one letter, and whether each stands in a long repeat."""
    for operation, value in tree:
        if operation in _LETTER:
            yield (operation, value), inside
        deeper = inside or (operation in _REPEAT and value[1] > _LONG)
        for part in _parts(operation, value):
            yield from _letter_nodes(part, deeper)


def _parts(operation: object, value: object) -> list:
    """The expressions inside a node."""
    if operation is code.BRANCH:
        return list(value[1])
    if operation is code.SUBPATTERN:
        return [value[3]]
    if operation in (*_REPEAT, code.POSSESSIVE_REPEAT):
        return [value[2]]
    if operation in (code.ASSERT, code.ASSERT_NOT):
        return [value[1]]
    return [value] if operation is code.ATOMIC_GROUP else []


def _fitting(node: tuple, flags: int) -> frozenset[str]:
    """The letters that fit a node."""
    operation, value = node
    items = value if operation is code.IN else [node]
    named = {chr(item) for name, item in items if name is code.LITERAL}
    return frozenset(c for c in (*_LETTERS, *named) if _fits(c, operation, value, flags))


def _fits(letter: str, operation: object, value: object, flags: int) -> bool:
    if operation is code.ANY:
        return letter != "\n" or bool(flags & re.DOTALL)
    if operation is code.NOT_LITERAL:
        return not _fits_item(letter, code.LITERAL, value, flags)
    items = value if operation is code.IN else [(operation, value)]
    negated = items[0][0] is code.NEGATE
    return any(_fits_item(letter, *item, flags) for item in items) != negated


def _fits_item(letter: str, operation: object, value: object, flags: int) -> bool:
    cases = {letter, letter.lower(), letter.upper()} if flags & re.IGNORECASE else {letter}
    if operation is code.LITERAL:
        return chr(value) in cases
    if operation is code.RANGE:
        return any(len(case) == 1 and value[0] <= ord(case) <= value[1] for case in cases)
    if operation is code.CATEGORY:
        return re.match(_CATEGORY[value], letter, flags & re.ASCII) is not None
    return False


def _sample(tree: parser.SubPattern, flags: int, pick: int) -> str:
    """A text that fits an expression; ``pick`` chooses among alternatives and letters."""
    return "".join(_sample_node(node, flags, pick) for node in tree)


def _sample_node(node: tuple, flags: int, pick: int) -> str:
    operation, value = node
    if operation in _LETTER:
        letters = sorted(_fitting(node, flags), key=lambda c: (not c.isalnum(), c))
        return letters[pick % len(letters)] if letters else ""
    if operation is code.BRANCH:
        return _sample(value[1][pick % len(value[1])], flags, pick)
    if operation in (*_REPEAT, code.POSSESSIVE_REPEAT):
        return _sample(value[2], flags, pick) * max(value[0], 1 - pick % 2)
    if operation in (code.ASSERT, code.ASSERT_NOT):
        return ""
    return "".join(_sample(part, flags, pick) for part in _parts(operation, value))


def _repeats(
    tree: parser.SubPattern, flags: int, before: str, pick: int
) -> Iterator[tuple[str, parser.SubPattern]]:
    """Each long repeat: a text that leads to it, and what is repeated."""
    for node in tree:
        operation, value = node
        if operation in _REPEAT and value[1] > _LONG:
            yield before, value[2]
        for part in _parts(operation, value):
            yield from _repeats(part, flags, before, pick)
        before += _sample_node(node, flags, pick)
