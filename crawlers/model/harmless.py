"""Text of strangers without what acts on its reader's screen; pure.

Control characters move a terminal's cursor and set its title, overrides of the writing direction
show a text in another order than it is written in. Each becomes U+FFFD, so that a reader sees that
something stood there. Noncharacters, which break XML and show nothing, are left out. Marks that
Arabic, Hebrew and emoji need stay.
"""

from __future__ import annotations

import re

_HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff\U000e0001]"
)
_NONCHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff\U0010fffe\U0010ffff]")
_BREAKS = re.compile("[\r\n\t]+")


def harmless(text: str) -> str:
    """The text with U+FFFD for every character that does something; line breaks and tabs stay."""
    if text.isprintable():
        return text
    return _HARMFUL.sub("\ufffd", _NONCHARACTERS.sub("", text))


def harmless_line(text: str) -> str:
    """The text as one harmless line: of a title or an address on a terminal or in a log."""
    return text if text.isprintable() else _BREAKS.sub(" ", harmless(text))
