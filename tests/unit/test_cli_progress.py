"""The progress line on the terminal."""

from __future__ import annotations

from auditor.application.events import Progressed
from auditor.cli.progress import line
from crawlers.progress import Progress
from reports.i18n.translator import Translator

ENGLISH = Translator("en")


def test_the_progress_line() -> None:
    progress = Progress(pages_found=34, pages_read=12, host="padlet.com")
    assert line(Progressed.of(progress), 0.0, 0.0, ENGLISH) == "Pages 12/34 · padlet.com"
    progress.artefacts_found, progress.artefacts_checked = 74, 12
    assert (
        line(Progressed.of(progress), 24.0, 120.0, ENGLISH)
        == "Pages 12/34 · Items 12/74 · padlet.com · about 1:02 min left"
    )


def test_the_time_left_is_never_more_than_the_limit() -> None:
    assert line(Progressed.of(Progress(pages_found=3)), 30.0, 1.0, ENGLISH).endswith(
        "at most 0:30 min left"
    )


def test_the_progress_speaks_the_user_s_language() -> None:
    progress = Progressed.of(Progress(pages_found=3, pages_read=1))
    assert line(progress, 30.0, 1.0, Translator("da")) == "Sider 1/3 · højst 0:30 min. tilbage"
