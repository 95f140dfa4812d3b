"""What the rules see in a page as a browser shows it, and what they must not be told."""

from __future__ import annotations

import pytest

from crawlers.extraction.document import RENDERED, parse
from crawlers.model.verdict import State
from crawlers.providers.engine.flow import judging_provider
from crawlers.providers.engine.protocol import Answer
from crawlers.providers.engine.schema import Provider
from crawlers.providers.engine.signals import judge_rendered
from crawlers.providers.engine.target import target_of
from tests.unit.answers import LOGIN, RULES, capture, tool_and_artefact
from tests.unit.cases import examples

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
HOSTILE = {
    "an empty shell": "<div id='root'></div><script src='/app.js'></script>",
    "a log-in": LOGIN,
    "a challenge": "<h1>Just a moment...</h1><div id='challenge-form'></div>",
    "a cookie notice": "<form action='https://consent.youtube.com/save'><button>OK</button></form>",
    "an error": "<h1>Something went wrong</h1><p>Please try again later.</p>",
    "another tool's page": "<article data-other='post'><h1>Our river</h1></article>",
}


def verdict(provider: Provider, address: str, body: str, *, whole: bool = True) -> State:
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
    assert verdict(provider, address, body) is state
    partly = State.VISIBLE if state is State.VISIBLE else State.UNDETERMINED
    assert verdict(provider, address, body, whole=False) is partly


@pytest.mark.parametrize("provider", SEEING, ids=lambda tool: tool.id)
@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_no_page_in_its_stead_shows_a_thing_or_calls_it_gone(provider: Provider, body: str) -> None:
    for url in examples(provider.id).urls:
        state = verdict(provider, url, body)
        assert state not in (State.VISIBLE, State.REMOVED, State.EMPTY), url


def test_every_tool_with_rendered_signals_is_shown_a_public_thing() -> None:
    tools = {
        tool_and_artefact(address)[0].id for address, _, state in SEEN if state is State.VISIBLE
    }
    assert {tool.id for tool in SEEING} == tools
