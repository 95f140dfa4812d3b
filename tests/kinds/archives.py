"""Archives as other tools write them, made of a case's answers with warcio."""

from __future__ import annotations

import io
import json
import re
import struct
import sys
import zipfile
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.kinds.cases import Case, Response

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_EPOCH = (2026, 1, 1, 0, 0, 0)


def build(case: Case, folder: Path) -> Path:
    """The archive that the case's ``archive`` table asks for; returns its path."""
    name = case.archive["file"]
    version = case.archive.get("version", "1.0")
    zst = "frames" in case.archive
    packed = name.endswith((".gz", ".wacz")) and not zst
    content, index = _warc(case, version, packed=packed)
    if zst:
        content = _zst(content, case.archive["frames"], case.archive.get("dictionary", ""))
    path = folder / name
    if name.endswith(".wacz"):
        _wacz(path, content, index, "data.warc.zst" if zst else "data.warc.gz")
    else:
        path.write_bytes(content)
    return path


def _warc(case: Case, version: str, *, packed: bool) -> tuple[bytes, list[str]]:
    """The WARC's bytes, and one line of a CDXJ index for each record."""
    target = io.BytesIO()
    writer = WARCWriter(target, gzip=packed, warc_version=f"WARC/{version}")
    lines = []
    for response in case.responses:
        start = target.tell()
        address = response.record or case.seed
        writer.write_record(_record(writer, response, address))
        place = {
            "url": address,
            "status": response.status[:3],
            "mime": "text/html",
            "filename": "data.warc.gz",
            "offset": str(start),
            "length": str(target.tell() - start),
        }
        lines.append(f"{address} 20210504101112 {json.dumps(place)}")
    return target.getvalue(), sorted(lines)


def _record(writer: WARCWriter, response: Response, address: str) -> object:
    """A response record; its date is written as the case says it, in any precision."""
    pairs = [line.decode("latin-1").partition(":") for line in response.head]
    head = [(name.strip(), value.strip()) for name, _, value in pairs]
    head.append(("Content-Length", str(len(response.body))))
    return writer.create_warc_record(
        address,
        "response",
        payload=io.BytesIO(response.body),
        http_headers=StatusAndHeaders(response.status, head, protocol="HTTP/1.1"),
        warc_headers_dict={"WARC-Date": response.date},
    )


def _zst(content: bytes, frames: str, dictionary: str) -> bytes:
    """A plain WARC in Zstandard's frames, as the IIPC's proposal of version 1.0 has them.

    ``frames``: ``one`` for the whole file, ``record`` for each record, ``parts`` for pieces of
    records with frames of extensions between them. ``dictionary``: ``plain`` or ``packed``.
    """
    starts = [match.start() for match in re.finditer(rb"WARC/1\.[01]\r\n", content)]
    ends = [*starts[1:], len(content)]
    records = [content[start:end] for start, end in zip(starts, ends, strict=True)]
    own = zstd.train_dict([*records, *(records * 40)], 2048) if dictionary else None
    pieces = [content] if frames == "one" else records
    if frames == "parts":
        halves = [(record[:300], record[300:]) for record in records]
        pieces = [half for pair in halves for half in pair]
    packed = [zstd.compress(piece, zstd_dict=own) for piece in pieces]
    head = _skippable(0x184D2A5D, _dictionary(own.dict_content, dictionary)) if own else b""
    between = _skippable(0x184D2A50, b"of some other tool") if frames == "parts" else b""
    return head + between.join(packed)


def _dictionary(content: bytes, form: str) -> bytes:
    return zstd.compress(content) if form == "packed" else content


def _skippable(magic: int, content: bytes) -> bytes:
    return struct.pack("<II", magic, len(content)) + content


def _wacz(path: Path, content: bytes, index: list[str], name: str) -> None:
    """A WACZ with the least that its form asks for."""
    pages = '{"format": "json-pages-1.0", "id": "pages", "title": "All pages"}\n'
    about = {"profile": "data-package", "wacz_version": "1.1.1", "resources": []}
    parts = {
        f"archive/{name}": content,
        "indexes/index.cdx": ("\n".join(index) + "\n").encode(),
        "pages/pages.jsonl": pages.encode(),
        "datapackage.json": json.dumps(about).encode(),
    }
    with zipfile.ZipFile(path, "w") as packed:
        for member, part in parts.items():
            packed.writestr(zipfile.ZipInfo(member, _EPOCH), part)
