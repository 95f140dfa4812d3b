"""What only eyes can tell: a third party's page after its scripts, an embed after consent.

Each is opened in a fresh anonymous context of its own, so that what one page was told stays there.
"""

from __future__ import annotations

from dataclasses import replace

from crawlers.browser.base import RenderPolicy, RenderRequest, RenderResult
from crawlers.concurrency import run_in_parser_thread
from crawlers.http.fetcher import Fetcher
from crawlers.model import (
    Artefact,
    Capture,
    EmbedState,
    Reason,
    Sighting,
    State,
    Visibility,
)
from crawlers.providers import flow
from crawlers.providers.base import Answer, Provider
from crawlers.reading import framing
from crawlers.reading.document import parse
from crawlers.reading.walls import login_address
from crawlers.urls import brand, host_of, unwrap

# Answers in which the thing may yet show itself, once the scripts have run. A wall against
# programs, a fault of the server and silence are none: a browser of ours would meet them too.
_LOOKED_AT = frozenset(
    {
        Reason.NEEDS_BROWSER,
        Reason.NO_PUBLIC_SIGN,
        Reason.UNEXPECTED_ANSWER,
        Reason.CONSENT_WALL,
    }
)


def why(verdict: Visibility) -> str:
    """The reason that sends a browser to look at an artefact, or an empty string."""
    looks = verdict.undetermined and verdict.reason in _LOOKED_AT
    return verdict.reason.value if looks else ""


async def look_at(
    fetcher: Fetcher, eyes: RenderPolicy, provider: Provider, artefact: Artefact
) -> Visibility | None:
    """The verdict of a browser's look, with its picture; None where no page could be opened.

    Nothing is called removed before a second, fresh look.
    """
    url = flow.look_url(provider, artefact)
    verdict, rendered = await _looked(fetcher, eyes, provider, url, fresh=False)
    if verdict is not None and verdict.state is State.REMOVED:
        first, (verdict, rendered) = (
            verdict,
            await _looked(fetcher, eyes, provider, url, fresh=True),
        )
        if verdict is not None and verdict.state is State.REMOVED:
            evidence = (*first.evidence, *verdict.evidence)
            attempts = first.attempts + verdict.attempts
            verdict = verdict.model_copy(update={"evidence": evidence, "attempts": attempts})
    picture = rendered.picture if rendered is not None else None
    if verdict is None or picture is None or eyes.screenshots is None:
        return verdict
    name = eyes.screenshots.add(artefact.id, picture, "opened")
    return verdict.model_copy(update={"evidence": (*verdict.evidence, name)})


async def _looked(
    fetcher: Fetcher, eyes: RenderPolicy, provider: Provider, url: str, *, fresh: bool
) -> tuple[Visibility | None, RenderResult | None]:
    capture = await fetcher.get(url, fresh=fresh)
    if capture.failure is not None or not capture.ok or not capture.is_html:
        return None, None
    rendered = await eyes.renderer.render(
        capture, RenderRequest(screenshot=eyes.screenshots is not None)
    )
    if rendered is None:
        return None, None
    met = await _met(fetcher, capture, rendered)
    if met is None:
        return capture.visibility(State.UNDETERMINED, Reason.NEEDS_BROWSER), rendered
    answer = Answer(
        capture=met, document=await run_in_parser_thread(parse, met) if met.is_html else None
    )
    return flow.look(provider, answer, whole=rendered.complete or bool(rendered.sent_to)), rendered


async def _met(fetcher: Fetcher, first: Capture, rendered: RenderResult) -> Capture | None:
    """What the visitor met in the end: the rendered page, or the one that its script led to."""
    target = rendered.sent_to
    if not target:
        return rendered.capture
    redirects = (*first.redirects, first.final_url)
    if login_address(target):
        return replace(first, final_url=target, redirects=redirects, body=b"")
    there = await fetcher.get(target)
    return replace(there, url=first.url, redirects=(*redirects, *there.redirects))


async def after_consent(fetcher: Fetcher, eyes: RenderPolicy, sighting: Sighting) -> Sighting:
    """A sighting that waits for consent, with what appears once it was given.

    The frame is opened by itself, as nobody's cookies shall tell what a stranger meets on a page;
    whether the page may show what appears there is told by the frame's own headers.
    """
    if sighting.embed is not EmbedState.NEEDS_CONSENT:
        return sighting
    capture = await fetcher.get(sighting.url)
    if capture.failure is not None or not capture.ok or not capture.is_html:
        return sighting
    rendered = await eyes.renderer.render(capture, RenderRequest(consent=True))
    if rendered is None or not rendered.accepted:
        return sighting
    found = await _appeared(fetcher, sighting, rendered)
    if found is None:
        return sighting
    return sighting.model_copy(
        update={"after_consent": found.state, "after_consent_reason": found.reason}
    )


async def _appeared(
    fetcher: Fetcher, sighting: Sighting, rendered: RenderResult
) -> framing.Framing | None:
    """What stands where the notice stood, or None where nobody can tell."""
    wanted = brand(host_of(unwrap(sighting.url).url))
    shown = {url for url in rendered.appeared if _is_of(url, wanted)}
    refused = {url for url in rendered.blocked if _is_of(url, wanted)}
    for url in sorted(shown | refused):
        found = framing.judge(sighting.page, await fetcher.get(url))
        if found is not framing.SHOWN:
            return found
        return found if url in shown else framing.Framing(EmbedState.BLOCKED, "x_frame_options")
    if not rendered.complete or rendered.accepted != "yes":
        return None
    return framing.Framing(EmbedState.BLOCKED, "nothing_appears")


def _is_of(url: str, wanted: str) -> bool:
    """True for a frame of the thing's own maker (``youtube`` is shown by ``youtube-nocookie``)."""
    name = brand(host_of(url))
    return bool(name and wanted) and (name.startswith(wanted) or wanted.startswith(name))
