"""The common flow: how one artefact's answers become a verdict; pure.

Order of tests: the provider's oEmbed answer if it has one, then the page (redirect target,
walls, the provider's signals), then a second look before anything is called removed. Where the
signs do not suffice the verdict is ``undetermined``.

What oEmbed says of removal is weighed in ``oembed``.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from functools import partial

from crawlers.model.verdict import Reason, State, Visibility
from crawlers.providers.engine.schema import Provider
from crawlers.providers.engine.target import Target
from crawlers.providers.verdicts.oembed_answers import (
    names_thing,
    oembed_says_public,
    says_missing,
    unless_known,
)
from crawlers.providers.verdicts.protocol import Answer, Flow, Probe
from crawlers.providers.verdicts.signals import (
    agrees_removed,
    is_titled_itself,
    judge_answer,
    without_visible,
)

# Reasons of a page that says nothing either way; then an oEmbed 404, asked twice, decides.
SILENT = frozenset({Reason.NO_PUBLIC_SIGN, Reason.NEEDS_BROWSER})


def common_flow(target: Target) -> Flow:
    """oEmbed, page, second look. A retired service is removed whatever it answers."""
    asking = target.asking
    if asking.retired_on:
        answer = yield Probe(url=target.probe_url)
        return answer.capture.visibility(State.REMOVED, Reason.SERVICE_CLOSED)
    if asking.oembed:
        first = yield Probe(url=target.oembed_url)
        verdict = yield from after_oembed(target, first)
    else:
        verdict = yield from page_flow(target)
    return (yield from unless_played(target, verdict))


def unless_played(target: Target, verdict: Visibility) -> Flow:
    """The verdict, or that on the thing's player where only the rest says "removed".

    A film that is hidden on its own site may still play where it is embedded (vimeo/player.js#396,
    2019-03-07).
    """
    if verdict.state is not State.REMOVED or not target.asking.player:
        return verdict
    answer = yield Probe(url=target.fill(target.asking.player))
    played = judge_answer(judging_provider(target), answer)
    return verdict if played.state is State.REMOVED else merge_evidence(verdict, played)


def after_oembed(target: Target, first: Answer) -> Flow:
    """The verdict after oEmbed's first answer: that answer's, or the page's as oEmbed allows it."""
    asking = target.asking
    if oembed_says_public(first.capture, asking.oembed_keys):
        return first.capture.visibility(State.VISIBLE, Reason.OEMBED_ANSWER)
    page, verdict = yield from look_at_page(target)
    if not asking.oembed_404 or verdict.reason not in SILENT:
        return unless_known(first.capture, verdict)
    return (yield from removed_by_oembed(target, first, page, verdict))


def removed_by_oembed(
    target: Target, first: Answer, page: Answer | None, silent: Visibility
) -> Flow:
    """The verdict on a thing that oEmbed does not know and whose page is silent.

    Removed when oEmbed says so twice, and either the page has a sign of it or the endpoint answers
    well for a thing that is certainly there: an endpoint that is down says 404 to everything
    (SoundCloud, 1 July 2023, soundcloud/api#247). A page that names the thing rules it out.
    """
    if not says_missing(target.provider, first) or (page and is_titled_itself(page)):
        return silent
    agreed = page is not None and agrees_removed(target.provider, page)
    if not agreed and not (yield from endpoint_works(target)):
        return silent
    verdict_of = partial(_oembed_verdict, target, otherwise=silent)
    return (yield from second_look(verdict_of(first), target.oembed_url, verdict_of))


def endpoint_works(target: Target) -> Generator[Probe, Answer, bool]:
    """True when the tool's oEmbed answers well for its example; asked once per audit.

    False where the tool has no example, or where the example is the thing itself.
    """
    if not target.control_url or target.control_url == target.oembed_url:
        return False
    return names_thing((yield Probe(url=target.control_url)).capture)


def _oembed_verdict(target: Target, answer: Answer, *, otherwise: Visibility) -> Visibility:
    """What an oEmbed answer says of a thing whose page is silent."""
    if oembed_says_public(answer.capture, target.asking.oembed_keys):
        return answer.capture.visibility(State.VISIBLE, Reason.OEMBED_ANSWER)
    if says_missing(target.provider, answer):
        return answer.capture.visibility(State.REMOVED, Reason.NOT_FOUND)
    return otherwise


def look_at_page(target: Target) -> Generator[Probe, Answer, tuple[Answer, Visibility]]:
    """The last answer of the target's page, and the verdict on it."""
    answers: list[Answer] = []
    provider = judging_provider(target)

    def verdict_of(answer: Answer) -> Visibility:
        answers.append(answer)
        return judge_answer(provider, answer)

    verdict = yield from confirm_removed(target.probe_url, verdict_of)
    return answers[-1], verdict


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
