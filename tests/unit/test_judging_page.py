"""The worked example of ``docs/judging.md``: its numbers are those of the program."""

from __future__ import annotations

from pathlib import Path

from auditor.judging import rubric
from auditor.judging.assess import assess
from crawlers.model.artefact import Kind
from crawlers.model.verdict import State
from reports.audit import AssessmentItem, Effort, Outcome
from tests.unit.inventories import HOME, WORK, artefact, home, inventory, page

PAGE = Path(__file__).parents[2] / "docs" / "judging.md"
RESULTS = f"{HOME}/pages/results"
CLOSED = (Kind.BOOK, Kind.MAP, Kind.WALL, Kind.WALL, Kind.PRESENTATION)


def example(photos: int = 60, rules: str = "nql-2023-dk") -> AssessmentItem:
    gallery = [
        artefact(n, kind=Kind.IMAGE, on=f"{WORK}-photos", provider="twinspace")
        for n in range(photos)
    ]
    videos = [artefact(1000 + n, kind=Kind.VIDEO) for n in range(2)]
    behind = [artefact(2000 + n, State.LOGIN_REQUIRED, kind=k) for n, k in enumerate(CLOSED)]
    pages = [
        home(),
        page(),
        page(f"{WORK}-photos", "Our photos"),
        page(RESULTS, "Results", state=State.LOGIN_REQUIRED),
    ]
    items = assess(rubric.load(rules), inventory(pages, [*gallery, *videos, *behind])).items
    return next(item for item in items if item.key == "results_visible")


def test_the_example_of_the_page_is_what_the_program_says() -> None:
    item, text = example(), " ".join(PAGE.read_text("utf-8").split())
    numbers = {name: int(value) for name, value in item.numbers.items() if name != "threshold"}
    assert item.outcome is Outcome.FAILED
    assert item.named == (RESULTS,)
    assert item.least_change is not None
    assert item.least_change.effort is Effort.CLICK
    assert RESULTS in item.least_change.items
    hidden = numbers["products"] + numbers["pages_refused"]
    for sentence in (
        f"Products: **{numbers['products_visible']} of {numbers['products']}** visible.",
        f"Pictures: **{numbers['pictures_visible']} of {numbers['pictures']}** visible, "
        f"in **{numbers['galleries']}** gallery.",
        f"so the share is {numbers['products_visible']} of {hidden}, a quarter: "
        f"**{item.outcome.value}**",
        f"The least change: **{len(item.least_change.items)} things, one click each**",
        f"Then {numbers['products_visible'] + len(item.least_change.items)} of {hidden} are visible",
    ):
        assert sentence in text


def test_six_hundred_photos_change_nothing() -> None:
    few, many = example(), example(600)
    assert (few.outcome, few.reason, few.named) == (many.outcome, many.reason, many.named)
    assert few.least_change == many.least_change
