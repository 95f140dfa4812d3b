import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.urls import (
    absolute,
    archived,
    host_fits,
    leads_elsewhere,
    registrable,
    tidy,
    unwrap,
    without_tracking,
)

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
    found = unwrap(absolute(PAGE, wrapped) or "")
    assert (found.url, found.consent) == (inner, consent)


def test_an_archive_prefix_is_kept_apart() -> None:
    prefix, original = archived(
        "https://web.archive.org/web/20210615000000/http://twinspace.etwinning.net/1/home"
    ) or ("", "")
    assert prefix == "https://web.archive.org/web/20210615000000/"
    assert original == "http://twinspace.etwinning.net/1/home"
    own = archived(
        "http://localhost:8080/samling/20210615000000mp_/https://twinspace.etwinning.net/1"
    )
    assert own == (
        "http://localhost:8080/samling/20210615000000mp_/",
        "https://twinspace.etwinning.net/1",
    )
    assert archived("https://skole.example/20210615000000/nyt.html") is None
    assert archived("https://web.archive.org/about/") is None


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
    ],
)
def test_without_tracking(url: str, clean: str) -> None:
    assert without_tracking(url) == clean


def test_short_addresses_lead_elsewhere() -> None:
    assert leads_elsewhere("https://bit.ly/3xYz")
    assert leads_elsewhere("https://forms.gle/abc")
    assert not leads_elsewhere("https://bit.ly/")
    assert not leads_elsewhere("https://habit.ly/3xYz")


@given(st.text(max_size=200))
def test_nothing_raises(text: str) -> None:
    for url in (text, f"https://{text}", f"https://example.org/?url={text}"):
        tidied = tidy(url)
        assert tidy(tidied) == tidied
        inner = unwrap(url).url
        assert unwrap(inner).url == inner
        clean = without_tracking(url)
        assert without_tracking(clean) == clean
        absolute(PAGE, url)
