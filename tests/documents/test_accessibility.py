"""axe-core in Chromium finds nothing wrong with an HTML report (WCAG 2.1, A and AA)."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from crawlers.browser.launcher import find_browser
from reports.formats import registry
from reports.i18n.translator import Translator, languages
from tests.documents.audits import AUDITS, audit
from tests.unit import sample

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
SCREENS = {"desk": (1200, 900), "phone": (390, 844)}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"]
        )
        yield running
        running.close()


def violations(browser: Browser, file: Path, screen: tuple[int, int]) -> list[str]:
    context = browser.new_context(viewport={"width": screen[0], "height": screen[1]})
    try:
        page = context.new_page()
        page.goto(file.as_uri())
        page.evaluate(AXE)
        results = page.evaluate("rules => axe.run(document, rules)", RULES)
    finally:
        context.close()
    assert results["passes"]
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in results["violations"]
        for node in violation["nodes"][:3]
    ]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", AUDITS)
def test_axe_finds_no_violation_in_any_project(
    name: str, screen: str, browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(registry()["html"].render(audit(name), Translator("da")))
    assert violations(browser, file, SCREENS[screen]) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_no_violation_in_a_report_with_pictures(
    screen: str, browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    pictures = sample.pictures(tmp_path)
    file.write_bytes(registry()["html"].render(sample.AUDIT, Translator("da"), pictures))
    assert violations(browser, file, SCREENS[screen]) == []


@pytest.mark.parametrize("language", sorted(languages()))
def test_axe_finds_no_violation_in_any_language(
    language: str, browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(registry()["html"].render(audit("sample"), Translator(language)))
    assert violations(browser, file, SCREENS["desk"]) == []
