"""Personal data out of texts that a report shows; pure."""

from __future__ import annotations

import re

_EMAIL = re.compile(r"([\w.+-])[\w.+-]*@[\w-]+(?:\.[\w-]+)*\.([a-z]{2,})", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w/.=-])\+\d{1,3}[\s.-]?(?:\(?\d{1,4}\)?[\s.-]?){2,5}\d{2,4}(?![\w/])")


def masked(text: str) -> str:
    """The text with e-mail addresses and international phone numbers made unreadable."""
    return _PHONE.sub("+… …", _EMAIL.sub(r"\1…@….\2", text))
