"""One HTML file or one address, looked at without any network; pure."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from crawlers import platforms, providers
from crawlers.inventory import drafts
from crawlers.model import Capture, Seed
from crawlers.platforms.base import NotAProjectError, Platform
from crawlers.reading.document import parse
from crawlers.reading.extract import read
from crawlers.urls import split, unwrap

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def inspect_html(body: bytes, base_url: str) -> dict[str, list[Any]]:
    """``{"artefacts": […], "outlinks": […]}`` of a page's HTML, as ``audit.json`` has them.

    Nothing is checked, so every artefact's visibility is ``undetermined``. Raises ``ValueError``
    when ``base_url`` is no web address.
    """
    platform, seed = _seed(base_url)
    page = platform.identity(seed, base_url) or base_url
    capture = Capture(
        url=base_url,
        final_url=base_url,
        captured_at=_EPOCH,
        status=200,
        headers=(("content-type", "text/html"),),
        body=body,
    )
    reading = read(parse(capture))
    found = drafts(platform, seed, ((page, seen) for seen in reading.seen), {})
    return {
        "artefacts": [draft.artefact().model_dump(mode="json") for draft in found],
        "outlinks": list(dict.fromkeys(unwrap(link.url).url for link in reading.outlinks)),
    }


def _seed(base_url: str) -> tuple[Platform, Seed]:
    """The platform of an address; ``web`` for a page of a platform that is no project's."""
    if split(base_url) is None:
        raise ValueError(
            f"--base-url {base_url} is not a web address; give one beginning with https://."
        )
    try:
        return platforms.recognise(base_url)
    except NotAProjectError:
        web = platforms.registry()["web"]
        seed = web.recognise(base_url)
        if seed is None:
            raise
        return web, seed


def classified(url: str) -> dict[str, str]:
    """``url, provider, kind, canonical_url, native_id`` of an address; ``-`` for no artefact."""
    found = providers.classify(url)
    if found is None:
        return {"url": url, "provider": "-", "kind": "-", "canonical_url": "", "native_id": ""}
    return {
        "url": url,
        "provider": found.provider,
        "kind": found.kind.value,
        "canonical_url": found.canonical_url,
        "native_id": found.native_id,
    }
