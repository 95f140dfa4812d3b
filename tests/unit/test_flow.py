"""The common flow on hand-made answers: which verdict follows, and what was asked."""

from dataclasses import replace

import pytest

from crawlers.model.capture import Capture
from crawlers.model.verdict import Failure, Reason, State
from crawlers.providers.engine.schema import LiveCheck, Provider, Signal, UrlPattern
from crawlers.providers.engine.target import control_of
from crawlers.providers.verdicts.flow import page_flow
from tests.unit.answers import (
    ARTICLE,
    LOGIN,
    RULES,
    SHELL,
    artefact,
    capture,
    oembed,
    provider,
    run,
)

WORDS = Signal(
    state=State.REMOVED,
    reason=Reason.GONE,
    where="text",
    pattern="taken away by its owner",
    source="invented",
)
OG_TITLE = Signal(
    state=State.VISIBLE,
    reason=Reason.PUBLIC_METADATA,
    where="meta:og:title",
    pattern=".+",
    source="invented",
    inferred=True,
)


TITLED = Signal(
    state=State.VISIBLE,
    reason=Reason.PUBLIC_METADATA,
    where="title",
    pattern=".+",
    source="invented",
    inferred=True,
)


def verdict_of_page(tool: Provider, *answers: Capture) -> tuple[State, Reason]:
    verdict, probes = run(tool, artefact(), answers)
    assert len(probes) == len(answers)
    return verdict.state, verdict.reason


# One page, one answer.


OWN = ARTICLE.replace("</main>", '<a href="/boards/our-river-1">Whole board</a></main>')
BOARD = "https://tool.example.org/boards/our-river-1"


def test_a_page_that_speaks_of_the_thing_is_visible_where_pages_prove():
    assert verdict_of_page(provider(page_proves=True), capture(BOARD, body=OWN)) == (
        State.VISIBLE,
        Reason.CONTENT_SHOWN,
    )


@pytest.mark.parametrize("more", [{"page_proves": True}, {"signals": (TITLED,)}])
def test_a_notice_that_does_not_speak_of_the_thing_shows_nothing(more):
    notice = ARTICLE.replace("Our river", "Hetki vielä")
    assert verdict_of_page(provider(**more), capture(BOARD, body=notice)) == (
        State.UNDETERMINED,
        Reason.NO_PUBLIC_SIGN,
    )


def test_a_page_that_names_itself_to_machines_speaks_of_the_thing():
    named = ARTICLE.replace("</head>", '<meta property="og:title" content="Our river"></head>')
    assert verdict_of_page(provider(page_proves=True), capture(BOARD, body=named)) == (
        State.VISIBLE,
        Reason.CONTENT_SHOWN,
    )


def test_the_same_page_proves_nothing_where_pages_are_shells():
    assert verdict_of_page(provider(), capture(body=ARTICLE)) == (
        State.UNDETERMINED,
        Reason.NEEDS_BROWSER,
    )


def test_an_empty_shell_is_not_visible_although_pages_prove():
    assert verdict_of_page(provider(page_proves=True), capture(body=SHELL)) == (
        State.UNDETERMINED,
        Reason.NO_PUBLIC_SIGN,
    )


OTHER_ANSWERS = [
    (
        "a redirect to a log-in",
        capture(body=ARTICLE, final_url="https://accounts.google.com/v3/signin/identifier"),
        (State.LOGIN_REQUIRED, Reason.LOGIN_REDIRECT),
    ),
    (
        "a log-in form with status 200",
        capture(body=LOGIN),
        (State.LOGIN_REQUIRED, Reason.LOGIN_FORM),
    ),
    (
        "too many requests",
        capture(status=429, body=ARTICLE),
        (State.UNDETERMINED, Reason.RATE_LIMITED),
    ),
    (
        "service unavailable",
        capture(status=503, body=ARTICLE),
        (State.UNDETERMINED, Reason.SERVER_ERROR),
    ),
    (
        "a bot wall known by its header",
        capture(status=403, headers=(("cf-mitigated", "challenge"),)),
        (State.UNDETERMINED, Reason.BOT_WALL),
    ),
    (
        "a refusal without a word",
        capture(status=403),
        (State.UNDETERMINED, Reason.REFUSED_UNEXPLAINED),
    ),
    (
        "a time-out",
        capture(failure=Failure.TIMEOUT),
        (State.UNDETERMINED, Reason.TIMEOUT),
    ),
    (
        "nothing in the archive",
        capture(failure=Failure.NOT_RECORDED),
        (State.UNDETERMINED, Reason.NOT_RECORDED),
    ),
    (
        "the tool's home page instead",
        capture(body=ARTICLE, final_url="https://tool.example.org/en/"),
        (State.UNDETERMINED, Reason.NO_PUBLIC_SIGN),
    ),
]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [pytest.param(answer, expected, id=name) for name, answer, expected in OTHER_ANSWERS],
)
def test_an_answer_that_is_not_the_content(answer: Capture, expected: tuple[State, Reason]):
    assert verdict_of_page(provider(page_proves=True), answer) == expected


# The second look.


def test_removed_only_when_a_fresh_look_says_so_too():
    answers = (capture(status=404, record="first"), capture(status=404, record="second"))
    verdict, probes = run(provider(), artefact(), answers)
    assert (verdict.state, verdict.reason) == (State.REMOVED, Reason.NOT_FOUND)
    assert [probe.fresh for probe in probes] == [False, True]
    assert verdict.evidence == ("first", "second")
    assert verdict.attempts == 2


def test_recovered_on_the_second_look():
    answers = (capture(BOARD, status=404), capture(BOARD, body=OWN))
    assert verdict_of_page(provider(page_proves=True), *answers) == (
        State.VISIBLE,
        Reason.CONTENT_SHOWN,
    )


def test_removed_and_then_silent_is_undetermined():
    answers = (capture(status=410), capture(failure=Failure.TIMEOUT))
    assert verdict_of_page(provider(), *answers) == (State.UNDETERMINED, Reason.TIMEOUT)


# Signals.


def test_a_seen_marker_decides():
    gone = capture(body="<html><title>Tool</title><body>Taken away by its owner</body></html>")
    tool = provider(page_proves=True, signals=(WORDS,))
    assert verdict_of_page(tool, gone, gone) == (State.REMOVED, Reason.GONE)


def test_a_lone_inferred_marker_of_loss_makes_it_undetermined():
    words = Signal(
        state=State.REMOVED,
        reason=Reason.GONE,
        where="title",
        pattern="our river",
        source="invented",
        inferred=True,
    )
    tool = provider(page_proves=True, signals=(words,))
    assert verdict_of_page(tool, capture(body=ARTICLE))[0] is State.UNDETERMINED


def test_two_inferred_signals_that_agree_decide():
    signals = tuple(
        Signal(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where=where,
            pattern="our river",
            source="invented",
            inferred=True,
        )
        for where in ("title", "text")
    )
    assert verdict_of_page(provider(signals=signals), capture(body=ARTICLE)) == (
        State.PERMISSION_REQUIRED,
        Reason.PRIVATE,
    )


PUBLIC = ARTICLE.replace("<head>", '<head><meta property="og:title" content="Our river">')


def test_an_inferred_sign_of_being_shown_agrees_with_a_page_without_a_wall():
    assert verdict_of_page(provider(signals=(OG_TITLE,)), capture(body=PUBLIC)) == (
        State.VISIBLE,
        Reason.PUBLIC_METADATA,
    )


@pytest.mark.parametrize("inferred", [True, False])
@pytest.mark.parametrize(
    "answer",
    [
        capture(body=PUBLIC, final_url="https://login.microsoftonline.com/common/oauth2"),
        capture(body=PUBLIC, final_url="https://tool.example.org/"),
        capture(body=LOGIN.replace("<head>", '<head><meta property="og:title" content="Hi">')),
    ],
    ids=["log-in elsewhere", "home page", "log-in form"],
)
def test_no_sign_of_being_shown_outweighs_a_log_in_or_the_home_page(
    answer: Capture, inferred: bool
):
    sign = Signal(
        state=State.VISIBLE,
        reason=Reason.PUBLIC_METADATA,
        where="meta:og:title",
        pattern=".+",
        source="invented",
        inferred=inferred,
    )
    assert verdict_of_page(provider(signals=(sign,)), answer)[0] is not State.VISIBLE


def test_an_unknown_place_of_a_marker_is_a_fault_of_the_rule():
    odd = Signal(
        state=State.VISIBLE,
        reason=Reason.CONTENT_SHOWN,
        where="heart",
        pattern=".",
        source="invented",
    )
    with pytest.raises(ValueError, match="heart"):
        run(provider(signals=(odd,)), artefact(), [capture(body=ARTICLE)], page_flow)


# oEmbed.

OEMBED = "https://tool.example.org/oembed?url={url}"


def test_an_oembed_document_is_proof_and_the_page_is_not_asked():
    verdict, probes = run(provider(oembed=OEMBED), artefact(), [oembed('{"title": "Our river"}')])
    assert (verdict.state, verdict.reason) == (State.VISIBLE, Reason.OEMBED_ANSWER)
    assert [probe.url for probe in probes] == [
        "https://tool.example.org/oembed?url=https%3A%2F%2Ftool.example.org%2Fp%2F1"
    ]


@pytest.mark.parametrize("body", ["Forbidden", "[]", '"title"', "{}", '{"title": ""}', "\udcff"])
def test_status_200_alone_is_not_an_oembed_document(body: str):
    answers = [oembed(body.encode("utf-8", "replace").decode()), capture(body=SHELL)]
    verdict, probes = run(provider(oembed=OEMBED), artefact(), answers)
    assert verdict.undetermined
    assert len(probes) == 2


EXAMPLE = oembed('{"title": "An example", "html": "<iframe>"}')
WITH_EXAMPLE = provider(
    oembed=OEMBED,
    urls=(UrlPattern(path=r"/p/(?P<id>\d+)", canonical="https://tool.example.org/p/{id}"),),
    live=LiveCheck(
        public="https://tool.example.org/p/7",
        missing="https://tool.example.org/p/0",
        source="invented",
    ),
)
CONTROL = OEMBED.replace("{url}", "https%3A%2F%2Ftool.example.org%2Fp%2F7")


def test_oembed_404_twice_is_removed_where_the_page_says_nothing_and_the_example_is_known():
    answers = [oembed("", 404), capture(body=SHELL), EXAMPLE, oembed("", 404)]
    verdict, asked = run(WITH_EXAMPLE, artefact(), answers)
    assert (verdict.state, verdict.reason) == (State.REMOVED, Reason.NOT_FOUND)
    assert (asked[2].url, asked[2].fresh) == (CONTROL, False)
    assert asked[3].fresh


@pytest.mark.parametrize(
    "control", [oembed("", 404), oembed("[]"), oembed("", 503), capture(failure=Failure.TIMEOUT)]
)
def test_an_endpoint_that_does_not_know_its_example_removes_nothing(control: Capture):
    verdict, asked = run(WITH_EXAMPLE, artefact(), [oembed("", 404), capture(body=SHELL), control])
    assert (verdict.state, verdict.reason) == (State.UNDETERMINED, Reason.NEEDS_BROWSER)
    assert len(asked) == 3


def test_the_example_itself_and_a_tool_without_one_are_not_removed_by_oembed():
    answers = [oembed("", 404), capture(body=SHELL)]
    itself = artefact("https://tool.example.org/p/7")
    assert run(WITH_EXAMPLE, itself, answers)[0].undetermined
    assert run(provider(oembed=OEMBED), artefact(), answers)[0].undetermined


def test_a_sign_of_removal_on_the_page_stands_in_for_the_example():
    hint = replace(WORDS, inferred=True)
    page = capture(body=ARTICLE.replace("Pupils", "It was taken away by its owner. Pupils"))
    tool = provider(oembed=OEMBED, signals=(hint,))
    verdict, _ = run(tool, artefact(), [oembed("", 404), page, oembed("", 404)])
    assert verdict.state is State.REMOVED


def test_a_page_that_gives_the_thing_a_title_rules_removal_by_oembed_out():
    titled = ARTICLE.replace("</head>", '<meta property="og:title" content="Our river"></head>')
    answers = [oembed("", 404), capture(body=titled)]
    verdict, asked = run(WITH_EXAMPLE, artefact(), answers)
    assert verdict.undetermined
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("first", "reason"),
    [
        (oembed("", 401), Reason.REFUSED_UNEXPLAINED),
        (oembed("", 403), Reason.REFUSED_UNEXPLAINED),
        (oembed('{"title": "Our river"}'), Reason.UNEXPECTED_ANSWER),
    ],
)
def test_what_oembed_refuses_or_names_is_not_removed_by_its_page(first: Capture, reason: Reason):
    gone = capture(status=404, body="<h1>Not found</h1>")
    tool = provider(oembed=OEMBED, oembed_keys=("html",))
    verdict, _ = run(tool, artefact(), [first, gone, gone])
    assert (verdict.state, verdict.reason) == (State.UNDETERMINED, reason)


def test_a_404_whose_page_names_the_thing_and_its_address_is_not_removed():
    head = (
        '<meta property="og:title" content="Our river"><meta property="og:url" content="%s">'
        '<meta property="og:image" content="/river.png"></head>'
    )
    page = capture(BOARD, status=404, body=ARTICLE.replace("</head>", head % BOARD))
    assert verdict_of_page(provider(), page) == (State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)


def test_oembed_404_and_then_a_document_is_visible():
    answers = [oembed("", 404), capture(body=SHELL), EXAMPLE, oembed('{"html": "<iframe>"}')]
    verdict, _ = run(WITH_EXAMPLE, artefact(), answers)
    assert verdict.visible


def test_oembed_404_does_not_outvote_a_bot_wall():
    wall = capture(status=403, headers=(("cf-mitigated", "challenge"),))
    verdict, _ = run(provider(oembed=OEMBED), artefact(), [oembed("", 404), wall])
    assert (verdict.state, verdict.reason) == (State.UNDETERMINED, Reason.BOT_WALL)


def test_a_retired_service_is_closed_whatever_it_answers():
    assert verdict_of_page(provider(retired_on="2024-12-31"), capture(body=ARTICLE)) == (
        State.REMOVED,
        Reason.SERVICE_CLOSED,
    )


def test_an_oembed_404_removes_nothing_whose_page_hints_at_a_closed_door():
    door = Signal(
        state=State.PERMISSION_REQUIRED,
        reason=Reason.PRIVATE,
        where="text",
        pattern="only for its class",
        source="invented",
        inferred=True,
    )
    tool = provider(oembed="https://tool.example.org/oembed?url={url}", signals=(door,))
    page = capture(body=OWN.replace("Pupils", "This is only for its class. Pupils"))
    verdict, probes = run(tool, artefact(), [oembed("Not Found", 404), page])
    assert (verdict.state, verdict.reason) == (State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)
    assert len(probes) == 2


NAMED_CONTROLS = [one for one in RULES.providers.values() if one.live and one.live.control]


@pytest.mark.parametrize("tool", NAMED_CONTROLS, ids=lambda tool: tool.id)
def test_a_control_that_rules_name_is_one_that_oembed_is_asked_about(tool: Provider):
    control = control_of(tool)
    assert control is not None
    assert control.asking.oembed == tool.oembed
