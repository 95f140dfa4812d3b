"""What is a wall and what is content; the answers are shaped as real sites give them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawlers.detection import walls
from crawlers.extraction.document import parse
from crawlers.model.capture import Capture
from crawlers.model.verdict import Failure, Reason, State

ASKED = "https://school.example/bees"

UNDETERMINED = State.UNDETERMINED
LOGIN = State.LOGIN_REQUIRED
PERMISSION = State.PERMISSION_REQUIRED
REMOVED = State.REMOVED

STORY = "In the spring our pupils built a hive and wrote down every day what the bees did. "
LOGIN_BOX = (
    "<form action='/user/login'><label>User</label><input type='text' name='name'>"
    "<label>Password</label><input type='password' name='pass'><button>Log in</button></form>"
)


def answer(
    body: str = "",
    status: int | None = 200,
    headers: dict[str, str] | None = None,
    final: str = ASKED,
    requested: str = ASKED,
    media_type: str = "text/html; charset=utf-8",
) -> Capture:
    return Capture(
        url=requested,
        final_url=final,
        captured_at=datetime(2026, 11, 23, tzinfo=UTC),
        status=status,
        headers=(("Content-Type", media_type), *(headers or {}).items()),
        body=body.encode(),
    )


def wall_of(capture: Capture) -> walls.Wall | None:
    return walls.detect_wall(capture, parse(capture) if capture.is_html else None)


def page(title: str, main: str, around: str = "") -> str:
    return f"<html><head><title>{title}</title></head><body>{around}<main>{main}</main></body>"


def flat(title: str, body: str) -> str:
    """A page without landmarks."""
    return f"<html><head><title>{title}</title></head><body>{body}</body>"


FRONTED = {
    "login form": (
        answer(page("Log in | School", f"<h1>Log in</h1>{LOGIN_BOX}")),
        (LOGIN, Reason.LOGIN_FORM),
    ),
    "login form without a heading": (
        answer(flat("School", LOGIN_BOX)),
        (LOGIN, Reason.LOGIN_FORM),
    ),
    "login form below a refusal": (
        answer(page("Access denied", f"<h1>Access denied</h1>{LOGIN_BOX}"), 403),
        (LOGIN, Reason.LOGIN_FORM),
    ),
    "Moodle log-in with its hints": (
        answer(
            flat(
                "Bee school: Log in to the site",
                f"<div role='main'><h2>Bee school</h2>{LOGIN_BOX}<h3>Is this your first time here?"
                f"</h3><p>{STORY * 3}</p></div>",
            )
        ),
        (LOGIN, Reason.LOGIN_FORM),
    ),
    "EU Login, first step": (
        answer(
            page(
                "EU Login",
                "<h1>Sign in to continue</h1><p>Enter your e-mail address or unique identifier</p>"
                "<input type='text' name='username'>",
            )
        ),
        (LOGIN, Reason.LOGIN_ASKED),
    ),
    "a button that leads to EU Login": (
        answer(
            page(
                "Log in | Platform",
                "<h1>Log in</h1><p>Use your account.</p>"
                "<a href='https://webgate.ec.europa.eu/cas/login?service=x'>EU Login</a>",
            )
        ),
        (LOGIN, Reason.LOGIN_ASKED),
    ),
    "the words of a link inside the sentence": (
        answer(flat("Bees", "<p>You must be <a href='/in'>logged in</a> to view this page.</p>")),
        (LOGIN, Reason.LOGIN_ASKED),
    ),
    "password form": (
        answer(page("Hive", "<form><input type='password' name='p'><button>Open</button></form>")),
        (PERMISSION, Reason.PASSWORD_ASKED),
    ),
    "password form beside a search box": (
        answer(
            page(
                "Hive",
                "<form><input type='password' name='p'></form>",
                "<form><input type='text' name='s'></form>",
            )
        ),
        (PERMISSION, Reason.PASSWORD_ASKED),
    ),
    "WordPress post behind a password": (
        answer(
            flat(
                "Protected: Hive – Bee blog",
                "<h1>Protected: Hive</h1><form class='post-password-form' method='post' "
                "action='/wp-login.php?action=postpass'><p>This content is password-protected. To "
                "view it, please enter the password below.</p><input type='password'></form>"
                f"<div class='footer'>{STORY}</div>",
            )
        ),
        (PERMISSION, Reason.PASSWORD_ASKED),
    ),
    "password asked in words": (
        answer(page("Hive", "<p>This content is protected by a password.</p>")),
        (PERMISSION, Reason.PASSWORD_ASKED),
    ),
    "Google's request for access": (
        answer(
            flat(
                "Google Docs: Access denied",
                "<h1>You need access</h1><p>Request access, or "
                "switch to an account with access.</p><button>Request access</button>",
            )
        ),
        (PERMISSION, Reason.ACCESS_DENIED),
    ),
    "request for access": (
        answer(page("Map", "<h1>You need access</h1><button>Request access</button>")),
        (PERMISSION, Reason.ACCESS_REQUEST),
    ),
    "members only": (
        answer(page("Hive", "<p>This page is only for members of the TwinSpace.</p>")),
        (PERMISSION, Reason.ACCESS_DENIED),
    ),
    "refusal as the only text": (
        answer(flat("", "<div class='error'>Access denied.</div>")),
        (PERMISSION, Reason.ACCESS_DENIED),
    ),
    "missing page that answers 200": (
        answer(page("Page not found | School", f"<h1>Page not found</h1><p>{STORY * 5}</p>")),
        (REMOVED, Reason.SOFT_NOT_FOUND),
    ),
    "missing page, said in a sentence": (
        answer(page("School", "<h1>Oops!</h1><p>This page does not exist any more.</p>")),
        (REMOVED, Reason.SOFT_NOT_FOUND),
    ),
    "403 as words of a page that answers 200": (
        answer(flat("403 Forbidden", "<center><h1>403 Forbidden</h1></center><hr>nginx")),
        (UNDETERMINED, Reason.REFUSED_UNEXPLAINED),
    ),
    "maintenance that answers 200": (
        answer(
            page(
                "Site under maintenance | School",
                "<h1>Site under maintenance</h1><p>School is "
                "currently under maintenance. We should be back shortly.</p>",
            )
        ),
        (UNDETERMINED, Reason.SERVER_ERROR),
    ),
    "empty shell that asks for JavaScript": (
        answer(
            flat(
                "App",
                "<noscript>You need to enable JavaScript to run this app.</noscript>"
                "<div id='root'></div><script src='/main.js'></script>",
            )
        ),
        (UNDETERMINED, Reason.NEEDS_BROWSER),
    ),
    "JavaScript asked in words": (
        answer(flat("App", "<p>Please enable JavaScript to view this page.</p>")),
        (UNDETERMINED, Reason.NEEDS_BROWSER),
    ),
    "200 without a body that asks for authentication": (
        answer("", 200, {"WWW-Authenticate": 'Basic realm="Staff"'}),
        (PERMISSION, Reason.PASSWORD_ASKED),
    ),
}

SENT = {
    "to the site's log-in": (
        answer(
            flat("Log in", LOGIN_BOX), final="https://school.example/en/user/login?destination=x"
        ),
        (LOGIN, Reason.LOGIN_REDIRECT),
    ),
    "to pupil log-in": (
        answer(final="https://school.example/pupil-login"),
        (LOGIN, Reason.LOGIN_REDIRECT),
    ),
    "to EU Login": (
        answer(final="https://webgate.ec.europa.eu/cas/login?loginRequestId=x"),
        (LOGIN, Reason.LOGIN_REDIRECT),
    ),
    "to an identity provider": (
        answer(final="https://id.example/realms/x/protocol/openid-connect/auth?client_id=y"),
        (LOGIN, Reason.LOGIN_REDIRECT),
    ),
    "to Google's log-in": (
        answer(final="https://accounts.google.com/v3/signin/identifier?continue=x"),
        (LOGIN, Reason.LOGIN_REDIRECT),
    ),
    "by meta refresh": (
        answer('<meta http-equiv="refresh" content="0; url=/user/login">'),
        (LOGIN, Reason.LOGIN_REDIRECT),
    ),
    "by a script": (
        answer("<script>window.location.href = '/login?next=%2Fbees';</script>Please wait"),
        (LOGIN, Reason.LOGIN_REDIRECT),
    ),
    "by location.replace": (
        answer("<script>location.replace('https:\\/\\/school.example\\/signin')</script>"),
        (LOGIN, Reason.LOGIN_REDIRECT),
    ),
    "to YouTube's consent page": (
        answer(final="https://consent.youtube.com/m?continue=x"),
        (UNDETERMINED, Reason.CONSENT_WALL),
    ),
    "to Google's consent page in another country": (
        answer(final="https://consent.google.dk/ml?continue=x"),
        (UNDETERMINED, Reason.CONSENT_WALL),
    ),
    "to Facebook's cookie page": (
        answer(final="https://www.facebook.com/privacy/consent/?flow=x"),
        (UNDETERMINED, Reason.CONSENT_WALL),
    ),
    "to a page named after the refusal": (
        answer(flat("School", "<h1>Sorry</h1>"), final="https://school.example/en/access-denied"),
        (PERMISSION, Reason.ACCESS_DENIED),
    ),
    "to a page named after the 404": (
        answer(flat("School", "<h1>Oh no</h1>"), final="https://school.example/404.html"),
        (REMOVED, Reason.SOFT_NOT_FOUND),
    ),
    "to Google's page against robots": (
        answer(flat("Sorry...", "x"), 429, final="https://www.google.com/sorry/index?continue=x"),
        (UNDETERMINED, Reason.BOT_WALL),
    ),
    "nowhere, with a form for consent": (
        answer(flat("YouTube", "<form action='https://consent.youtube.com/save'>Accept</form>")),
        (UNDETERMINED, Reason.CONSENT_WALL),
    ),
    "nowhere, with Facebook's question about cookies": (
        answer(
            flat("Facebook", "<h2>Allow the use of cookies from Facebook on this browser?</h2>")
        ),
        (UNDETERMINED, Reason.CONSENT_WALL),
    ),
}

STATUS = {
    "404": (answer("", 404), (REMOVED, Reason.NOT_FOUND)),
    "410": (answer("", 410), (REMOVED, Reason.GONE)),
    "429": (answer("", 429), (UNDETERMINED, Reason.RATE_LIMITED)),
    "451": (answer("", 451), (UNDETERMINED, Reason.REGION_RESTRICTED)),
    "500": (answer("", 500), (UNDETERMINED, Reason.SERVER_ERROR)),
    "503 under maintenance": (
        answer(flat("Site under maintenance", "<h1>Site under maintenance</h1>"), 503),
        (UNDETERMINED, Reason.SERVER_ERROR),
    ),
    "503 that says access denied": (
        answer(flat("Access denied", "<h1>Access denied</h1>"), 503),
        (UNDETERMINED, Reason.SERVER_ERROR),
    ),
    "418": (answer("", 418), (UNDETERMINED, Reason.UNEXPECTED_ANSWER)),
    "no status": (answer("", None), (UNDETERMINED, Reason.UNEXPECTED_ANSWER)),
    "401 with Basic": (
        answer("", 401, {"WWW-Authenticate": 'Basic realm="x"'}),
        (PERMISSION, Reason.PASSWORD_ASKED),
    ),
    "401 with Bearer": (
        answer("", 401, {"WWW-Authenticate": "Bearer"}),
        (LOGIN, Reason.LOGIN_ASKED),
    ),
    "401 alone": (answer("", 401), (LOGIN, Reason.LOGIN_ASKED)),
    "403 alone": (answer("", 403), (UNDETERMINED, Reason.REFUSED_UNEXPLAINED)),
    "403 of nginx": (
        answer(flat("403 Forbidden", "<center><h1>403 Forbidden</h1></center><hr>nginx"), 403),
        (UNDETERMINED, Reason.REFUSED_UNEXPLAINED),
    ),
    "403 of Apache": (
        answer(
            flat(
                "403 Forbidden",
                "<h1>Forbidden</h1><p>You don't have permission to access this resource.</p>",
            ),
            403,
        ),
        (UNDETERMINED, Reason.REFUSED_UNEXPLAINED),
    ),
    "403 of a file": (
        answer("%PDF", 403, media_type="application/pdf"),
        (UNDETERMINED, Reason.REFUSED_UNEXPLAINED),
    ),
    "403 that asks to log in": (
        answer(page("School", "<p>You must log in to view this page.</p>"), 403),
        (LOGIN, Reason.LOGIN_ASKED),
    ),
    "403 that asks for a request": (
        answer(page("Private site", "<p>This site is currently private.</p>"), 403),
        (PERMISSION, Reason.ACCESS_REQUEST),
    ),
}

BOTS = {
    "Cloudflare challenge by header": answer(
        flat("Just a moment...", ""), 403, {"cf-mitigated": "challenge"}
    ),
    "Cloudflare challenge by its script, with another language's title": answer(
        flat("Et øjeblik…", "<script>window._cf_chl_opt={cvId:'3'};</script>"), 403
    ),
    "Cloudflare block": answer(
        flat("Attention Required! | Cloudflare", "<h1>Sorry, you have been blocked</h1>"), 403
    ),
    "Cloudflare rule, which says access denied": answer(
        flat(
            "Access denied | school.example used Cloudflare to restrict access",
            "<div id='cf-error-details'><h1>Error 1020</h1><h2>Access denied</h2></div>",
        ),
        403,
    ),
    "Cloudflare rule as plain text": answer("error code: 1020", 403, media_type="text/plain"),
    "DataDome": answer(
        "<p>Please enable JS and disable any ad blocker</p>"
        "<script src='https://ct.captcha-delivery.com/c.js'></script>",
        403,
        {"x-datadome": "protected"},
    ),
    "DataDome as JSON": answer(
        '{"url":"https://geo.captcha-delivery.com/captcha/"}', 403, media_type="application/json"
    ),
    "Incapsula": answer(
        "<iframe id='main-iframe' src='/_Incapsula_Resource?xinfo=1&incident_id=92'>"
        "Request unsuccessful. Incapsula incident ID: 92</iframe>"
    ),
    "AWS WAF challenge": answer("", 202, {"x-amzn-waf-action": "challenge"}),
    "AWS WAF captcha": answer("<script>window.gokuProps = {};</script>", 405),
    "Akamai, which says access denied": answer(
        flat(
            "Access Denied",
            "<h1>Access Denied</h1>You don't have permission to access this page on this server."
            "<p>Reference&#32;&#35;18&#46;5307</p><p>https://errors.edgesuite.net/18.5307</p>",
        ),
        403,
    ),
    "PerimeterX": answer(
        flat("Access to this page has been denied", "<div id='px-captcha'></div>"), 403
    ),
    "Sucuri": answer(
        flat("Sucuri WebSite Firewall - Access Denied", "<h1>Access Denied</h1>"), 403
    ),
    "CloudFront": answer(
        flat("ERROR: The request could not be satisfied", "Generated by cloudfront"), 403
    ),
    "F5": answer(
        flat("Request Rejected", "The requested URL was rejected. Your support ID is: 12"), 200
    ),
    "SiteGround": answer(
        "<meta http-equiv='refresh' content='0;/.well-known/sgcaptcha/'>",
        202,
        {"sg-captcha": "challenge"},
    ),
    "free hosting's cookie test": answer(
        "<script>document.cookie='__test='+toHex(slowAES.decrypt(c,2,a,b));</script>"
    ),
    "Imunify": answer(
        flat("One moment, please...", "Please wait while your request is being verified...")
    ),
    "LinkedIn": answer("", 999),
    "CAPTCHA alone": answer(
        flat("School", "<form><div class='g-recaptcha'></div><input type='submit'></form>")
    ),
    "CAPTCHA title beside a refusal": answer(flat("Security check", "<h1>Hello</h1>"), 403),
}

MENU = "".join(f"<li><a href='/{n}'>Page {n}</a></li>" for n in range(30))
PROSE = f"<p>{STORY * 20}</p>"
NO_WALL = {
    "article": page("Bees", f"<h1>Bees</h1>{PROSE}"),
    "topic is how to log in": page(
        "How to log in to our game", f"<h1>How to log in to our game</h1><p>{STORY}</p>"
    ),
    "short page named Login, as a chapter": page("Login", f"<h1>Login</h1><p>{STORY * 3}</p>"),
    "topic is the error 404": page(
        "Error 404 explained", f"<h1>What does page not found mean?</h1><p>{STORY}</p>"
    ),
    "long story named after the refusal": page(
        "Access denied", f"<h1>Access denied</h1><p>A play in three acts.</p>{PROSE}"
    ),
    "article that quotes a refusal": page(
        "Our escape room",
        f"<h1>Our escape room</h1>{PROSE}<p>You are not authorized to access this page.</p>",
    ),
    "short page that mentions access denied": page(
        "Escape room", "<h1>Escape room</h1><p>The door says access denied until you know.</p>"
    ),
    "levels of a game": page(
        "Escape room",
        f"<h1>Escape room</h1><h2>Access denied</h2><p>{STORY}</p><h2>Page not found</h2>"
        f"<p>{STORY}</p>",
    ),
    "Log in as a heading in the header": flat(
        "Our trip", f"<header><h2>Log in</h2></header><h1>Our trip</h1><p>{STORY}</p>"
    ),
    "Log in as a heading in a header that is only called so": flat(
        "Our trip",
        "<div id='header'><h2>Log in</h2><a href='/login'>Log in</a></div>"
        f"<h1>Our trip</h1><p>{STORY}</p>",
    ),
    "WordPress side bar with a log-in box": flat(
        "Our hive – Bee blog",
        f"<h1>Our hive</h1><p>{STORY}</p><div class='widget-area'><h2>Log in</h2>{LOGIN_BOX}</div>",
    ),
    "Moodle course with a log-in block": flat(
        "Course: Bees", f"<div role='main'><h2>Bees</h2>{PROSE}</div><aside>{LOGIN_BOX}</aside>"
    ),
    "log-in box in the header of a page with one frame": page(
        "Hive",
        "<h1>Hive</h1><iframe src='https://padlet.com/embed/abc'></iframe>",
        f"<header>{LOGIN_BOX}</header>",
    ),
    "frame and an unmarked log-in box": flat(
        "Hive", f"<iframe src='https://padlet.com/embed/abc'></iframe>{LOGIN_BOX}"
    ),
    "hidden log-in window": flat(
        "Hive", f"<h1>Hive</h1><p>{STORY}</p><div style='display:none'>{LOGIN_BOX}</div>"
    ),
    "contact form with a CAPTCHA": page(
        "Contact",
        "<h1>Write to us</h1><form><textarea name='t'></textarea><div class='h-captcha'></div>",
    ),
    "quiz about robots": page(
        "Are you a robot?",
        f"<h1>Are you a robot?</h1><p>{STORY}</p><iframe src='https://quiz.example/1'></iframe>",
    ),
    "poem called Just a moment": page("Just a moment", f"<h1>Just a moment</h1><p>{STORY}</p>"),
    "vocational page about maintenance": page(
        "Maintenance", f"<h1>Maintenance</h1><p>{STORY * 2}</p>"
    ),
    "Cloudflare's script on a page that was let through": page(
        "Bees",
        f"<p>{STORY}</p>"
        "<script src='/cdn-cgi/challenge-platform/h/b/scripts/jsd/main.js'></script>",
    ),
    "Incapsula's script on a page that was let through": page(
        "Bees", f"<p>{STORY}</p><script src='/_Incapsula_Resource?SWJIYLWA=719d'></script>"
    ),
    "sent to the log-in after half an hour": page(
        "Bees", f"<p>{STORY}</p><meta http-equiv='refresh' content='1800; url=/login'>"
    ),
    "a button that leads to the log-in": page(
        "Bees", "<h1>Bees</h1><script>b.onclick=function(){location.href='/login'}</script>"
    ),
    "a noscript note on a page with text": page(
        "Bees", f"<h1>Bees</h1><p>{STORY}</p><noscript>Please enable JavaScript.</noscript>"
    ),
    "blog index with one protected post": flat(
        "Bee blog",
        "<article><h2>Hive</h2><form action='/wp-login.php?action=postpass'>"
        f"<input type='password'></form></article><article>{STORY}</article>",
    ),
    "long page with a form to register": page(
        "Join the contest", f"<h1>Join the contest</h1>{PROSE}{LOGIN_BOX}"
    ),
    "page of links": page("Links", f"<h1>Links</h1><ul>{MENU}</ul>"),
    "empty page": page("", ""),
}


def cases(table: dict[str, tuple[Capture, tuple[State, Reason]]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("capture", "expected"), table.values(), ids=table.keys())


@cases(FRONTED)
def test_wall_in_front_of_the_content(capture: Capture, expected: tuple[State, Reason]) -> None:
    assert wall_of(capture) == expected


@cases(SENT)
def test_visitor_is_sent(capture: Capture, expected: tuple[State, Reason]) -> None:
    assert wall_of(capture) == expected


@cases(STATUS)
def test_wall_by_status(capture: Capture, expected: tuple[State, Reason]) -> None:
    assert wall_of(capture) == expected


@pytest.mark.parametrize("capture", BOTS.values(), ids=BOTS.keys())
def test_bot_wall_says_nothing_about_the_page(capture: Capture) -> None:
    assert wall_of(capture) == (UNDETERMINED, Reason.BOT_WALL)


@pytest.mark.parametrize("body", NO_WALL.values(), ids=NO_WALL.keys())
def test_content_is_not_a_wall(body: str) -> None:
    assert wall_of(answer(body)) is None


@pytest.mark.parametrize(
    "headers",
    [{"x-datadome": "protected"}, {"server": "cloudflare"}, {"WWW-Authenticate": "Negotiate"}],
    ids=lambda headers: next(iter(headers)),
)
def test_header_of_a_page_that_was_let_through_is_not_a_wall(headers: dict[str, str]) -> None:
    assert wall_of(answer(NO_WALL["article"], headers=headers)) is None


@pytest.mark.parametrize(
    "final",
    [
        "https://school.example/en/blog/login",  # an article with such a name
        "https://school.example/log-in-to-our-game",
        "https://webgate.ec.europa.eu/erasmus-esc/index/projects",
        "https://consentment.example/bees",
    ],
)
def test_redirect_to_content_is_not_a_wall(final: str) -> None:
    assert wall_of(answer(NO_WALL["article"], final=final)) is None


def test_file_is_not_a_wall() -> None:
    assert wall_of(answer("%PDF-1.7", media_type="application/pdf")) is None


@pytest.mark.parametrize("failure", list(Failure))
def test_failure_is_the_reason_itself(failure: Failure) -> None:
    failed = Capture(
        url=ASKED,
        final_url=ASKED,
        captured_at=datetime(2026, 11, 23, tzinfo=UTC),
        failure=failure,
    )
    assert walls.detect_wall(failed, None) == (UNDETERMINED, failure.reason)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/login", True),
        ("https://a.example/index.php/en/user/login?destination=/x", True),
        ("https://a.example/login/index.php", True),
        ("https://a.example/wp-login.php?redirect_to=x", True),
        ("https://a.example/users/sign_in", True),
        ("https://a.example/i/flow/login", True),
        ("https://a.example/w/index.php?title=Special:UserLogin", True),
        ("https://a.example/en/pupil-login", True),
        ("https://ecas.ec.europa.eu/cas/login", True),
        ("https://login.microsoftonline.com/common/oauth2/authorize", True),
        ("https://a.example/logins-of-the-bees", False),
        ("https://a.example/design", False),
        ("https://login.example/bees", False),
        ("https://a.example/bees?next=/login", False),
        ("mailto:login@a.example", False),
    ],
)
def test_login_address(url: str, expected: bool) -> None:
    assert walls.is_login_address(url) is expected


def test_words_are_folded() -> None:
    assert {"access denied", "adgang naegtet", "zugriff verweigert"} <= walls.words()["denied"]
    assert "pagina nu a fost gasita" in walls.words()["not_found"]
