"""Which answers say something of a thing, and which do not.

Interface and page say different things, or somebody else answers: then nothing is known. One test per
answer, which asks every tool and names those that gave a verdict. What a page says as a browser shows it
stands at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain, repeat

import pytest

from crawlers.extraction.document import RENDERED, parse
from crawlers.model.capture import Capture
from crawlers.model.verdict import Failure, Reason, State, Visibility
from crawlers.providers.engine.schema import Provider
from crawlers.providers.engine.target import target_of
from crawlers.providers.verdicts.flow import judging_provider
from crawlers.providers.verdicts.protocol import Answer
from crawlers.providers.verdicts.signals import is_redirected_home, judge_rendered
from tests.unit.answers import LOGIN, RULES, capture, oembed, run, tool_and_artefact
from tests.unit.cases import examples

OPEN = (State.UNDETERMINED,)
LIVE = [tool for tool in RULES.providers.values() if not tool.retired_on]
OURS = [tool for tool in LIVE if tool.hosts != ("*",) and not tool.own_domains]


def asks_oembed_first(tool: Provider) -> bool:
    """True for the common flow with oEmbed, whose 404 counts."""
    asking = target_of(*tool_and_artefact(examples(tool.id).urls[0])).asking
    return bool(asking.oembed) and not asking.flow


WITH_OEMBED = [tool for tool in LIVE if asks_oembed_first(tool)]


def page(title: str, text: str = "We are working on it.") -> str:
    named = f'<meta property="og:title" content="{title}">'
    return f"<html><head><title>{title}</title>{named}</head><body><p>{text}</p></body></html>"


def verdict_of(tool: Provider, answers: Iterable[Capture]) -> Visibility:
    provider, thing = tool_and_artefact(examples(tool.id).urls[0])
    return run(provider, thing, answers)[0]


def wrong_verdicts(
    tools: Iterable[Provider],
    answers: Callable[[str], Iterable[Capture]],
    states: tuple[State, ...] = OPEN,
    never: Reason | None = None,
) -> list[str]:
    """Each tool that judged the answers, which are made for its address, otherwise than allowed."""
    wrong = []
    for tool in tools:
        address = tool_and_artefact(examples(tool.id).urls[0])[1].canonical_url
        verdict = verdict_of(tool, answers(address))
        if verdict.state not in states or verdict.reason is never:
            wrong.append(f"{tool.id}: {verdict.state} ({verdict.reason})")
    return wrong


def test_there_are_tools_to_ask() -> None:
    assert len(OURS) >= 110
    assert len(WITH_OEMBED) >= 25


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
def test_another_host_says_nothing_of_the_thing(stranger: str) -> None:
    assert wrong_verdicts(OURS, lambda url: repeat(STRANGERS[stranger](url))) == []


BLOCKED = capture(status=404, body="<h1>Checking</h1>", headers=(("cf-mitigated", "challenge"),))
BROKEN = capture(status=404, failure=Failure.PROTOCOL_ERROR)
SILENT = capture(body="<html><head></head><body><div id=app></div></body></html>")


@pytest.mark.parametrize("refusal", [BLOCKED, BROKEN], ids=["challenge", "broken"])
def test_an_oembed_404_that_is_a_wall_or_broken_removes_nothing(refusal: Capture) -> None:
    assert wrong_verdicts(WITH_OEMBED, lambda _: chain([refusal, SILENT], repeat(refusal))) == []


@pytest.mark.parametrize("title", ["Log in | Welcome", "Anmelden", "Just a moment...", "Private"])
def test_an_oembed_404_removes_nothing_whose_page_is_titled_like_a_door(title: str) -> None:
    gone = capture(status=404, body="Not Found", media_type="text/plain")
    door = capture(body=f"<html><head><title>{title}</title></head><body><p>x</p></body></html>")
    states = (State.UNDETERMINED, State.LOGIN_REQUIRED)
    assert wrong_verdicts(WITH_OEMBED, lambda _: chain([gone, door], repeat(gone)), states) == []


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
def test_a_document_about_a_failure_shows_nothing(body: str) -> None:
    document = oembed(body)
    assert (
        wrong_verdicts(
            WITH_OEMBED, lambda _: chain([document], repeat(SILENT)), never=Reason.PROVIDER_ERROR
        )
        == []
    )


ASKS_OEMBED = [
    tool for tool in LIVE if target_of(*tool_and_artefact(examples(tool.id).urls[0])).asking.oembed
]
MISSING = capture(status=404, body="<html><head><title>404</title></head><body></body></html>")
NAMED = '{"title": "Our river", "html": "<iframe></iframe>", "domain_status_code": 403}'
NOT_REMOVED = tuple(state for state in State if state is not State.REMOVED)


@pytest.mark.parametrize("first", [oembed("", 401), oembed("", 403), oembed(NAMED)])
def test_what_oembed_refuses_or_names_is_never_removed(first: Capture) -> None:
    assert (
        wrong_verdicts(
            ASKS_OEMBED,
            lambda _: chain([first], repeat(MISSING)),
            NOT_REMOVED,
            Reason.PROVIDER_ERROR,
        )
        == []
    )


def test_an_endpoint_that_knows_nothing_at_all_removes_nothing() -> None:
    gone = capture(status=404, body="Not Found", media_type="text/plain")
    assert len(ASKS_OEMBED) >= 28
    assert wrong_verdicts(ASKS_OEMBED, lambda _: chain([gone, SILENT], repeat(gone))) == []


NOTICES = ["We'll be back soon!", "Something went wrong", "Oops!", "Unsupported browser"]


@pytest.mark.parametrize("title", NOTICES)
def test_a_notice_with_a_title_for_machines_is_not_the_thing(title: str) -> None:
    assert wrong_verdicts(OURS, lambda url: repeat(capture(url, body=page(title)))) == []


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
    url = tool_and_artefact("https://view.genially.com/64a1b2c3d4e5f60718293a4b")[1].canonical_url
    down = oembed("", 503)
    led = capture(url, body=page("Genially"), final_url=f"https://genially.com/{end}")
    verdict = verdict_of(RULES.providers["genially"], chain([down], repeat(led)))
    assert verdict.state is State.UNDETERMINED


@pytest.mark.parametrize(
    ("address", "final", "home"),
    [
        ("https://ourriver.wordpress.com/?p=12", "https://ourriver.wordpress.com/", True),
        ("https://tool.example.org/b/1", "https://tool.example.org/en/", True),
        ("https://tool.example.org/?lang=en", "https://tool.example.org/", False),
        ("https://tool.example.org/", "https://tool.example.org/", False),
    ],
)
def test_a_number_in_the_query_is_as_deep_as_a_path(address: str, final: str, home: bool):
    assert is_redirected_home(capture(address, final_url=final)) is home


# What the rules see in a page as a browser shows it, and what they must not be told.

SEEING = [tool for tool in RULES.providers.values() if tool.rendered_signals]
# Rendered pages written by hand after what public code says of them: provider, address, body, state.
SEEN = [
    (
        "https://padlet.com/teacher1/our-river-abc1def2ghi3jk4l",
        "<section class='surface-section'><div data-testid='postWrapper'><article "
        "data-testid='surfacePost'><h3 data-testid='postSubject'>Salt</h3></article></div></section>",
        State.VISIBLE,
    ),
    (
        "https://padlet.com/teacher1/our-river-abc1def2ghi3jk4l",
        "<header>Our river</header><button data-testid='surfaceAddPostButton'>+</button>",
        State.UNDETERMINED,
    ),
    (
        "https://ourschool.padlet.org/teacher1/our-river-abc1def2ghi3jk4l",
        "<article data-testid='surfacePost'><h3>Salt</h3></article>",
        State.VISIBLE,
    ),
    (
        "https://view.genially.com/65f0a1b2c3d4e5f6a7b8c9d0",
        "<div class='container-wrapper-genially'><div class='genially-view-slide-container'>"
        "<div class='genially-view-slide' id='s1'>Tides</div></div></div>",
        State.VISIBLE,
    ),
    (
        "https://forms.office.com/e/AbCdEf1234",
        "<div data-automation-id='formTitle'>Our survey</div><div data-automation-id='questionItem'>"
        "<span data-automation-id='questionTitle'>How salt is the sea?</span></div>",
        State.VISIBLE,
    ),
    (
        "https://docs.google.com/presentation/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit",
        "<div class='punch-viewer-svgpage-svgcontainer'><svg><text>Tides</text></svg></div>",
        State.VISIBLE,
    ),
    (
        "https://docs.google.com/document/d/1AbCdEfGhIjKlMnOpQrStUvWxYz01/edit",
        "<div class='kix-page kix-page-paginated'><canvas></canvas></div>",
        State.VISIBLE,
    ),
    (
        "https://drive.google.com/file/d/1AbCdEfGhIjKlMnOpQrStUvWxYz012345/view",
        "<div class='drive-viewer-paginated-page'><img alt='Page 1 of 3'></div>",
        State.VISIBLE,
    ),
    (
        "https://create.kahoot.it/details/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
        "<div data-functional-selector='kahoot-detail__title'>Tides</div>",
        State.VISIBLE,
    ),
]
STAND_INS = {
    "an empty shell": "<div id='root'></div><script src='/app.js'></script>",
    "a log-in": LOGIN,
    "a challenge": "<h1>Just a moment...</h1><div id='challenge-form'></div>",
    "a cookie notice": "<form action='https://consent.youtube.com/save'><button>OK</button></form>",
    "an error": "<h1>Something went wrong</h1><p>Please try again later.</p>",
    "another tool's page": "<article data-other='post'><h1>Our river</h1></article>",
}


def rendered_state(provider: Provider, address: str, body: str, *, whole: bool = True) -> State:
    _, thing = tool_and_artefact(address)
    page = f"<html {RENDERED}><head><title>x</title></head><body>{body}</body></html>"
    target = target_of(provider, thing)
    answer = capture(target.render_url, body=page)
    page_answer = Answer(capture=answer, document=parse(answer))
    return judge_rendered(judging_provider(target), page_answer, complete=whole).state


@pytest.mark.parametrize(("address", "body", "state"), SEEN)
def test_the_rendered_page_says_whether_everybody_sees_it(
    address: str, body: str, state: State
) -> None:
    provider = tool_and_artefact(address)[0]
    assert rendered_state(provider, address, body) is state
    partly = State.VISIBLE if state is State.VISIBLE else State.UNDETERMINED
    assert rendered_state(provider, address, body, whole=False) is partly


@pytest.mark.parametrize("provider", SEEING, ids=lambda tool: tool.id)
@pytest.mark.parametrize("body", STAND_INS.values(), ids=STAND_INS)
def test_no_page_instead_of_it_shows_a_thing_or_calls_it_gone(
    provider: Provider, body: str
) -> None:
    for url in examples(provider.id).urls:
        state = rendered_state(provider, url, body)
        assert state not in (State.VISIBLE, State.REMOVED, State.EMPTY), url


def test_every_tool_with_rendered_signals_is_shown_a_public_thing() -> None:
    tools = {
        tool_and_artefact(address)[0].id for address, _, state in SEEN if state is State.VISIBLE
    }
    assert {tool.id for tool in SEEING} == tools
