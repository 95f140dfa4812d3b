"""Archives made to hurt: each is refused in one sentence, within its limits."""

import gzip
import json
import zipfile
from pathlib import Path

import pytest

from auditor.application.compare_audits import read_audit
from auditor.errors import BadInputError
from crawlers.model import limits
from crawlers.warc.recorder import RENDERING_TYPE, RUN_TYPE
from crawlers.warc.replay import ArchiveError, ReplayNetwork

DEEP = b"[" * 200_000


def record(kind: str, body: bytes, media_type: str, more: str = "") -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{len(body)}>\r\n"
        f"WARC-Date: 2026-11-23T12:00:00Z\r\nWARC-Target-URI: https://a.example/\r\n{more}"
        f"Content-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


PAGE = record(
    "response",
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>a",
    "application/http; msgtype=response",
)


def refusal(tmp_path: Path, data: bytes, name: str = "a.warc") -> str:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ArchiveError) as refused:
        ReplayNetwork(path)
    return str(refused.value)


@pytest.mark.parametrize(
    "run",
    [
        DEEP,
        b"{",
        b"[]",
        b"7",
        b'"a"',
        b"\xff",
        b'{"max_pages": "many"}',
        b'{"max_pages": -1}',
        b'{"max_pages": 1e400}',
        b'{"links": "all"}',
        b'{"render": {"a": 1}}',
        b'{"warnings": 7}',
        b'{"stopped_because": []}',
        b'{"witness": {"pages": "x"}}',
    ],
    ids=range(14),
)
def test_a_malformed_run_record_is_told_in_one_sentence(tmp_path: Path, run: bytes) -> None:
    assert "not a readable" in refusal(tmp_path, PAGE + record("metadata", run, RUN_TYPE))


@pytest.mark.parametrize("fields", [{}, {"key": []}, {"key": "a", "html": 7}], ids=range(3))
def test_a_malformed_rendering_is_told_in_one_sentence(tmp_path: Path, fields: object) -> None:
    body = json.dumps({**fields, "more": 1}).encode()
    assert "not a readable" in refusal(tmp_path, PAGE + record("metadata", body, RENDERING_TYPE))


def test_a_metadata_record_beyond_the_limit_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "OWN_RECORD_BYTES", 1000)
    body = json.dumps({"url": "a" * 2000}).encode()
    assert "not a readable" in refusal(tmp_path, PAGE + record("metadata", body, RUN_TYPE))


@pytest.mark.parametrize("of_http", [False, True])
def test_heads_beyond_the_limit_are_not_read(tmp_path: Path, of_http: bool) -> None:
    many = "X-A: b\r\n" * (limits.WARC_HEAD_BYTES // 8 + 1)
    if of_http:
        body = f"HTTP/1.1 200 OK\r\n{many}\r\n<p>a".encode()
        data = record("response", body, "application/http; msgtype=response")
    else:
        data = record("response", b"HTTP/1.1 200 OK\r\n\r\na", "application/http", more=many)
    assert "not a readable" in refusal(tmp_path, PAGE + data)


def test_a_wacz_that_unpacks_out_of_proportion_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ARCHIVE_FREE_RATIO_BYTES", 1 << 20)
    with zipfile.ZipFile(tmp_path / "bomb.wacz", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("archive/data.warc", PAGE + b"\0" * (30 << 20))
    data = (tmp_path / "bomb.wacz").read_bytes()
    assert "unpacks to more than" in refusal(tmp_path, data, "b.wacz")


def test_a_gzip_file_that_unpacks_out_of_proportion_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ARCHIVE_FREE_RATIO_BYTES", 1 << 20)
    data = gzip.compress(PAGE + b"\0" * (30 << 20))
    assert "unpacks to more than" in refusal(tmp_path, data, "b.warc.gz")


@pytest.mark.parametrize("text", [DEEP, b"{" * 9, b"[]", b'{"schema_version": 1}', b"\xff\xfe"])
def test_a_file_that_is_no_audit_is_told_in_one_sentence(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "audit.json"
    path.write_bytes(text)
    with pytest.raises(BadInputError):
        read_audit(path)
