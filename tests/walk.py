"""The way of an address through the program: which modules work, in the order of their first call.

Usage: python -m tests.walk [ARGUMENT OF THE PROGRAM ...]

Without arguments the recorded TwinSpace that ships with the program is audited. Prints one line
for each module: the number of the first and the last call of a function of it, and its name.
"""

from __future__ import annotations

import contextlib
import io
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

from auditor.cli.main import app

STOREYS = ("auditor", "crawlers", "reports")


@dataclass
class Walk:
    """The modules of the program by name, with the numbers of their first and last call.

    What runs while a module is imported is not a step of the way.
    """

    calls: int = 0
    first: dict[str, int] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    _imports: Counter[int] = field(default_factory=Counter)

    def note(self, frame: FrameType, event: str, _: Any) -> None:
        """Takes in a call or a return of the interpreter, in whichever thread."""
        if frame.f_code.co_name == "<module>":
            self._imports[threading.get_ident()] += {"call": 1, "return": -1}.get(event, 0)
            return
        name = str(frame.f_globals.get("__name__", ""))
        importing = self._imports[threading.get_ident()] > 0
        if event != "call" or importing or name.partition(".")[0] not in STOREYS:
            return
        self.calls += 1
        self.first.setdefault(name, self.calls)
        self.last[name] = self.calls

    def first_of(self, room: str) -> int:
        """The number of the first call into a module or a package."""
        return min(number for name, number in self.first.items() if _is_in(name, room))

    def last_of(self, room: str) -> int:
        """The number of the last call into a module or a package; 0 when there was none."""
        return max((n for name, n in self.last.items() if _is_in(name, room)), default=0)


def _is_in(name: str, room: str) -> bool:
    return name == room or name.startswith(f"{room}.")


@contextlib.contextmanager
def record_walk() -> Iterator[Walk]:
    """Notes the calls of the block, in all its threads."""
    walk, before = Walk(), sys.getprofile()
    threading.setprofile(walk.note)
    sys.setprofile(walk.note)
    try:
        yield walk
    finally:
        sys.setprofile(before)
        threading.setprofile(None)


def main(arguments: list[str]) -> None:
    """Runs the program and prints its way."""
    with tempfile.TemporaryDirectory() as folder, record_walk() as walk:
        options = arguments or ["demo", "--format", "html", "--out", folder, "--quiet"]
        with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):
            app(options)
    for name, number in sorted(walk.first.items(), key=lambda pair: pair[1]):
        print(f"{number:9,} {walk.last[name]:9,}  {name}")


if __name__ == "__main__":
    main(sys.argv[1:])
