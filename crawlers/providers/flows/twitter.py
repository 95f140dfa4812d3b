"""Twitter (X): only oEmbed says something about a post."""

from __future__ import annotations

from crawlers.model.verdict import Reason, State, Visibility
from crawlers.providers.engine.target import Target
from crawlers.providers.verdicts.flow import removed_by_oembed
from crawlers.providers.verdicts.oembed_answers import oembed_says_public
from crawlers.providers.verdicts.protocol import Flow, Probe
from crawlers.providers.verdicts.signals import judge_answer


def flow(target: Target) -> Flow:
    """oEmbed alone for a post: its page is an app shell that asks strangers to log in.

    404, said twice by an endpoint that works, is removed; 403 has three meanings (protected, from
    an age on, suspended), of which its words tell the first.
    """
    first = yield Probe(url=target.oembed_url)
    if oembed_says_public(first.capture):
        return first.capture.visibility(State.VISIBLE, Reason.OEMBED_ANSWER)
    verdict = judge_answer(target.provider, first)
    if verdict.state is not State.REMOVED:
        return verdict
    silent: Visibility = first.capture.visibility(State.UNDETERMINED, Reason.NO_PUBLIC_SIGN)
    return (yield from removed_by_oembed(target, first, None, silent))
