"""Find e-mail addresses and telephone numbers in a text and make them unreadable; pure.

One set of patterns serves the finding on public pages and the masking in reports. Masking also
hides what only looks like a number ("12 34 56 78"), since it costs a reader nothing; a finding
needs a country code or a word such as "Tel." before it.
"""

from __future__ import annotations

import re

# It begins where a word begins: without that, a very long word takes quadratic time.
_EMAIL = re.compile(
    r"(?<![\w.+-])([\w.+-])[\w.+-]*(?:@|%40)[\w-]+(?:\.[\w-]+)*\.([a-z]{2,})", re.IGNORECASE
)
_GROUPS = r"\(?\d{1,4}\)?(?:[\s./-]?\(?\d{2,4}\)?){2,5}"
_WITH_CODE = rf"(?<![\w/.=&+-])(?:\+\d{{0,3}}[\s./-]?|00\d{{2}}[\s./-]?){_GROUPS}(?![\w/])"
_WITH_WORD = rf"(?P<word>\b(?:tlf|tel|telefon|phone|mobil|mobile|gsm)\b\.?:?\s*){_GROUPS}(?!\w)"
_FOUR_PAIRS = r"(?<![\d/.=-])\d{2}(?:(?P<gap>[ .-])\d{2})(?:(?P=gap)\d{2}){2}(?![\d.-])"
_SURE_PHONE = re.compile(f"{_WITH_CODE}|{_WITH_WORD}", re.IGNORECASE)
_ANY_PHONE = re.compile(f"{_WITH_CODE}|{_FOUR_PAIRS}|{_WITH_WORD}", re.IGNORECASE)


def personal_data_kinds(text: str) -> tuple[str, ...]:
    """The kinds that stand in a text (``email_address``, ``phone_number``), never the data."""
    patterns = {"email_address": _EMAIL, "phone_number": _SURE_PHONE}
    return tuple(kind for kind, pattern in patterns.items() if pattern.search(text))


def mask_personal_data(text: str) -> str:
    """The text with e-mail addresses and telephone numbers made unreadable."""
    return _ANY_PHONE.sub(lambda match: f"{match['word'] or ''}… …", mask_email(text))


def mask_email(text: str) -> str:
    """The text with e-mail addresses made unreadable; for addresses, whose digits are no phones."""
    return _EMAIL.sub(r"\1…@….\2", text)
