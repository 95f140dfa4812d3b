"""Addresses with what slips in when people and scripts write them down; pure."""

from __future__ import annotations

import re

_DOUBLED = re.compile(r"(?<!:)/{2,}")
# Signs and coded signs that close a sentence, a bracket or a quotation, coded blanks among them.
_CLOSING = re.compile(
    r"(?:[)\].,;:!>}'\"*]|%(?:20|22|27|29|5[dD]|7[dD]|3[eE]|C2%A0|E2%80%(?:8B|9[89CDcd]))|&nbsp;?)+$"
)


def mended(url: str) -> str:
    """The address without doubled slashes in its path and without a tail that closes a sentence.

    A slash behind a page with an extension goes too. What has none of these stays as it is.
    """
    address, mark, query = url.partition("?")
    address = _DOUBLED.sub("/", address) if mark or "#" not in address else address
    whole = _CLOSING.sub("", f"{address}{mark}{query}")
    return re.sub(r"(\.(?:html?|php|aspx?))/$", r"\1", whole)
