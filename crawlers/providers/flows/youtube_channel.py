"""YouTube's channels: the page of one that is gone has no name."""

from __future__ import annotations

from functools import partial

from crawlers.model.verdict import Reason, State, Visibility
from crawlers.providers.engine.target import Target
from crawlers.providers.verdicts.flow import confirm_removed
from crawlers.providers.verdicts.protocol import Answer, Flow
from crawlers.providers.verdicts.signals import judge_answer

_NAMELESS = "YouTube"


def flow(target: Target) -> Flow:
    """The channel's page; removed when it is twice YouTube's own page without a name.

    A channel is always named in the title of its page. Of a terminated one, or one that never was,
    the title is "YouTube" and a notice says why (TeamNewPipe/NewPipeExtractor, recorded answers of
    terminated channels, 27 January 2026).
    """
    return (yield from confirm_removed(target.probe_url, partial(_verdict, target)))


def _verdict(target: Target, answer: Answer) -> Visibility:
    """What one answer says; a title without a name counts only where nothing else is said."""
    verdict = judge_answer(target.provider, answer)
    document = answer.document
    if verdict.reason is not Reason.NEEDS_BROWSER or document is None or not answer.capture.ok:
        return verdict
    if answer.capture.final_url != answer.capture.url or document.title.strip() != _NAMELESS:
        return verdict
    if document.meta("og:title") or b"MetadataRenderer" in answer.capture.body:
        return verdict
    return answer.capture.visibility(State.REMOVED, Reason.SOFT_NOT_FOUND)
