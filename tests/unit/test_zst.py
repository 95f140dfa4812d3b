"""WARC files packed with Zstandard, whole and hostile ones."""

from __future__ import annotations

import io
import struct
import sys
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawlers.warc.replay import ArchiveError, ReplayNetwork
from crawlers.warc.zst import open_zst

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

HOME = "https://www.broskolen.example/"


def warc() -> bytes:
    target = io.BytesIO()
    writer = WARCWriter(target, gzip=False)
    head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    body = io.BytesIO(b"<h1>Broer</h1>" + b"<p>Vi byggede en bro." * 30)
    writer.write_record(
        writer.create_warc_record(HOME, "response", payload=body, http_headers=head)
    )
    return target.getvalue()


def dictionary() -> zstd.ZstdDict:
    return zstd.train_dict([f"<p>Vi byggede bro nummer {n}.".encode() * 9 for n in range(99)], 1024)


def frame(magic: int, content: bytes) -> bytes:
    return struct.pack("<II", magic, len(content)) + content


async def status(path: Path) -> int | None:
    network = ReplayNetwork(path)
    answer = await network.exchange(HOME)
    await network.close()
    return answer.status


async def test_frames_with_their_dictionary_are_read(tmp_path: Path) -> None:
    own = dictionary()
    for name, content in (("plain", own.dict_content), ("packed", zstd.compress(own.dict_content))):
        path = tmp_path / f"{name}.warc.zst"
        packed = zstd.compress(warc(), zstd_dict=own)
        empty = zstd.compress(b"", zstd_dict=own)
        path.write_bytes(frame(0x184D2A5D, content) + packed + frame(0x184D2A53, b"x" * 70) + empty)
        assert await status(path) == 200, name


@pytest.mark.parametrize(
    "content",
    [
        zstd.compress(warc())[:-40],
        zstd.compress(warc()) + b"\x28\xb5\x2f\xfd",
        zstd.compress(warc()) + b"no frame",
        frame(0x184D2A5D, b"no dictionary") + zstd.compress(warc()),
        frame(0x184D2A5D, zstd.compress(b"no dictionary")) + zstd.compress(warc()),
        struct.pack("<II", 0x184D2A5D, 0xFFFFFFFF) + b"x",
        struct.pack("<II", 0x184D2A5D, 400) + b"x",
        b"\x5d\x2a\x4d\x18",
        zstd.compress(warc(), zstd_dict=dictionary()),
    ],
    ids=[f"damage {n}" for n in range(9)],
)
def test_what_is_damaged_is_told_in_one_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.warc.zst"
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match=r"a\.warc\.zst"):
        ReplayNetwork(path)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.warc.zst"
    path.write_bytes(zstd.compress(bytes(200 << 20)))
    with pytest.raises(ArchiveError, match="unpacks to more than"):
        ReplayNetwork(path)


def test_a_dictionary_that_is_a_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.warc.zst"
    path.write_bytes(frame(0x184D2A5D, zstd.compress(b"\x37\xa4\x30\xec" + bytes(20 << 20))))
    with pytest.raises(zstd.ZstdError):
        open_zst(path)
