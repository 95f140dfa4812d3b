"""Archives as the only network: as other tools write them, odd ones, broken ones."""

import gzip
import io
import shutil
import tempfile
import zipfile
from pathlib import Path

import pytest

from crawlers.model.verdict import Failure
from crawlers.warc import wacz
from crawlers.warc.replay import ArchiveError, ReplayNetwork
from tests.unit.recording import HTML, PAGE, SITE, foreign_warc, record_samples


@pytest.fixture(autouse=True)
def _own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))


def refusal(path: Path) -> str:
    """The sentence with which an archive is refused; nothing is left behind."""
    with pytest.raises(ArchiveError) as refused:
        ReplayNetwork(path)
    assert list(Path(tempfile.gettempdir()).iterdir()) == []
    sentence = str(refused.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"just text",
        b"<html><title>Not found</title></html>",
        b"\x1f\x8b\x08\x00broken",
        b"PK\x03\x04" + b"\0" * 30,
        b"PK\x05\x06" + b"\0" * 18,
        b"WARC/1.0\r\nnonsense",
        gzip.compress(b"just text, packed"),
        bytes(range(256)),
    ],
)
def test_what_is_not_an_archive_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.warc.gz"
    path.write_bytes(content)
    assert "x.warc.gz" in refusal(path)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_cut_archive_is_refused(tmp_path: Path, share: float) -> None:
    target, _ = record_samples(tmp_path)
    for source in (tmp_path / "data.warc.gz", target):
        whole = source.read_bytes()
        cut = tmp_path / f"cut-{source.name}"
        cut.write_bytes(whole[: int(len(whole) * share)])
        assert "downloaded whole" in refusal(cut)


def test_a_cut_plain_warc_is_refused(tmp_path: Path) -> None:
    whole = foreign_warc(tmp_path / "x.warc", {"body": b"x" * 500}, packed=False).read_bytes()
    (tmp_path / "x.warc").write_bytes(whole[:-200])
    assert "downloaded whole" in refusal(tmp_path / "x.warc")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert "There is no file" in refusal(tmp_path / "none.wacz")
    assert "There is no file" in refusal(tmp_path)
    assert refusal(tmp_path / ("long" * 100))


def test_an_archive_without_captures_is_refused(tmp_path: Path) -> None:
    path = foreign_warc(tmp_path / "x.warc.gz", {"kind": "metadata", "body": b"note"})
    assert "holds no captured page" in refusal(path)


def test_nothing_is_unpacked_outside_its_folder(tmp_path: Path) -> None:
    target, _ = record_samples(tmp_path)
    evil = tmp_path / "evil.wacz"
    before = {path for path in tmp_path.rglob("*") if "tmp" not in path.parts}
    with zipfile.ZipFile(target) as packed, zipfile.ZipFile(evil, "w") as copy:
        for name in ("archive/../../../escaped.warc.gz", "archive/..\\..\\escaped.warc.gz"):
            copy.writestr(name, packed.read("archive/data.warc.gz"))
    net = ReplayNetwork(evil)
    inside = [path for path in (tmp_path / "tmp").rglob("*") if path.is_file()]
    assert sorted(path.name for path in inside) == ["0.warc.gz", "1.warc.gz"]
    assert not list(tmp_path.parent.glob("*escaped*"))
    assert {path for path in tmp_path.rglob("*") if path not in before} >= {evil}
    assert PAGE in net.addresses


def test_a_locked_zip_is_refused(tmp_path: Path) -> None:
    target, _ = record_samples(tmp_path)
    data = bytearray(target.read_bytes())
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = 0
        while (start := data.find(mark, start)) >= 0:
            data[start + at] |= 1
            start += 4
    locked = tmp_path / "locked.wacz"
    locked.write_bytes(bytes(data))
    assert "locked.wacz" in refusal(locked)


def test_a_zip_whose_content_was_changed_is_refused(tmp_path: Path) -> None:
    target, _ = record_samples(tmp_path)
    data = target.read_bytes()
    start = data.index(b"\x1f\x8b") + 40
    changed = tmp_path / "changed.wacz"
    changed.write_bytes(data[:start] + bytes([data[start] ^ 0xFF]) + data[start + 1 :])
    assert "changed.wacz" in refusal(changed)


def test_an_archive_that_does_not_fit_on_the_disk_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, _ = record_samples(tmp_path)
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(wacz.shutil, "disk_usage", lambda _: usage._replace(free=1000))
    assert "make room" in refusal(target)


async def test_the_unpacked_copy_goes_with_the_network(tmp_path: Path) -> None:
    target, _ = record_samples(tmp_path)
    net = ReplayNetwork(target)
    assert list((tmp_path / "tmp").iterdir()) != []
    await net.close()
    await net.close()
    assert list((tmp_path / "tmp").iterdir()) == []
    ReplayNetwork(target)
    assert list((tmp_path / "tmp").iterdir()) == []


@pytest.mark.parametrize("packed", [True, False])
async def test_a_warc_packed_in_one_piece_or_not_at_all_opens(tmp_path: Path, packed: bool) -> None:
    pages = [{"url": f"{SITE}/{n}", "body": b"page %d" % n} for n in range(3)]
    plain = foreign_warc(tmp_path / "x.warc", *pages, packed=False)
    path = plain
    if packed:
        path = tmp_path / "x.warc.gz"
        path.write_bytes(gzip.compress(plain.read_bytes()))
    net = ReplayNetwork(path)
    assert (await net.exchange(f"{SITE}/2")).body == b"page 2"
    await net.close()


async def test_a_warc_whose_first_records_alone_are_apart_opens(tmp_path: Path) -> None:
    parts = [
        foreign_warc(tmp_path / f"{n}.warc", {"url": f"{SITE}/{n}", "body": b"page"}, packed=False)
        for n in range(5)
    ]
    pieces = [part.read_bytes() for part in parts]
    path = tmp_path / "x.warc.gz"
    members = [pieces[0], pieces[1], b"".join(pieces[2:])]
    path.write_bytes(b"".join(gzip.compress(piece) for piece in members))
    net = ReplayNetwork(path)
    assert len(net.addresses) == 5
    assert (await net.exchange(f"{SITE}/4")).body == b"page"
    await net.close()


async def test_a_warc_that_ends_with_a_zip_file_is_a_warc(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        packed.writestr("word/document.xml", "<x/>")
    record = {"headers": (("Content-Type", "application/zip"),), "body": held.getvalue()}
    net = ReplayNetwork(foreign_warc(tmp_path / "x.warc", record, packed=False))
    assert (await net.exchange(PAGE)).body[:2] == b"PK"
    await net.close()


REVISIT = {
    "kind": "revisit",
    "status": "200 OK",
    "warc": {
        "WARC-Date": "2020-01-02T00:00:00Z",
        "WARC-Refers-To-Target-URI": PAGE,
        "WARC-Refers-To-Date": "2020-01-01T00:00:00Z",
    },
}


async def test_a_revisit_is_answered_with_the_body_it_refers_to(tmp_path: Path) -> None:
    same = {**REVISIT, "url": f"{SITE}/same"}
    net = ReplayNetwork(foreign_warc(tmp_path / "x.warc.gz", {"body": b"<p>hej</p>"}, same))
    exchange = await net.exchange(f"{SITE}/same")
    await net.close()
    assert (exchange.status, exchange.body) == (200, b"<p>hej</p>")
    assert exchange.captured_at.day == 2


async def test_not_modified_is_answered_with_what_was_not_modified(tmp_path: Path) -> None:
    same = {**REVISIT, "status": "304 Not Modified", "headers": ()}
    net = ReplayNetwork(foreign_warc(tmp_path / "x.warc.gz", {"body": b"<p>hej</p>"}, same))
    first, second = await net.exchange(PAGE), await net.exchange(PAGE)
    await net.close()
    assert (first.status, second.status) == (200, 200)
    assert first.body == second.body == b"<p>hej</p>"
    assert second.header("content-type") == HTML[1]


async def test_a_revisit_of_what_the_archive_lacks_is_not_recorded(tmp_path: Path) -> None:
    warc = {**REVISIT["warc"], "WARC-Refers-To-Target-URI": f"{SITE}/elsewhere"}
    net = ReplayNetwork(foreign_warc(tmp_path / "x.warc.gz", {**REVISIT, "warc": warc}))
    exchange = await net.exchange(PAGE)
    await net.close()
    assert exchange.failure is Failure.NOT_RECORDED


async def test_answers_to_other_methods_are_no_pages(tmp_path: Path) -> None:
    posted = {"WARC-Record-ID": "<urn:uuid:1>"}
    path = foreign_warc(
        tmp_path / "x.warc.gz",
        {"body": b"", "warc": posted},
        {"kind": "request", "method": "HEAD", "warc": {"WARC-Concurrent-To": "<urn:uuid:1>"}},
        {"body": b"<p>the page</p>", "warc": {"WARC-Record-ID": "<urn:uuid:2>"}},
        {"kind": "request", "warc": {"WARC-Concurrent-To": "<urn:uuid:2>"}},
    )
    net = ReplayNetwork(path)
    assert (await net.exchange(PAGE)).body == b"<p>the page</p>"
    await net.close()


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ((HTML, ("Transfer-Encoding", "chunked")), b"5\r\n<p>he\r\n5\r\nj</p>\r\n0\r\n\r\n"),
        ((HTML, ("Transfer-Encoding", "chunked")), b"<p>hej</p>"),
        ((HTML, ("Content-Encoding", "gzip")), gzip.compress(b"<p>hej</p>")),
        ((HTML, ("Content-Encoding", "gzip")), b"<p>hej</p>"),
        ((HTML, ("Content-Encoding", "br")), b"<p>hej</p>"),
        ((HTML, ("Content-Length", "99")), b"<p>hej</p>"),
        (
            (HTML, ("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")),
            b"%x\r\n%s\r\n0\r\n\r\n"
            % (len(gzip.compress(b"<p>hej</p>", mtime=0)), gzip.compress(b"<p>hej</p>", mtime=0)),
        ),
    ],
)
async def test_bodies_are_read_however_they_were_kept(
    tmp_path: Path, headers: tuple[tuple[str, str], ...], body: bytes
) -> None:
    net = ReplayNetwork(foreign_warc(tmp_path / "x.warc.gz", {"headers": headers, "body": body}))
    exchange = await net.exchange(PAGE)
    await net.close()
    assert (exchange.status, exchange.failure, exchange.body) == (200, None, b"<p>hej</p>")


async def test_a_resource_record_is_an_answer(tmp_path: Path) -> None:
    net = ReplayNetwork(foreign_warc(tmp_path / "x.warc.gz", {"kind": "resource", "body": b"<p>"}))
    exchange = await net.exchange(PAGE)
    await net.close()
    assert (exchange.status, exchange.header("content-type")) == (200, "text/html")


async def test_a_large_body_is_cut_as_it_would_be_live(tmp_path: Path) -> None:
    film = {"headers": (("Content-Type", "video/mp4"),), "body": b"x" * 500_000}
    net = ReplayNetwork(foreign_warc(tmp_path / "x.warc.gz", film))
    exchange = await net.exchange(PAGE)
    await net.close()
    assert (len(exchange.body), exchange.truncated) == (262_144, True)


async def test_an_address_is_found_over_the_other_scheme_and_with_or_without_slash(
    tmp_path: Path,
) -> None:
    net = ReplayNetwork(foreign_warc(tmp_path / "x.warc.gz", {"body": b"<p>"}))
    for url in (PAGE, f"{PAGE}/", f"{PAGE}#part", "http://skole.example/side"):
        assert (await net.exchange(url)).status == 200
    assert (await net.exchange(f"{PAGE}?other")).failure is Failure.NOT_RECORDED
    await net.close()


async def test_what_is_not_recorded_is_dated_by_the_archive(tmp_path: Path) -> None:
    dates = ("2020-03-01T10:00:00.5Z", "2020-01-01T00:00:00Z")
    pages = [{"url": f"{SITE}/{n}", "warc": {"WARC-Date": day}} for n, day in enumerate(dates)]
    net = ReplayNetwork(foreign_warc(tmp_path / "x.warc.gz", *pages))
    missing = await net.exchange(f"{SITE}/never-met")
    await net.close()
    assert (missing.failure, missing.last) == (Failure.NOT_RECORDED, True)
    assert missing.captured_at.isoformat() == "2020-03-01T10:00:00+00:00"
