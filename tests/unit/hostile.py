"""Answers that tell nothing about an artefact: walls, faults and empty or foreign pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from crawlers.model.capture import Capture
from crawlers.model.verdict import Failure
from tests.unit.answers import capture

_BUSY = "<html><head><title>429</title></head><body><h1>Too many requests</h1></body></html>"
_DOWN = "<html><head><title>503</title></head><body><h1>Service unavailable</h1></body></html>"
_CAPTCHA = (
    "<html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1>"
    '<div class="g-recaptcha" data-sitekey="k"></div></body></html>'
)
_CHALLENGE = (
    "<html><head><title>Attention</title></head><body><div id='challenge-form'></div></body></html>"
)
_CONSENT = (
    "<html><head><title>Before you continue</title></head><body>"
    "<form action='https://consent.example.org/save'><h1>We use cookies</h1>"
    "<button>Accept all</button><button>Reject all</button></form></body></html>"
)
_EMPTY_SHELL = "<html><head></head><body></body></html>"
_FINNISH = (
    "<html lang='fi'><head><title>Tervetuloa</title></head><body><h1>Hetki vielä</h1>"
    "<p>Palvelu on tilapäisesti poissa käytöstä.</p></body></html>"
)
_JAPANESE = (
    "<html lang='ja'><head><title>しばらくお待ちください</title></head><body>"
    "<p>ただいまメンテナンス中です。</p></body></html>"
)


def _script_page(title: str) -> str:
    """A page that a script draws, named to machines as well."""
    return (
        f'<html><head><title>{title}</title><meta property="og:title" content="{title}"></head>'
        "<body><div id='root'></div><script src='/app.js'></script></body></html>"
    )


HOSTILE: dict[str, Callable[[str], Capture]] = {
    "429": partial(capture, status=429, body=_BUSY, headers=(("retry-after", "60"),)),
    "503": partial(capture, status=503, body=_DOWN),
    "500": partial(capture, status=500, body=_DOWN),
    "403": partial(capture, status=403, body="<h1>Forbidden</h1>"),
    "captcha-200": partial(capture, body=_CAPTCHA),
    "challenge-403": partial(
        capture, status=403, body=_CAPTCHA, headers=(("cf-mitigated", "challenge"),)
    ),
    "challenge-503": partial(
        capture, status=503, body=_CHALLENGE, headers=(("server", "cloudflare"),)
    ),
    "consent-200": partial(
        capture, body=_CONSENT, final_url="https://consent.example.org/m?continue=x"
    ),
    "empty-200": partial(capture, body=""),
    "empty-html-200": partial(capture, body=_EMPTY_SHELL),
    "finnish-200": partial(capture, body=_FINNISH),
    "japanese-200": partial(capture, body=_JAPANESE),
    "redirect-loop": partial(capture, failure=Failure.TOO_MANY_REDIRECTS),
    "time-out": partial(capture, failure=Failure.TIMEOUT),
    "drawn-log-in-200": partial(capture, body=_script_page("Log in | Welcome")),
    "drawn-sign-in-200": partial(capture, body=_script_page("Anmelden")),
    "drawn-consent-200": partial(capture, body=_script_page("Before you continue")),
    "drawn-captcha-200": partial(capture, body=_script_page("Just a moment...")),
    "drawn-private-200": partial(capture, body=_script_page("Tool - Private")),
    "wrong-type": partial(capture, body='{"message": "ok"}', media_type="application/json"),
    "wrong-type-text": partial(capture, body="ok", media_type="text/plain"),
}
