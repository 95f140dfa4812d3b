"""How much of what comes from outside is taken in; what is cut says so.

A longer text ends with "…". A page that holds more things than these is a gap (``too_costly``).
Limits of answers' bodies stand in ``crawlers/http/wire/body.py``, those of time in the settings.
"""

from __future__ import annotations

# Levels of elements below each other. Chromium puts what lies deeper beside each other as well
# (``kMaximumHTMLParserDOMTreeDepth``, html_parser_idioms and html_construction_site, 2026-11-30).
TREE_DEPTH = 512
HOST_LETTERS = 253  # RFC 1035, 2.3.4, without the closing dot
ADDRESS_LETTERS = 16_384  # twice what common servers take (Apache, nginx: 8 KB)
TITLE_LETTERS = 500
HEADING_LETTERS = 500
HEADINGS = 1_000  # per page
THINGS = 5_000  # candidates per page, and as many links
FILE_NOTE_LETTERS = 2_000  # of the text of a block around one link
NEAR_ELEMENTS = 200  # that are looked at around one link or one picture
PLUGIN_ELEMENTS = 200  # inside one plug-in: its parameters

WARC_HEAD_BYTES = 256 << 10  # of one record's own and HTTP headers
OWN_RECORD_BYTES = 32 << 20  # of one metadata record of ours, such as a rendered page
ARCHIVE_BYTES = 20 << 30  # of all unpacked files of an archive
ARCHIVE_RATIO = 200  # unpacked to packed; HTML in WARC files packs to about a tenth
ARCHIVE_FREE_RATIO_BYTES = 64 << 20  # unpacked bytes for which no ratio counts
ARCHIVE_FILES = 10_000


def cut(text: str, letters: int) -> str:
    """The text, or its beginning with "…" where it is longer than ``letters``."""
    return text if len(text) <= letters else f"{text[: letters - 1]}…"
