"""Addresses that stand as plain text on a page; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawlers.urls.canonical import absolute
from crawlers.urls.parts import host_of, public_suffix

_STOP = r"\s<>\"'{}|\\^`«»“”„‹›"
# A further address after a comma or a bracket is one of its own; a nested one is not.
_ADDRESS = rf"(?:(?![,;)]https?://)[^{_STOP}])"
_PLAIN = re.compile(rf"https?://{_ADDRESS}+|(?<![\w@./-])www\.{_ADDRESS}+", re.IGNORECASE)
_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\."
# A host without a path must have a part before its domain: ``ourriver.blogspot.com``.
_BARE = re.compile(
    rf"(?<![\w@./=&?#:%+-])(?![\w.+-]*@)(?:(?:{_LABEL})+[a-z]{{2,10}}/{_ADDRESS}*"
    rf"|(?:{_LABEL}){{2,}}[a-z]{{2,10}}(?![\w-]))",
    re.IGNORECASE,
)
# Prose has a space after its dots; the slow patterns are tried only where a letter follows one.
_DOTTED = re.compile(r"[\w)-]\.[a-z]", re.IGNORECASE)
_TRAILING = ".,;:!?)]}»”’\"'*_…。，、；：！？）】」>"
_OPENING = {")": "(", "]": "[", "}": "{"}
# Invisible marks that editors put into long addresses so that they break into lines.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def addresses(text: str, base: str) -> Iterator[tuple[str, str, bool]]:
    """``(address, as written, bare)`` of every address in a text, in order of certainty.

    ``bare`` ones have neither scheme nor ``www``: only code that knows
    the host can say whether they are addresses at all.
    """
    if "." not in text:
        return
    text = _INVISIBLE.sub("", text)
    if not _DOTTED.search(text):
        return
    rest = text
    if "://" in text or "www." in text.lower():
        yield from _matches(_PLAIN, text, base, bare=False)
        rest = _PLAIN.sub(" ", text)
    yield from _matches(_BARE, rest, base, bare=True)


def _matches(
    pattern: re.Pattern[str], text: str, base: str, *, bare: bool
) -> Iterator[tuple[str, str, bool]]:
    for match in pattern.finditer(text):
        written = trim_address(match[0])
        url = absolute(base, written if "://" in written else f"https://{written}")
        if url and not (bare and not public_suffix(host_of(url))):
            yield url, written, bare


def trim_address(written: str) -> str:
    """An address without closing punctuation, keeping a bracket that it opened itself."""
    counts = {mark: written.count(mark) for pair in _OPENING.items() for mark in pair}
    end = len(written)
    while end and (last := written[end - 1]) in _TRAILING:
        opening = _OPENING.get(last)
        if opening and counts[opening] >= counts[last]:
            break
        if last in counts:
            counts[last] -= 1
        end -= 1
    return written[:end]
