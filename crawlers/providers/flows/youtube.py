"""YouTube: oEmbed says whether a video exists, the watch page why one is not shown."""

from __future__ import annotations

from functools import partial

from crawlers.model.verdict import Reason, State, Visibility
from crawlers.providers.engine.flow import (
    oembed_says_public,
    page_flow,
    says_missing,
    second_look,
)
from crawlers.providers.engine.protocol import Answer, Flow, Probe
from crawlers.providers.engine.target import Target


def flow(target: Target) -> Flow:
    """oEmbed first; two answers 404 or 400 mean removed (the watch page answers 200 for anything).

    401 may mean private or embedding off; the watch page decides which.
    """
    verdict_of = partial(_verdict, target)
    first = verdict_of((yield Probe(url=target.oembed_url)))
    verdict = yield from second_look(first, target.oembed_url, verdict_of)
    return (yield from page_flow(target)) if verdict.undetermined else verdict


def _verdict(target: Target, answer: Answer) -> Visibility:
    """What one oEmbed answer says; undetermined sends the visitor to the watch page."""
    capture = answer.capture
    if oembed_says_public(capture):
        return capture.visibility(State.VISIBLE, Reason.OEMBED_ANSWER)
    if _malformed_or_missing(target, answer):
        return capture.visibility(State.REMOVED, Reason.NOT_FOUND)
    return capture.visibility(State.UNDETERMINED, Reason.NO_PUBLIC_SIGN)


def _malformed_or_missing(target: Target, answer: Answer) -> bool:
    """True for YouTube's own 404 or 400; a 400 with a page is a proxy's."""
    bad_page = answer.capture.status == 400 and answer.capture.is_html
    return says_missing(target.provider, answer, also=(400,)) and not bad_page
