"""Real archives made by other tools, as they lie beside the checkout."""

from pathlib import Path

import pytest

from crawlers.model.verdict import Failure
from crawlers.warc.replay import ArchiveError, ReplayNetwork

REAL = Path(__file__).parents[2] / ".." / "shared" / "real" / "archives"


def real(name: str) -> Path:
    path = REAL / name
    assert path.is_file(), f"{path} is missing: these tests need the real archives"
    return path


@pytest.mark.parametrize(
    ("name", "url", "count", "title"),
    [
        ("iana.warc.gz", "http://www.iana.org/", 43, b"Internet Assigned Numbers Authority"),
        ("dupes.warc.gz", "http://example.com/", 11, b"Example Domain"),
        ("example.warc.gz", "http://example.com/?example=1", 2, b"Example Domain"),
        ("example-wget-1-14.warc.gz", "http://example.com/", 1, b"Example Domain"),
        ("valid_example_1.wacz", "http://www.example.com/", 1, b"Example Domain"),
    ],
)
async def test_archives_of_other_tools_open(name: str, url: str, count: int, title: bytes) -> None:
    net = ReplayNetwork(real(name))
    exchange = await net.exchange(url)
    assert len(net.addresses) == count
    assert (exchange.status, exchange.failure) == (200, None)
    assert title in exchange.body
    assert exchange.captured_at.year in (2014, 2020)
    assert net.run == {}
    await net.close()


async def test_a_whole_crawl_by_another_tool() -> None:
    net = ReplayNetwork(real("iana.warc.gz"))
    exchanges = {url: await net.exchange(url) for url in net.addresses}
    await net.close()
    assert {exchange.failure for exchange in exchanges.values()} == {None}
    assert {exchange.status for exchange in exchanges.values()} == {200, 302}
    assert all(exchange.record_id.startswith("urn:uuid:") for exchange in exchanges.values())
    moved = exchanges["http://www.iana.org/dnssec"]
    assert moved.header("location") == "https://www.iana.org/dnssec"
    picture = exchanges["http://www.iana.org/_img/2013.1/iana-logo-homepage.png"]
    assert (len(picture.body), picture.body[:4]) == (27402, b"\x89PNG")


async def test_what_is_not_recorded_is_dated_by_the_archive() -> None:
    net = ReplayNetwork(real("example-wget-1-14.warc.gz"))
    missing = await net.exchange("http://example.com/never-met")
    await net.close()
    assert (missing.failure, missing.last) == (Failure.NOT_RECORDED, True)
    assert missing.captured_at.isoformat() == "2014-02-16T01:29:08+00:00"


@pytest.mark.parametrize("name", ["invalid_example_1.wacz", "bad.arc"])
def test_archives_that_are_none_are_refused(name: str) -> None:
    with pytest.raises(ArchiveError) as refused:
        ReplayNetwork(real(name))
    sentence = str(refused.value)
    assert name in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")


async def test_revisits_of_a_real_archive() -> None:
    net = ReplayNetwork(real("example.warc.gz"))
    exchange = await net.exchange("http://www.iana.org/domains/example")
    await net.close()
    assert (exchange.status, exchange.header("location")) == (302, "/domains/reserved")
