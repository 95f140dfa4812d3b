"""What is recorded comes back: WARC, WACZ, replay."""

import hashlib
import json
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from wacz.validate import Validation

from crawlers.model import Failure
from crawlers.network.archive import ArchiveError, ArchiveNetwork
from crawlers.network.evidence import Recorder, pack

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PAGE = "https://skole.example/side"


def recorded(folder: Path) -> tuple[Path, dict[str, str]]:
    """A WACZ with one of everything, and the record ids by what they hold."""
    warc = folder / "data.warc.gz"
    recorder = Recorder(warc, "test")
    ids = {}

    def write(
        url: str, status: int, *headers: tuple[str, str], raw: bytes = b"", at: int = 0
    ) -> str:
        return recorder.write(
            url=url,
            captured_at=NOON + timedelta(seconds=at),
            request_headers=(("Host", "skole.example"), ("User-Agent", "T/1")),
            status=status,
            reason="OK",
            headers=headers,
            raw=raw,
            truncated=False,
        )

    html = ("Content-Type", "text/html; charset=utf-8")
    ids["page"] = write(PAGE, 200, html, raw="<h1>Æbler</h1>".encode())
    ids["first"] = write("https://skole.example/flaky", 404, html)
    ids["second"] = write("https://skole.example/flaky", 200, html, raw=b"<p>now</p>", at=5)
    ids["moved"] = write("https://skole.example/old", 302, ("Location", PAGE))
    ids["two"] = write("https://skole.example/c", 200, ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"))
    ids["accent"] = write("https://skole.example/p%C3%A6re?q=%C3%B8", 200, html, raw=b"x")
    ids["empty"] = write("https://skole.example/empty", 204)
    ids["lost"] = recorder.write_failure("https://skole.example/slow", Failure.TIMEOUT, NOON)
    ids["no"] = recorder.write_failure(
        "https://skole.example/robots", Failure.ROBOTS_DISALLOWED, NOON, asked=False
    )
    recorder.write_run({"max_pages": 7}, NOON)
    recorder.close()
    target = folder / "evidence.wacz"
    pack(warc, target, title="Skole", pages=[(PAGE, NOON, "Æbler")], created=NOON, software="test")
    return target, ids


# The validator leaves files open that it reads.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_the_wacz_is_valid(tmp_path: Path) -> None:
    target, _ = recorded(tmp_path)
    validation = Validation(str(target))
    assert validation.version == "1.1.1"
    checks = (
        validation.check_required_contents,
        validation.frictionless_validate,
        validation.check_file_paths,
        validation.check_file_hashes,
        validation.check_data_package_hash_and_sig,
    )
    failed = [check.__name__ for check in checks if check() is False]
    validation.dir.cleanup()
    assert failed == []


def test_the_wacz_says_what_the_specification_asks_for(tmp_path: Path) -> None:
    target, _ = recorded(tmp_path)
    with zipfile.ZipFile(target) as packed:
        package = json.loads(packed.read("datapackage.json"))
        for resource in package["resources"]:
            data = packed.read(resource["path"])
            assert resource["bytes"] == len(data)
            assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        digest = json.loads(packed.read("datapackage-digest.json"))
        whole = hashlib.sha256(packed.read("datapackage.json")).hexdigest()
        assert digest["hash"] == f"sha256:{whole}"
        pages = [json.loads(line) for line in packed.read("pages/pages.jsonl").splitlines()]
        index = packed.read("indexes/index.cdx").decode().splitlines()
    assert pages[1]["url"] == PAGE
    assert pages[1]["ts"] == "2026-11-23T12:00:00Z"
    assert index == sorted(index)
    assert any(PAGE in line and '"filename": "data.warc.gz"' in line for line in index)


async def test_a_replay_meets_what_was_met(tmp_path: Path) -> None:
    target, ids = recorded(tmp_path)
    net = ArchiveNetwork(target)
    page = await net.exchange(PAGE)
    assert (page.status, page.body.decode(), page.record_id) == (200, "<h1>Æbler</h1>", ids["page"])
    assert page.captured_at == NOON
    assert page.header("content-type") == "text/html; charset=utf-8"
    first = await net.exchange("https://skole.example/flaky")
    second = await net.exchange("https://skole.example/flaky")
    third = await net.exchange("https://skole.example/flaky")
    assert [first.status, second.status, third.status] == [404, 200, 200]
    assert [first.last, second.last] == [False, True]
    assert (await net.exchange("https://skole.example/old")).header("location") == PAGE
    cookies = (await net.exchange("https://skole.example/c")).headers
    assert [value for key, value in cookies if key == "Set-Cookie"] == ["a=1", "b=2"]
    assert (await net.exchange("https://skole.example/p%C3%A6re?q=%C3%B8")).status == 200
    assert (await net.exchange("https://skole.example/empty")).status == 204
    await net.close()


async def test_failures_are_replayed_too(tmp_path: Path) -> None:
    target, ids = recorded(tmp_path)
    net = ArchiveNetwork(target)
    slow = await net.exchange("https://skole.example/slow")
    assert (slow.failure, slow.asked, slow.record_id) == (Failure.TIMEOUT, True, ids["lost"])
    refused = await net.exchange("https://skole.example/robots")
    assert (refused.failure, refused.asked) == (Failure.ROBOTS_DISALLOWED, False)
    other = await net.exchange("https://skole.example/never-met")
    assert other.failure is Failure.NOT_RECORDED
    assert net.run == {"max_pages": 7}
    await net.close()


async def test_http_and_https_are_one_address_in_an_archive(tmp_path: Path) -> None:
    target, _ = recorded(tmp_path)
    net = ArchiveNetwork(target)
    assert (await net.exchange("http://skole.example/side")).status == 200
    await net.close()


def test_nothing_is_unpacked_outside_its_folder(tmp_path: Path) -> None:
    target, _ = recorded(tmp_path)
    evil = tmp_path / "evil.wacz"
    with zipfile.ZipFile(target) as packed, zipfile.ZipFile(evil, "w") as copy:
        copy.writestr("archive/../../../escaped.warc.gz", packed.read("archive/data.warc.gz"))
    ArchiveNetwork(evil)
    assert not list(tmp_path.parent.glob("escaped*"))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"just text",
        b"\x1f\x8b\x08\x00broken",
        b"PK\x03\x04" + b"\0" * 30,
        b"WARC/1.0\r\nnonsense",
    ],
)
def test_what_is_no_archive_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.warc.gz"
    path.write_bytes(content)
    with pytest.raises(ArchiveError) as refused:
        ArchiveNetwork(path)
    assert "x.warc.gz" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_cut_archive_is_refused(tmp_path: Path) -> None:
    recorded(tmp_path)
    whole = (tmp_path / "data.warc.gz").read_bytes()
    cut = tmp_path / "cut.warc.gz"
    cut.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ArchiveError, match="downloaded whole"):
        ArchiveNetwork(cut)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="There is no file"):
        ArchiveNetwork(tmp_path / "none.wacz")
    with pytest.raises(ArchiveError, match="There is no file"):
        ArchiveNetwork(tmp_path)
