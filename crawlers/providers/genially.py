"""Genially: interactive presentations, games and pictures."""

import re
from functools import partial

from crawlers.model import Artefact, Kind, Reason, State, Visibility
from crawlers.providers.base import Answer, Example, Flow, Live, Marker, Probe, Provider, Shape
from crawlers.providers.flow import judge, oembed_says_public, oembed_url, settled
from crawlers.urls import host_of, registrable

_ID = r"(?P<id>[0-9a-f]{24})"
_WAYS = (
    (r"view\.genial(?:ly\.com|\.ly)", ""),
    (
        r"(?:(?:www|app|view)\.)?genial(?:ly\.com|\.ly)",
        r"(?:[a-z]{2}/)?(?:(?i:view|edit|editor|editor-v2|viewer)/(?:[A-Za-z-]+/)?)?",
    ),
)
# The slug begins with the template's kind; without a slug the kind is not known.
_IMAGE = r"(?:[\w-]*-)?(?:image|poster)[\w-]*"
_GAME = r"(?:[\w-]*-)?(?:game|gamification|quiz|escape)[\w-]*"
_VIEW = "https://view.genially.com/{id}"
_FORMS = (
    (rf"/(?P<slug>{_IMAGE})/?", _VIEW + "/{slug}", Kind.IMAGE),
    (rf"/(?P<slug>{_GAME})/?", _VIEW + "/{slug}", Kind.GAME),
    (r"(?:/.*)?", _VIEW, None),
)
_DOMAINS = {"genially.com", "genial.ly"}
# Where an invented or unpublished id leads to: the home page and the offer to make something.
_GONE_TO = re.compile(
    r"https?://(?:www\.)?(?:genially\.com|genial\.ly)/?(?:[a-z]{2}/?)?(?:create/?)?"
)
_SAYS_NOTHING = {Reason.NO_PUBLIC_SIGN, Reason.NEEDS_BROWSER}
_SOURCE = "feedsweep's Genially rules (live answers) and embera's endpoint; read 2026-11-23"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """oEmbed, then the page: an invented or unpublished id is led away from its address."""
    first = (yield Probe(url=oembed_url(provider, artefact))).capture
    if oembed_says_public(first, provider.oembed_keys):
        return first.visibility(State.VISIBLE, Reason.OEMBED_ANSWER)
    verdict_of = partial(_verdict, provider, artefact.native_id)
    return (yield from settled(artefact.canonical_url, verdict_of))


def _verdict(provider: Provider, native_id: str, answer: Answer) -> Visibility:
    """What the page says; removed when the visitor ended elsewhere on Genially."""
    capture, verdict = answer.capture, judge(provider, answer)
    final = capture.final_url
    if not capture.ok or native_id in final or registrable(host_of(final)) not in _DOMAINS:
        return verdict
    if not verdict.visible and verdict.reason not in _SAYS_NOTHING:
        return verdict
    if not _GONE_TO.fullmatch(final):
        return capture.visibility(State.UNDETERMINED, Reason.NO_PUBLIC_SIGN)
    return capture.visibility(State.REMOVED, Reason.SENT_HOME)


PROVIDER = Provider(
    id="genially",
    name="Genially",
    kinds=(Kind.PRESENTATION, Kind.IMAGE, Kind.GAME),
    hosts=(
        "genially.com",
        "genial.ly",
    ),
    shapes=tuple(
        Shape(path=rf"/{way}{_ID}{rest}", canonical=canonical, host=host, kind=kind)
        for host, way in _WAYS
        for rest, canonical, kind in _FORMS
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="64a1b2c3d4e5f60718293a4b",
                canonical_url="https://view.genially.com/64a1b2c3d4e5f60718293a4b",
                kind=Kind.PRESENTATION,
            )
            for url in (
                "https://view.genially.com/64a1b2c3d4e5f60718293a4b/interactive-content-our-river",
                "https://view.genial.ly/64a1b2c3d4e5f60718293a4b",
                "https://genially.com/view/64a1b2c3d4e5f60718293a4b",
                "https://app.genially.com/editor/64a1b2c3d4e5f60718293a4b",
                "https://www.genial.ly/View/Index/64a1b2c3d4e5f60718293a4b",
                "https://www.genial.ly/64a1b2c3d4e5f60718293a4b/our-river",
            )
        ),
        Example(
            url="https://view.genial.ly/64a1b2c3d4e5f60718293a4b/interactive-image-our-map?x=1",
            native_id="64a1b2c3d4e5f60718293a4b",
            canonical_url="https://view.genially.com/64a1b2c3d4e5f60718293a4b/interactive-image-our-map",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://view.genial.ly/64a1b2c3d4e5f60718293a4b/game-breakout-our-river?x=1",
            native_id="64a1b2c3d4e5f60718293a4b",
            canonical_url="https://view.genially.com/64a1b2c3d4e5f60718293a4b/game-breakout-our-river",
            kind=Kind.GAME,
        ),
    ),
    not_artefacts=(
        "https://genially.com/",
        "https://view.genially.com/",
        "https://app.genially.com/login",
        "https://genially.com/templates/games/",
        "https://auth.genially.com/en/login",
        "https://view.genially.com.example.org/64a1b2c3d4e5f60718293a4b",
    ),
    oembed="https://genially.com/services/oembed?format=json&url={url}",
    oembed_keys=("title", "html"),
    markers=(
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PASSWORD_ASKED,
            where="text",
            pattern=r"\bpassword\b",
            source="wording expected, not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:genially(?:\b.*)?)\s*$).+",
            source="feedsweep: a published one answers 200 with a title; read 2026-11-23",
            inferred=True,
        ),
    ),
    eyes=(
        # Slides are drawn from data that comes after the page.
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="element",
            pattern=".genially-view-slide, .genially-view-slide-container",
            source="readers of Genially's pages in public code (six projects); read 2026-11-25",
        ),
    ),
    flow=flow,
    live=Live(
        public="https://view.genial.ly/60294f8b2ec856159ae0baa5#?secret=5n2fsT8hDN",
        missing="https://view.genial.ly/60294f8b2ec856159af0fff0#?secret=5n2fsT8hDN",
        source="an example in feedsweep's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
