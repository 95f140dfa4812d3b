"""Whether a page may show an answer in a frame, by its headers; pure.

Browsers ignore ``X-Frame-Options`` where a policy names ``frame-ancestors`` (CSP level 2).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from crawlers.model.artefact import EmbedState
from crawlers.model.capture import Capture
from crawlers.urls.canonical import tidy
from crawlers.urls.parts import host_fits, split


class Framing(NamedTuple):
    """Whether the frame shows its content, and the reason code when it does not."""

    state: EmbedState
    reason: str | None


SHOWN = Framing(EmbedState.SHOWN, None)


def check_framing(page: str, capture: Capture) -> Framing:
    """What a frame on ``page`` shows of an answer, by the answer's headers alone."""
    policies = _frame_ancestors(capture)
    if policies:
        allowed = all(
            any(_source_fits(source, page, capture.final_url) for source in sources)
            for sources in policies
        )
        return SHOWN if allowed else Framing(EmbedState.BLOCKED, "frame_ancestors")
    options = capture.header("x-frame-options").partition(",")[0].strip().lower()
    if options == "deny":
        return Framing(EmbedState.BLOCKED, "x_frame_options")
    if options == "sameorigin" and not _same_origin(page, capture.final_url):
        return Framing(EmbedState.BLOCKED, "x_frame_options")
    return SHOWN


def _frame_ancestors(capture: Capture) -> list[list[str]]:
    """The sources of the ``frame-ancestors`` of each policy that has one; all must admit the page.

    Within one policy only the first directive of a name counts.
    """
    policies = []
    for name, value in capture.headers:
        if name.lower() != "content-security-policy":
            continue
        for policy in value.split(","):
            words = (directive.split() for directive in policy.split(";"))
            named = (w for w in words if w and w[0].lower() == "frame-ancestors")
            fields = next(named, None)
            if fields is not None:
                policies.append([word.strip("'").lower() for word in fields[1:]])
    return policies


def _same_origin(url: str, other: str) -> bool:
    first, second = split(tidy(url)), split(tidy(other))
    if first is None or second is None:
        return False
    return (first.scheme, first.netloc) == (second.scheme, second.netloc)


def _source_fits(source: str, page: str, own: str) -> bool:
    """True when a source expression of the policy admits the page."""
    if source == "*":
        return True
    if source == "self":
        return _same_origin(page, own)
    parts = split(page)
    if parts is None or source == "none":
        return False
    if re.fullmatch(r"https?:", source):
        return source == f"{parts.scheme}:" or (source == "http:" and parts.scheme == "https")
    scheme, separator, rest = source.rpartition("://")
    if separator and scheme not in (parts.scheme, "http"):
        return False
    host = rest.partition("/")[0].partition(":")[0]
    visited = parts.hostname or ""
    if host.startswith("*."):
        return visited != host[2:] and host_fits(visited, host[2:])
    return visited == host
