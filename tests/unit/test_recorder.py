"""What is recorded comes back: WARC, WACZ, replay."""

import gzip
import hashlib
import json
import zipfile
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawlers.model import Failure
from crawlers.warc.cdxj import url_key
from crawlers.warc.recorder import Recorder
from crawlers.warc.replay import ReplayNetwork
from crawlers.warc.wacz import pack
from tests.unit.recording import HTML, NOON, PAGE, SITE, Writing, recorded


def test_every_file_of_the_wacz_is_listed_with_its_hash_and_size(tmp_path: Path) -> None:
    target, _ = recorded(tmp_path)
    with zipfile.ZipFile(target) as packed:
        package = json.loads(packed.read("datapackage.json"))
        listed = {resource["path"]: resource for resource in package["resources"]}
        for path, resource in listed.items():
            data = packed.read(path)
            assert resource["bytes"] == len(data)
            assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        digest = json.loads(packed.read("datapackage-digest.json"))
        whole = hashlib.sha256(packed.read("datapackage.json")).hexdigest()
        own = {"datapackage.json", "datapackage-digest.json"}
        assert set(packed.namelist()) - own == set(listed)
        assert packed.getinfo("archive/data.warc.gz").compress_type == zipfile.ZIP_STORED
    assert digest == {"path": "datapackage.json", "hash": f"sha256:{whole}"}
    assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")
    assert (package["title"], package["created"]) == ("Skole", "2026-11-23T12:00:00Z")
    assert (package["mainPageUrl"], package["mainPageDate"]) == (PAGE, "2026-11-23T12:00:00Z")


def test_the_page_list_gives_the_dates_of_the_records(tmp_path: Path) -> None:
    target, _ = recorded(tmp_path)
    with zipfile.ZipFile(target) as packed:
        head, *pages = map(json.loads, packed.read("pages/pages.jsonl").splitlines())
        with packed.open("archive/data.warc.gz") as stream:
            dates = {
                (r.rec_headers["WARC-Target-URI"], r.rec_headers["WARC-Date"])
                for r in ArchiveIterator(stream)
                if r.rec_type == "response"
            }
    assert head["format"] == "json-pages-1.0"
    assert [(page["url"], page["title"]) for page in pages] == [
        (PAGE, "Æbler"),
        (f"{SITE}/flaky", f"{SITE}/flaky"),
    ]
    assert {(page["url"], page["ts"]) for page in pages} <= dates
    assert len({page["id"] for page in pages}) == 2


def test_the_index_is_sorted_and_leads_to_each_record(tmp_path: Path) -> None:
    target, ids = recorded(tmp_path)
    with zipfile.ZipFile(target) as packed:
        lines = packed.read("indexes/index.cdx").decode().splitlines()
        warc = packed.read("archive/data.warc.gz")
    assert lines == sorted(lines)
    found = set()
    for line in lines:
        key, stamp, fields = line.split(" ", 2)
        entry = json.loads(fields)
        assert key == url_key(entry["url"])
        assert entry["filename"] == "data.warc.gz"
        start = int(entry["offset"])
        record = gzip.decompress(warc[start : start + int(entry["length"])]).decode("latin-1")
        assert f"WARC-Target-URI: {entry['url']}\r\n" in record
        assert stamp[:8] == "20261123"
        found.add(record.partition("WARC-Record-ID: <")[2].partition(">")[0])
    ours = {ids[name] for name in ("lost", "no", "odd")}
    assert found == set(ids.values()) - ours


def test_each_record_is_whole_and_has_its_digests(tmp_path: Path) -> None:
    recorded(tmp_path)
    with (tmp_path / "data.warc.gz").open("rb") as stream:
        records = []
        for record in ArchiveIterator(stream, check_digests="raise"):
            records.append((record.rec_type, record.rec_headers))
            record.content_stream().read()
    kinds = [kind for kind, _ in records]
    assert kinds[0] == "warcinfo"
    assert kinds.count("response") == kinds.count("request") == 13
    assert kinds.count("metadata") == 4
    assert all("\n" not in headers["WARC-Target-URI"] for _, headers in records[1:])
    assert all(headers["WARC-Block-Digest"].startswith("sha1:") for _, headers in records)


def test_requests_name_their_answers(tmp_path: Path) -> None:
    _, ids = recorded(tmp_path)
    with (tmp_path / "data.warc.gz").open("rb") as stream:
        named = [
            record.rec_headers["WARC-Concurrent-To"].strip("<>")
            for record in ArchiveIterator(stream)
            if record.rec_type == "request"
        ]
    assert set(named) <= set(ids.values())
    assert len(set(named)) == 13


@pytest.mark.parametrize(
    ("url", "status", "body", "record"),
    [
        (PAGE, 200, "<h1>Æbler</h1>", "page"),
        (f"{SITE}/pære?q=ø&x= 1|2", 200, "x", "accent"),
        (f"{SITE}/p%C3%A6re?q=%C3%B8&x=%201|2", 200, "x", "accent"),
        (f"{SITE}/z", 200, "<p>packed</p>", "zipped"),
        (f"{SITE}/empty", 204, "", "empty"),
        (f"{SITE}/unchanged", 304, "", "unchanged"),
    ],
)
async def test_a_replay_gives_the_same_answers(
    tmp_path: Path, url: str, status: int, body: str, record: str
) -> None:
    target, ids = recorded(tmp_path)
    net = ReplayNetwork(target)
    exchange = await net.exchange(url)
    await net.close()
    assert (exchange.status, exchange.body.decode()) == (status, body)
    assert (exchange.url, exchange.record_id) == (url, ids[record])
    assert (exchange.captured_at, exchange.failure, exchange.asked) == (NOON, None, True)
    assert not exchange.truncated


async def test_a_second_look_meets_what_the_second_look_met(tmp_path: Path) -> None:
    target, _ = recorded(tmp_path)
    net = ReplayNetwork(target)
    looks = [await net.exchange(f"{SITE}/flaky") for _ in range(3)]
    await net.close()
    assert [look.status for look in looks] == [404, 200, 200]
    assert [look.last for look in looks] == [False, True, True]


async def test_headers_come_back_as_they_were(tmp_path: Path) -> None:
    target, _ = recorded(tmp_path)
    net = ReplayNetwork(target)
    cookies = (await net.exchange(f"{SITE}/c")).headers
    moved = await net.exchange(f"{SITE}/old")
    latin = await net.exchange(f"{SITE}/latin")
    await net.close()
    assert cookies == (("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"))
    assert moved.header("location") == f"{SITE}/bøger"
    assert latin.header("location") == "/bøger"


async def test_what_was_cut_is_cut_in_the_replay(tmp_path: Path) -> None:
    target, _ = recorded(tmp_path)
    net = ReplayNetwork(target)
    for name, body in (("film", b"ftyp"), ("radio", b"ID3")):
        exchange = await net.exchange(f"{SITE}/{name}")
        assert (exchange.truncated, exchange.body) == (True, body)
    await net.close()
    with (tmp_path / "data.warc.gz").open("rb") as stream:
        cut = [record.rec_headers["WARC-Truncated"] for record in ArchiveIterator(stream)]
    assert [reason for reason in cut if reason] == ["length", "time"]


async def test_what_could_not_be_decoded_is_a_failure_again(tmp_path: Path) -> None:
    target, ids = recorded(tmp_path)
    net = ReplayNetwork(target)
    exchange = await net.exchange(f"{SITE}/g")
    await net.close()
    assert (exchange.status, exchange.failure) == (200, Failure.PROTOCOL_ERROR)
    assert (exchange.body, exchange.record_id) == (b"", ids["garbled"])


async def test_failures_are_replayed_too(tmp_path: Path) -> None:
    target, ids = recorded(tmp_path)
    net = ReplayNetwork(target)
    slow = await net.exchange(f"{SITE}/slow")
    assert (slow.failure, slow.asked, slow.record_id) == (Failure.TIMEOUT, True, ids["lost"])
    refused = await net.exchange(f"{SITE}/robots")
    assert (refused.failure, refused.asked) == (Failure.ROBOTS_DISALLOWED, False)
    odd = await net.exchange("http://10.0.0.1/\r\nX: y z")
    assert (odd.failure, odd.record_id) == (Failure.ADDRESS_NOT_ALLOWED, ids["odd"])
    await net.close()


def test_the_settings_of_the_run_come_back(tmp_path: Path) -> None:
    target, _ = recorded(tmp_path)
    assert ReplayNetwork(target).run == {"max_pages": 7, "url": "https://skole.example/ø"}


def test_a_pack_without_pages_is_a_pack(tmp_path: Path) -> None:
    writing = Writing(tmp_path / "x.warc.gz")
    writing.answer(PAGE, 403, HTML)
    writing.recorder.close()
    target = tmp_path / "x.wacz"
    pack(writing.recorder.path, target, title="", pages=(), created=NOON, software="test")
    with zipfile.ZipFile(target) as packed:
        assert len(packed.read("pages/pages.jsonl").splitlines()) == 1
        assert "mainPageUrl" not in json.loads(packed.read("datapackage.json"))
        assert b'"filename": "data.warc.gz"' in packed.read("indexes/index.cdx")


def test_a_pack_that_fails_leaves_no_half_file(tmp_path: Path) -> None:
    target = tmp_path / "x.wacz"
    with pytest.raises(FileNotFoundError):
        pack(tmp_path / "none.warc.gz", target, title="", pages=(), created=NOON, software="test")
    assert not target.exists()


def test_pictures_are_not_packed_twice(tmp_path: Path) -> None:
    noise = bytes(range(256)) * 4000
    small = Recorder(tmp_path / "small.warc.gz", "test", NOON)
    small.close()
    picture, text = Writing(tmp_path / "p.warc.gz"), Writing(tmp_path / "t.warc.gz")
    picture.answer(PAGE, 200, ("Content-Type", "image/jpeg"), raw=noise)
    text.answer(PAGE, 200, HTML, raw=noise)
    for writing in (picture, text):
        writing.recorder.close()
    assert (tmp_path / "p.warc.gz").stat().st_size > len(noise)
    assert (tmp_path / "t.warc.gz").stat().st_size < len(noise) / 10
