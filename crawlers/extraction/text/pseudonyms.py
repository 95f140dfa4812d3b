"""Words without meaning in the place of words: the same for the same word, as long as it; pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator

# A run of letters and digits; a percent-encoded byte is none.
TOKEN = re.compile(r"%[0-9A-Fa-f]{2}|[^\W_]+")
_LOWER = "abcdefghijklmnopqrstuvwxyz"
_DIGITS = "0123456789"
_HEX = "abcdef"
_FEW_DIGITS = 3  # sizes and numbers of pages; longer numbers may name somebody
_TRIES = 400


class Pseudonyms:
    """Gives each word a meaningless one of its length, with capitals and digits where it had them.

    No two words get the same one. ``secret`` makes them other ones for another page, so that nobody
    finds a word by trying a dictionary; ``avoid`` are words (in small letters) that none may be.
    """

    def __init__(self, secret: bytes, avoid: Collection[str] = frozenset()) -> None:
        self._secret = secret
        self._avoid = avoid
        self._given: dict[tuple[str, str, int], str] = {}
        self._used: set[str] = set()

    def of(self, word: str, *, letters: str = _LOWER, kept: int = 0, prose: bool = False) -> str:
        """The pseudonym of a word, drawn from ``letters``; its first ``kept`` characters stay.

        Short numbers stay as well, but in ``prose``, where they may be parts of a telephone number.
        """
        if word.isdigit() and len(word) <= _FEW_DIGITS and not prose:
            return word
        key = (word, letters, kept)
        if key not in self._given:
            self._given[key] = self._new(word, letters, kept)
        return self._given[key]

    def variants(self, word: str) -> Iterator[str]:
        """Pseudonyms from the freest to the most careful: any letters, hex digits, a kept start."""
        yield self.of(word)
        yield self.of(word, letters=_HEX)
        for kept in range(1, min(len(word) - 2, 9)):
            yield self.of(word, kept=kept)

    def text(self, text: str) -> str:
        """A text with a pseudonym for every word."""
        return TOKEN.sub(lambda match: match[0] if match[0][0] == "%" else self.of(match[0]), text)

    def _new(self, word: str, letters: str, kept: int) -> str:
        pseudonym = word
        for attempt in range(_TRIES):
            pseudonym = word[:kept] + self._draw(word, letters, attempt)[kept:]
            lowered = pseudonym.lower()
            if lowered not in self._used and lowered not in self._avoid:
                break
        self._used.add(pseudonym.lower())
        return pseudonym

    def _draw(self, word: str, letters: str, attempt: int) -> str:
        stream = hashlib.shake_256(self._secret + f"{attempt}\n{word}".encode("utf-8", "replace"))
        return "".join(
            _drawn(character, byte, letters)
            for character, byte in zip(word, stream.digest(len(word)), strict=True)
        )


def _drawn(character: str, byte: int, letters: str) -> str:
    """A character of the same class: digit, capital or small letter."""
    if character.isdigit():
        return _DIGITS[byte % len(_DIGITS)]
    drawn = letters[byte % len(letters)]
    return drawn.upper() if character.isupper() else drawn
