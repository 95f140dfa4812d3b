"""Which addresses are projects, which are one page, and what is read from a page."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from crawlers import platforms
from crawlers.extraction.addresses.links import read
from crawlers.model.page import Layout, PageReading, Section
from crawlers.model.project import ProjectState
from crawlers.platforms.base import NotAProjectError, Site, never_follow, pager
from crawlers.platforms.content import own_title, personal_data, says_nothing, without_names
from tests.unit.pages import capture_of, document, in_main

ADDRESSES = Path(__file__).parent / "data" / "project_addresses.csv"
ESEP = "https://school-education.ec.europa.eu"
RIVER = f"{ESEP}/en/etwinning/projects/our-river-0"
OLD = "https://twinspace.etwinning.net"
KEPT = "https://web.archive.org/web/20210615000000"


def site_of(url: str) -> Site:
    return platforms.recognise(url)


def identity(seed_url: str, url: str) -> str | None:
    return site_of(seed_url).identity(url)


def known_addresses() -> list[tuple[str, str]]:
    with ADDRESSES.open(encoding="utf-8", newline="") as lines:
        return [(row["url"], row["platform"]) for row in csv.DictReader(lines)]


def refusal(url: str) -> str:
    """The sentence with which an address is refused, empty for a project's."""
    try:
        site_of(url)
    except NotAProjectError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(("url", "expected"), known_addresses())
def test_each_form_of_address_is_recognised_or_refused_with_a_sentence(
    url: str, expected: str
) -> None:
    sentence = refusal(url)
    if not expected:
        assert url in sentence
        assert "; " in sentence
        return
    assert not sentence
    site = site_of(url)
    assert site.platform.id == expected
    assert site.identity(url) is not None
    assert site.identity(site.home) is not None


@pytest.mark.parametrize("url", ["", "   ", "no address", "ftp://x.org/", "file:///etc/passwd"])
def test_what_is_not_a_web_address_is_refused_with_a_sentence(url: str) -> None:
    with pytest.raises(NotAProjectError, match="give the address of the project"):
        site_of(url)


@pytest.mark.parametrize(
    "url",
    [
        f"{RIVER}/twinspace",
        f"{RIVER}/twinspace/",
        f"{RIVER}/twinspace/home",
        f"{RIVER}/twinspace?type=1",
        f"{RIVER}/twinspace?type=1#top",
        f"{RIVER}/twinspace?page=0",
        f"{RIVER}/twinspace?page=0,0",
        "http://school-education.ec.europa.eu/es/etwinning/projects/our-river-0/twinspace",
        "https://school-education.ec.europa.eu./pt-pt/etwinning/projects/Our-River-0/twinspace/home/",
        f"{ESEP}/etwinning/projects/our-river-0/twinspace?prefLang=sl",
        f"{ESEP}:443/hy/networking/projects/our-river-0/twinspace",
    ],
)
def test_spellings_of_one_home_page(url: str) -> None:
    assert identity(f"{RIVER}/twinspace", url) == f"{RIVER}/twinspace"
    site = site_of(url)
    assert (site.platform.id, site.seed.project_id) == ("esep", "our-river-0")
    assert site.identity(site.home) == f"{RIVER}/twinspace"


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("/twinspace/pages?page=3", "/twinspace/pages?page=3"),
        ("/twinspace/pages?page=6,0,14", "/twinspace/pages?page=6,0,14"),
        ("/twinspace/pages?page=6%2C0&type=1", "/twinspace/pages?page=6"),
        ("/twinspace/pages?page=x", "/twinspace/pages"),
        ("/twinspace/pages/results/", "/twinspace/pages/results"),
        ("", ""),
        ("/", ""),
    ],
)
def test_pages_of_a_project(url: str, page: str) -> None:
    assert identity(f"{RIVER}/twinspace", RIVER + url) == RIVER + page


@pytest.mark.parametrize(
    "url",
    [
        f"{ESEP}/en/etwinning/projects/our-river-1/twinspace",
        f"{ESEP}/en/etwinning/projects/our-river-0-copy/twinspace",
        f"{RIVER}/members",
        f"{ESEP}/en/discover/news/our-river-0",
        f"{OLD}/123/home",
        "https://school-education.ec.europa.eu.example.org/en/etwinning/projects/our-river-0/twinspace",
        "mailto:x@example.org",
    ],
)
def test_what_is_not_a_page_of_the_project(url: str) -> None:
    assert identity(f"{RIVER}/twinspace", url) is None


def test_the_language_that_was_given_is_the_language_that_is_asked_for() -> None:
    site = site_of(f"{ESEP}/da/etwinning/projects/our-river-0")
    assert site.home == f"{ESEP}/da/etwinning/projects/our-river-0/twinspace"
    address = site.address(f"{RIVER}/twinspace/pages/results?type=1")
    assert address == f"{ESEP}/da/etwinning/projects/our-river-0/twinspace/pages/results"


@pytest.mark.parametrize(
    ("rest", "section"),
    [
        ("", Section.PROFILE),
        ("/twinspace", Section.HOME),
        ("/twinspace/pages", Section.PAGE),
        ("/twinspace/pages/members", Section.PAGE),
        ("/twinspace/materials", Section.MATERIALS),
        ("/twinspace/materials/images/album-1", Section.MATERIALS),
        ("/twinspace/forum/a-thread", Section.FORUM),
        ("/twinspace/members", Section.MEMBERS),
        ("/twinspace/online-meetings", Section.MEETINGS),
        ("/twinspace/updates?page=2", Section.UPDATES),
        ("/twinspace/something-new", Section.OTHER),
    ],
)
def test_sections_by_address(rest: str, section: Section) -> None:
    site = site_of(f"{RIVER}/twinspace")
    assert site.section(RIVER + rest) is section


@pytest.mark.parametrize(
    ("url", "page"),
    [
        (f"{OLD}/123", f"{OLD}/123"),
        ("http://twinspace.etwinning.net./123/home/", f"{OLD}/123"),
        (f"{OLD}/123/pages/page/7?x=1#y", f"{OLD}/123/pages/page/7"),
        (f"{OLD}/123/pages?page=2", f"{OLD}/123/pages?page=2"),
        (f"{KEPT}/{OLD}/123/home", f"{OLD}/123"),
        (f"https://web.archive.org/web/2019id_/{OLD}/123/pages/page/7", f"{OLD}/123/pages/page/7"),
        (f"http://localhost:8080/coll/20210615000000mp_/{OLD}/123/", f"{OLD}/123"),
        (f"{OLD}/1234/home", None),
        (f"{OLD}/login", None),
        (f"{OLD}/files/collabspace/3/23/123/123/images/a.jpg", None),
    ],
)
def test_pages_of_an_old_twinspace(url: str, page: str | None) -> None:
    assert identity(f"{OLD}/123/home", url) == page
    assert identity(f"{KEPT}/{OLD}/123/home", url) == page


def test_an_old_twinspace_in_an_archive_is_asked_for_in_the_archive() -> None:
    site = site_of(f"{KEPT}/http://twinspace.etwinning.net/123/home")
    assert (site.platform.id, site.seed.project_id, site.seed.archive_prefix) == (
        "legacy",
        "123",
        f"{KEPT}/",
    )
    page = "http://twinspace.etwinning.net/123/pages/page/7"
    assert site.address(page) == f"{KEPT}/{page}"
    assert site.address(f"{KEPT}/{page}") == f"{KEPT}/{page}"


SITE = "https://www.skole.example/erasmus/"


@pytest.mark.parametrize(
    ("url", "page"),
    [
        (SITE, SITE),
        (f"{SITE}index.html", SITE),
        (f"{SITE}index.php?p=2", f"{SITE}?p=2"),
        ("http://skole.example/erasmus/", SITE),
        ("https://www.skole.example./erasmus/#top", SITE),
        (f"{SITE}om.html?utm_source=mail&fbclid=1", f"{SITE}om.html"),
        (f"{SITE}?b=2&a=1", f"{SITE}?a=1&b=2"),
        (f"{SITE}side.php?PHPSESSID=abc&id=3", f"{SITE}side.php?id=3"),
        (f"{SITE}side;jsessionid=AB12?id=3", f"{SITE}side?id=3"),
        (f"{SITE}blåbær.html", f"{SITE}bl%C3%A5b%C3%A6r.html"),
        (f"{SITE}home.html", f"{SITE}home.html"),
        ("https://www.skole.example/erasmus", "https://www.skole.example/erasmus"),
        ("https://www.skole.example/nyheder/", None),
        ("https://www.skole.example/erasmus2/", None),
        ("https://andre.skole.example/erasmus/", None),
        ("https://www.skole.example:8443/erasmus/", None),
        (f"{SITE}rapport.pdf", None),
        (f"{SITE}billede.JPG?size=2", None),
        (f"{SITE}style.css", None),
    ],
)
def test_pages_of_an_ordinary_site(url: str, page: str | None) -> None:
    assert identity(SITE, url) == page


@pytest.mark.parametrize(
    ("seed", "inside", "outside"),
    [
        ("https://x.example/", "https://x.example/a/b", "https://y.example/"),
        ("https://x.example/p/start.html", "https://x.example/p/b", "https://x.example/q"),
        ("https://x.example/our-project", "https://x.example/our-project/b", "https://x.example/b"),
        ("https://x.example/view/p/home", "https://x.example/view/p/b", "https://x.example/view/q"),
        ("https://x.example/users/anna/", "https://x.example/users/anna/b", "https://x.example/b"),
    ],
)
def test_the_scope_of_an_ordinary_site(seed: str, inside: str, outside: str) -> None:
    assert identity(seed, seed) is not None
    assert identity(seed, inside) is not None
    assert identity(seed, outside) is None


def test_a_site_in_an_archive() -> None:
    site = site_of(f"{KEPT}/http://www.skole.example/erasmus/index.html")
    assert site.platform.id == "web"
    assert site.identity(f"{KEPT}/https://skole.example/erasmus/om.html") == (
        "http://www.skole.example/erasmus/om.html"
    )
    assert site.section("http://www.skole.example/erasmus/") is Section.HOME


@pytest.mark.parametrize(
    "path",
    [
        "/user/login",
        "/login.php",
        "/user/logout?x=1",
        "/node/12/edit",
        "/node/12/delete",
        "/flag/flag/abuse/12?token=x",
        "/print/view/pdf/12",
        "/pages/results/share",
        "/wp-login.php?redirect_to=x",
        "/calendar/2026/11",
        "/events?month=2026-11",
        "/pages?sort=asc&order=title",
        "/pages/results?destination=/home",
        "/index.php?action=edit",
        "/wiki?do=login",
        "/a/b/a/b/a/b",
        "/x/x/x",
        "/" + "/".join("abcdefghijklmnopqrstuvwxyz"),
        "/feed/",
    ],
)
def test_what_is_never_followed(path: str) -> None:
    assert never_follow(f"https://skole.example{path}")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/pages/our-editors",
        "/pages/share.html",
        "/calendar.html",
        "/index.php?option=com_content&task=view&id=5",
        "/index.php?action=show",
        "/news?year=2024",
        "/2024/05/12/a-day",
        "/a/b/a/b",
        "/pages?page=12",
    ],
)
def test_what_is_followed(path: str) -> None:
    assert not never_follow(f"https://skole.example{path}")


@pytest.mark.parametrize(
    ("seed", "url", "follow"),
    [
        # Teachers call their pages and projects what they like.
        (f"{RIVER}/twinspace", f"{RIVER}/twinspace/pages/calendar", True),
        (f"{RIVER}/twinspace", f"{RIVER}/twinspace/pages/share", True),
        (f"{RIVER}/twinspace", f"{RIVER}/twinspace/pages/results/share", False),
        (f"{RIVER}/twinspace", f"{RIVER}/twinspace/pages/login", False),
        (f"{RIVER}/twinspace", f"{RIVER}/twinspace/meetings/calendar", False),
        (
            f"{ESEP}/en/etwinning/projects/share/twinspace",
            f"{ESEP}/en/etwinning/projects/share",
            True,
        ),
        ("https://x.example/users/anna/", "https://x.example/users/anna/about", True),
        ("https://x.example/users/anna/", "https://x.example/users/anna/print/4", False),
        ("https://x.example/", "https://x.example/calendar/", True),
        ("https://x.example/", "https://x.example/calendar/2026/", False),
        (f"{OLD}/123/home", f"{OLD}/123/pages/page/7", True),
        (f"{OLD}/123/home", f"{OLD}/123/pages/page/7/edit", False),
    ],
)
def test_words_of_actions_count_below_the_project_only(seed: str, url: str, follow: bool) -> None:
    site = site_of(seed)
    page = site.identity(url)
    assert page is not None
    assert never_follow(url, site.below(page)) is not follow


@pytest.mark.parametrize(
    ("query", "place"),
    [("", ""), ("page=0", ""), ("page=7", "7"), ("page=07", "7"), ("page=0,2,0", "0,2")],
)
def test_pagers(query: str, place: str) -> None:
    assert pager(f"https://x.example/?{query}") == place


FRAME = (
    "<html lang='pl'><head><title>{title} | European School Education Platform</title></head>"
    "<body>"
    "<header><a href='https://ec.europa.eu/'><img src='/l.svg' alt='European Commission logo'></a>"
    "<img src='/p/rainbow.png' alt='Rainbow'></header>"
    "<nav><h2>Strony</h2><a href='/pl/etwinning/projects/our-river-0/twinspace/pages/a'>A</a></nav>"
    "<main>{main}</main><footer><a href='/pl/about'>About</a></footer></body></html>"
)


def page(url: str, main: str, title: str = "Results", frame: str = FRAME) -> PageReading:
    site = site_of(url)
    capture = capture_of(frame.format(title=title, main=main), url)
    return site.read_page(capture, document(capture.body, url))


def test_a_page_of_the_platform() -> None:
    content = page(
        f"{RIVER}/twinspace/pages/results",
        "<p>Created by <a href='/user/8'>Anna Testgaard</a></p><p>Last updated by Jan Próbny 1 year"
        " 8 months ago</p><h1>Results</h1><h2>Created by Anna Testgaard</h2><ul><li>"
        "<a href='/sites/default/files/report.pdf'>Report</a></li></ul><h3>Part two</h3>",
    )
    assert (content.title, content.section, content.language) == ("Results", Section.PAGE, "pl")
    assert content.headings == ("Results", "Part two")
    assert content.layout is Layout.KNOWN
    assert content.updated is None
    assert [candidate.url.rpartition("/")[2] for candidate in content.seen] == ["8", "report.pdf"]
    assert content.project_title == ""


@pytest.mark.parametrize(
    ("main", "title", "expected"),
    [
        ("<h1>Our river</h1><h2>Results</h2>", "Results", "Results"),
        ("<h1>Our river</h1>", "TwinSpace", "Our river"),
        ("<h1>Created by Anna Testgaard</h1>", "Results", "Results"),
        ("<h1>Opdateret af Anna Testgaard</h1>", "Updated by Anna Testgaard", ""),
        ("<p>no heading</p>", "Results", "Results"),
    ],
)
def test_titles(main: str, title: str, expected: str) -> None:
    assert own_title(document(FRAME.format(title=title, main=main))) == expected


def test_names_of_people_are_no_headings() -> None:
    headings = ("Results", "Last updated by A B 1 year ago", "Utworzone przez A B", "Created works")
    assert without_names(headings) == ("Results", "Created works")


@pytest.mark.parametrize(
    ("main", "frame"),
    [
        ("<p>no heading</p>", FRAME),
        ("<h1>No way around</h1>", "<html><title>{title}</title><main>{main}</main></html>"),
        ("<h1>No main</h1>", FRAME.replace("main>", "div>")),
    ],
)
def test_an_unknown_layout_is_called_unknown(main: str, frame: str) -> None:
    assert page(f"{RIVER}/twinspace/pages/a", main, frame=frame).layout is Layout.UNKNOWN


@pytest.mark.parametrize(
    ("rest", "main", "state"),
    [
        ("", "<h1>Our river</h1><p>Active</p>", ProjectState.OPEN),
        ("", "<h1>Our river</h1><p>Closed.</p>", ProjectState.CLOSED),
        ("", "<h1>Our river</h1><p>Zamknięty</p>", ProjectState.CLOSED),
        ("", "<h1>Our river</h1><p>Our shop is closed on Sundays</p>", ProjectState.UNKNOWN),
        ("/twinspace", "<h1>x</h1><p>Closed</p>", ProjectState.UNKNOWN),
        ("/twinspace", "<h1>x</h1><p>This project has been archived.</p>", ProjectState.ARCHIVED),
        (
            "/twinspace",
            "<h1>x</h1><div role=status>The project is closed</div>",
            ProjectState.CLOSED,
        ),
        ("/twinspace/pages/a", "<h1>x</h1><p>Archived</p>", ProjectState.UNKNOWN),
    ],
)
def test_the_state_of_a_project(rest: str, main: str, state: ProjectState) -> None:
    assert page(RIVER + rest, main).project_state is state


@pytest.mark.parametrize(
    ("main", "countries"),
    [
        ("<p>Membership: Poland(1), Bulgaria (2)</p>", ("Bulgaria", "Poland")),
        ("<ul><li>Poland(1)</li><li>Bosnia and Herzegovina (1)</li></ul><p>x</p>", None),
        ("<p>Members: 3</p>", ()),
        ("<p>We met in 2024 (twice) and in 2025 (3) again</p>", ()),
    ],
)
def test_partners_stand_on_the_profile(main: str, countries: tuple[str, ...] | None) -> None:
    expected = ("Bosnia and Herzegovina", "Poland") if countries is None else countries
    assert page(RIVER, f"<h1>Our river</h1>{main}").partners == expected


def test_an_old_page_has_no_main_landmark() -> None:
    url = f"{OLD}/123/pages/page/7"
    content = page(
        url,
        "",
        frame="<title>Our plan | TwinSpace</title><body><header><img src=/l.png><h1>TwinSpace</h1>"
        "</header><nav><a href=/123/home>Home</a><a href=/x.pdf>x</a></nav><h2>Our plan</h2><ul>"
        "<li>"
        "<img src='/files/collabspace/3/23/123/123/images/a.jpg'></li><li>Poll: 3 votes</li></ul>"
        "<footer><img src=/eu.png></footer></body>",
    )
    assert content.title == "Our plan"
    assert [candidate.url.rpartition("/")[2] for candidate in content.seen] == ["a.jpg"]
    assert content.layout is Layout.KNOWN


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Write to anna@skole.example", ("email_address",)),
        ("<a href='mailto:x@y.example'>write</a>", ("email_address",)),
        ("Call +45 12 34 56 78", ("phone_number",)),
        ("@anna, 12.10.2023, 1234567890, page 2@3", ()),
    ],
)
def test_personal_data_are_reported_by_kind_alone(text: str, kinds: tuple[str, ...]) -> None:
    assert personal_data(document(in_main(text))) == kinds


@pytest.mark.parametrize(
    ("main", "nothing"),
    [
        ("<h1>Results</h1>", True),
        (
            "<h1>Results</h1><p>Created by Anna Testgaard</p><p>Last updated by A B 1 year ago</p>",
            True,
        ),
        ("<nav><a href=/a>A</a><a href=/b>B</a></nav><h1>Results</h1>", True),
        ("<h1>Results</h1><form><input><button>Search this site now please</button></form>", True),
        ("<h1>Results</h1><p>Coming in the spring of next year</p>", False),
        ("<h1>Results</h1><a href=/more>More</a>", False),
        ("<h1>Results</h1><img src=a.jpg>", False),
        ("<h1>Results</h1><p style='display:none'>Folded away until somebody clicks</p>", False),
        ("<h1>Results</h1>" + "<p>word</p>" * 200, False),
    ],
)
def test_an_empty_page_holds_its_title_and_no_more(main: str, nothing: bool) -> None:
    parsed = document(FRAME.format(title="Results", main=main))
    assert says_nothing(parsed, read(parsed), "Results") is nothing


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (
            "<h1>Rivers</h1><p>Two towns.</p><h2>Latest updates</h2><div id='updates'></div>",
            "unfilled_feed",
        ),
        ("<h1>Rivers</h1><h2>Latest updates</h2><div>Our first day</div>", ""),
        ("<h1>Rivers</h1><p>Two towns.</p>", ""),
    ],
)
def test_the_updates_of_an_old_home_page_came_by_script(body: str, code: str) -> None:
    page = document(f"<main>{body}</main>")
    assert platforms.registry()["legacy"].platform_reason(page) == code
    assert platforms.registry()["esep"].platform_reason(page) == ""
