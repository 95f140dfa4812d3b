"""Every format gives a file that is complete, safe to open and true to the audit."""

import re
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from crawlers.model.verdict import Reason, State
from reports.audit import Audit
from reports.formats import registry
from reports.i18n.extract_messages import template
from reports.i18n.translator import SOURCE_LANGUAGE, Translator, languages
from tests.unit import sample

LANGUAGES = sorted(languages())
VOID = {"meta", "br", "img", "hr", "input", "link"}


def html(language: str = "en", audit: Audit = sample.AUDIT) -> str:
    return registry()["html"].render(audit, Translator(language)).decode()


def soup(language: str = "en", audit: Audit = sample.AUDIT) -> BeautifulSoup:
    return BeautifulSoup(html(language, audit), "lxml")


def test_the_formats_of_the_contract_are_found():
    files_by_id = {leaf.id: leaf.file_name for leaf in registry().values()}
    assert files_by_id == {
        "csv": "inventory.csv",
        "docx": "report.docx",
        "html": "report.html",
        "json": "audit.json",
        "links": "links.csv",
        "pdf": "report.pdf",
        "xlsx": "inventory.xlsx",
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", registry())
def test_every_format_renders_in_every_language(name, language):
    assert registry()[name].render(sample.AUDIT, Translator(language))


@pytest.mark.parametrize("name", registry())
def test_an_audit_of_nothing_renders(name):
    empty = sample.audit_with(pages=(), artefacts=(), findings=(), warnings=())
    assert registry()[name].render(empty, Translator("da"))


class _Balance(HTMLParser):
    """Follows the open elements of a document."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.faults = []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append((tag, self.getpos()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_elements_are_nested_and_closed(language):
    balance = _Balance()
    balance.feed(html(language))
    assert balance.faults == []
    assert balance.open == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_says_its_language_and_title(language):
    page = soup(language)
    assert page.html["lang"] == language
    assert "Havet omkring os" in page.title.string


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_start_with_one_h1_and_leave_no_level_out(language):
    levels = [int(tag.name[1]) for tag in soup(language).find_all(re.compile(r"^h[1-6]$"))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_html_has_landmarks_and_a_way_past_the_header():
    page = soup()
    assert [len(page.find_all(name)) for name in ("header", "main", "nav", "footer")] == [1] * 4
    assert page.find("a", class_="skip")["href"] == "#fix"
    assert page.find(id="fix") is not None


def test_ids_are_unique_and_every_reference_to_one_is_met():
    page = soup()
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    named = [
        tag[key]
        for key in ("aria-labelledby", "aria-describedby")
        for tag in page.find_all(attrs={key: True})
    ]
    linked = [tag["href"][1:] for tag in page.find_all(href=re.compile("^#"))]
    assert set(named + linked) <= set(ids)


def test_every_table_has_a_caption_and_every_header_cell_a_scope():
    for table in soup().find_all("table"):
        assert table.caption.get_text(strip=True)
        assert all(cell.get("scope") in {"row", "col"} for cell in table.find_all("th"))


def test_every_picture_says_in_words_what_it_shows():
    pictures = soup().find_all("svg", role="img")
    assert pictures
    for picture in pictures:
        assert picture.title.get_text(strip=True)
        assert re.search(r"Visible: \d+\.", picture.desc.get_text())


def test_what_to_fix_comes_first_then_the_label_then_what_is_seen_then_the_method():
    ids = [tag["id"] for tag in soup().main.find_all("section", id=True)]
    assert ids == ["fix", "label", "kinds", "pages", "pictures", "method"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_needs_no_script_and_nothing_from_outside(language):
    page = soup(language)
    assert page.find_all(["script", "link", "iframe", "object", "embed", "img", "base"]) == []
    assert page.find_all(src=True) == []
    assert [key for tag in page.find_all(True) for key in tag.attrs if key.startswith("on")] == []
    assert re.findall(r"@import|url\((?!#)", page.style.string) == []


def test_every_finding_page_and_artefact_is_reported():
    page = soup()
    assert len(page.select("table.occurrences tbody tr")) == len(sample.FINDINGS)
    addresses = {tag["href"] for tag in page.main.find_all("a", href=True)}
    everything = [*sample.PAGES, *sample.ARTEFACTS]
    http = {url.url for url in everything if url.url.startswith("http")}
    assert http <= addresses
    assert "files.example.org/old.zip" in page.main.get_text()
    assert "javascript link" in page.main.get_text()


def test_long_lists_are_folded_and_complete():
    many = tuple(
        sample.thing(f"padlet:{number}", sample.Kind.WALL, f"Wall {number}", sample.PRIVATE)
        for number in range(45)
    )
    findings = tuple(
        sample.finding("artefact_lost", sample.FIX, thing.id, "login_redirect", "share_publicly")
        for thing in many
    )
    page = soup(audit=sample.audit_with(artefacts=many, findings=findings))
    assert len(page.select("table.occurrences tbody tr")) == len(many)
    assert len(page.select("table.things tbody tr")) == len(many)
    assert "Show 35 more" in page.get_text()
    assert "Show 25 more" in page.get_text()


def test_what_a_page_says_of_itself_stays_text():
    text = html()
    assert "<script" not in text
    assert "&lt;script&gt;alert(" in text
    assert "<b>bold" not in text


def test_only_web_addresses_become_links_and_they_tell_nobody_where_one_comes_from():
    links = soup().find_all("a", href=True)
    outside = [tag for tag in links if not tag["href"].startswith("#")]
    assert all(tag["href"].startswith(("http://", "https://")) for tag in outside)
    assert all(set(tag["rel"]) == {"noreferrer", "noopener"} for tag in outside)


@pytest.mark.parametrize("language", LANGUAGES)
def test_personal_data_do_not_get_into_the_report(language):
    text = html(language)
    assert sample.EMAIL not in text
    assert sample.PHONE not in text
    assert "s…@….dk" in text


def test_an_uncertain_audit_is_announced_at_the_top():
    notices = [tag.get_text() for tag in soup().header.select(".notice")]
    assert len(notices) == 2
    assert "incomplete" in notices[0]


def test_when_and_as_whom_stand_in_the_header():
    header = soup("da").header
    assert header.time["datetime"] == "2026-11-23T22:05:30Z"
    text = header.get_text(" ")
    for words in (
        "23. november 2026 23.05",
        "23. nov. 2026 22.05 UTC",
        "anonym besøgende",
        "uden cookies",
        "dansk",
        "TwinSpaceAuditor/0.1",
        sample.SITE,
        "åbent",
    ):
        assert words in text


def test_official_wording_is_quoted_in_its_own_language():
    page = soup("en")
    borrowed = page.find(id="item-results_impact_documentation")
    assert borrowed.q["lang"] == "da"
    assert "No official wording in this language is known" in borrowed.parent.get_text()
    assert (
        soup("da").find(id="item-results_visible").q.string
        == "Projektresultaterne skal være synlige"
    )


def test_what_is_left_to_a_person_is_marked_so():
    item = soup().find(id="item-common_goals_plan").parent
    assert "For a person to judge" in item.get_text()


@pytest.mark.parametrize("state", State)
def test_a_state_is_reported_by_words_and_a_symbol_not_by_colour_alone(state):
    visibility = sample.verdict(state, Reason.CONTENT_SHOWN)
    page = sample.PAGES[0].model_copy(update={"visibility": visibility})
    badge = soup(audit=sample.audit_with(pages=(page,))).select_one("article.page .badge")
    symbol = badge.find("span").get_text()
    assert symbol.strip()
    assert len(badge.get_text().replace(symbol, "").strip()) > 5


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != SOURCE_LANGUAGE])
def test_no_english_is_left_in_a_translated_report(language):
    text = " ".join(soup(language).get_text(" ").split())
    translator = Translator(language)
    left = [
        message.id
        for message in template()
        if isinstance(message.id, str)
        and len(message.id) > 14
        and "{" not in message.id
        and translator.text(message.id) != message.id
        and message.id in text
    ]
    assert left == []


def test_every_text_of_the_template_is_marked_for_translation():
    text = files("reports").joinpath("formats", "html", "audit.html.j2").read_text("utf-8")
    bare = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|<[^>]*>", " ", text, flags=re.DOTALL)
    assert re.findall(r"[^\W\d_]{2,}", bare) == []


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", ["ink", "soft", "link", "good", "bad", "ask"])
@pytest.mark.parametrize("ground", ["#ffffff", "#f3f6f9", "#fff8e8"])
def test_every_colour_of_text_stands_out_from_its_ground(name, ground):
    css = files("reports").joinpath("formats", "html", "audit.css").read_text("utf-8")
    colour = re.search(rf"--{name}:(#[0-9a-f]{{6}})", css)[1]
    light, dark = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
