"""Twitter (X): only oEmbed says something about a post."""

from __future__ import annotations

from crawlers.model.verdict import Reason, State, Visibility
from crawlers.providers.engine.flow import confirm_removed, oembed_says_public
from crawlers.providers.engine.protocol import Answer, Flow
from crawlers.providers.engine.signals import judge_answer
from crawlers.providers.engine.target import Target


def flow(target: Target) -> Flow:
    """oEmbed alone for a post: its page is an app shell that asks strangers to log in.

    Two answers 404 mean removed; 403 has three meanings (protected, age limit, suspended).
    """

    def verdict_of(answer: Answer) -> Visibility:
        if oembed_says_public(answer.capture):
            return answer.capture.visibility(State.VISIBLE, Reason.OEMBED_ANSWER)
        return judge_answer(target.provider, answer)

    return (yield from confirm_removed(target.oembed_url, verdict_of))
