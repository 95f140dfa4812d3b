"""The progress display of an audit, made from its events."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.live import Live
from rich.text import Text

from auditor.application.events import Progressed
from crawlers.model.harmless import harmless_line

_SECONDS_OF_A_LINE = 10


@contextmanager
def progress_display(*, quiet: bool, max_minutes: float) -> Iterator[Callable[[Progressed], None]]:
    """A function that shows progress on stderr in the block; plain lines without a terminal."""
    console = Console(stderr=True)
    if quiet:
        yield lambda _: None
        return
    if not console.is_terminal:
        yield _plain_lines(console)
        return
    started = time.monotonic()
    with Live(console=console, refresh_per_second=4, transient=True) as live:
        yield lambda progress: live.update(
            Text(line(progress, time.monotonic() - started, max_minutes))
        )


def _plain_lines(console: Console) -> Callable[[Progressed], None]:
    """A function that prints a plain line every ten seconds, for logs."""
    printed_at = time.monotonic()

    def show(progress: Progressed) -> None:
        nonlocal printed_at
        if time.monotonic() - printed_at >= _SECONDS_OF_A_LINE:
            printed_at = time.monotonic()
            console.print(line(progress, 0.0, 0.0), highlight=False)

    return show


def line(progress: Progressed, elapsed: float, max_minutes: float) -> str:
    """One line: pages read of found, artefacts checked of found, host, time left (estimate)."""
    parts = [f"pages {progress.pages_read}/{progress.pages_found}"]
    if progress.artefacts_found:
        parts.append(f"artefacts {progress.artefacts_checked}/{progress.artefacts_found}")
    if progress.host:
        parts.append(harmless_line(progress.host))
    left = _time_left(progress, elapsed, max_minutes)
    return " · ".join([*parts, left] if left else parts)


def _time_left(progress: Progressed, elapsed: float, max_minutes: float) -> str:
    if not elapsed:
        return ""
    limit = max_minutes * 60 - elapsed
    if progress.artefacts_found and progress.artefacts_checked:
        rest = progress.artefacts_found - progress.artefacts_checked
        estimate = elapsed / (progress.pages_read + progress.artefacts_checked) * rest
        return f"about {_clock(min(estimate, limit))} left"
    return f"at most {_clock(limit)} left"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(max(0, int(seconds)), 60)
    return f"{minutes}:{rest:02d} min"
