"""Personal data out of texts that a report shows; pure.

The report goes into case files, so it holds no more personal data than it must. Full names
cannot be told from other words and are left to the people who read it.
"""

from __future__ import annotations

import re

# It begins where a word begins: without that, a very long word takes quadratic time.
_EMAIL = re.compile(
    r"(?<![\w.+-])([\w.+-])[\w.+-]*(?:@|%40)[\w-]+(?:\.[\w-]+)*\.([a-z]{2,})", re.IGNORECASE
)
_GROUPS = r"\(?\d{1,4}\)?(?:[\s./-]?\(?\d{2,4}\)?){2,5}"
_PHONE = re.compile(
    rf"(?<![\w/.=&+-])(?:\+\d{{0,3}}[\s./-]?|00\d{{2}}[\s./-]?){_GROUPS}(?![\w/])"  # +45 12 34 …
    r"|(?<![\d/.=-])\d{2}(?:(?P<gap>[ .-])\d{2})(?:(?P=gap)\d{2}){2}(?![\d.-])"  # 12 34 56 78
    rf"|(?P<word>\b(?:tlf|tel|telefon|phone|mobil|mobile|gsm)\b\.?:?\s*){_GROUPS}(?!\w)",
    re.IGNORECASE,
)


def mask(text: str) -> str:
    """The text with e-mail addresses and phone numbers made unreadable."""
    return _PHONE.sub(lambda found: f"{found['word'] or ''}… …", without_email(text))


def without_email(text: str) -> str:
    """The text with e-mail addresses made unreadable; for addresses, whose digits are no phones."""
    return _EMAIL.sub(r"\1…@….\2", text)
