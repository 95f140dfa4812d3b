"""Padlet of school accounts: boards under padlet.org, often for the school's members only."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_HOST = r"(?!(?:www|help|status)\.)[\w-]+\.padlet\.org"
_ID = r"(?P<id>(?=[a-z]*\d)[a-z0-9]{12,16})"
_USER = (
    r"(?P<user>(?!(?:about|accounts?|admin|api|assets|auth|create|dashboard|embed|gallery|help|"
    r"legal|login|my|oembed|padlets|profile|search|settings|signup|support|templates|"
    r"[a-z]{2}(?:-[a-z]{2})?)/)[\w.%-]+)"
)

_SOURCE = "Padlet's help pages on school accounts and addresses in public code; read 2026-11-23"


PROVIDER = Provider(
    id="padlet-org",
    name="Padlet (school account)",
    kinds=(Kind.WALL,),
    hosts=("padlet.org",),
    shapes=(
        Shape(
            path=rf"/(?:embed|padlets)/{_ID}(?:/.*)?",
            canonical="https://{host}/embed/{id}",
            host=_HOST,
        ),
        Shape(
            path=rf"/{_USER}/(?P<slug>[\w.%-]+)-{_ID}(?:/.*)?",
            canonical="https://{host}/{user}/{slug}-{id}",
            host=_HOST,
        ),
        # Without a digit the id cannot be told from a word of the slug, nor from a chosen name.
        Shape(
            path=rf"/{_USER}/(?P<slug>(?!(?:edit|following|settings)/?$)[\w.%~+-]+)/?",
            canonical="https://{host}/{user}/{slug}",
            native_id="{user}/{slug}",
            host=_HOST,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="abc1def2ghi3jk4l",
                canonical_url="https://ourschool.padlet.org/teacher1/our-river-abc1def2ghi3jk4l",
                kind=Kind.WALL,
            )
            for url in (
                "https://ourschool.padlet.org/teacher1/our-river-abc1def2ghi3jk4l",
                "https://ourschool.padlet.org/teacher1/our-river-abc1def2ghi3jk4l/wish/12?utm_medium=x",
            )
        ),
        Example(
            url="https://ourschool.padlet.org/teacher1/our-river",
            native_id="teacher1/our-river",
            canonical_url="https://ourschool.padlet.org/teacher1/our-river",
            kind=Kind.WALL,
        ),
        Example(
            url="https://ourschool.padlet.org/embed/abc1def2ghi3jk4l",
            native_id="abc1def2ghi3jk4l",
            canonical_url="https://ourschool.padlet.org/embed/abc1def2ghi3jk4l",
            kind=Kind.WALL,
        ),
    ),
    not_artefacts=(
        "https://padlet.org/",
        "https://ourschool.padlet.org/",
        "https://ourschool.padlet.org/auth/login",
        "https://ourschool.padlet.org/dashboard/shared-abc1def2ghi3",
        "https://ourschool.padlet.org.example.org/teacher1/our-river-abc1def2ghi3jk4l",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:padlet(?:\b.*)?)\s*$).+",
            source="expected of a public board; not confirmed",
            inferred=True,
        ),
    ),
    # The same program as padlet.com's: a post is drawn once its data came.
    eyes=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="element",
            pattern="[data-testid='surfacePost']",
            source="readers of boards in public code (five projects); read 2026-11-25",
        ),
    ),
    source=_SOURCE,
)
