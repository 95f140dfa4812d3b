"""What is kept of a body, and how it is decoded."""

import gzip
import random
import sys
import time
import tracemalloc
import zlib
from collections.abc import Callable

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.http.exchange import Exchange
from crawlers.http.wire.body import decode_body, kept_body, max_bytes
from crawlers.model.capture import UNDATED
from crawlers.model.verdict import Failure

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


def deflate(body: bytes) -> bytes:
    """Deflate without zlib's header, as some servers send it."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


TEXT = b"<p>hej</p>" * 1000


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(TEXT)),
        ("GZIP", gzip.compress(TEXT)),
        ("x-gzip", gzip.compress(TEXT)),
        ("gzip", gzip.compress(TEXT[:5000]) + gzip.compress(TEXT[5000:])),
        ("gzip", gzip.compress(TEXT) + b"\0\0\0"),
        ("gzip, gzip", gzip.compress(gzip.compress(TEXT))),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", deflate(TEXT)),
        ("deflate, gzip", gzip.compress(zlib.compress(TEXT))),
        ("br", brotli.compress(TEXT)),
        ("BR", brotli.compress(TEXT)),
        ("zstd", zstd.compress(TEXT)),
        ("zstd", zstd.compress(TEXT[:5000]) + zstd.compress(TEXT[5000:])),
        ("br, gzip", gzip.compress(brotli.compress(TEXT))),
        ("identity", TEXT),
        ("utf-8", TEXT),
        ("gzip", TEXT),
        ("br", TEXT),
    ],
)
def test_a_coded_body_is_decoded(coding: str, body: bytes) -> None:
    assert decode_body(coding, body, 50_000) == (TEXT, False)


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(TEXT)[:-8] + bytes(8)),
        ("gzip", bytes(range(256))),
        ("deflate", b"\x78\x9c" + bytes(range(256))),
        ("br", bytes(range(256))),
        ("zstd", b"\x28\xb5\x2f\xfd" + b"\xff" * 3 + bytes(range(32))),
        ("compress", b"\x1f\x9d\x90" + bytes(64)),
        ("gzip, br", gzip.compress(TEXT, mtime=0)),
        ("gzip, gzip, gzip, gzip", gzip.compress(TEXT)),
    ],
)
def test_a_body_that_cannot_be_decoded_is_none(coding: str, body: bytes) -> None:
    assert decode_body(coding, body, 50_000) is None


@pytest.mark.parametrize(
    ("coding", "pack"),
    [("gzip", gzip.compress), ("br", brotli.compress), ("zstd", zstd.compress)],
)
def test_a_compressed_body_that_stops_early_is_cut(
    coding: str, pack: Callable[[bytes], bytes]
) -> None:
    # Blocks of a format may be large: what was cut off may hold all of the last one.
    text = b"".join(random.Random(n).randbytes(60_000).hex().encode() for n in range(4))
    packed = pack(text)
    body = decode_body(coding, packed[: len(packed) * 3 // 4], 1_000_000)
    assert body is not None
    assert 0 < len(body[0]) < len(text)
    assert text.startswith(body[0])
    assert body[1]


@pytest.mark.parametrize("most", [1, 9_999, 10_000])
def test_a_body_is_cut_at_the_limit(most: int) -> None:
    longer = most < len(TEXT)
    assert decode_body("gzip", gzip.compress(TEXT), most) == (TEXT[:most], longer)
    assert decode_body("br", brotli.compress(TEXT), most) == (TEXT[:most], longer)
    assert decode_body("zstd", zstd.compress(TEXT), most) == (TEXT[:most], longer)
    assert decode_body("", TEXT, most) == (TEXT[:most], longer)


def test_a_million_tiny_members_do_not_hold_up_the_loop() -> None:
    started = time.process_time()
    body = decode_body("gzip", gzip.compress(b"x") * 300_000, 8_000_000)
    assert body == (b"x" * 64, True)
    assert time.process_time() - started < 1.0


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
def test_a_bomb_is_cut_before_it_fills_the_memory(coding: str) -> None:
    pack = {"gzip": gzip.compress, "br": brotli.compress, "zstd": zstd.compress}[coding]
    packed = pack(bytes(50_000_000))
    tracemalloc.start()
    try:
        body = decode_body(coding, packed, 1000)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert body == (bytes(1000), True)
    assert peak < 1_000_000


def test_what_lacks_a_decoder_is_told_apart_from_what_is_broken() -> None:
    def failure(coding: str) -> Failure | None:
        return Exchange.from_coded(
            url="https://x.example/",
            captured_at=UNDATED,
            status=200,
            headers=(("content-encoding", coding),),
            body=bytes(range(256)),
            truncated="",
        ).failure

    assert failure("compress") is Failure.NOT_DECODED
    assert failure("gzip, dcz") is Failure.NOT_DECODED
    assert failure("br") is Failure.PROTOCOL_ERROR


def test_nothing_stays_nothing() -> None:
    assert decode_body("gzip", b"", 50_000) == (b"", False)


@given(
    st.binary(max_size=400),
    st.sampled_from(["gzip", "deflate", "br", "zstd", "gzip, deflate", "x,,y"]),
)
def test_no_body_ever_raises(body: bytes, coding: str) -> None:
    decoded = decode_body(coding, body, 100)
    assert decoded is None or len(decoded[0]) <= 100


@given(st.binary(max_size=2000), st.integers(1, 3000))
def test_what_was_packed_comes_back(body: bytes, most: int) -> None:
    longer = len(body) > most
    assert decode_body("gzip", gzip.compress(body), most) == (body[:most], longer)
    assert decode_body("br", brotli.compress(body), most) == (body[:most], longer)
    assert decode_body("zstd", zstd.compress(body), most) == (body[:most], longer)
    assert decode_body("deflate", zlib.compress(body), most) == (body[:most], longer)


@pytest.mark.parametrize(
    ("media_type", "most"),
    [
        ("video/mp4", 262_144),
        ("application/pdf", 262_144),
        ("application/octet-stream", 262_144),
        ("image/png", 5_000_000),
        ("text/html; charset=utf-8", 8_000_000),
        ("Application/JSON", 8_000_000),
        ("application/activity+json", 8_000_000),
        ("application/rss+xml", 8_000_000),
        ("image/svg+xml", 8_000_000),
        ("", 8_000_000),
    ],
)
def test_how_much_of_a_body_is_fetched(media_type: str, most: int) -> None:
    assert max_bytes(media_type) == most


def test_texts_are_remembered_whole_and_of_all_else_the_head() -> None:
    body = b"x" * 100_000
    assert kept_body("text/html", body) == body
    assert kept_body("application/json", body) == body
    assert kept_body("image/jpeg", body) == body[:65_536]
