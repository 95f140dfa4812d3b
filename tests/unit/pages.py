"""Captures and documents made of HTML by hand."""

from __future__ import annotations

from datetime import UTC, datetime

from crawlers.extraction.addresses.links import Reading, read
from crawlers.extraction.document import Document, parse
from crawlers.model.artefact import Candidate
from crawlers.model.capture import Capture
from crawlers.model.page import Outlink

PAGE = "https://skole.example/projekt/"
NOW = datetime(2026, 11, 23, tzinfo=UTC)


def capture_of(
    body: str | bytes,
    url: str = PAGE,
    *,
    requested: str = "",
    status: int = 200,
    content_type: str = "text/html; charset=utf-8",
    headers: tuple[tuple[str, str], ...] = (),
) -> Capture:
    return Capture(
        url=requested or url,
        final_url=url,
        captured_at=NOW,
        status=status,
        headers=(("content-type", content_type), *headers),
        body=body.encode() if isinstance(body, str) else body,
    )


def document(body: str | bytes, url: str = PAGE, content_type: str = "text/html") -> Document:
    kind = content_type if isinstance(body, bytes) else f"{content_type}; charset=utf-8"
    return parse(capture_of(body, url, content_type=kind))


def reading(body: str | bytes, url: str = PAGE, content_type: str = "text/html") -> Reading:
    return read(document(body, url, content_type))


def in_main(markup: str) -> str:
    return f"<html><body><main>{markup}</main></body></html>"


def short(candidate: Candidate) -> tuple[str, str]:
    """A sighting as its form and its address, relative to the page where it can be."""
    return candidate.form.value, candidate.url.removeprefix(PAGE)


def forms_and_urls(markup: str) -> list[tuple[str, str]]:
    """The sightings of some content, in order."""
    return [short(candidate) for candidate in reading(in_main(markup)).seen]


def links(*urls: str) -> tuple[Outlink, ...]:
    return tuple(Outlink(url=url) for url in urls)
