"""An archive of ours with one of everything, and WARC files as others write them."""

import gzip
import io
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawlers.http.exchange import RawExchange
from crawlers.model.verdict import Failure
from crawlers.warc.recorder import Recorder
from crawlers.warc.wacz import pack

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SITE = "https://skole.example"
PAGE = f"{SITE}/side"
HTML = ("Content-Type", "text/html; charset=utf-8")


class SampleRecorder:
    """A recorder with the fields that a test does not care for filled in."""

    def __init__(self, path: Path) -> None:
        self.recorder = Recorder(path, "test", NOON)

    def answer(
        self,
        url: str,
        status: int,
        *headers: tuple[str, str],
        raw: bytes = b"",
        at: int = 0,
        truncated: str = "",
    ) -> str:
        """Records an answer ``at`` seconds after noon; gives the record's id."""
        exchange = RawExchange(
            target="/",
            request_headers=(("Host", "skole.example"), ("User-Agent", "T/1")),
            status=status,
            reason="OK",
            headers=headers,
            body=raw,
            truncated=truncated,
        )
        return self.recorder.write(url, NOON + timedelta(seconds=at), exchange)


def record_samples(folder: Path) -> tuple[Path, dict[str, str]]:
    """A WACZ with one of everything, and the record ids by what they hold."""
    warc = folder / "data.warc.gz"
    writing = SampleRecorder(warc)
    answer, failure = writing.answer, writing.recorder.write_failure
    zipped = ("Content-Encoding", "gzip")
    ids = {
        "page": answer(PAGE, 200, HTML, raw="<h1>Æbler</h1>".encode()),
        "first": answer(f"{SITE}/flaky", 404, HTML),
        "second": answer(f"{SITE}/flaky", 200, HTML, raw=b"<p>now</p>", at=5),
        "moved": answer(f"{SITE}/old", 302, ("Location", f"{SITE}/b\u00c3\u00b8ger")),
        "latin": answer(f"{SITE}/latin", 302, ("Location", "/b\u00f8ger")),
        "two": answer(f"{SITE}/c", 200, ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")),
        "accent": answer(f"{SITE}/pære?q=ø&x= 1|2", 200, HTML, raw=b"x"),
        "empty": answer(f"{SITE}/empty", 204),
        "unchanged": answer(f"{SITE}/unchanged", 304),
        "zipped": answer(f"{SITE}/z", 200, HTML, zipped, raw=gzip.compress(b"<p>packed</p>")),
        "garbled": answer(f"{SITE}/g", 200, HTML, zipped, raw=bytes(range(256))),
        "film": answer(
            f"{SITE}/film", 200, ("Content-Type", "video/mp4"), raw=b"ftyp", truncated="length"
        ),
        "radio": answer(
            f"{SITE}/radio", 200, ("Content-Type", "audio/mpeg"), raw=b"ID3", truncated="time"
        ),
        "lost": failure(f"{SITE}/slow", Failure.TIMEOUT, NOON),
        "no": failure(f"{SITE}/robots", Failure.ROBOTS_DISALLOWED, NOON, asked=False),
        "odd": failure("http://10.0.0.1/\r\nX: y z", Failure.ADDRESS_NOT_ALLOWED, NOON),
    }
    writing.recorder.write_run({"max_pages": 7, "url": "https://skole.example/ø"}, NOON)
    writing.recorder.close()
    target = folder / "evidence.wacz"
    later = NOON + timedelta(seconds=5)
    pages = [(PAGE, NOON, "Æbler"), (f"{SITE}/flaky", later, ""), (PAGE, NOON, "Æbler")]
    pack(warc, target, title="Skole", pages=pages, created=NOON, software="test")
    return target, ids


def foreign_warc(path: Path, *records: dict[str, Any], packed: bool = True) -> Path:
    """A WARC as others write it; each record: kind, url, and what is not as usual."""
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=packed)
        for record in records:
            writer.write_record(own_warc(writer, **record))
    return path


def own_warc(
    writer: WARCWriter,
    *,
    kind: str = "response",
    url: str = PAGE,
    status: str = "200 OK",
    headers: tuple[tuple[str, str], ...] = (HTML,),
    body: bytes = b"",
    warc: dict[str, str] | None = None,
    method: str = "GET",
) -> Any:
    head = StatusAndHeaders(status, list(headers), "HTTP/1.1")
    if kind == "request":
        head = StatusAndHeaders(f"{method} / HTTP/1.1", [], is_http_request=True)
    return writer.create_warc_record(
        url,
        kind,
        payload=io.BytesIO(body),
        length=len(body),
        http_headers=head if kind in ("response", "request", "revisit") else None,
        warc_content_type="text/html" if kind == "resource" else "",
        warc_headers_dict={"WARC-Date": "2020-01-01T00:00:00Z", **(warc or {})},
    )
