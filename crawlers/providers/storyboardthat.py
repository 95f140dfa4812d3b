"""Storyboard That: comics and storyboards."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = "form of the addresses and of the answers expected, not seen; read 2026-11-23"


PROVIDER = Provider(
    id="storyboardthat",
    name="Storyboard That",
    kinds=(Kind.IMAGE,),
    hosts=("storyboardthat.com",),
    shapes=(
        Shape(
            path=r"/(?:[a-z]{2}/)?(?P<form>storyboards|userboards)/(?P<id>[\w.%@-]+/[\w.%-]+)"
            r"(?:/(?:embed|slide-?show|copy))?/?",
            canonical="https://www.storyboardthat.com/{form}/{id}",
            host=r"(?:www\.)?storyboardthat\.com",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="ourschool/our-river",
                canonical_url="https://www.storyboardthat.com/storyboards/ourschool/our-river",
                kind=Kind.IMAGE,
            )
            for url in (
                "https://www.storyboardthat.com/storyboards/ourschool/our-river",
                "http://storyboardthat.com/storyboards/ourschool/our-river/",
                "https://www.storyboardthat.com/es/storyboards/ourschool/our-river?utm_source=x",
            )
        ),
        Example(
            url="http://www.storyboardthat.com/userboards/ourschool/our-river",
            native_id="ourschool/our-river",
            canonical_url="https://www.storyboardthat.com/userboards/ourschool/our-river",
            kind=Kind.IMAGE,
        ),
    ),
    not_artefacts=(
        "https://www.storyboardthat.com/",
        "https://www.storyboardthat.com/account/login",
        "https://www.storyboardthat.com/storyboards/ourschool",
        "https://www.storyboardthat.com/create/comic-maker",
        "https://www.storyboardthat.com.example.org/storyboards/ourschool/our-river",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:storyboard ?that(?:\b.*)?)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"this storyboard is private",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
