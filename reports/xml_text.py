"""Text that XML 1.0 can hold: Word, Excel and the metadata of a PDF are XML; pure."""

from __future__ import annotations

import re

# The complement of Char in XML 1.0, fifth edition, section 2.2.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """The text less control characters, halves of surrogate pairs, U+FFFE and U+FFFF."""
    return _FORBIDDEN.sub("", text)
