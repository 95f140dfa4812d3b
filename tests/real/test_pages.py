"""Real pages from many sites: reading them never raises and finds what a visitor would name."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from auditor.application.inspect_page import inspect_html
from crawlers.detection import walls
from crawlers.extraction.addresses.links import read
from crawlers.extraction.document import parse
from crawlers.model.capture import Capture
from tests.addresses import misplaced
from tests.real.beside import SHARED, shared_path
from tests.unit.pages import document

PAGES = sorted((SHARED / "real" / "pages").glob("*.html"))


def test_the_pages_are_there() -> None:
    assert len(list(shared_path("real", "pages").glob("*.html"))) == 60


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem[:40])
def test_a_real_page_is_read(path: Path) -> None:
    listing = inspect_html(path.read_bytes(), "https://example.org/article")
    ids = [artefact.id for artefact in listing.artefacts]
    assert len(ids) == len(set(ids))
    addresses = [artefact.canonical_url for artefact in listing.artefacts]
    assert not [url for url in addresses if "/sharer" in url or "googletagmanager" in url]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem[:40])
def test_no_real_article_is_a_wall(path: Path) -> None:
    capture = Capture(
        url="https://example.org/article",
        final_url="https://example.org/article",
        captured_at=datetime(2026, 11, 23, tzinfo=UTC),
        status=200,
        headers=(("content-type", "text/html"),),
        body=path.read_bytes(),
    )
    assert walls.detect_wall(capture, parse(capture)) is None


@pytest.mark.parametrize(
    ("name", "provider", "native_id"),
    [
        ("bund.net-hermlin.html", "youtube", "7MDljfr2JiA"),
        ("andreabottlinger.wordpress.com.arent.html", "youtube", "FFI5yAfOlmo"),
        ("echte-demokratie-jetzt.de.blog.html", "youtube", "1Qs9w1XlJKE"),
    ],
)
def test_a_known_embed_is_found(name: str, provider: str, native_id: str) -> None:
    listing = inspect_html(
        shared_path("real", "pages", name).read_bytes(), "https://example.org/article"
    )
    embeds = {
        (artefact.provider, artefact.native_id)
        for artefact in listing.artefacts
        if any(sighting.form.value == "embed" for sighting in artefact.sightings)
    }
    assert (provider, native_id) in embeds


def test_every_page_has_text_and_links() -> None:
    total: Counter[str] = Counter()
    for path in PAGES:
        page = document(path.read_bytes(), "https://www.example.org/a/page.html")
        reading = read(page)
        total += Counter(candidate.form.value for candidate in reading.seen)
        assert page.words > 50, path.name
        assert reading.outlinks, path.name
    assert total["embed"] > 30
    assert total["upload"] > 300


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_address_of_a_real_page_is_lost_or_listed_twice(path: Path) -> None:
    body = path.read_bytes()
    wrong = misplaced(body, "https://site.example.org/a/page.html", body.decode("utf-8", "replace"))
    assert not wrong, "\n".join(wrong)
