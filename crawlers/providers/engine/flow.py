"""The common flow: how one artefact's answers become a verdict; pure.

Order of tests: the provider's oEmbed answer if it has one, then the page (redirect target,
walls, the provider's signals), then a second look before anything is called removed. Where the
signs do not suffice the verdict is ``undetermined``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from crawlers.detection import walls
from crawlers.model.capture import Capture
from crawlers.model.verdict import Reason, State, Visibility
from crawlers.providers.engine.protocol import Answer, Flow, Probe
from crawlers.providers.engine.schema import Provider
from crawlers.providers.engine.signals import is_foreign_host, judge_answer, without_visible
from crawlers.providers.engine.target import Target

# Reasons of a page that says nothing either way; then an oEmbed 404, asked twice, decides.
SILENT = frozenset({Reason.NO_PUBLIC_SIGN, Reason.NEEDS_BROWSER})


def common_flow(target: Target) -> Flow:
    """oEmbed, page, second look. A retired service is removed whatever it answers."""
    asking = target.asking
    if asking.retired_on:
        answer = yield Probe(url=target.probe_url)
        return answer.capture.visibility(State.REMOVED, Reason.SERVICE_CLOSED)
    if not asking.oembed:
        return (yield from page_flow(target))
    first = yield Probe(url=target.oembed_url)
    if oembed_says_public(first.capture, asking.oembed_keys):
        return first.capture.visibility(State.VISIBLE, Reason.OEMBED_ANSWER)
    verdict = yield from page_flow(target)
    if not asking.oembed_404 or verdict.reason not in SILENT:
        return verdict
    if not says_missing(target.provider, first):
        return verdict
    verdict_of = partial(_oembed_verdict, target, otherwise=verdict)
    return (yield from second_look(verdict_of(first), target.oembed_url, verdict_of))


def _oembed_verdict(target: Target, answer: Answer, *, otherwise: Visibility) -> Visibility:
    """What an oEmbed answer says of a thing whose page is silent."""
    if oembed_says_public(answer.capture, target.asking.oembed_keys):
        return answer.capture.visibility(State.VISIBLE, Reason.OEMBED_ANSWER)
    if says_missing(target.provider, answer):
        return answer.capture.visibility(State.REMOVED, Reason.NOT_FOUND)
    return otherwise


def page_flow(target: Target, url: str = "") -> Flow:
    """Open one address (the page of the target if none is given) and judge it."""
    return confirm_removed(url or target.probe_url, partial(judge_answer, judging_provider(target)))


def judging_provider(target: Target) -> Provider:
    """The provider, with what its pages prove for this form of address."""
    provider = target.provider
    if provider.page_proves != target.asking.page_proves:
        provider = replace(provider, page_proves=target.asking.page_proves)
    return provider if target.asking.shown_by_signals else without_visible(provider)


def confirm_removed(url: str, verdict_of: Callable[[Answer], Visibility]) -> Flow:
    """The verdict on one address; ``removed`` only when a second, fresh look says so too."""
    first = verdict_of((yield Probe(url=url)))
    return (yield from second_look(first, url, verdict_of))


def second_look(first: Visibility, url: str, verdict_of: Callable[[Answer], Visibility]) -> Flow:
    """A first verdict, if it is not ``removed``; else what a second, fresh look says."""
    if first.state is not State.REMOVED:
        return first
    second = verdict_of((yield Probe(url=url, fresh=True)))
    return removed_if_agreed(first, second)


def removed_if_agreed(first: Visibility, second: Visibility) -> Visibility:
    """The verdict after a first ``removed``: it stands only if the second look agrees."""
    return merge_evidence(first, second) if second.state is State.REMOVED else second


def merge_evidence(first: Visibility, second: Visibility) -> Visibility:
    """The second verdict, resting on two answers: their attempts and their evidence."""
    return second.model_copy(
        update={
            "attempts": first.attempts + second.attempts,
            "evidence": (*first.evidence, *second.evidence),
        }
    )


def downgrade(verdict: Visibility, *states: State) -> Visibility:
    """A verdict, or ``undetermined`` for a state that this provider gives to any stranger.

    Some ask every robot to log in, some answer 404 for what is merely not public.
    """
    if verdict.state not in states:
        return verdict
    open_state = {"state": State.UNDETERMINED, "reason": Reason.NO_PUBLIC_SIGN}
    return verdict.model_copy(update=open_state)


def says_missing(provider: Provider, answer: Answer, also: tuple[int, ...] = ()) -> bool:
    """True for a plain 404 or 410 (or a status of ``also``): no failure and no other wall."""
    capture = answer.capture
    if capture.failure is not None or capture.status not in (404, 410, *also):
        return False
    if is_foreign_host(provider, capture):
        return False
    wall = walls.detect_wall(capture, answer.document)
    unexplained = wall is None or wall.reason is Reason.UNEXPECTED_ANSWER
    return (unexplained and capture.status in also) or (
        wall is not None and wall.state is State.REMOVED
    )


def oembed_says_public(capture: Capture, keys: tuple[str, ...] = ()) -> bool:
    """True for a 200 answer that is an oEmbed document with all of ``keys`` (or html or title).

    The body is parsed, since an error text may come with status 200 (YouTube, 2020).
    """
    document = json_object(capture)
    if document is None or _is_error(document):
        return False
    texts = {key for key, value in document.items() if isinstance(value, str) and value}
    return texts.issuperset(keys) if keys else not texts.isdisjoint(("html", "title"))


def json_object(capture: Capture) -> dict[str, object] | None:
    """The JSON object in a 2xx answer; None when it holds none."""
    if not capture.ok or capture.failure is not None:
        return None
    try:
        value = json.loads(capture.body)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _is_error(document: dict[str, object]) -> bool:
    """True for a document about a failure: it may have a title too ("Service Unavailable")."""
    if document.get("error") or document.get("errors"):
        return True
    codes = (document.get(name) for name in ("status", "code"))
    return any(isinstance(number, int) and number >= 400 for number in codes)
