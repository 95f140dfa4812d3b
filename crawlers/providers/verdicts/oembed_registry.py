"""The published oEmbed registry, for embeds that no rule knows (docs/adr/0006-oembed-registry.md).

It names no provider and gives no id: it only says which endpoint to ask about an address. Its
schemes are plain text with ``*`` (oembed.com, "Configuration"; read 2026-11-24).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import quote

from crawlers.model.capture import Capture
from crawlers.model.verdict import Reason, State
from crawlers.providers.engine.target import Target
from crawlers.providers.verdicts.flow import merge_evidence, page_flow
from crawlers.providers.verdicts.oembed_answers import oembed_says_public, unless_known
from crawlers.providers.verdicts.protocol import Flow, Probe
from crawlers.urls.parts import public_suffix, split

_SCHEME = re.compile(r"https?://(?P<below>\*\.)?(?P<host>[a-z0-9.-]+)(?P<path>/.*)", re.IGNORECASE)
_SHOWN = {"photo", "video", "rich"}  # an answer of type "link" shows nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One endpoint of the registry; ``request`` takes the quoted address as ``{url}``."""

    name: str
    request: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scheme:
    """One URL scheme under its host; ``below`` asks for a sub-domain, ``path`` holds the ``*``."""

    below: bool
    path: tuple[str, ...]
    entry: Entry


def entry_for(url: str) -> Entry | None:
    """The entry whose scheme fits an address, the most specific one first; None if none does.

    Hosts are compared whole, ``http:`` and ``https:`` alike; a ``*`` in a host stands for whole
    labels, one in a path for at least one character. Never raises.
    """
    parts = split(url)
    if parts is None or parts.username is not None or not parts.hostname:
        return None
    host = parts.hostname.lower()
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    labels = host.split(".")
    names = [".".join(labels[start:]) for start in range(len(labels))]
    fitting = [
        (sum(map(len, scheme.path)), -position, scheme.entry)
        for position, name in enumerate(names)
        for scheme in _by_host().get(name, ())
        if scheme.below == (position > 0) and _fits(scheme.path, path)
    ]
    return max(fitting, key=lambda row: row[:2])[2] if fitting else None


def outside_flow(target: Target) -> Flow:
    """Ask the endpoint that the registry names, then the page, whose refusal weighs more.

    A 404 of the endpoint says nothing: the registry may be out of date.
    """
    entry = entry_for(target.artefact.canonical_url)
    if entry is None:
        return (yield from page_flow(target))
    address = quote(target.artefact.canonical_url, safe="")
    capture = (yield Probe(url=entry.request.replace("{url}", address))).capture
    page = yield from page_flow(target)
    verdict = unless_known(capture, page)
    if not describes_media(capture) or page.state is State.REMOVED:
        return verdict
    oembed_verdict = capture.visibility(State.VISIBLE, Reason.OEMBED_ANSWER)
    return merge_evidence(oembed_verdict, verdict) if verdict.lost else oembed_verdict


def describes_media(capture: Capture) -> bool:
    """True for an oEmbed document of something shown; stricter than for the endpoint of a rule."""
    if not oembed_says_public(capture) or not oembed_says_public(capture, ("type",)):
        return False
    return str(json.loads(capture.body)["type"]).lower() in _SHOWN


@cache
def _by_host() -> dict[str, tuple[_Scheme, ...]]:
    """The schemes by the fixed part of their host; those that are too wide are left out."""
    text = files("crawlers.providers.verdicts").joinpath("oembed", "oembed.json").read_text("utf-8")
    table: dict[str, list[_Scheme]] = {}
    for row in json.loads(text)["entries"]:
        entry = Entry(name=row["name"], request=_request(row["endpoint"]))
        for scheme in row["schemes"]:
            host, pattern = _compile_scheme(scheme, entry)
            if pattern is not None:
                table.setdefault(host, []).append(pattern)
    return {host: tuple(schemes) for host, schemes in table.items()}


def _compile_scheme(scheme: str, entry: Entry) -> tuple[str, _Scheme | None]:
    """A scheme by its host; None for one of another protocol or with a ``*`` elsewhere in it."""
    match = _SCHEME.fullmatch(scheme)
    if match is None:
        return "", None
    host = match["host"].lower()
    if match["path"] == "/" or "." not in host or host == public_suffix(host):
        return host, None
    path = tuple(re.split(r"\*+", match["path"]))
    return host, _Scheme(below=match["below"] is not None, path=path, entry=entry)


def _request(endpoint: str) -> str:
    """The request for an endpoint: JSON, by https, the address last."""
    url = endpoint.replace("{format}", "json").replace("http://", "https://", 1)
    url += "" if "format=json" in url else f"{'&' if '?' in url else '?'}format=json"
    return f"{url}&url={{url}}"


def _fits(parts: tuple[str, ...], path: str) -> bool:
    """True when the parts stand in a path in order, with something between; linear in its length.

    The part before the first ``*`` begins the path and the one after the last ends it.
    """
    first, *rest = parts
    if not rest:
        return path == first
    if not path.startswith(first):
        return False
    *middle, last = rest
    at = len(first)
    for part in middle:
        position = path.find(part, at + 1)
        if position < 0:
            return False
        at = position + len(part)
    return len(path) - len(last) > at and path.endswith(last)
