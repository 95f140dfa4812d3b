"""PeerTube: the host's own interface describes a video, since its page is an app shell."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from crawlers.model.verdict import Reason, State, Visibility
from crawlers.providers.engine.target import Target
from crawlers.providers.verdicts.flow import confirm_removed
from crawlers.providers.verdicts.protocol import Answer, Flow
from crawlers.providers.verdicts.signals import judge_answer


def flow(target: Target) -> Flow:
    """What the host's own interface says of a video or playlist.

    Where no PeerTube answers, the page decides, without PeerTube's signs. A page alone is not
    enough: it is an app shell.
    """
    room = "video-playlists" if "/p/" in target.artefact.native_id else "videos"
    url = f"https://{target.fill('{host}')}/api/v1/{room}/{target.groups['id']}"
    verdict = yield from confirm_removed(url, partial(_verdict, target))
    if verdict.reason is not Reason.UNEXPECTED_ANSWER:
        return verdict
    plain = replace(target.provider, signals=())
    return (yield from confirm_removed(target.probe_url, partial(judge_answer, plain)))


def _verdict(target: Target, answer: Answer) -> Visibility:
    """The verdict on an answer of the interface; "not found" counts only in PeerTube's words."""
    verdict = judge_answer(target.provider, answer)
    if verdict.reason is Reason.NOT_FOUND and not _says_so(target, answer):
        return answer.capture.visibility(State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)
    return verdict


def _says_so(target: Target, answer: Answer) -> bool:
    """True when the body is that of PeerTube's own "not found"."""
    body = answer.capture.body.decode("utf-8", "replace")
    return any(
        signal.state is State.REMOVED and signal.occurs_in(body)
        for signal in target.provider.signals
    )
