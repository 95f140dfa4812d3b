"""Addresses with what slips in when people and scripts write them down; pure."""

from __future__ import annotations

import re

_DOUBLED = re.compile(r"(?<!:)/{2,}")
# Signs and coded signs that close a sentence, a bracket or a quotation, coded blanks among them.
_TAIL = (
    *")].,;:!>}'\"*",
    *("%20", "%22", "%27", "%29", "%5d", "%5D", "%7d", "%7D", "%3e", "%3E", "%C2%A0"),
    *("%E2%80%8B", "%E2%80%98", "%E2%80%99", "%E2%80%9C", "%E2%80%9c", "%E2%80%9D", "%E2%80%9d"),
    *("&nbsp;", "&nbsp"),
)


def mended(url: str) -> str:
    """The address without doubled slashes in its path and without a tail that closes a sentence.

    A slash behind a page with an extension goes too. What has none of these stays as it is.
    """
    address, mark, query = url.partition("?")
    address = _DOUBLED.sub("/", address) if mark or "#" not in address else address
    whole = _without_tail(f"{address}{mark}{query}")
    return re.sub(r"(\.(?:html?|php|aspx?))/$", r"\1", whole)


def _without_tail(text: str) -> str:
    end = len(text)
    while part := next((part for part in _TAIL if text.endswith(part, 0, end)), ""):
        end -= len(part)
    return text[:end]
