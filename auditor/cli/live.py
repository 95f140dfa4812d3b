"""The live progress display of an audit; nothing but a view of ``Progress``."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.live import Live
from rich.text import Text

from crawlers.progress import Progress


@contextmanager
def shown(progress: Progress, *, quiet: bool, max_minutes: float) -> Iterator[None]:
    """Shows the progress on stderr while the block runs; plain lines where there is no terminal."""
    console = Console(stderr=True)
    if quiet:
        yield
        return
    if not console.is_terminal:
        with _lines(progress, console):
            yield
        return
    started = time.monotonic()
    with Live(console=console, refresh_per_second=4, transient=True) as live:

        def refresh() -> None:
            live.update(Text(line(progress, time.monotonic() - started, max_minutes)))

        progress.changed = refresh
        yield


@contextmanager
def _lines(progress: Progress, console: Console) -> Iterator[None]:
    """A plain line each ten seconds, for logs."""
    said = time.monotonic()

    def refresh() -> None:
        nonlocal said
        if time.monotonic() - said >= 10:
            said = time.monotonic()
            console.print(line(progress, 0.0, 0.0), highlight=False)

    progress.changed = refresh
    yield


def line(progress: Progress, elapsed: float, max_minutes: float) -> str:
    """One line: pages read of found, artefacts checked of found, host, time left (estimate)."""
    parts = [f"pages {progress.pages_read}/{progress.pages_found}"]
    if progress.artefacts_found:
        parts.append(f"artefacts {progress.artefacts_checked}/{progress.artefacts_found}")
    if progress.host:
        parts.append(progress.host)
    left = _left(progress, elapsed, max_minutes)
    return " · ".join([*parts, left] if left else parts)


def _left(progress: Progress, elapsed: float, max_minutes: float) -> str:
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
