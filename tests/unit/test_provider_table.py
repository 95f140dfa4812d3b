"""The page about providers says what the leaves say, and a broken table cannot hide it."""

import re
from pathlib import Path

import pytest

from crawlers.model import Artefact, Reason, State
from crawlers.providers import RULES_VERSION, registry, table
from crawlers.providers.base import Flow, Marker, Provider
from tests.unit.answers import provider

PAGE = Path(__file__).parents[2] / "docs" / "providers.md"


def own(provider: Provider, artefact: Artefact) -> Flow:
    """First line
    goes on. Then <more>.

    Not this.
    """
    raise NotImplementedError


def test_the_page_is_up_to_date():
    said = PAGE.read_text(encoding="utf-8")
    assert said == table.page() + "\n", (
        "run: python -m crawlers.providers.table > docs/providers.md"
    )


def test_every_provider_has_a_section_that_the_overview_leads_to():
    said = table.page()
    sections = set(re.findall(r"^## (\S+)$", said, re.MULTILINE))
    assert sections == set(registry())
    assert set(re.findall(r"\]\(#([\w-]+)\)", said)) == {name.replace(".", "") for name in sections}
    assert RULES_VERSION in said


def test_every_row_of_a_table_has_the_cells_of_its_head():
    rows = [line for line in table.page().splitlines() if line.startswith("|")]
    cells = {len(re.findall(r"(?<!\\)\|", row)) - 1 for row in rows}
    assert cells == {6, 8}


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("help pages; read 2026-11-23", ("help pages", "2026-11-23")),
        (
            "issue of 2024-05-01, and a reader; read 2026-11-23",
            ("issue of 2024-05-01, and a reader", "2026-11-23"),
        ),
        ("wording expected, not confirmed", ("wording expected, not confirmed", "")),
    ],
)
def test_a_source_and_its_date_stand_apart(source: str, told: tuple[str, str]):
    assert table.dated(source) == told


@pytest.mark.parametrize(
    ("tool", "said"),
    [
        (provider(), "page"),
        (provider(oembed="https://t.example.org/?u={url}"), "oEmbed, page"),
        (provider(flow=own), "own flow + page"),
        (provider(retired="2024-07-01", flow=own), "retired"),
        (registry()["file"], "file"),
    ],
)
def test_the_way_of_asking_is_named(tool: Provider, said: str):
    assert table.way(tool) == said


def test_a_sign_with_strokes_ticks_and_length_keeps_its_row_whole(monkeypatch: pytest.MonkeyPatch):
    sign = Marker(
        state=State.VISIBLE,
        reason=Reason.PUBLIC_METADATA,
        where="text",
        pattern="a|`b`" + "c" * 200,
        source="seen <by> us; read 2026-11-23",
    )
    tool = provider(markers=(sign,), flow=own, oembed_keys=("html",), oembed="https://t/{url}")
    monkeypatch.setattr(table, "registry", lambda: {tool.id: tool})
    said = table.page()
    row = next(line for line in said.splitlines() if line.startswith("| visible"))
    assert "`` a\\|`b`" in row
    assert "…" in row
    assert "seen \\<by\\> us | 2026-11-23 |" in row
    assert "- Flow: First line goes on. Then \\<more\\>." in said
    assert "Not this" not in said
    assert ", must hold `html`" in said
