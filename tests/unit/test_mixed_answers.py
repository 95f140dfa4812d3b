"""Interface and page say different things, or somebody else answers: nothing is known of the thing."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, repeat

import pytest

from crawlers.model.capture import Capture
from crawlers.model.verdict import Failure, Reason, State
from crawlers.providers.engine.signals import is_redirected_home
from crawlers.providers.engine.target import target_of
from tests.unit.answers import RULES, capture, known, oembed, run
from tests.unit.cases import examples

JSON = "application/json"
LIVE = [one for one in RULES.providers.values() if not one.retired_on]
OURS = [one for one in LIVE if one.hosts != ("*",) and not one.own_domains]


def asks_oembed_first(provider):
    """True for the common flow with oEmbed, whose 404 counts."""
    asking = target_of(*known(examples(provider.id).urls[0])).asking
    return bool(asking.oembed) and not asking.flow


WITH_OEMBED = [one for one in LIVE if asks_oembed_first(one)]


def page(title: str, text: str = "We are working on it.") -> str:
    named = f'<meta property="og:title" content="{title}">'
    return f"<html><head><title>{title}</title>{named}</head><body><p>{text}</p></body></html>"


def ids(found):
    return [one.id for one in found]


def verdict_of(provider, answers):
    tool, thing = known(examples(provider.id).urls[0])
    return run(tool, thing, answers)[0]


STRANGERS: dict[str, Callable[[str], Capture]] = {
    "portal": lambda url: capture(
        url, body=page("Guest Wi-Fi"), final_url="https://portal.guest.example/login?u=1"
    ),
    "filter": lambda url: capture(
        url,
        status=403,
        body=page("Blocked"),
        final_url="https://filter.school.example/access-denied",
    ),
    "seller": lambda url: capture(
        url, body=page("A fine name"), final_url="https://sale.example.net/404"
    ),
    "seller-404": lambda url: capture(
        url, status=404, body=page("Nothing here"), final_url="https://sale.example.net/d"
    ),
}


@pytest.mark.parametrize("stranger", STRANGERS)
@pytest.mark.parametrize("provider", OURS, ids=ids(OURS))
def test_somebody_elses_host_knows_nothing_of_the_thing(provider, stranger: str):
    answer = STRANGERS[stranger](known(examples(provider.id).urls[0])[1].canonical_url)
    verdict = verdict_of(provider, repeat(answer))
    assert verdict.state is State.UNDETERMINED


BLOCKED = capture(status=404, body="<h1>Checking</h1>", headers=(("cf-mitigated", "challenge"),))
BROKEN = capture(status=404, failure=Failure.PROTOCOL_ERROR)


@pytest.mark.parametrize("refusal", [BLOCKED, BROKEN], ids=["challenge", "broken"])
@pytest.mark.parametrize("provider", WITH_OEMBED, ids=ids(WITH_OEMBED))
def test_an_oembed_404_that_is_a_wall_or_broken_removes_nothing(provider, refusal: Capture):
    silent = capture(body="<html><head></head><body><div id=app></div></body></html>")
    verdict = verdict_of(provider, chain([refusal, silent], repeat(refusal)))
    assert verdict.state is State.UNDETERMINED


@pytest.mark.parametrize("title", ["Log in | Welcome", "Anmelden", "Just a moment...", "Private"])
@pytest.mark.parametrize("provider", WITH_OEMBED, ids=ids(WITH_OEMBED))
def test_an_oembed_404_removes_nothing_whose_page_is_titled_like_a_door(provider, title: str):
    gone = capture(status=404, body="Not Found", media_type="text/plain")
    door = capture(body=f"<html><head><title>{title}</title></head><body><p>x</p></body></html>")
    verdict = verdict_of(provider, chain([gone, door], repeat(gone)))
    assert verdict.state in (State.UNDETERMINED, State.LOGIN_REQUIRED)


@pytest.mark.parametrize(
    "body",
    [
        '{"title": "Service Unavailable", "status": 503}',
        '{"title": "Oops", "error": "down"}',
        '{"title": 12}',
        "[" * 100_000,
    ],
    ids=["status", "error", "number", "deep"],
)
@pytest.mark.parametrize("provider", WITH_OEMBED, ids=ids(WITH_OEMBED))
def test_a_document_about_a_failure_shows_nothing(provider, body: str):
    silent = capture(body="<html><head></head><body><div id=app></div></body></html>")
    verdict = verdict_of(provider, chain([oembed(body)], repeat(silent)))
    assert verdict.state is State.UNDETERMINED
    assert verdict.reason is not Reason.PROVIDER_ERROR


ASKS_OEMBED = [one for one in LIVE if target_of(*known(examples(one.id).urls[0])).asking.oembed]
MISSING = capture(status=404, body="<html><head><title>404</title></head><body></body></html>")
NAMED = '{"title": "Our river", "html": "<iframe></iframe>", "domain_status_code": 403}'


@pytest.mark.parametrize("first", [oembed("", 401), oembed("", 403), oembed(NAMED)])
@pytest.mark.parametrize("provider", ASKS_OEMBED, ids=ids(ASKS_OEMBED))
def test_what_oembed_refuses_or_names_is_never_removed(provider, first: Capture):
    verdict = verdict_of(provider, chain([first], repeat(MISSING)))
    assert verdict.state is not State.REMOVED
    assert verdict.reason is not Reason.PROVIDER_ERROR


@pytest.mark.parametrize("provider", ASKS_OEMBED, ids=ids(ASKS_OEMBED))
def test_an_endpoint_that_knows_nothing_at_all_removes_nothing(provider):
    gone = capture(status=404, body="Not Found", media_type="text/plain")
    silent = capture(body="<html><head></head><body><div id=app></div></body></html>")
    verdict = verdict_of(provider, chain([gone, silent], repeat(gone)))
    assert verdict.state is State.UNDETERMINED


NOTICES = ["We'll be back soon!", "Something went wrong", "Oops!", "Unsupported browser"]


@pytest.mark.parametrize("title", NOTICES)
@pytest.mark.parametrize("provider", OURS, ids=ids(OURS))
def test_a_notice_with_a_title_for_machines_is_not_the_thing(provider, title: str):
    url = known(examples(provider.id).urls[0])[1].canonical_url
    verdict = verdict_of(provider, repeat(capture(url, body=page(title))))
    assert verdict.state is State.UNDETERMINED


@pytest.mark.parametrize("status", [400, 404])
def test_youtubes_own_refusal_counts_and_a_proxys_page_does_not(status: int):
    proxy = capture(status=400, body=page("400 Bad Request"))
    watch = capture(body="<html><title>YouTube</title><body></body></html>")
    youtube = RULES.providers["youtube"]
    assert verdict_of(youtube, [proxy, watch]).state is State.UNDETERMINED
    own = oembed("Not Found", status)
    example = oembed('{"title": "Me at the zoo", "html": "<iframe>"}')
    assert verdict_of(youtube, [own, watch, example, own]).state is State.REMOVED


def test_scribd_behind_a_bot_wall_is_not_private():
    wall = capture(status=401, headers=(("x-datadome", "protected"),), body=page("Wait"))
    assert verdict_of(RULES.providers["scribd"], repeat(wall)).state is State.UNDETERMINED


@pytest.mark.parametrize("end", ["maintenance", "error", "too-many-requests", "en/cookies"])
def test_genially_is_gone_only_where_gone_things_lead_to(end: str):
    url = known("https://view.genially.com/64a1b2c3d4e5f60718293a4b")[1].canonical_url
    down = oembed("", 503)
    led = capture(url, body=page("Genially"), final_url=f"https://genially.com/{end}")
    verdict = verdict_of(RULES.providers["genially"], chain([down], repeat(led)))
    assert verdict.state is State.UNDETERMINED


@pytest.mark.parametrize(
    ("asked", "shown", "home"),
    [
        ("https://ourriver.wordpress.com/?p=12", "https://ourriver.wordpress.com/", True),
        ("https://tool.example.org/b/1", "https://tool.example.org/en/", True),
        ("https://tool.example.org/?lang=en", "https://tool.example.org/", False),
        ("https://tool.example.org/", "https://tool.example.org/", False),
    ],
)
def test_a_number_in_the_query_is_as_deep_as_a_path(asked: str, shown: str, home: bool):
    assert is_redirected_home(capture(asked, final_url=shown)) is home
