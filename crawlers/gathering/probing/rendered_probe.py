"""Probe what needs a browser: a third party's page after its scripts, an embed after consent.

Each is opened in a fresh anonymous context of its own, so that cookies of one page stay there.
"""

from __future__ import annotations

from crawlers.browser.base import RenderResult
from crawlers.concurrency import run_in_parser_thread
from crawlers.detection import frame_policy
from crawlers.detection.walls import is_login_address
from crawlers.extraction.document import parse
from crawlers.gathering.browsing.rendered_pages import RenderedPages
from crawlers.gathering.crawling.script_redirect import final_capture
from crawlers.http.fetcher import Fetcher
from crawlers.model.artefact import Artefact, EmbedState, Sighting
from crawlers.model.verdict import Reason, State, Visibility
from crawlers.providers.engine.schema import Provider
from crawlers.providers.engine.target import Target, target_of
from crawlers.providers.verdicts.flow import downgrade, judging_provider, removed_if_agreed
from crawlers.providers.verdicts.oembed_answers import unless_known
from crawlers.providers.verdicts.protocol import Answer
from crawlers.providers.verdicts.signals import judge_rendered
from crawlers.urls.parts import brand, host_of
from crawlers.urls.wrappers import unwrap

# Answers in which the thing may yet show itself, once the scripts have run. A wall against
# programs, an error of the server and silence are not among them: a browser would meet them too.
_RENDERED_FOR = frozenset(
    {
        Reason.NEEDS_BROWSER,
        Reason.NO_PUBLIC_SIGN,
        Reason.UNEXPECTED_ANSWER,
        Reason.CONSENT_WALL,
    }
)


def render_reason(verdict: Visibility) -> str:
    """The reason for which an artefact is opened in a browser, or an empty string."""
    opened = verdict.undetermined and verdict.reason in _RENDERED_FOR
    return verdict.reason.value if opened else ""


async def probe_rendered(
    fetcher: Fetcher, browser: RenderedPages, provider: Provider, artefact: Artefact
) -> Visibility | None:
    """The verdict on an artefact's rendered page; None where no page could be opened.

    Nothing is called removed before a second look at a fresh answer.
    """
    target = target_of(provider, artefact)
    first = await _look(fetcher, browser, target, artefact.id, fresh=False)
    if first is None or first.state is not State.REMOVED:
        return None if first is None else downgrade(first, *target.asking.downgrade)
    if target.asking.oembed:  # asked before, so that nothing new is asked for here
        known = unless_known(await fetcher.get(target.oembed_url), first)
        if known.undetermined:
            return known
    second = await _look(fetcher, browser, target, artefact.id, fresh=True)
    if second is None:
        return None
    return downgrade(removed_if_agreed(first, second), *target.asking.downgrade)


async def _look(
    fetcher: Fetcher,
    browser: RenderedPages,
    target: Target,
    subject: str,
    *,
    fresh: bool,
) -> Visibility | None:
    first = await fetcher.get(target.render_url, fresh=fresh)
    if first.failure is not None or not first.ok or not first.is_html:
        return None
    rendered = await browser.open(first, subject=subject, fresh=fresh)
    if rendered is None:
        return None
    capture = await final_capture(
        fetcher, first, rendered, opens=lambda url: not is_login_address(url)
    )
    if capture is None:
        return first.visibility(State.UNDETERMINED, Reason.NEEDS_BROWSER)
    document = await run_in_parser_thread(parse, capture) if capture.is_html else None
    answer = Answer(capture=capture, document=document)
    complete = rendered.complete or bool(rendered.sent_to)
    return judge_rendered(judging_provider(target), answer, complete=complete)


async def probe_after_consent(
    fetcher: Fetcher, browser: RenderedPages, sighting: Sighting
) -> Sighting:
    """A sighting that waits for consent, with what appears after consent.

    The frame is opened separately, so that no cookies change what an anonymous visitor meets on a
    page; the frame's own headers say whether the page may show what appears there.
    """
    if sighting.embed is not EmbedState.NEEDS_CONSENT:
        return sighting
    capture = await fetcher.get(sighting.url)
    if capture.failure is not None or not capture.ok or not capture.is_html:
        return sighting
    rendered = await browser.open(capture, consent=True)
    if rendered is None or not rendered.accepted:
        return sighting
    result = await _framing_after_consent(fetcher, sighting, rendered)
    if result is None:
        return sighting
    return sighting.model_copy(
        update={"after_consent": result.state, "after_consent_reason": result.reason}
    )


async def _framing_after_consent(
    fetcher: Fetcher, sighting: Sighting, rendered: RenderResult
) -> frame_policy.Framing | None:
    """What appears in place of the notice, or None when nobody can tell."""
    wanted = brand(host_of(unwrap(sighting.url).url))
    shown_frames = {url for url in rendered.appeared if _is_same_maker(url, wanted)}
    blocked_frames = {url for url in rendered.blocked if _is_same_maker(url, wanted)}
    for url in sorted(shown_frames | blocked_frames):
        result = frame_policy.check_framing(sighting.page, await fetcher.get(url))
        if result is not frame_policy.SHOWN:
            return result
        return (
            result
            if url in shown_frames
            else frame_policy.Framing(EmbedState.BLOCKED, "x_frame_options")
        )
    if not rendered.complete or rendered.accepted != "yes":
        return None
    return frame_policy.Framing(EmbedState.BLOCKED, "nothing_appears")


def _is_same_maker(url: str, wanted: str) -> bool:
    """True for a frame of the thing's own maker (``youtube`` is shown by ``youtube-nocookie``)."""
    name = brand(host_of(url))
    return bool(name and wanted) and (name.startswith(wanted) or wanted.startswith(name))
