"""The header of a page before its main part, and headings that are no titles."""

from __future__ import annotations

import pytest

from crawlers import platforms
from crawlers.extraction.page_frame import page_frame
from crawlers.platforms.content import own_title
from tests.unit.pages import PAGE, capture_of, document, reading

SITE_HEADER = "<header class=site><h1>Our school</h1><a href='/login'>Log in</a></header>"
CARD = "<article class='ecl-card'><h1 class='ecl-content-block__title'><a href='b.html'>B</a></h1></article>"
HEADER = (
    "<div class='ecl-page-header'><nav><a href='/'>Home</a></nav><ul><li>Project</li>"
    "<li>Closed</li></ul><h1>{title}</h1><p>See <a href='https://padlet.com/a/w4ll'>our wall</a>, "
    "or write to anna.hansen@skole.example.</p></div>"
)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (f"{SITE_HEADER}{HEADER.format(title='Rivers')}<main>{CARD}<p>Text</p></main>", "Rivers"),
        (
            f"{SITE_HEADER}<section class='page-header'><h1>A</h1></section><main><h1>B</h1></main>",
            "A",
        ),
        (f"{SITE_HEADER}<div><div><h1>Rivers</h1></div></div><main>{CARD}</main>", "Rivers"),
        ("<div class=brand><h1>School</h1></div><main><h1>Rivers</h1></main>", ""),
        (f"{SITE_HEADER}<main><h1>Rivers</h1></main>", ""),
        ("<h1>Rivers</h1><p>Text without a main part</p>", ""),
    ],
)
def test_the_heading_of_the_header(body: str, title: str) -> None:
    assert page_frame(document(f"<body>{body}</body>")).title == title


def test_labels_come_before_the_heading_and_the_description_after_it() -> None:
    frame = page_frame(document(f"<body>{HEADER.format(title='Rivers')}<main>x</main></body>"))
    assert frame.labels == ("Project", "Closed")
    assert frame.description.startswith("See our wall")


def test_what_the_header_links_is_found_and_its_menu_is_not_content() -> None:
    body = f"<body>{SITE_HEADER}{HEADER.format(title='Rivers')}<main><p>{'Text ' * 99}</p></main></body>"
    assert [seen.url for seen in reading(body).seen] == ["https://padlet.com/a/w4ll"]


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (f"<main>{CARD}<h1>Rivers</h1><p>Text</p></main>", "Rivers"),
        ("<main><a href='b.html'><h1>B</h1></a><h1>Rivers</h1></main>", "Rivers"),
        (f"<main>{CARD}</main>", "B"),
    ],
)
def test_a_cards_heading_is_a_title_only_where_there_is_no_other(body: str, title: str) -> None:
    assert own_title(document(f"<body>{body}</body>")) == title


def test_personal_data_of_the_header_are_told() -> None:
    site = platforms.recognise(PAGE)
    body = f"<body>{HEADER.format(title='Rivers')}<main><p>Text</p></main></body>"
    assert site.read_page(capture_of(body), document(body)).personal_data == ("email_address",)
