"""Pictures of a run, in their temporary folder and in their place."""

from __future__ import annotations

from pathlib import Path

from crawlers.browser.base import Picture
from crawlers.gathering.browsing.screenshot_store import ScreenshotStore
from tests.unit.inventories import HOME, WORK

PICTURE = Picture(webp=b"RIFF", width=1280, height=900, cut=True, idle=False)


def test_pictures_lie_in_place_when_all_is_done(tmp_path: Path) -> None:
    (tmp_path / "screenshots").mkdir()
    (tmp_path / "screenshots" / "old.webp").write_bytes(b"of an earlier audit")
    store = ScreenshotStore(tmp_path, transform=bytes.lower)
    store.add(f"{WORK}?open", PICTURE)
    store.add(f"{WORK}?another", PICTURE)
    store.assign(WORK, f"{WORK}?open")
    assert (store.has(WORK), store.has(HOME)) == (True, False)
    store.keep(WORK, "finding")
    assert [path.name for path in (tmp_path / "screenshots").iterdir()] == ["old.webp"]
    (picture,) = store.publish()
    name = picture.file
    assert (tmp_path / name).read_bytes() == b"riff"
    assert [path.name for path in tmp_path.rglob("*.webp")] == [Path(name).name]
    assert (picture.subject, picture.because, picture.cut, picture.ready) == (
        WORK,
        "finding",
        True,
        "time_limit",
    )


def test_a_run_that_breaks_off_leaves_no_pictures(tmp_path: Path) -> None:
    store = ScreenshotStore(tmp_path)
    store.add(WORK, PICTURE)
    store.assign(WORK, WORK)
    store.keep(WORK, "all")
    store.discard()
    assert not store.has(WORK)
    assert list(tmp_path.iterdir()) == []
