"""Padlet: walls (boards) of posts; school accounts under padlet.org have a leaf of their own."""

from dataclasses import replace

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Live, Marker, Provider, Shape
from crawlers.providers.flow import common_flow

_HOSTS = r"(?:(?:www|[a-z]{2}(?:-[a-z]{2})?)\.)?padlet\.com"
_EMBEDDED = r"(?P<id>[a-z0-9]{12,16})"
# The id ends the slug. Without a digit it may as well be a word of a slug that was chosen.
_ID = r"(?P<id>(?=[a-z]*\d)[a-z0-9]{12,16})"
_USER = (
    r"(?P<user>(?!(?:about|accounts?|admin|api|app|articles|assets|auth|blog|business|careers|"
    r"community|contact|create|dashboard|developers|discover|docs|download|education|embed|"
    r"enterprise|events|explore|features|gallery|help|home|integrations|jobs|languages?|legal|"
    r"login|logout|memberships?|my|notifications|oembed|onboarding|padlets|partners|policies|"
    r"premium|press|pricing|privacy|products?|profile|resources|schools|search|settings|share|"
    r"signup|site|static|status|support|team|teams|templates|terms|users?|wall|web|whats-new|"
    r"[a-z]{2}(?:-[a-z]{2})?)/)"
    r"[\w.%-]+)"
)
_CHOSEN = (
    r"(?P<slug>(?!(?:edit|folders?|followers|following|padlets|profile|settings)/?$)[\w.%~+-]+)"
)
_REST = r"(?:/(?!feed\.xml).*)?"
_SOURCE = (
    "feedsweep's Padlet rules (live answers), the oEmbed registry, Padlet's help; read 2026-11-23"
)


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """oEmbed of a board's own address, then its embed page (404 for an invented id).

    oEmbed is not asked about embed, short and old wall addresses: it need not know them.
    """
    page = artefact.canonical_url
    if "/" in artefact.native_id:
        provider = replace(provider, probe="{canonical_url}")
    if any(form in page for form in ("/wall/", "padlet.link/", "/embed/")):
        provider = replace(provider, oembed="")
    return (yield from common_flow(provider, artefact))


PROVIDER = Provider(
    id="padlet",
    name="Padlet",
    kinds=(Kind.WALL,),
    hosts=(
        "padlet.com",
        "padlet.link",
    ),
    shapes=(
        Shape(
            path=rf"/(?:embed|padlets)/(?:[\w.%~+-]+-)?{_EMBEDDED}{_REST}",
            canonical="https://padlet.com/embed/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=rf"/{_USER}/(?:breakout/[\w-]+/)?(?P<slug>[\w.%~+-]+)-{_ID}{_REST}",
            canonical="https://padlet.com/{user}/{slug}-{id}",
            host=_HOSTS,
        ),
        Shape(
            path=rf"/{_USER}/{_ID}{_REST}",
            canonical="https://padlet.com/{user}/{id}",
            host=_HOSTS,
        ),
        # The owner's own name for a board ("padlet.com/USER/Bookmarks" in public code).
        Shape(
            path=rf"/{_USER}/{_CHOSEN}/?",
            canonical="https://padlet.com/{user}/{slug}",
            native_id="{user}/{slug}",
            host=_HOSTS,
        ),
        Shape(
            path=r"/wall/(?P<id>[\w-]+)/?",
            canonical="https://padlet.com/wall/{id}",
            native_id="wall/{id}",
            host=_HOSTS,
        ),
        Shape(
            path=r"/(?P<id>[\w-]{6,})/?",
            canonical="https://padlet.link/{id}",
            native_id="link/{id}",
            hosts=("padlet.link",),
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="abc1def2ghi3jk4l",
                canonical_url="https://padlet.com/teacher1/our-river-abc1def2ghi3jk4l",
                kind=Kind.WALL,
            )
            for url in (
                "https://padlet.com/teacher1/our-river-abc1def2ghi3jk4l",
                "https://padlet.com/teacher1/our-river-abc1def2ghi3jk4l?utm_source=share",
                "http://es.padlet.com/teacher1/our-river-abc1def2ghi3jk4l",
                "https://padlet.com/teacher1/our-river-abc1def2ghi3jk4l/wish/2345678901",
            )
        ),
        *(
            Example(
                url=url,
                native_id="abc1def2ghi3jk4l",
                canonical_url="https://padlet.com/embed/abc1def2ghi3jk4l",
                kind=Kind.WALL,
            )
            for url in (
                "https://padlet.com/embed/abc1def2ghi3jk4l",
                "https://padlet.com/padlets/abc1def2ghi3jk4l/embeds/preview_embed",
                "https://padlet.com/padlets/our-river-abc1def2ghi3jk4l",
            )
        ),
        Example(
            url="https://padlet.com/teacher1/a1b2c3d4e5f6",
            native_id="a1b2c3d4e5f6",
            canonical_url="https://padlet.com/teacher1/a1b2c3d4e5f6",
            kind=Kind.WALL,
        ),
        Example(
            url="https://padlet.com/teacher1/our-river-collaboration",
            native_id="teacher1/our-river-collaboration",
            canonical_url="https://padlet.com/teacher1/our-river-collaboration",
            kind=Kind.WALL,
        ),
        Example(
            url="https://padlet.com/teacher1/Rivers",
            native_id="teacher1/Rivers",
            canonical_url="https://padlet.com/teacher1/Rivers",
            kind=Kind.WALL,
        ),
        Example(
            url="http://padlet.com/wall/our_river_2014",
            native_id="wall/our_river_2014",
            canonical_url="https://padlet.com/wall/our_river_2014",
            kind=Kind.WALL,
        ),
        Example(
            url="https://padlet.link/a1b2c3d4",
            native_id="link/a1b2c3d4",
            canonical_url="https://padlet.link/a1b2c3d4",
            kind=Kind.WALL,
        ),
    ),
    not_artefacts=(
        "https://padlet.com/padlets/abc1def2ghi3jk4l/feed.xml",
        "https://padlet.com/",
        "https://padlet.com/auth/login",
        "https://padlet.com/dashboard",
        "https://padlet.com/gallery/international",
        "https://padlet.com/articles/padlet-international",
        "https://padlet.com/teacher1",
        "https://padlet.com/teacher1/following",
        "https://padlet.com/pricing/schools",
        "https://padlet.help/l/en/article/abc1def2ghi3jk4l",
        "https://padlet.com.example.org/teacher1/our-river-abc1def2ghi3jk4l",
    ),
    oembed="https://padlet.com/oembed?url={url}",
    probe="https://padlet.com/embed/{native_id}",
    markers=(
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PASSWORD_ASKED,
            where="title",
            pattern=r"password (?:required|protected)",
            source="Padlet's help on privacy; wording expected, not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PASSWORD_ASKED,
            where="text",
            pattern=r"enter the password|password protected",
            source="Padlet's help on privacy; wording expected, not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:padlet(?:\b.*)?|made with .*|.*password.*)\s*$).+",
            source="expected of a public board; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="title",
            pattern=r"^(?!(?:padlet(?:\b.*)?|log in.*|sign in.*|made with .*|.*password.*"
            r"|.*\b(?:private|access denied|no access|not found|request access)\b.*)\s*$).+",
            source="expected of a public board; not confirmed",
            inferred=True,
        ),
    ),
    eyes=(
        # A post is drawn once its data came; a board without one is no sign of an empty one alone,
        # since posts are drawn as they come into sight.
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="element",
            pattern="[data-testid='surfacePost']",
            source="readers of boards in public code (five projects); read 2026-11-25",
        ),
        Marker(
            state=State.EMPTY,
            reason=Reason.NOTHING_IN_IT,
            where="element",
            pattern="body:has([data-testid='surfaceAddPostButton'])"
            ":not(:has([data-testid='surfacePost']))",
            source="a script that adds posts, in public code; read 2026-11-25; not confirmed",
            inferred=True,
        ),
    ),
    eyes_at="{canonical_url}",
    flow=flow,
    live=Live(
        public="https://padlet.com/embed/g44u46on3u5n",
        missing="https://padlet.com/embed/g44u46zz9z9z",
        source="an example in iframely's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
