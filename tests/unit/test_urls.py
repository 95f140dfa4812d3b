import re
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.urls.canonical import (
    BaseAddress,
    absolute,
    normal_form,
    tidy,
    without_tracking,
)
from crawlers.urls.parts import (
    host_fits,
    host_names,
    host_of,
    public_suffix,
    query_of,
    registrable,
    split,
)
from crawlers.urls.wrappers import archived_address, destination, leads_elsewhere, unwrap

VIDEO = "https://www.youtube.com/embed/aqz-KE-bpKQ"
PAGE = "https://skole.example/projekt/side.html"


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("billede.jpg", "https://skole.example/projekt/billede.jpg"),
        ("/a b.pdf", "https://skole.example/a%20b.pdf"),
        ("//padlet.com/x/y", "https://padlet.com/x/y"),
        ("?page=2", "https://skole.example/projekt/side.html?page=2"),
        (" \n https://EXAMPLE.org:443/x ", "https://example.org/x"),
        ("https://example.org.", "https://example.org/"),
        ("javascript:void(0)", None),
        ("mailto:x@example.org", None),
        ("data:image/png;base64,AA", None),
        ("http://[broken", None),
        ("tel:+45", None),
        ("billeder\\skov.jpg", "https://skole.example/projekt/billeder/skov.jpg"),
        ("blåbær.html", "https://skole.example/projekt/bl%C3%A5b%C3%A6r.html"),
        ("bl%C3%A5b%C3%A6r.html", "https://skole.example/projekt/bl%C3%A5b%C3%A6r.html"),
        ("?q=blå", "https://skole.example/projekt/side.html?q=bl%C3%A5"),
        ("https://blåbær.example/", "https://xn--blbr-roah.example/"),
        ("http:/padlet.com/a", "http://padlet.com/a"),
        ("https:/padlet.com/a", "https://skole.example/padlet.com/a"),  # the page's own scheme
        ("https:///padlet.com/a", "https://padlet.com/a"),
        ("https://skole.example/a/./b/../c.html", "https://skole.example/a/c.html"),
        ("https://skole.example/../..", "https://skole.example/"),
        ("https://anna:secret@skole.example/x", "https://skole.example/x"),
        ("https://skole.example:8443/x", "https://skole.example:8443/x"),
        ("https://a b.example/x", None),
        ("https://./x", None),
        ("https://0x7f.1/x", "https://127.0.0.1/x"),
        ("a/%2e%2E/b", "https://skole.example/projekt/b"),
        ("a\tb\n.html", "https://skole.example/projekt/ab.html"),
        ("\\\\padlet.com\\x", "https://padlet.com/x"),
        ("?a\\b", "https://skole.example/projekt/side.html?a\\b"),
        ("100%.html", "https://skole.example/projekt/100%.html"),
        ("https://xn--e1afmkfd.xn--p1ai/", "https://xn--e1afmkfd.xn--p1ai/"),
        ("https://xn--/", None),
        ("ftp://skole.example/x", None),
    ],
)
def test_absolute(href: str, address: str | None) -> None:
    assert absolute(PAGE, href) == address


@pytest.mark.parametrize(
    ("wrapped", "inner", "consent"),
    [
        (VIDEO, VIDEO, False),
        (f"https://webtools.europa.eu/crs/iframe/?oriurl={VIDEO}&lang=en", VIDEO, True),
        (
            "//europa.eu/webtools/crs/iframe/?oriurl=https%3A%2F%2Fvimeo.com%2F123",
            "https://vimeo.com/123",
            True,
        ),
        (
            "/media/oembed?url=https%3A//www.youtube.com/watch%3Fv%3Daqz-KE-bpKQ&max_width=0&hash=x",
            "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
            False,
        ),
        (
            "https://webtools.europa.eu/crs/iframe/?oriurl=https%3A%2F%2Fskole.example%2Fmedia%2Foembed"
            "%3Furl%3Dhttps%253A%252F%252Fvimeo.com%252F123",
            "https://vimeo.com/123",
            True,
        ),
        (
            "https://www.google.dk/url?q=https://padlet.com/a/b&sa=D",
            "https://padlet.com/a/b",
            False,
        ),
        (
            "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fpadlet.com%2Fa%2Fb&data=05",
            "https://padlet.com/a/b",
            False,
        ),
        (
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fpadlet.com%2Fa%2Fb&h=x",
            "https://padlet.com/a/b",
            False,
        ),
        (
            "https://urldefense.com/v3/__https://padlet.com/a/b__;!!x",
            "https://padlet.com/a/b",
            False,
        ),
        (
            "https://view.officeapps.live.com/op/embed.aspx?src=https%3A%2F%2Fskole.example%2Fx.pptx",
            "https://skole.example/x.pptx",
            False,
        ),
        (
            "https://urldefense.com/v3/__https:/padlet.com/a/b?x=1*y__;Iw!!Ab12",
            "https://padlet.com/a/b?x=1#y",
            False,
        ),
        (
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__padlet.com_a_b&d=x",
            "https://padlet.com/a/b",
            False,
        ),
        (
            "https://deref-web.de/mail/client/x/?redirectUrl=https%3A%2F%2Fpadlet.com%2Fa",
            "https://padlet.com/a",
            False,
        ),
        (
            "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fvideos%2F1%2F&show_text=0",
            "https://www.facebook.com/a/videos/1/",
            False,
        ),
        (
            "https://www.google.com/url?q=HTTPS%3A%2F%2FPADLET.com%2Fa",
            "https://padlet.com/a",
            False,
        ),
        (
            "https://www.google.com/url?q=https%253A%252F%252Fpadlet.com%252Fa",
            "https://padlet.com/a",
            False,
        ),
        ("https://web.archive.org/web/2/http:/padlet.com/a", "http://padlet.com/a", False),
        ("https://web.archive.org/web/2021/padlet.com", "http://padlet.com/", False),
        (
            "https://arquivo.pt/noFrame/replay/20210615000000/https://padlet.com/a",
            "https://padlet.com/a",
            False,
        ),
        (f"https://web.archive.org/web/20210615000000if_/{VIDEO}", VIDEO, False),
        (f"https://web.archive.org/web/2021/https://www.google.com/url?q={VIDEO}", VIDEO, False),
        (
            "https://www.google.com/url?q=javascript:alert(1)",
            "https://www.google.com/url?q=javascript:alert(1)",
            False,
        ),
        (
            "https://www.google.com.example.org/url?q=https://padlet.com/a",
            "https://www.google.com.example.org/url?q=https://padlet.com/a",
            False,
        ),
    ],
)
def test_unwrap(wrapped: str, inner: str, consent: bool) -> None:
    link = unwrap(absolute(PAGE, wrapped) or "")
    assert (link.url, link.consent) == (inner, consent)


def test_wrappers_are_taken_off_however_deep_they_nest() -> None:
    url = VIDEO
    for depth in range(20):
        base = ("https://www.google.com/url?q=", "https://l.facebook.com/l.php?u=")[depth % 2]
        url = base + quote(url, safe="")
    wrapped = f"https://webtools.europa.eu/crs/iframe/?oriurl={quote(url, safe='')}"
    link = unwrap(f"https://web.archive.org/web/20210615000000/{wrapped}")
    assert (link.url, link.consent) == (VIDEO, True)
    assert link.archived == "https://web.archive.org/web/20210615000000/"


def test_an_archive_prefix_is_kept_apart() -> None:
    prefix, original = archived_address(
        "https://web.archive.org/web/20210615000000/http://twinspace.etwinning.net/1/home"
    ) or ("", "")
    assert prefix == "https://web.archive.org/web/20210615000000/"
    assert original == "http://twinspace.etwinning.net/1/home"
    own = archived_address(
        "http://localhost:8080/samling/20210615000000mp_/https://twinspace.etwinning.net/1"
    )
    assert own == (
        "http://localhost:8080/samling/20210615000000mp_/",
        "https://twinspace.etwinning.net/1",
    )
    assert archived_address("https://skole.example/20210615000000/nyt.html") is None
    assert archived_address("https://web.archive.org/about/") is None


@pytest.mark.parametrize(
    ("host", "pattern", "fits"),
    [
        ("padlet.com", "padlet.com", True),
        ("da.padlet.com", "padlet.com", True),
        ("notpadlet.com", "padlet.com", False),
        ("padlet.com.example.org", "padlet.com", False),
        ("maps.google.co.uk", "google.*", True),
        ("google.example.org", "google.*", False),
        ("google.com.evil.net", "google.*", False),
    ],
)
def test_hosts_are_compared_by_labels(host: str, pattern: str, fits: bool) -> None:
    assert host_fits(host, pattern) is fits


def test_registrable_domains_follow_the_public_suffix_list() -> None:
    assert registrable("a.b.co.uk") == "b.co.uk"
    assert registrable("127.0.0.1") == "127.0.0.1"


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://a.example/x?utm_source=y&v=1#t", "https://a.example/x?v=1"),
        ("https://a.example/x?fbclid=1", "https://a.example/x"),
        ("https://a.example/x?q=a+b&q=c", "https://a.example/x?q=a+b&q=c"),
        ("https://a.example/x", "https://a.example/x"),
        ("https://a.example/x?q=%E9t%E9&gclid=1", "https://a.example/x?q=%E9t%E9"),
        ("https://a.example/x.mp3?_=1", "https://a.example/x.mp3"),
        ("https://a.example/x?si=3", "https://a.example/x?si=3"),
        ("https://a.example/x?utm_source=a&utm_medium=b", "https://a.example/x"),
    ],
)
def test_without_tracking(url: str, clean: str) -> None:
    assert without_tracking(url) == clean


def test_spelling_of_one_address() -> None:
    spellings = (
        "HTTPS://WWW.Skole.Example.:443/a%20b/?q=1",
        "https://www.skole.example/x/../a b/?q=1",
        " https://www.skole.example/./a b/?q=1\n",
    )
    assert {tidy(spelling) for spelling in spellings} == {"https://www.skole.example/a%20b/?q=1"}
    assert tidy("no address") == "no address"


@pytest.mark.parametrize(
    ("encoding", "href", "query"),
    [
        ("utf-8", "?q=Århus", "q=%C3%85rhus"),
        ("windows-1252", "?q=Århus", "q=%C5rhus"),
        ("windows-1252", "?q=Århus#Å", "q=%C5rhus#%C3%85"),
        ("windows-1252", "?q=%C3%85&x=Å", "q=%C3%85&x=%C5"),
        ("windows-1252", "?q=Ω", "q=%26%23937%3B"),
        ("windows-1251", "?q=Год", "q=%C3%EE%E4"),
        ("shift_jis", "?q=ソ", "q=%83\\"),
        ("utf-16le", "?q=Å", "q=%C3%85"),
        ("no-such", "?q=Å", "q=%C3%85"),
    ],
)
def test_a_query_is_written_in_the_encoding_of_its_page(
    encoding: str, href: str, query: str
) -> None:
    assert absolute(BaseAddress(PAGE, encoding), href) == f"{PAGE}?{query}"
    assert absolute(BaseAddress(PAGE, encoding), "/ø.html") == "https://skole.example/%C3%B8.html"


def test_hosts_and_what_they_belong_to() -> None:
    assert host_names("a.b.example.org.") == (
        "a.b.example.org",
        "b.example.org",
        "example.org",
        "org",
    )
    assert host_of("https://WWW.Example.ORG./x") == "www.example.org"
    assert host_of("nothing") == ""
    assert public_suffix("skole.co.uk") == "co.uk"
    assert public_suffix("done.nowhere") == ""
    assert split("https://example.org:0/") is None


def test_short_addresses_lead_elsewhere() -> None:
    assert leads_elsewhere("https://bit.ly/3xYz")
    assert leads_elsewhere("https://forms.gle/abc")
    assert not leads_elsewhere("https://bit.ly/")
    assert not leads_elsewhere("https://habit.ly/3xYz")


URLISH = st.text(
    st.sampled_from("ahtps:/?#&=%.@[]_-+*;\\ \t\nøß\u200b\ud800") | st.characters(), max_size=120
)
WRAPPED = st.builds(
    "{}{}".format,
    st.sampled_from(
        [
            "",
            "https://",
            "https://example.org/?url=",
            "https://www.google.com/url?q=https%3A%2F%2F",
            "https://web.archive.org/web/2020/http://",
            "https://urldefense.com/v3/__https://",
            "https://urldefense.proofpoint.com/v2/url?u=http-3A__",
            "//europa.eu/webtools/crs/iframe/?oriurl=//",
        ]
    ),
    URLISH,
)


@given(WRAPPED)
def test_nothing_raises_and_a_second_time_changes_nothing(url: str) -> None:
    tidied = tidy(url)
    assert tidy(tidied) == tidied
    inner = unwrap(url).url
    assert unwrap(inner).url == inner
    clean = without_tracking(url)
    assert without_tracking(clean) == clean
    whole = absolute(PAGE, url)
    assert whole is None or (tidy(whole) == whole and absolute(PAGE, whole) == whole)
    archived_address(url)
    leads_elsewhere(url)


@pytest.mark.parametrize(
    ("chain", "meant"),
    [
        (["https://padlet.com/a/b"], "https://padlet.com/a/b"),
        (
            [
                "https://forms.gle/x",
                "https://docs.google.com/forms/d/e/1/viewform",
                "https://accounts.google.com/v3/signin",
            ],
            "https://docs.google.com/forms/d/e/1/viewform",
        ),
        (["https://tinyurl.com/x", "https://bit.ly/y"], ""),
        ([], ""),
    ],
)
def test_what_a_short_address_stands_for(chain: list[str], meant: str) -> None:
    assert destination(chain) == meant


@pytest.mark.parametrize("between", ["&", "&amp;", "&amp;amp;"])
def test_an_ampersand_escaped_too_often_divides_parameters(between: str):
    url = f"https://www.jigsawplanet.com/?rc=play{between}pid=035690a8018b"
    assert query_of(url) == {"rc": "play", "pid": "035690a8018b"}


PATHS = st.text(st.sampled_from("abcAZ09-._~/åß€ ()'!") | st.characters(), max_size=40)


@st.composite
def two_spellings(draw: st.DrawFn) -> tuple[str, str]:
    """An address, and the same one as somebody else writes it."""
    path, query = draw(PATHS), draw(PATHS)
    plain = f"https://www.skole.example/{quote(path, safe='/', errors='replace')}"
    plain += f"?{quote(query, errors='replace')}" if query else ""
    return plain, _respelt(draw, plain)


def _respelt(draw: st.DrawFn, url: str) -> str:
    """Letters coded, hex digits in small letters, dots, tabs, back-slashes, default port."""
    scheme, host, rest = re.fullmatch(r"(https)://([^/]*)/(.*)", url).groups()  # type: ignore[union-attr]
    pieces = re.findall(r"%..|.", rest)
    for place in draw(st.sets(st.integers(0, max(len(pieces) - 1, 0)), max_size=8)):
        if place >= len(pieces):
            continue
        piece = pieces[place]
        if piece.startswith("%"):
            pieces[place] = piece.lower()
        elif piece.isalnum() or piece in "-_~":
            pieces[place] = f"%{ord(piece):02x}"
        elif piece == "/" and "?" not in pieces[:place]:
            pieces[place] = draw(st.sampled_from(["\\", "/./", "/x/../", "/%2e/", "/y/%2E%2e/"]))
    rest = "".join(pieces)
    gap = draw(st.integers(0, len(rest)))
    rest = rest[:gap] + draw(st.sampled_from(["", "\t", "\n", "\r\n"])) + rest[gap:]
    host = draw(st.sampled_from([host, host.upper(), f"{host}:443", f"{host}.", f"a@{host}"]))
    scheme = draw(st.sampled_from([scheme, scheme.upper()]))
    return draw(st.sampled_from(["", " ", "\n"])) + f"{scheme}://{host}/{rest}"


@given(two_spellings())
def test_an_address_in_two_equivalent_spellings_is_one(spellings: tuple[str, str]) -> None:
    plain, other = spellings
    assert normal_form(absolute(PAGE, other) or "") == normal_form(plain)
    assert normal_form(normal_form(other)) == normal_form(other)


def test_what_is_not_equivalent_stays_apart() -> None:
    assert normal_form("https://a.example/x%2Fy") != normal_form("https://a.example/x/y")
    assert normal_form("https://a.example/%7efoo/%c3%b8") == "https://a.example/~foo/%C3%B8"
    assert normal_form("https://BLÅBÆR.example/") == "https://xn--blbr-roah.example/"
    assert normal_form("https://a.example/?q=a%2Bb") != normal_form("https://a.example/?q=a+b")
