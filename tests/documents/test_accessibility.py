"""axe-core in Chromium finds nothing wrong with an HTML report (WCAG 2.1, A and AA)."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from crawlers.browser.launcher import find_browser
from reports.formats import registry
from reports.i18n.translator import Translator, languages
from tests.documents.audits import AUDITS, audit
from tests.unit import sample

# Of what passes, one place each is enough: finding the others takes a third of the time.
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    "resultTypes": ["violations"],
}
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


def violations(browser: Browser, file: Path, *screens: str) -> list[str]:
    """What axe-core finds on each of the screens, with the screen's name."""
    context = browser.new_context()
    try:
        page = context.new_page()
        page.goto(file.as_uri())
        page.evaluate(AXE)
        return [row for screen in screens for row in _violations_on(page, screen)]
    finally:
        context.close()


def _violations_on(page: Page, screen: str) -> list[str]:
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    results = page.evaluate("rules => axe.run(document, rules)", RULES)
    assert results["passes"]
    return [
        f"{screen}: {violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in results["violations"]
        for node in violation["nodes"][:3]
    ]


@pytest.mark.parametrize("name", AUDITS)
def test_axe_finds_no_violation_in_any_project_on_any_screen(
    name: str, browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(registry()["html"].render(audit(name), Translator("da")))
    assert violations(browser, file, *SCREENS) == []


def test_axe_finds_no_violation_in_a_report_with_pictures(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    pictures = sample.pictures(tmp_path)
    file.write_bytes(registry()["html"].render(sample.AUDIT, Translator("da"), pictures))
    assert violations(browser, file, *SCREENS) == []


@pytest.mark.parametrize("language", sorted(languages()))
def test_axe_finds_no_violation_in_any_language(
    language: str, browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(registry()["html"].render(audit("sample"), Translator(language)))
    assert violations(browser, file, "desk") == []
