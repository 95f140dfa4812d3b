"""Packing a WARC as WACZ."""

import gzip
import hashlib
import json
import zipfile
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawlers.warc.cdxj import url_key
from crawlers.warc.wacz import pack
from tests.unit.recording import HTML, NOON, PAGE, SITE, SampleRecorder, record_samples


def test_every_file_of_the_wacz_is_listed_with_its_hash_and_size(tmp_path: Path) -> None:
    target, _ = record_samples(tmp_path)
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
    target, _ = record_samples(tmp_path)
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
    target, ids = record_samples(tmp_path)
    with zipfile.ZipFile(target) as packed:
        lines = packed.read("indexes/index.cdx").decode().splitlines()
        warc = packed.read("archive/data.warc.gz")
    assert lines == sorted(lines)
    ids_found = set()
    for line in lines:
        key, stamp, fields = line.split(" ", 2)
        entry = json.loads(fields)
        assert key == url_key(entry["url"])
        assert entry["filename"] == "data.warc.gz"
        start = int(entry["offset"])
        record = gzip.decompress(warc[start : start + int(entry["length"])]).decode("latin-1")
        assert f"WARC-Target-URI: {entry['url']}\r\n" in record
        assert stamp[:8] == "20261123"
        ids_found.add(record.partition("WARC-Record-ID: <")[2].partition(">")[0])
    ours = {ids[name] for name in ("lost", "no", "odd")}
    assert ids_found == set(ids.values()) - ours


def test_a_pack_without_pages_is_a_pack(tmp_path: Path) -> None:
    writing = SampleRecorder(tmp_path / "x.warc.gz")
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
