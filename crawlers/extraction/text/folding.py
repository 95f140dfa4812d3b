"""Texts for comparison: without case, accents and, where wanted, punctuation; pure."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart into a base letter and a mark, and the stroke that
# stretches an Arabic word.
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th", "ـ": ""}
)
_NOT_LETTERS = re.compile(r"[\W_]+")


def fold_letters(text: str) -> str:
    """The text without case and accents, special letters as plain ones; punctuation stays."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(char for char in plain if not unicodedata.combining(char))


def fold_words(text: str) -> str:
    """The folded words of a text, separated by one space."""
    return _NOT_LETTERS.sub(" ", fold_letters(text)).strip()
