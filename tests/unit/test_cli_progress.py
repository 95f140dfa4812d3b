"""The progress line on the terminal."""

from __future__ import annotations

from auditor.application.events import Progressed
from auditor.cli.progress import line
from crawlers.progress import Progress


def test_the_progress_line() -> None:
    progress = Progress(pages_found=34, pages_read=12, host="padlet.com")
    assert line(Progressed.of(progress), 0.0, 0.0) == "pages 12/34 · padlet.com"
    progress.artefacts_found, progress.artefacts_checked = 74, 12
    assert (
        line(Progressed.of(progress), 24.0, 120.0)
        == "pages 12/34 · artefacts 12/74 · padlet.com · about 1:02 min left"
    )


def test_the_time_left_is_never_more_than_the_limit() -> None:
    assert line(Progressed.of(Progress(pages_found=3)), 30.0, 1.0).endswith("at most 0:30 min left")
