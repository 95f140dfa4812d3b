"""What strangers write acts on nobody's screen: terminal, log, HTML and the other formats."""

import base64
import hashlib
import io
import logging
import re
import zipfile
from pathlib import Path

import pytest

from auditor.cli.exits import configure_logging, print_error
from auditor.cli.verdict import short_verdict
from auditor.session.audit_folder import Placement
from crawlers.model.harmless import harmless, harmless_line
from crawlers.model.project import Project
from reports.formats import registry
from reports.i18n.translator import Translator
from tests.unit import sample

HOSTILE = "\x1b]0;title\x07\x1b[2J\x9b31mclear\u202etxt.exe\u2066a\u2028b\ufffe\x00"
ACTIVE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]")


@pytest.fixture
def audit():
    project = Project(url="https://x.example/", platform="web", id="x", title=HOSTILE)
    page = type(sample.AUDIT.pages[0])(**(sample.AUDIT.pages[0].model_dump() | {"title": HOSTILE}))
    first, *others = sample.AUDIT.artefacts
    thing = type(first)(**(first.model_dump() | {"title": HOSTILE}))
    pages = (page, *sample.AUDIT.pages[1:])
    return sample.audit_with(project=project, pages=pages, artefacts=(thing, *others))


def test_active_characters_become_replacement_characters():
    assert not ACTIVE.search(harmless(HOSTILE))
    assert "\ufffd[2J" in harmless(HOSTILE)


def test_writing_in_all_languages_stays():
    text = "Skóli\tæøå\n\u200fעברית\u200f العربية 👩\u200d🏫 a\u00adb ﷺ"
    assert harmless(text) == text
    assert "\n" not in harmless_line(text)


def test_the_terminal_shows_no_active_character(audit):
    lines = short_verdict(audit, Placement(folder=Path("out")), Translator("en"))
    assert "clear" in lines
    assert not ACTIVE.search(lines)


def test_errors_and_logs_hold_no_active_character(capsys, tmp_path):
    print_error(f"no such page {HOSTILE}")
    configure_logging(quiet=False, verbose=False, log_file=tmp_path / "log")
    logging.getLogger("crawlers").error("no answer from %s", HOSTILE)
    logging.basicConfig(force=True, handlers=[logging.NullHandler()])
    logged = (tmp_path / "log").read_text("utf-8")
    assert "clear" in logged
    assert not ACTIVE.search(capsys.readouterr().err + logged)


@pytest.mark.parametrize("name", ["csv", "docx", "html", "json", "xlsx"])
def test_no_format_holds_an_active_character(name, audit):
    data = registry()[name].render(audit, Translator("en"))
    parts = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = [packed.read(n) for n in packed.namelist() if n.endswith((".xml", ".rels"))]
    text = "".join(part.decode("utf-8") for part in parts)
    assert "clear" in text
    assert not ACTIVE.search(text)


def test_the_page_runs_nothing_but_its_own_styles(audit):
    page = registry()["html"].render(audit, Translator("en")).decode()
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(styles[0].encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert len(styles) == 1
    assert f"sha256-{digest}" in policy
    assert "default-src &#39;none&#39;" in policy
    assert not re.search(r"<script|\son\w+=|\sstyle=|javascript:", page)
