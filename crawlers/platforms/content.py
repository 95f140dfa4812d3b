"""What every platform reads from a page in the same way; pure."""

from __future__ import annotations

import re
from datetime import datetime

from bs4 import Tag

from crawlers.reading.document import Document, squeeze
from crawlers.reading.extract import Reading

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w/.=-])\+\d{1,3}[\s.-]?(?:\(?\d{1,4}\)?[\s.-]?){2,5}\d{2,4}(?![\w/])")
_TITLE_PARTS = re.compile(r"\s+[|–—·»]\s+|\s+-\s+")


def short_title(document: Document) -> str:
    """The first part of ``<title>``, before the site's name."""
    return squeeze(_TITLE_PARTS.split(document.title)[0]) if document.title else ""


def first_heading(document: Document) -> str:
    """The text of the first ``h1`` in the main content, else anywhere."""
    tag = document.main.find("h1") or document.soup.find("h1")
    return squeeze(tag.get_text(" ")) if isinstance(tag, Tag) else ""


def last_updated(document: Document) -> str | None:
    """The latest machine-readable date in the main content (ISO 8601 date), or None.

    Relative dates ("1 year 8 months ago") depend on the day and the language, so they are not
    read.
    """
    dates = []
    for tag in document.main.find_all("time", attrs={"datetime": True}):
        try:
            dates.append(datetime.fromisoformat(str(tag["datetime"]).replace("Z", "+00:00")).date())
        except ValueError:
            continue
    return max(dates).isoformat() if dates else None


def personal_data(document: Document) -> tuple[str, ...]:
    """Which kinds of personal data stand in the visible text; never the data themselves."""
    mails = any(
        str(tag["href"]).startswith("mailto:") for tag in document.main.find_all("a", href=True)
    )
    found = []
    if mails or _EMAIL.search(document.text):
        found.append("email_address")
    if _PHONE.search(document.text):
        found.append("phone_number")
    return tuple(found)


def says_nothing(document: Document, reading: Reading, title: str) -> bool:
    """True when the main content holds no more than the page's own title."""
    content_links = [link for link in reading.outlinks if link.region in ("main", "article")]
    beyond = len(document.text.split()) - len(title.split())
    return beyond <= 2 and not reading.seen and not content_links
