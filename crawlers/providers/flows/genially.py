"""Genially: an invented or unpublished id redirects to another page."""

from __future__ import annotations

import re
from functools import partial

from crawlers.model.verdict import Reason, State, Visibility
from crawlers.providers.engine.target import Target
from crawlers.providers.verdicts.flow import SILENT, confirm_removed
from crawlers.providers.verdicts.oembed_answers import oembed_says_public, unless_known
from crawlers.providers.verdicts.protocol import Answer, Flow, Probe
from crawlers.providers.verdicts.signals import judge_answer
from crawlers.urls.parts import host_of, registrable

_DOMAINS = {"genially.com", "genial.ly"}
# Where an invented or unpublished id leads to: the home page and the offer to make something.
_GONE_TO = re.compile(
    r"https?://(?:www\.)?(?:genially\.com|genial\.ly)/?(?:[a-z]{2}/?)?(?:create/?)?"
)


def flow(target: Target) -> Flow:
    """oEmbed, then the page: an invented or unpublished id redirects to another page."""
    first = (yield Probe(url=target.oembed_url)).capture
    if oembed_says_public(first, target.asking.oembed_keys):
        return first.visibility(State.VISIBLE, Reason.OEMBED_ANSWER)
    verdict = yield from confirm_removed(target.probe_url, partial(_verdict, target))
    return unless_known(first, verdict)


def _verdict(target: Target, answer: Answer) -> Visibility:
    """What the page says; removed when the visitor ended elsewhere on Genially."""
    capture, verdict = answer.capture, judge_answer(target.provider, answer)
    final = capture.final_url
    keeps_id = target.artefact.native_id in final
    if not capture.ok or keeps_id or registrable(host_of(final)) not in _DOMAINS:
        return verdict
    if not verdict.visible and verdict.reason not in SILENT:
        return verdict
    if not _GONE_TO.fullmatch(final):
        return capture.visibility(State.UNDETERMINED, Reason.NO_PUBLIC_SIGN)
    return capture.visibility(State.REMOVED, Reason.SENT_HOME)
