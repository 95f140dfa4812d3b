"""Select the rubric of an audit: a shipped one, an NSO's own file, or the one of the day."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from auditor.errors import BadInputError
from auditor.judging import rubric
from auditor.judging.rubric import Rubric, RubricError
from crawlers.model.inventory import Inventory

_LARGEST = 1_000_000  # bytes; the largest shipped one has 20,000


def is_rubric_file(name: str) -> bool:
    """True for what can only be the path of a file, not the id of a rubric that ships."""
    return name.endswith(".toml") or "/" in name or "\\" in name


def display_name(name: str) -> str:
    """The name of the choice for a report: the id, or the file's name without its folders."""
    return name.replace("\\", "/").rpartition("/")[2] if is_rubric_file(name) else name


def select_rubric(name: str) -> Rubric:
    """The rubric of an id, or of an NSO's own file; raises ``BadInputError``."""
    try:
        if is_rubric_file(name):
            return rubric.parse(_text(name), display_name(name), own=True)
        return rubric.load(name)
    except RubricError as error:
        raise BadInputError(f"The rubric cannot be used: {error}.") from error


def rubric_of_inventory(inventory: Inventory, started: datetime) -> Rubric:
    """The rubric in force on the day when the project was opened, in a replay the recorded day."""
    return rubric.rubric_of_day(min(_times(inventory), default=started).date())


def is_dated(inventory: Inventory) -> bool:
    """True where the time of at least one page is known."""
    return bool(_times(inventory))


def _times(inventory: Inventory) -> list[datetime]:
    times = (page.visibility.checked_at for page in inventory.pages)
    return [time for time in times if time is not None]


def _text(name: str) -> str:
    path = Path(name)
    try:
        if not path.is_file():
            ids = ", ".join(rubric.ids())
            raise BadInputError(f"There is no file {name}; give a rubric's path, or one of {ids}.")
        with path.open("rb") as stream:
            body = stream.read(_LARGEST + 1)
        if len(body) > _LARGEST:
            raise BadInputError(f"{name} is too large to be a rubric; give the right file.")
        return body.decode("utf-8-sig")
    except OSError as error:
        raise BadInputError(f"{name} cannot be read ({error.strerror}); check the path.") from error
    except UnicodeDecodeError as error:
        raise BadInputError(f"{name} is not UTF-8 text; save it as such.") from error
