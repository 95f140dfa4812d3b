"""``doctor --live`` on answers from memory: what holds, what is broken, what could not be determined."""

import json

import httpx
import pytest
from typer.testing import CliRunner

from auditor.application import rule_health
from auditor.application.rule_health import (
    HealthRequest,
    ProviderCheck,
    RuleStatus,
    ask_all,
    live_checks,
    report,
    rule_status,
)
from auditor.cli.main import app
from crawlers.http.politeness import PolitenessPolicy
from crawlers.model.verdict import State
from crawlers.providers.engine.registry import shipped_rules
from crawlers.providers.engine.schema import LiveCheck

RULES = shipped_rules()
PAIRS = live_checks(RULES)
YOUTUBE = {
    "youtube": LiveCheck(
        public="https://www.youtube.com/watch?v=jNQXAC9IVRw",
        missing="https://www.youtube.com/watch?v=00000000000",
        source="test",
    )
}


class Wire(httpx.AsyncBaseTransport):
    """Answers by the asked address: (status, body) of the first part that stands in it."""

    def __init__(self, **answers: tuple[int, str]) -> None:
        self.answers = answers
        self.asked: list[str] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = str(request.url)
        self.asked.append(url)
        if url.endswith("/robots.txt"):
            return self._reply(request, *self.answers.get("robots", (404, "")))
        reply = next((reply for part, reply in self.answers.items() if part in url), (404, ""))
        return self._reply(request, *reply)

    def _reply(self, request: httpx.Request, status: int, body: str) -> httpx.Response:
        stream = httpx.ByteStream(body.encode())
        return httpx.Response(
            status,
            headers=[("content-type", "application/json")],
            stream=stream,
            request=request,
            extensions={"http_version": b"HTTP/1.1"},
        )


def visit(wire: Wire) -> HealthRequest:
    return HealthRequest(
        user_agent="T/1 (contact)",
        politeness=PolitenessPolicy(delay=0.0, first_wait=0.0, attempts=1),
        wire=wire,
    )


async def youtube(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> ProviderCheck:
    monkeypatch.setattr(rule_health, "live_checks", lambda _: YOUTUBE)
    rows = await ask_all(visit(wire))
    assert len(rows) == len(RULES.providers)
    assert all(row.verdict is RuleStatus.NO_EXAMPLE for row in rows if row.provider != "youtube")
    return next(row for row in rows if row.provider == "youtube")


FILM = (200, '{"title": "Me at the zoo", "html": "<iframe></iframe>"}')


@pytest.mark.parametrize(
    ("public", "missing", "verdict"),
    [
        (FILM, (404, ""), RuleStatus.HOLDS),
        (FILM, FILM, RuleStatus.BROKEN),
        ((404, ""), (404, ""), RuleStatus.BROKEN),
        ((429, ""), (404, ""), RuleStatus.COULD_NOT_TELL),
        (FILM, (403, ""), RuleStatus.COULD_NOT_TELL),
        ((503, ""), (503, ""), RuleStatus.COULD_NOT_TELL),
    ],
)
async def test_two_answers_say_whether_the_rules_hold(
    public: tuple[int, str],
    missing: tuple[int, str],
    verdict: RuleStatus,
    monkeypatch: pytest.MonkeyPatch,
):
    wire = Wire(jNQXAC9IVRw=public, **{"00000000000": missing})
    assert (await youtube(wire, monkeypatch)).verdict is verdict


async def test_robots_are_obeyed_and_prove_nothing(monkeypatch: pytest.MonkeyPatch):
    wire = Wire(robots=(200, "User-agent: *\nDisallow: /"), jNQXAC9IVRw=FILM)
    row = await youtube(wire, monkeypatch)
    assert row.verdict is RuleStatus.COULD_NOT_TELL
    assert {url for url in wire.asked if not url.endswith("/robots.txt")} == set()


async def test_an_address_that_its_rules_no_longer_knows_breaks_the_rule(
    monkeypatch: pytest.MonkeyPatch,
):
    stray = LiveCheck(
        public="https://www.youtube.com/premium",
        missing=YOUTUBE["youtube"].missing,
        source="test",
    )
    monkeypatch.setattr(rule_health, "live_checks", lambda _: {"youtube": stray})
    wire = Wire()
    rows = await ask_all(visit(wire))
    row = next(row for row in rows if row.provider == "youtube")
    assert row.verdict is RuleStatus.BROKEN
    assert wire.asked == []
    assert any("not recognised" in line for line in report(rows))


async def test_signs_that_no_longer_hold_are_named(monkeypatch: pytest.MonkeyPatch):
    wire = Wire(jNQXAC9IVRw=(503, ""), **{"00000000000": (404, "")})
    row = await youtube(wire, monkeypatch)
    visible = [
        m.pattern for m in RULES.providers["youtube"].all_signals if m.state is State.VISIBLE
    ]
    assert [sign.pattern for sign in row.signs if sign.expected_of == "public"] == visible
    assert not any(sign.seen for sign in row.signs)
    assert sum("not seen on the public one" in line for line in report([row])) == len(visible) > 0


@pytest.mark.parametrize("public", State)
@pytest.mark.parametrize("missing", State)
def test_undetermined_never_breaks_a_rule_and_never_proves_it(public: State, missing: State):
    status = rule_status(public, missing)
    if State.UNDETERMINED in (public, missing):
        assert status is not RuleStatus.HOLDS
    if public is missing is State.UNDETERMINED:
        assert status is RuleStatus.COULD_NOT_TELL
    assert (status is RuleStatus.BROKEN) == (
        public not in (State.VISIBLE, State.UNDETERMINED) or missing is State.VISIBLE
    )


def run(monkeypatch: pytest.MonkeyPatch, verdict: RuleStatus, *options: str) -> tuple[int, str]:
    async def rows(_: HealthRequest) -> list[ProviderCheck]:
        return [
            ProviderCheck(provider="padlet", verdict=verdict, addresses=YOUTUBE["youtube"]),
            ProviderCheck(provider="miro", verdict=RuleStatus.NO_EXAMPLE),
        ]

    monkeypatch.setattr(rule_health, "ask_all", rows)
    result = CliRunner().invoke(app, ["doctor", "--live", "--quiet", *options])
    return result.exit_code, result.stdout


@pytest.mark.parametrize(
    ("verdict", "code"),
    [(RuleStatus.HOLDS, 0), (RuleStatus.COULD_NOT_TELL, 0), (RuleStatus.BROKEN, 1)],
)
def test_only_a_broken_rule_ends_with_1(
    verdict: RuleStatus, code: int, monkeypatch: pytest.MonkeyPatch
):
    ended, output = run(monkeypatch, verdict)
    assert ended == code
    assert output.splitlines()[-1] == "no example given: miro"


def test_json_stands_alone_on_stdout(monkeypatch: pytest.MonkeyPatch):
    _, output = run(monkeypatch, RuleStatus.HOLDS, "--json")
    assert [row["verdict"] for row in json.loads(output)] == ["holds", "no_example"]


@pytest.mark.parametrize("name", sorted(PAIRS.keys() & RULES.providers.keys()))
def test_the_examples_belong_to_their_provider(name: str):
    for url in (PAIRS[name].public, PAIRS[name].missing):
        match = RULES.classify(url)
        assert match is not None
        assert match.provider == name
    assert PAIRS[name].source


def test_there_are_examples_for_at_least_fifty_providers():
    assert len(PAIRS.keys() & RULES.providers.keys()) >= 50
