"""A page as a case without names: nothing of what it says is left, and it is read as before."""

from __future__ import annotations

import html
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from auditor.application.inspect_page import inspect_html
from auditor.application.page_case import (
    PageCase,
    case_of,
    read_page_case,
    write_page_case,
)
from auditor.cli.main import app
from auditor.errors import BadInputError
from crawlers.model.capture import Capture
from crawlers.providers.engine.registry import shipped_rules
from reports.i18n.messages import REMEDIES

RULES = shipped_rules()
DEMO = Path(__file__).parents[2] / "auditor" / "demo"
CASES = Path(__file__).parents[1] / "platforms" / "cases"
ESEP = "https://school-education.ec.europa.eu/en/etwinning/projects/quiet-harbour/twinspace"
SCHOOL = "https://www.skovlund-skole.example/projekter/havnen/index.html"
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)

PAGE = """<!DOCTYPE html>
<html lang="da"><head><title>Quiet harbour | Skovlund</title>
<meta property="og:title" content="Quiet harbour by Mathilde"><meta name="author" content="Mathilde">
<script type="application/ld+json">{"author": {"name": "Mathilde Kvist"}, "url": "%(base)s"}</script>
<script>var teacher = "Mathilde", secret = 'Kvist \u00e5'; // written by Mathilde
</script><style>.hero { background: url("/files/mathilde.jpg") } .x::after { content: "Kvist" }</style>
</head><body class="path-twinspace"><!-- Mathilde was here -->
<header><a href="mailto:mathilde@skovlund.example">mathilde@skovlund.example</a></header>
<main id="main-content"><h1 title="Mathilde">Quiet harbour</h1>
<p onclick="show('Mathilde')" data-owner="Mathilde Kvist" data-card='{"name": "Kvist"}'>
Written by M&aring;rten and Mathilde Kvist, see www.skovlund.example/mathilde, telephone 97 12 43 85</p>
<iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ" title="Mathilde sings"></iframe>
<iframe srcdoc="&lt;iframe src=&quot;https://player.vimeo.com/video/765432101&quot;&gt;&lt;/iframe&gt;">
</iframe><a href="https://padlet.com/mathildekvist/harbour-wall-k3v9q2m7x1t8b4zn">Our wall</a>
<img src="/files/styles/large/mathilde-kvist.jpg" alt="Mathilde" srcset="/a/mathilde.jpg 2x, /b/kvist.jpg 3x">
<a href="/files/kvist-report.pdf">Report</a><form><input type="text" value="Mathilde"></form>
<a href="javascript:window.open('https://www.skovlund.example/kvist')">More</a>
</main></body></html>"""
NAMES = (
    "mathilde",
    "kvist",
    "skovlund",
    "harbour",
    "quiet",
    "rten",
    "sings",
    "aqz",
    "765432101",
    "97 12",
)


def captured(body: str, url: str = ESEP) -> Capture:
    return Capture(
        url=url,
        final_url=url,
        captured_at=NOON,
        status=200,
        headers=(
            ("Content-Type", "text/html; charset=utf-8"),
            ("Set-Cookie", "teacher=mathilde"),
            ("Link", "<https://www.skovlund.example/mathilde>; rel=canonical"),
        ),
        body=body.encode(),
    )


@pytest.mark.parametrize("url", [ESEP, f"{ESEP}/pages/quiet-harbour", SCHOOL])
def test_no_name_is_left_and_the_page_is_read_as_before(url: str) -> None:
    case = case_of(captured(PAGE % {"base": url}, url), RULES)
    everything = (case.body.decode() + case.toml()).lower()
    assert [name for name in NAMES if name in everything] == []
    assert case.faithful
    assert case.expect.artefacts == {"document": 1, "image": 1, "video": 2, "wall": 1}
    assert case.platform == ("web" if url == SCHOOL else "esep")


def test_markup_classes_status_and_harmless_headers_stay() -> None:
    case = case_of(captured(PAGE % {"base": ESEP}), RULES)
    text = case.body.decode()
    for kept in (
        'class="path-twinspace"',
        '<html lang="da">',
        "youtube.com/embed/",
        ".pdf",
        "<h1 ",
    ):
        assert kept in text
    assert re.findall(r"<[a-z]+", text) == re.findall(r"<[a-z]+", PAGE)
    assert case.headers == (("Content-Type", "text/html; charset=utf-8"),)
    assert case.status == 200


def test_a_wall_stays_a_wall() -> None:
    page = "<html><title>Access denied</title><h1>Access denied</h1><p>Dear Mathilde</p></html>"
    text = case_of(captured(page), RULES).body.decode()
    assert "Access denied" in text
    assert "Dear" not in text


def test_the_same_page_gives_the_same_case_and_another_page_other_words() -> None:
    first = case_of(captured("<p>Mathilde</p>"), RULES)
    assert case_of(captured("<p>Mathilde</p>"), RULES) == first
    assert case_of(captured("<p>Mathilde</p> "), RULES).body.strip() != first.body


WORD = st.text("abcdefghijklmnopqrstuvwxyzåæøéABCDEFGHIJ", min_size=4, max_size=12)


@settings(max_examples=40)
@given(words=st.lists(WORD, min_size=6, max_size=6, unique_by=str.lower))
def test_no_word_of_a_page_is_left(words: list[str]) -> None:
    title, text, alt, path, data, code = words
    body = (
        f"<title>{title}</title><p>{html.escape(text)} &amp; {text}</p><img alt='{alt}' src='/{path}.png'>"
        f"<div data-x='{json.dumps({'k': data})}' title={data}>"
        f"<a href='https://{path}.example/{path}?q={text}#{alt}'>{code}</a></div>"
        f'<script>let a = "{code} {text}"; /* {title} */</script><textarea>{data}</textarea>'
    )
    left = {
        word.lower()
        for word in re.findall(r"[^\W\d_]{4,}", case_of(captured(body), RULES).body.decode())
    }
    tags = {
        "title",
        "data",
        "href",
        "script",
        "textarea",
        "https",
        "example",
        "alt",
        "school",
        "education",
        "europa",
    }
    assert not ({word.lower() for word in words} - tags) & (left - tags)


def test_a_case_is_written_and_read_again(tmp_path: Path) -> None:
    case = case_of(captured(PAGE % {"base": ESEP}), RULES)
    write_page_case(case, tmp_path / "new")
    assert read_page_case(tmp_path / "new") == case
    with pytest.raises(BadInputError, match="holds no case"):
        read_page_case(tmp_path)


def kinds(case: PageCase) -> dict[str, int]:
    page = inspect_html(case.body, case.address, RULES)
    numbers: dict[str, int] = {}
    for artefact in page.artefacts:
        numbers[artefact.kind.value] = numbers.get(artefact.kind.value, 0) + 1
    return numbers


@pytest.mark.parametrize("folder", sorted(CASES.iterdir()), ids=lambda folder: folder.name)
def test_every_case_of_a_page_is_read_as_it_says(folder: Path) -> None:
    case = read_page_case(folder)
    assert kinds(case) == case.expect.artefacts
    assert len(inspect_html(case.body, case.address, RULES).outlinks) == case.expect.outlinks


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["case", *arguments])
    return result.exit_code, result.output


def demo(folder: Path) -> str:
    (folder / "evidence.wacz").write_bytes((DEMO / "twinspace.wacz").read_bytes())
    return (DEMO / "address.txt").read_text("utf-8").strip()


def test_the_command_writes_a_page_of_an_audit(tmp_path: Path) -> None:
    page = demo(tmp_path)
    code, output = run(str(tmp_path), "--page", page, "--out", str(tmp_path / "case"), "--yes")
    assert code == 0
    case = read_page_case(tmp_path / "case")
    assert case.toml() in output
    assert kinds(case) == case.expect.artefacts
    assert case.expect.artefacts
    assert "sea-between-us" not in output


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ((), "add --yes"),
        (("--yes", "--page", "https://nowhere.example/"), "no recorded page"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    more: tuple[str, ...], sentence: str, tmp_path: Path
) -> None:
    page = demo(tmp_path)
    code, output = run(str(tmp_path), "--page", page, "--out", str(tmp_path / "case"), *more)
    assert code == 2
    assert sentence in output
    assert not (tmp_path / "case").exists()


def test_a_folder_without_evidence_is_refused(tmp_path: Path) -> None:
    code, output = run(str(tmp_path), "--page", ESEP, "--out", str(tmp_path / "x"), "--yes")
    assert (code, "evidence.wacz" in output) == (2, True)


def test_the_report_on_an_unknown_layout_names_the_command() -> None:
    assert "twinspace-auditor case FOLDER --page ADDRESS --out CASE" in REMEDIES["ask_support"]
