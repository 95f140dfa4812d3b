"""YouTube: oEmbed says whether a video exists, the watch page why one is not shown."""

from __future__ import annotations

from crawlers.model.verdict import Reason, State, Visibility
from crawlers.providers.engine.target import Target
from crawlers.providers.verdicts.flow import SILENT, endpoint_works, look_at_page, second_look
from crawlers.providers.verdicts.oembed_answers import (
    oembed_says_public,
    says_missing,
    unless_known,
)
from crawlers.providers.verdicts.protocol import Answer, Flow, Probe
from crawlers.providers.verdicts.signals import agrees_removed, is_titled_itself


def flow(target: Target) -> Flow:
    """oEmbed first, then the watch page, which says why; it answers 200 for anything.

    oEmbed's 404 or 400, said twice, is removed where the page has a sign of it or the endpoint
    answers well for the tool's example. 401 may mean private or embedding off, 403 private (the
    page tells them apart).
    """
    first = yield Probe(url=target.oembed_url)
    if oembed_says_public(first.capture):
        return first.capture.visibility(State.VISIBLE, Reason.OEMBED_ANSWER)
    page, verdict = yield from look_at_page(target)
    if not _malformed_or_missing(target, first):
        return unless_known(first.capture, verdict)
    if verdict.reason not in SILENT and page.capture.failure is None:
        return verdict
    if is_titled_itself(page):
        return verdict
    if not agrees_removed(target.provider, page) and not (yield from endpoint_works(target)):
        return verdict

    def verdict_of(answer: Answer) -> Visibility:
        if oembed_says_public(answer.capture):
            return answer.capture.visibility(State.VISIBLE, Reason.OEMBED_ANSWER)
        if _malformed_or_missing(target, answer):
            return answer.capture.visibility(State.REMOVED, Reason.NOT_FOUND)
        return verdict

    return (yield from second_look(verdict_of(first), target.oembed_url, verdict_of))


def _malformed_or_missing(target: Target, answer: Answer) -> bool:
    """True for YouTube's own 404 or 400; a 400 with a page is a proxy's."""
    bad_page = answer.capture.status == 400 and answer.capture.is_html
    return says_missing(target.provider, answer, also=(400,)) and not bad_page
