"""Links are opened once; what could not be told is never called gone."""

from __future__ import annotations

import asyncio

import pytest

from crawlers.gathering.addresses import link_id
from crawlers.gathering.artefacts import NOT_CHECKED
from crawlers.gathering.probing.links import check_links, judge_link
from crawlers.model.capture import Capture
from crawlers.model.link import Link, LinkRole
from crawlers.model.verdict import Failure, Reason, State
from tests.unit.pages import NOW, capture_of

URL = "https://avisen.example/2026/05/broer"
ARTICLE = "<!doctype html><title>Broer</title><h1>Broer</h1><p>Fem skoler byggede broer.</p>"
SENTENCE = "<p>Den længste var lavet af papir og bar en hel klasse.</p>"


class Answers:
    """A fetcher that gives prepared captures, one for each time it is asked."""

    def __init__(self, *captures: Capture) -> None:
        self.captures = list(captures)
        self.asked: list[tuple[str, bool]] = []

    async def get(self, url: str, *, fresh: bool = False) -> Capture:
        self.asked.append((url, fresh))
        return self.captures.pop(0)


def link() -> Link:
    return Link(
        id=link_id(URL),
        role=LinkRole.SITE,
        url=URL,
        canonical_url=URL,
        sightings=(),
        visibility=NOT_CHECKED,
    )


def checked(*captures: Capture) -> tuple[Link, list[tuple[str, bool]]]:
    fetcher = Answers(*captures)
    (found,) = asyncio.run(check_links(fetcher, (link(),)))  # type: ignore[arg-type]
    return found, fetcher.asked


@pytest.mark.parametrize(
    ("capture", "state"),
    [
        (capture_of(ARTICLE, URL), State.VISIBLE),
        (capture_of(b"%PDF-1.7", URL, content_type="application/pdf"), State.VISIBLE),
        (capture_of(b"", URL, content_type="application/pdf"), State.UNDETERMINED),
        (capture_of("<title>x</title>", URL, status=404), State.REMOVED),
        (capture_of(ARTICLE + 3 * SENTENCE, URL, status=404), State.UNDETERMINED),
        (
            capture_of("<title>App</title><script src=a.js></script>", URL, status=404),
            State.UNDETERMINED,
        ),
        (capture_of("<title>x</title>", URL, status=403), State.UNDETERMINED),
        (capture_of("<title>x</title>", URL, status=429), State.UNDETERMINED),
        (capture_of("<title>x</title>", URL, status=503), State.UNDETERMINED),
        (capture_of("<title>App</title><div id=app></div>", URL), State.UNDETERMINED),
        (capture_of(ARTICLE, "https://avisen.example/", requested=URL), State.UNDETERMINED),
        (
            capture_of(ARTICLE, "https://www.avisen.example/2026/05/broer/", requested=URL),
            State.VISIBLE,
        ),
        (
            capture_of("<title>This domain is for sale</title><p>Buy it</p>", URL),
            State.UNDETERMINED,
        ),
    ],
)
def test_what_one_answer_says(capture: Capture, state: State) -> None:
    assert judge_link(capture).state is state


@pytest.mark.parametrize("failure", [Failure.NOT_RECORDED, Failure.TIMEOUT, Failure.HOST_NOT_FOUND])
def test_a_link_that_gave_no_answer_is_undetermined(failure: Failure) -> None:
    capture = Capture(url=URL, final_url=URL, captured_at=NOW, failure=failure)
    assert judge_link(capture).reason is Reason(failure.value)
    assert judge_link(capture).undetermined


def test_a_link_is_asked_for_once() -> None:
    found, asked = checked(capture_of(ARTICLE, URL))
    assert found.visibility.visible
    assert asked == [(URL, False)]


def test_a_dead_link_is_asked_for_twice() -> None:
    gone = capture_of("<title>404</title>", URL, status=404)
    found, asked = checked(gone, gone)
    assert found.visibility.state is State.REMOVED
    assert found.visibility.attempts == 2
    assert asked == [(URL, False), (URL, True)]


def test_a_link_that_opens_at_the_second_look_is_not_dead() -> None:
    found, _ = checked(capture_of("<title>404</title>", URL, status=404), capture_of(ARTICLE, URL))
    assert found.visibility.visible
