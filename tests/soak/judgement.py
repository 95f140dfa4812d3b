"""The judgement's properties on many random projects.

Usage: python -m tests.soak.judgement [PROJECTS] [PROPERTY …]

Draws so many projects (10,000 by default) and holds every property against each. A property that does
not hold is printed with the smallest project that breaks it, and the others go on without it; ends
with 1 where there is one.
"""

from __future__ import annotations

import sys
import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawlers.model.inventory import Inventory
from tests.unit.judgement_properties import PROPERTIES
from tests.unit.random_projects import projects, told


class _BrokenError(AssertionError):
    """A property that does not hold; its name is the first argument."""


def first_broken(names: list[str], number: int) -> str | None:
    """The first of the properties that some project breaks; the smallest such one is printed."""
    tried = 0

    @settings(
        max_examples=number,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    @given(project=projects(), data=st.data())
    def every(project: Inventory, data: st.DataObject) -> None:
        nonlocal tried
        tried += 1
        for name in names:
            try:
                PROPERTIES[name](project, data)
            except AssertionError as error:
                raise _BrokenError(name, told(project), str(error)) from error

    begun = time.monotonic()
    try:
        every()
    except _BrokenError as broken:
        draws = [note for note in getattr(broken, "__notes__", ()) if note.startswith("Draw")]
        print(*broken.args, *draws, sep="\n", flush=True)
        return str(broken.args[0])
    print(f"{len(names)} properties hold for {tried} projects ({time.monotonic() - begun:.0f} s)")
    return None


def main(arguments: list[str]) -> int:
    """The command."""
    number = int(arguments[0]) if arguments else 10_000
    names = arguments[1:] or list(PROPERTIES)
    broken = []
    while names and (name := first_broken(names, number)):
        broken.append(name)
        names = [other for other in names if other != name]
    print(f"do not hold: {', '.join(broken) or 'none'}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
