"""The index of a WARC: keys, fields, order, and the way back to each record."""

import base64
import hashlib
import io
import json
import random
from pathlib import Path
from typing import Any

import pytest
from fastwarc.warc import ArchiveIterator as OtherReader
from hypothesis import given
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders as Head
from warcio.warcwriter import WARCWriter

from crawlers.warc.cdxj import index_warc, url_key
from crawlers.warc.request_body import body_query
from tests.unit.recording import PAGE, SITE, foreign_warc, record_samples


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://www.example.com", "com,example)/"),
        ("https://WWW2.Example.com/Path/Page.HTML?B=2&a=1", "com,example)/path/page.html?a=1&b=2"),
        ("http://wwww.example.com/", "com,example,wwww)/"),
        ("https://example.com:443/a/", "com,example)/a"),
        ("https://example.com:8443/a", "com,example:8443)/a"),
        ("https://user:word@example.com./a#part", "com,example)/a"),
        ("https://example.com/a//b/../c/./d", "com,example)/a/c/d"),
        ("https://example.com?x", "com,example)/?x"),
        ("https://example.com/a?", "com,example)/a"),
        ("https://example.com/a?b=2&a=1&a=0&c", "com,example)/a?a=0&a=1&b=2&c"),
        ("https://example.com/a?a=1&a-b=2&a.b=3", "com,example)/a?a=1&a-b=2&a.b=3"),
        ("https://example.com/pære?q=ø&p=a+b", "com,example)/p%c3%a6re?p=a+b&q=%c3%b8"),
        ("https://example.com/p%C3%A6re?q=%C3%B8&p=a+b", "com,example)/p%c3%a6re?p=a+b&q=%c3%b8"),
        ("https://example.com/a%2Fb?x=%201%7C2", "com,example)/a/b?x=%201|2"),
        (
            "https://example.com/a?u=https%3A%2F%2Fx.example%2F%3Fq%3D1",
            "com,example)/a?u=https://x.example/?q=1",
        ),
        ("https://example.com/a?x=%2525&y=%23", "com,example)/a?x=%25&y=%23"),
        ("https://example.com/a?x=%0A", "com,example)/a?x=%0a"),
        ("https://bøger.example.dk/a", "dk,example,xn--bger-gra)/a"),
        ("http://192.0.2.1/a", "1,2,0,192)/a"),
        ("urn:uuid:1%20", "urn:uuid:1%20"),
        ("dns:example.com x", "dns:example.com%20x"),
        ("http://[broken/a b", "http://[broken/a%20b"),
    ],
)
def test_keys_sort_by_site_then_path_then_parameters(url: str, key: str) -> None:
    assert url_key(url) == key


@given(st.text())
def test_any_address_has_a_key_of_one_word(text: str) -> None:
    for url in (text, f"https://example.com/{text}", f"https://example.com/?{text}"):
        key = url_key(url)
        assert key.isascii()
        assert not key.split()[1:], key


def entries(data: bytes) -> list[tuple[str, str, dict[str, Any]]]:
    lines = [line.split(" ", 2) for line in data.decode().splitlines()]
    return [(key, time, json.loads(fields)) for key, time, fields in lines]


@pytest.mark.parametrize("packed", [True, False])
def test_each_line_leads_another_reader_to_its_record(tmp_path: Path, packed: bool) -> None:
    warc = foreign_warc(
        tmp_path / "x.warc.gz",
        *({"url": f"{SITE}/{number}", "body": b"x" * number} for number in (30, 4, 200)),
        packed=packed,
    )
    data = warc.read_bytes()
    lines = entries(index_warc(warc, "x.warc.gz"))
    assert len(lines) == 3
    for _, _, fields in lines:
        start, size = int(fields["offset"]), int(fields["length"])
        held = [
            (
                record.headers["WARC-Target-URI"],
                record.headers["WARC-Payload-Digest"],
                len(record.reader.read()),
            )
            for record in OtherReader(io.BytesIO(data[start : start + size]))
        ]
        assert held == [(fields["url"], fields["digest"], int(fields["url"].rpartition("/")[2]))]


def test_another_reader_finds_what_we_recorded(tmp_path: Path) -> None:
    record_samples(tmp_path)
    warc = tmp_path / "data.warc.gz"
    with warc.open("rb") as stream:
        records = [(r.headers["WARC-Target-URI"], r.headers["WARC-Payload-Digest"], r.stream_pos)
                   for r in OtherReader(stream) if r.headers["WARC-Type"] == "response"]  # fmt: skip
    lines = entries(index_warc(warc, "data.warc.gz"))
    entries_read = [
        (fields["url"], fields["digest"], int(fields["offset"])) for _, _, fields in lines
    ]
    assert sorted(entries_read) == sorted(records)
    assert len(records) == 13


def test_a_line_says_what_a_capture_is(tmp_path: Path) -> None:
    plain = (("Content-Type", "Text/HTML;charset=utf-8"),)
    warc = foreign_warc(
        tmp_path / "x.warc.gz",
        {"url": f"{SITE}/b", "headers": plain, "status": "404 Not Found"},
        {"url": f"{SITE}/b", "kind": "request"},
        {
            "url": f"{SITE}/a",
            "headers": (),
            "kind": "revisit",
            "warc": {"WARC-Payload-Digest": "sha1:OLD"},
        },
        {"url": f"{SITE}/c", "headers": (), "warc": {"WARC-Date": "2020-02-03T04:05:06.789Z"}},
        {"url": f"{SITE}/d", "kind": "resource"},
        {"url": f"{SITE}/e", "kind": "metadata"},
    )
    (ka, ta, a), (kb, tb, b), (kc, tc, c) = entries(index_warc(warc, "y.warc.gz"))
    assert [ka, kb, kc] == ["example,skole)/a", "example,skole)/b", "example,skole)/c"]
    assert [ta, tb, tc] == ["20200101000000", "20200101000000", "20200203040506"]
    assert (a["mime"], a["status"], a["digest"]) == ("warc/revisit", "200", "sha1:OLD")
    assert list(b) == ["url", "mime", "status", "digest", "length", "offset", "filename"]
    assert (b["mime"], b["status"], b["filename"]) == ("Text/HTML", "404", "y.warc.gz")
    assert "mime" not in c


def test_a_missing_digest_is_counted(tmp_path: Path) -> None:
    raw = b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2020-01-01T00:00:00Z\r\nContent-Type: application/http\r\nContent-Length: 21\r\n\r\nHTTP/1.1 200 OK\r\n\r\nhi\r\n\r\n"
    warc = tmp_path / "x.warc"
    warc.write_bytes(raw % f"{SITE}/1".encode() + raw % f"{SITE}/2".encode())
    lines = entries(index_warc(warc, "x.warc"))
    digest = f"sha1:{base64.b32encode(hashlib.sha1(b'hi').digest()).decode()}"
    assert [(fields["url"], fields["digest"]) for _, _, fields in lines] == [
        (f"{SITE}/1", digest),
        (f"{SITE}/2", digest),
    ]


def test_lines_are_sorted_by_their_bytes(tmp_path: Path) -> None:
    names = ["", "a", "a?b", "a/b", "a-b", "æ", "z", "Z", "%C3%A6?x=1", "a?b=2&a=1"]
    random.Random(7).shuffle(names)
    warc = foreign_warc(tmp_path / "x.warc.gz", *({"url": f"{SITE}/{name}"} for name in names))
    lines = index_warc(warc, "x.warc.gz").splitlines()
    assert lines == sorted(lines)
    assert len(lines) == len(names)


def test_posts_to_one_address_have_keys_of_their_own(tmp_path: Path) -> None:
    warc = tmp_path / "x.warc.gz"
    with warc.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for method, body in (("POST", b"q=%C3%B8&a=2"), ("PUT", b"q=1"), ("GET", b"")):
            exchange(writer, method, body)
    lines = {
        fields.get("method"): (key, fields) for key, _, fields in entries(index_warc(warc, "x"))
    }
    assert lines["POST"][0] == "example,skole)/side?__wb_method=post&a=2&q=%c3%b8"
    assert lines["POST"][1]["requestBody"] == "q=ø&a=2"
    assert lines["PUT"][0] == "example,skole)/side?__wb_method=put&q=1"
    assert lines[None][0] == "example,skole)/side"
    assert {fields["url"] for _, fields in lines.values()} == {PAGE}


def exchange(writer: WARCWriter, method: str, body: bytes) -> None:
    """Writes a request with a body and the answer to it."""
    answer = writer.create_warc_record(
        PAGE, "response", payload=io.BytesIO(b"ok"), http_headers=Head("200 OK", [], "HTTP/1.1")
    )
    form = [("Content-Type", "application/x-www-form-urlencoded")]
    head = Head(f"{method} /side HTTP/1.1", form, is_http_request=True)
    link = {"WARC-Concurrent-To": answer.rec_headers["WARC-Record-ID"]}
    request = writer.create_warc_record(
        PAGE, "request", payload=io.BytesIO(body), http_headers=head, warc_headers_dict=link
    )
    writer.write_record(answer)
    writer.write_record(request)


PARTS = (
    b'--X\r\nContent-Disposition: form-data; name="b"\r\n\r\n\xc3\xb8 1\r\n'
    b'--X\r\nContent-Disposition: form-data; name="a"; filename="f"\r\n\r\n\x00\xff\r\n--X--\r\n'
)


@pytest.mark.parametrize(
    ("media_type", "body", "query"),
    [
        ("application/x-www-form-urlencoded; charset=utf-8", b"b=2&a=%C3%B8+1", "b=2&a=ø 1"),
        ("application/x-www-form-urlencoded", b"\xff=1", "__wb_post_data=/z0x"),
        ("multipart/form-data; boundary=X", PARTS, "b=%C3%B8+1&a=%00%FF"),
        ("multipart/form-data", b"x", "__wb_post_data=eA=="),
        ("application/json", b'{"b": [1, {"c": null}], "a": {"b": true}}', "b=1&c=None&b.2_=True"),
        ("application/json", b'{"a": 1}\n{"a": 2}', "a=1&a.2_=2"),
        ("application/json", b"no json", ""),
        ("application/json", b"[" * 100_000, ""),
        ("text/plain", b'{"q": "\xc3\xb8"}', "q=%C3%B8"),
        ("text/plain", b"hello", "__wb_post_data=aGVsbG8="),
        ("application/octet-stream", b"\x00\x01", "__wb_post_data=AAE="),
        ("", b"", "__wb_post_data="),
    ],
)
def test_a_body_becomes_a_query(media_type: str, body: bytes, query: str) -> None:
    assert body_query(media_type, body) == query


def test_a_long_body_is_cut() -> None:
    assert len(body_query("application/x-www-form-urlencoded", b"a=" + b"x" * 9000)) == 4096
