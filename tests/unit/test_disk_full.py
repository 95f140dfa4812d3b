"""A full disk costs the evidence, not the audit: the file goes, and the run ends with its result."""

import random
from pathlib import Path

import pytest

from crawlers.warc.recorder import Recorder
from tests.unit.recording import NOON


@pytest.fixture
def recorder(tmp_path: Path) -> Recorder:
    return Recorder(tmp_path / ".evidence.warc.gz", "t", NOON, random.Random(1))


def _fill_the_disk(recorder: Recorder) -> None:
    """Have the recorder write to a device that has no room, as a full disk has none."""
    recorder._file.close()
    recorder._file = recorder._members._file = Path("/dev/full").open("wb", 0)  # noqa: SIM115


def test_the_file_is_removed_and_the_run_is_told_once(recorder: Recorder) -> None:
    told = []
    recorder.on_failure = lambda: told.append("full")
    _fill_the_disk(recorder)
    for _ in range(3):
        recorder.write_run({"url": "https://a.example/" + "x" * 100_000}, NOON)
    assert recorder.failed
    assert told == ["full"]
    assert not recorder.path.exists()
    recorder.close()


def test_a_disk_that_is_full_at_the_end_is_told_too(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        def close(self) -> None:
            raise OSError(28, "No space left on device")

    recorder._file.close()
    monkeypatch.setattr(recorder, "_file", Full())
    recorder.close()
    assert recorder.failed
    assert not recorder.path.exists()
