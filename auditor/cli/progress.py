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
from reports.i18n.terminal import TERMINAL
from reports.i18n.translator import Translator

_SECONDS_OF_A_LINE = 10


@contextmanager
def progress_display(
    translator: Translator, *, quiet: bool, max_minutes: float
) -> Iterator[Callable[[Progressed], None]]:
    """A function that shows progress on stderr in the block; plain lines without a terminal."""
    console = Console(stderr=True)
    if quiet:
        yield lambda _: None
        return
    if not console.is_terminal:
        yield _plain_lines(console, translator)
        return
    started = time.monotonic()
    with Live(console=console, refresh_per_second=4, transient=True) as live:
        yield lambda progress: live.update(
            Text(line(progress, time.monotonic() - started, max_minutes, translator))
        )


def _plain_lines(console: Console, translator: Translator) -> Callable[[Progressed], None]:
    """A function that prints a plain line every ten seconds, for logs."""
    printed_at = time.monotonic()

    def show(progress: Progressed) -> None:
        nonlocal printed_at
        if time.monotonic() - printed_at >= _SECONDS_OF_A_LINE:
            printed_at = time.monotonic()
            console.print(line(progress, 0.0, 0.0, translator), highlight=False)

    return show


def line(progress: Progressed, elapsed: float, max_minutes: float, translator: Translator) -> str:
    """One line: pages read of found, items checked of found, host, time left (estimate)."""
    parts = [f"{translator.text('Pages')} {progress.pages_read}/{progress.pages_found}"]
    if progress.artefacts_found:
        items = f"{progress.artefacts_checked}/{progress.artefacts_found}"
        parts.append(f"{translator.text('Items')} {items}")
    if progress.host:
        parts.append(harmless_line(progress.host))
    left = _time_left(progress, elapsed, max_minutes, translator)
    return " · ".join([*parts, left] if left else parts)


def _time_left(
    progress: Progressed, elapsed: float, max_minutes: float, translator: Translator
) -> str:
    if not elapsed:
        return ""
    seconds, text = max_minutes * 60 - elapsed, TERMINAL["at_most_left"]
    if progress.artefacts_found and progress.artefacts_checked:
        rest = progress.artefacts_found - progress.artefacts_checked
        estimate = elapsed / (progress.pages_read + progress.artefacts_checked) * rest
        seconds, text = min(estimate, seconds), TERMINAL["about_left"]
    return translator.text(text).format(time=_clock(seconds))


def _clock(seconds: float) -> str:
    minutes, rest = divmod(max(0, int(seconds)), 60)
    return f"{minutes}:{rest:02d}"
