"""Links that are no ``href``: scripts, forms without fields, lists to jump from, styles."""

from __future__ import annotations

import pytest

from crawlers.extraction.addresses.links import read
from tests.unit.pages import PAGE, document


def followed(markup: str) -> list[str]:
    reading = read(document(f"<body><p>Broer</p>{markup}"))
    return [link.url.removeprefix(PAGE) for link in reading.outlinks]


@pytest.mark.parametrize(
    ("markup", "urls"),
    [
        ("<a href=\"javascript:window.open('a.pdf','w','width=4')\">A</a>", ["a.pdf"]),
        ("<a href=\"javascript:void(location.href='a.html')\">A</a>", ["a.html"]),
        ('<a href="JavaScript:%20document.location%20=%20%22a.html%22">A</a>', ["a.html"]),
        ('<a href="javascript:window.print()">A</a>', []),
        ("<a href=\"javascript:if(location=='a.html'){}\">A</a>", []),
        ("<a href=\"javascript:location='a'+name\">A</a>", []),
        ('<a href="#" onclick="location=\'a.html\'">A</a>', ["a.html"]),
        ("<div onclick=\"window.open('a.html')\">A</div>", ["a.html"]),
    ],
)
def test_scripts_that_open_an_address(markup: str, urls: list[str]) -> None:
    assert followed(markup) == urls


@pytest.mark.parametrize(
    ("markup", "urls"),
    [
        ('<form action="a.html"><button>A</button></form>', ["a.html"]),
        ('<form action="a.html"><input type="submit" value="A"></form>', ["a.html"]),
        ('<form action="x"><button formaction="a.html">A</button></form>', ["a.html"]),
        (
            '<form action="a"><input type="hidden" name="n" value="1"><button>A</button></form>',
            ["a?n=1"],
        ),
        ('<form action="a.html" method="post"><button>A</button></form>', []),
        ('<form action="a.html"><input name="q"><button>A</button></form>', []),
        ('<form action="a.html"><select name="q"></select><button>A</button></form>', []),
        ('<form action="a.html"><button type="button">A</button></form>', []),
        ("<form><button>A</button></form>", []),
    ],
)
def test_forms_that_are_links(markup: str, urls: list[str]) -> None:
    assert followed(markup) == urls


@pytest.mark.parametrize(
    ("handler", "urls"),
    [
        ("location.href = this.value", ["a.html"]),
        ("if (this.value) window.location = this.value;", ["a.html"]),
        ("window.open(this.options[this.selectedIndex].value)", ["a.html"]),
        ("MM_jumpMenu('parent',this,0)", ["a.html"]),
        ("location = '/' + this.value", []),
        ("this.form.submit()", []),
        ("", []),
    ],
)
def test_lists_to_jump_from(handler: str, urls: list[str]) -> None:
    options = '<option value="">Gå til</option><option value="a.html">A</option>'
    assert followed(f'<select onchange="{handler}">{options}</select>') == urls


def test_links_and_pictures_in_drawings() -> None:
    drawing = (
        '<svg><a xlink:href="n.html"><path d=""></path></a><a href="s.html"><text>S</text></a>'
        '<image xlink:href="havn.png" width="100" height="75"></image></svg>'
    )
    reading = read(document(f"<body><p>Kort</p>{drawing}"))
    assert [link.url.removeprefix(PAGE) for link in reading.outlinks] == ["n.html", "s.html"]
    assert [seen.url.removeprefix(PAGE) for seen in reading.seen if seen.tag == "img"] == [
        "havn.png"
    ]


@pytest.mark.parametrize(
    ("markup", "photos"),
    [
        ('<div style="background-image:url(kor.jpg)" aria-label="Koret"></div>', ["kor.jpg"]),
        ("<div style=\"background: #ccc url('kor.jpg') center\"></div>", ["kor.jpg"]),
        ('<div style="background:url(/themes/x/images/t.png)"></div>', []),
        ('<div style="background:url(data:image/png;base64,AAAA)"></div>', []),
        ('<div style="background:url(prik.gif)"></div>', []),
        ('<div style="width:20px;height:20px;background:url(kor.jpg)"></div>', []),
    ],
)
def test_photos_as_backgrounds(markup: str, photos: list[str]) -> None:
    reading = read(document(f"<body><p>Galleri</p>{markup}"))
    assert [seen.url.removeprefix(PAGE) for seen in reading.seen] == photos
