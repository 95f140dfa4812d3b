"""What is recorded comes back in a replay."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawlers.http.exchange import Exchange
from crawlers.model.verdict import Failure
from crawlers.warc.recorder import Recorder, RecordingNetwork
from crawlers.warc.replay import ReplayNetwork
from tests.unit.recording import HTML, NOON, PAGE, SITE, SampleRecorder, record_samples


def test_each_record_is_whole_and_has_its_digests(tmp_path: Path) -> None:
    record_samples(tmp_path)
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
    _, ids = record_samples(tmp_path)
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
    target, ids = record_samples(tmp_path)
    net = ReplayNetwork(target)
    exchange = await net.exchange(url)
    await net.close()
    assert (exchange.status, exchange.body.decode()) == (status, body)
    assert (exchange.url, exchange.record_id) == (url, ids[record])
    assert (exchange.captured_at, exchange.failure, exchange.asked) == (NOON, None, True)
    assert not exchange.truncated


async def test_a_second_look_meets_what_the_second_look_met(tmp_path: Path) -> None:
    target, _ = record_samples(tmp_path)
    net = ReplayNetwork(target)
    looks = [await net.exchange(f"{SITE}/flaky") for _ in range(3)]
    await net.close()
    assert [look.status for look in looks] == [404, 200, 200]
    assert [look.last for look in looks] == [False, True, True]


async def test_headers_come_back_as_they_were(tmp_path: Path) -> None:
    target, _ = record_samples(tmp_path)
    net = ReplayNetwork(target)
    cookies = (await net.exchange(f"{SITE}/c")).headers
    moved = await net.exchange(f"{SITE}/old")
    latin = await net.exchange(f"{SITE}/latin")
    await net.close()
    assert cookies == (("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"))
    assert moved.header("location") == f"{SITE}/b%C3%B8ger"
    assert latin.header("location") == "/b%F8ger"


async def test_what_was_cut_is_cut_in_the_replay(tmp_path: Path) -> None:
    target, _ = record_samples(tmp_path)
    net = ReplayNetwork(target)
    for name, body in (("film", b"ftyp"), ("radio", b"ID3")):
        exchange = await net.exchange(f"{SITE}/{name}")
        assert (exchange.truncated, exchange.body) == (True, body)
    await net.close()
    with (tmp_path / "data.warc.gz").open("rb") as stream:
        cut = [record.rec_headers["WARC-Truncated"] for record in ArchiveIterator(stream)]
    assert [reason for reason in cut if reason] == ["length", "time"]


async def test_what_could_not_be_decoded_is_a_failure_again(tmp_path: Path) -> None:
    target, ids = record_samples(tmp_path)
    net = ReplayNetwork(target)
    exchange = await net.exchange(f"{SITE}/g")
    await net.close()
    assert (exchange.status, exchange.failure) == (200, Failure.PROTOCOL_ERROR)
    assert (exchange.body, exchange.record_id) == (b"", ids["garbled"])


async def test_failures_are_replayed_too(tmp_path: Path) -> None:
    target, ids = record_samples(tmp_path)
    net = ReplayNetwork(target)
    slow = await net.exchange(f"{SITE}/slow")
    assert (slow.failure, slow.asked, slow.record_id) == (Failure.TIMEOUT, True, ids["lost"])
    refused = await net.exchange(f"{SITE}/robots")
    assert (refused.failure, refused.asked) == (Failure.ROBOTS_DISALLOWED, False)
    odd = await net.exchange("http://10.0.0.1/\r\nX: y z")
    assert (odd.failure, odd.record_id) == (Failure.ADDRESS_NOT_ALLOWED, ids["odd"])
    await net.close()


def test_the_settings_of_the_run_come_back(tmp_path: Path) -> None:
    target, _ = record_samples(tmp_path)
    assert ReplayNetwork(target).run == {"max_pages": 7, "url": "https://skole.example/ø"}


async def test_what_is_replayed_is_not_recorded_again(tmp_path: Path) -> None:
    target, ids = record_samples(tmp_path)
    recorder = Recorder(tmp_path / "again.warc.gz", "test", NOON)
    network = RecordingNetwork(ReplayNetwork(target), recorder)
    exchange = await network.exchange(PAGE)
    network.refuse(PAGE, Failure.NOT_REACHED)
    await network.close()
    recorder.close()
    assert exchange.record_id == ids["page"]
    with (tmp_path / "again.warc.gz").open("rb") as stream:
        assert [record.rec_type for record in ArchiveIterator(stream)] == ["warcinfo"]


async def test_an_answer_that_cannot_be_recorded_is_a_fault_of_ours(tmp_path: Path) -> None:
    class Careless(ReplayNetwork):
        async def exchange(self, url: str) -> Exchange:
            return replace(await super().exchange(url), live=True)

    target, _ = record_samples(tmp_path)
    recorder = Recorder(tmp_path / "again.warc.gz", "test", NOON)
    network = RecordingNetwork(Careless(target), recorder)
    with pytest.raises(ValueError, match="without its raw form"):
        await network.exchange(PAGE)
    await network.close()
    recorder.close()


def test_the_file_and_its_ids_come_from_what_is_given(tmp_path: Path) -> None:
    for name in ("a", "b"):
        recorder = Recorder(tmp_path / name, "test", NOON, random.Random(7))
        recorder.write_failure(PAGE, Failure.TIMEOUT, NOON)
        recorder.close()
    dates, ids = [], []
    for name in ("a", "b"):
        with (tmp_path / name).open("rb") as stream:
            for record in ArchiveIterator(stream):
                dates.append(record.rec_headers["WARC-Date"])
                ids.append(record.rec_headers["WARC-Record-ID"])
    assert set(dates) == {"2026-11-23T12:00:00Z"}
    assert ids[1] == ids[3]


def test_pictures_are_not_packed_twice(tmp_path: Path) -> None:
    noise = bytes(range(256)) * 4000
    small = Recorder(tmp_path / "small.warc.gz", "test", NOON)
    small.close()
    picture, text = SampleRecorder(tmp_path / "p.warc.gz"), SampleRecorder(tmp_path / "t.warc.gz")
    picture.answer(PAGE, 200, ("Content-Type", "image/jpeg"), raw=noise)
    text.answer(PAGE, 200, HTML, raw=noise)
    for writing in (picture, text):
        writing.recorder.close()
    assert (tmp_path / "p.warc.gz").stat().st_size > len(noise)
    assert (tmp_path / "t.warc.gz").stat().st_size < len(noise) / 10
