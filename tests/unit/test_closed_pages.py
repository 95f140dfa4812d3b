"""Pages that are not what their status says."""

from __future__ import annotations

import pytest

from crawlers.detection.closed_pages import is_not_open, page_wall
from crawlers.model.verdict import Reason, State
from tests.unit.pages import capture_of, document, in_main

STORY = (
    "<p>Every island has one shop, one church and one story about a ghost that somebody saw.</p>"
)


def wall(body: str, status: int = 200) -> tuple[State, Reason] | None:
    found = page_wall(capture_of(body, status=status), document(body))
    return None if found is None else (found.state, found.reason)


@pytest.mark.parametrize("status", [404, 410])
@pytest.mark.parametrize(
    "body",
    [
        f"<title>The islands</title><h1>The islands</h1>{STORY}",
        "<title>Film</title><h1>Our film</h1><iframe src='https://player.vimeo.com/video/7'></iframe>",
        "<title>Ferries</title><h1>Ferries</h1><table><tr><td>6.40</td></tr></table>",
    ],
)
def test_a_whole_page_is_one_whatever_its_status(body: str, status: int) -> None:
    assert wall(body, status) is None


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<title>404 Not Found</title><h1>Not Found</h1><p>nginx</p>",
        f"<title>Page not found</title><h1>Page not found</h1>{STORY}",
        f"<title>Skolen</title><h1>404</h1>{STORY}",
        f"<title>Skolen</title><h1>Hov</h1>{STORY}<p>The page you requested could not be found.</p>",
        "<title>Skolen</title><h1>Seite nicht gefunden</h1><form><input name=q></form>",
        "<title>Oops</title><p>Nothing here.</p>",
    ],
)
def test_a_page_that_is_missing_is(body: str) -> None:
    assert wall(body, 404) == (State.REMOVED, Reason.NOT_FOUND)


def test_an_application_under_404_needs_a_browser() -> None:
    body = "<title>Mosaic</title><div id=app></div><script src='/app.js'></script>"
    assert wall(body, 404) == (State.UNDETERMINED, Reason.NEEDS_BROWSER)


@pytest.mark.parametrize(
    "body",
    [
        in_main(
            "<h1>Water</h1><div role=alertdialog><p>Nur für Mitglieder.</p>"
            "<form action='/login/index.php'><button>Weiter</button></form></div>"
        ),
        in_main(
            "<h1>Voda</h1><div class='alert alert-info'>Tohle je jen pro nás. "
            "<a href='/user/login?destination=/a'>Sem</a></div>"
        ),
        in_main("<h1>Water</h1><p>Guests cannot access this course. Please log in.</p>"),
    ],
)
def test_a_box_in_place_of_the_content_asks_to_log_in(body: str) -> None:
    found = wall(body)
    assert found is not None
    assert found[0] is State.LOGIN_REQUIRED


@pytest.mark.parametrize(
    "body",
    [
        in_main(
            f"<h1>Water</h1>{STORY * 4}<div class=alert><a href='/login'>Log in</a> to reply</div>"
        ),
        in_main(
            "<h1>Photo</h1><img src='/a.jpg'><form action='/login'><button>Reply</button></form>"
        ),
        in_main(f"<h1>Water</h1>{STORY}<p><a href='/login'>Log in</a> to post comments</p>"),
        f"<header><a class=notice href='/login'>Log in</a></header><main><h1>A</h1>{STORY}</main>",
    ],
)
def test_a_way_to_the_login_beside_the_content_is_no_wall(body: str) -> None:
    assert wall(body) is None


@pytest.mark.parametrize(
    "body",
    [
        "<title>Coming Soon - Sea</title><h1>Sea</h1><h2>Our new website is coming soon</h2>",
        "<title>Hav</title><main><h1>Siden er under opbygning</h1><p>Kom tilbage om lidt.</p></main>",
        "<title>Schule</title><h1>Hier entsteht eine neue Internetpräsenz.</h1>",
        "<title>École</title><h1>Site en construction</h1><p>Merci de revenir plus tard.</p>",
        "<title>Szkoła</title><h1>Szkoła</h1><p>Strona jest w budowie. Zapraszamy później!</p>",
        "<title>Σχολείο</title><h1>Υπό κατασκευή</h1>",
        "<body class='page under-construction'><h1>Xyz</h1><p>12 34 56</p></body>",
        "<title>Account suspended</title><h1>Account Suspended</h1><p>Contact your host.</p>",
    ],
)
def test_a_cover_is_not_the_site(body: str) -> None:
    assert is_not_open(document(body))


@pytest.mark.parametrize(
    "body",
    [
        f"<title>Coming soon: the mill opens</title><h1>Coming soon: the mill opens</h1>{STORY}",
        f"<title>Under construction</title><h1>How we built a bridge</h1>{STORY * 2}",
        f"<title>News</title><h1>News</h1>{STORY}<aside><h2>Coming soon</h2></aside>",
        f"<body class='maintenance'><h1>The windmill</h1>{STORY * 5}</body>",
    ],
)
def test_a_page_about_things_to_come_is_open(body: str) -> None:
    assert not is_not_open(document(body))
