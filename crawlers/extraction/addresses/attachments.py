"""What a page says about a file that one of its links leads to; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bs4 import Tag
from bs4.element import NavigableString

from crawlers.extraction.document import squeeze
from crawlers.model import limits

_FILE_TYPES = "pdf|docx?|odt|rtf|txt|pptx?|ppsx?|odp|xlsx?|ods|csv|zip|epub|mp3|mp4|jpe?g|png"
_FILE_SIZE = r"[\d.,]+\s*(?:[KMG]i?B|[KMG]?o|bytes)"
_TITLE_LENGTH = 120
_PAGE_TYPE = re.compile(r"html|xml|json|javascript")
_FILE_NOTE = re.compile(
    rf"\(\s*{_FILE_SIZE}\s*[-–—,;|]\s*(?P<last>[A-Z0-9]{{2,5}})\s*\)"
    rf"|[(\[]\s*\.?(?P<first>{_FILE_TYPES})\s*(?:[-–—,;:|]\s*)?{_FILE_SIZE}\s*[)\]]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AttachmentNote:
    """What stands beside a link to a file: its type (``pdf``) and title; empty without a file."""

    kind: str = ""
    title: str = ""


def attachment_note(tag: Tag) -> AttachmentNote:
    """What a file block says of the file that its link leads to.

    The link itself often says no more than "Download"; the title stands beside it.
    """
    stated = str(tag.get("type") or "").lower()
    if "/" in stated and not _PAGE_TYPE.search(stated):
        return AttachmentNote(stated)
    for block in _blocks(tag):
        text = _short_text(block)
        if text is None:
            break
        match = _FILE_NOTE.search(text)
        if match:
            title = squeeze(text.replace(match[0], " ").replace(tag.get_text(" "), " ", 1))
            kind = str(match["last"] or match["first"]).lower()
            return AttachmentNote(kind, title if len(title) <= _TITLE_LENGTH else "")
    return AttachmentNote("download") if tag.has_attr("download") else AttachmentNote()


def _short_text(block: Tag) -> str | None:
    """The text of a block, or None where it is more than what stands about one file."""
    pieces: list[str] = []
    letters = 0
    for element in islice(block.descendants, limits.NEAR_ELEMENTS + 1):
        if type(element) is NavigableString:
            pieces.append(element)
            letters += len(element)
    if len(pieces) > limits.NEAR_ELEMENTS or letters > limits.FILE_NOTE_LETTERS:
        return None
    return " ".join(pieces)


def _blocks(tag: Tag) -> Iterator[Tag]:
    """A link and the three blocks around it, as long as they are about this link alone."""
    yield tag
    block = tag.parent
    for _ in range(3):
        if block is None or block.name in ("main", "body", "article", "ul", "ol", "table"):
            return
        near = list(islice(block.descendants, limits.NEAR_ELEMENTS + 1))
        links = [e for e in near if isinstance(e, Tag) and e.name == "a"][:4]
        if len(near) > limits.NEAR_ELEMENTS or len({str(a.get("href")) for a in links}) > 2:
            return
        yield block
        block = block.parent
