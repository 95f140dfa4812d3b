"""The published oEmbed registry: whole hosts, safe stars, and answers that prove something."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.gathering.probing.probe import _UNKNOWN
from crawlers.model.artefact import Artefact
from crawlers.model.capture import Capture
from crawlers.model.verdict import Failure, Reason, State
from crawlers.providers.verdicts import oembed_registry
from crawlers.providers.verdicts.dispatch import find_flow
from crawlers.providers.verdicts.oembed_registry import Entry, entry_for, outside_flow
from tests.doubles.work import count_calls
from tests.providers.refresh_oembed_registry import shorten
from tests.unit.answers import ARTICLE, LOGIN, RULES, artefact, capture, run
from tests.unit.hostile import HOSTILE

PEN = "https://codepen.io/team/codepen/pen/PNaGbb"
ASK = "https://codepen.io/api/oembed?format=json&url=https%3A%2F%2Fcodepen.io%2Fteam%2Fcodepen%2Fpen%2FPNaGbb"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        (PEN, "CodePen"),
        (PEN.replace("https", "http"), "CodePen"),
        ("https://CODEPEN.io/team/codepen/pen/PNaGbb?editors=1", "CodePen"),
        ("https://user.deviantart.com/art/Our-River-1", "Deviantart.com"),
    ],
)
def test_an_address_of_the_registry_is_known(url: str, name: str):
    entry = entry_for(url)
    assert entry is not None
    assert entry.name == name


@pytest.mark.parametrize(
    "url",
    [
        "https://codepen.io/",
        "https://codepen.io",
        "https://evilcodepen.io/team/codepen/pen/PNaGbb",
        "https://codepen.io.example.org/team/codepen/pen/PNaGbb",
        "https://www.codepen.io/team/codepen/pen/PNaGbb",
        "https://codepen.io@example.org/team/codepen/pen/PNaGbb",
        "https://user:word@codepen.io/team/codepen/pen/PNaGbb",
        "https://example.org/?u=https://codepen.io/team/codepen/pen/PNaGbb",
        "https://example.org/codepen.io/team",
        "spotify:track:1",
        "mailto:a@codepen.io",
        "https://[::1/",
        "",
    ],
)
def test_look_alikes_home_pages_and_other_protocols_are_not(url: str):
    assert entry_for(url) is None


@given(st.text() | st.text().map(lambda text: f"https://codepen.io/{text}"))
def test_no_text_breaks_the_look_up(text: str):
    entry_for(text)


@pytest.mark.parametrize(
    ("scheme", "path", "fits"),
    [
        ("https://t.example/watch*", "/watch", False),
        ("https://t.example/watch*", "/watch?v=1", True),
        ("https://t.example/*/photo/*", "/a/photo/1", True),
        ("https://t.example/*/photo/*", "//photo/1", False),
        ("https://t.example/*/photo/*", "/a/photo/", False),
        ("https://t.example/*/photo/*", "/a/b/photo/c/photo/1", True),
        ("https://t.example/d/*/view", "/d/1/view", True),
        ("https://t.example/d/*/view", "/d/1/viewer", False),
        ("https://t.example/a.b/*", "/axb/1", False),
        ("https://t.example/(a+)+*", "/aaaa", False),
        ("https://t.example/p", "/p", True),
        ("https://t.example/p", "/p/1", False),
    ],
)
def test_a_star_in_a_path_stands_for_something(scheme: str, path: str, fits: bool):
    host, compiled = oembed_registry._compile_scheme(scheme, Entry(name="T", request=""))
    assert host == "t.example"
    assert compiled is not None
    assert oembed_registry._fits(compiled.path, path) is fits


@pytest.mark.parametrize(
    "scheme",
    [
        "spotify:*",
        "https://*.*.t.example/*",
        "https://t.*/x/*",
        "https://*/x/*",
        "https://*.com/x/*",
        "https://*.co.uk/x/*",
        "https://t*.example.org/*",
        "https://t.example.org/",
    ],
)
def test_schemes_that_are_too_wide_are_left_out(scheme: str):
    assert oembed_registry._compile_scheme(scheme, Entry(name="T", request=""))[1] is None


def test_many_stars_take_no_time():
    parts = ("/", *["a"] * 40, "b")
    assert not oembed_registry._fits(parts, "/" + "a" * 100_000)
    assert count_calls(lambda: oembed_registry._fits(parts, "/" + "a" * 100_000)) < 1_000


def test_the_registry_names_no_provider():
    assert RULES.classify(PEN) is None
    assert not {"codepen", "CodePen"} & RULES.providers.keys()


def test_every_request_goes_by_https_and_takes_the_address_last():
    entries = [scheme.entry for rows in oembed_registry._by_host().values() for scheme in rows]
    assert len(entries) > 500
    for entry in entries:
        assert entry.request.startswith("https://")
        assert entry.request.endswith("url={url}")
        assert entry.request.count("{") == 1


def embed(url: str = PEN) -> Artefact:
    return artefact(url).model_copy(update={"provider": "-"})


def visibility_of(status: int = 200, **fields: str) -> Capture:
    return capture(ASK, status=status, body=json.dumps(fields), media_type="application/json")


SHOWN = visibility_of(type="rich", title="Our river", html="<iframe></iframe>")
PAGE = capture(PEN, body=ARTICLE)
GONE = capture(PEN, status=404, body="<h1>Not found</h1>")


def test_the_unknown_provider_asks_the_registry_first():
    assert find_flow(_UNKNOWN.flow) is outside_flow
    verdict, probes = run(_UNKNOWN, embed(), [SHOWN, capture(PEN, status=403)])
    assert (verdict.state, verdict.reason) == (State.VISIBLE, Reason.OEMBED_ANSWER)
    assert [probe.url for probe in probes] == [ASK, PEN]


@pytest.mark.parametrize(
    ("page", "state"),
    [
        ([capture(PEN, body=LOGIN)], State.LOGIN_REQUIRED),
        # What the endpoint names is not removed, whatever its page answers.
        ([GONE, GONE], State.UNDETERMINED),
    ],
)
def test_a_page_that_refuses_outweighs_the_endpoint(page: list[Capture], state: State):
    verdict, _ = run(_UNKNOWN, embed(), [SHOWN, *page])
    assert verdict.state is state
    assert len(verdict.evidence) == len(set(verdict.evidence))


@pytest.mark.parametrize(
    "answer",
    [
        visibility_of(404),
        visibility_of(401, type="rich", html="x"),
        visibility_of(type="link", title="Log in"),
        visibility_of(title="Log in"),
        visibility_of(type="rich"),
        visibility_of(error="no"),
        capture(ASK, body="[]", media_type="application/json"),
        capture(ASK, failure=Failure.TIMEOUT),
        *(make(ASK) for make in HOSTILE.values()),
    ],
)
def test_any_other_answer_leaves_it_to_the_page(answer: Capture):
    unclear = capture(PEN, status=403)
    verdict, _ = run(_UNKNOWN, embed(), [answer, unclear])
    assert verdict.state is State.UNDETERMINED
    verdict, _ = run(_UNKNOWN, embed(), [answer, PAGE])
    assert verdict.reason is Reason.CONTENT_SHOWN


def test_an_address_that_the_registry_does_not_know_is_asked_for_alone():
    url = "https://tool.example.org/p/1"
    verdict, probes = run(_UNKNOWN, embed(url), [capture(url, body=ARTICLE)])
    assert verdict.state is State.VISIBLE
    assert [probe.url for probe in probes] == [url]


def test_the_copy_is_short_and_names_its_source():
    providers = [
        {
            "provider_name": "Tool",
            "provider_url": "https://t.example",
            "endpoints": [
                {"url": "https://t.example/o", "schemes": ["https://t.example/*"], "docs_url": "x"},
                {
                    "url": "https://t.example/x",
                    "schemes": ["https://t.example/*"],
                    "formats": ["xml"],
                },
                {"url": "https://t.example/d", "discovery": True},
            ],
        }
    ]
    registry = json.loads(shorten(providers, "1.2"))
    assert "oembed-providers 1.2, MIT" in registry["source"]
    assert registry["entries"] == [
        {"name": "Tool", "endpoint": "https://t.example/o", "schemes": ["https://t.example/*"]}
    ]
