"""Animoto: videos made of pictures; video214.com is the same service without its name."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_ID = r"(?P<id>[A-Za-z0-9_-]{16,32})"
_CANONICAL = "https://animoto.com/play/{id}"
_SITES = r"(?:www\.)?(?:animoto|video214)\.com"
_SOURCE = (
    "the oEmbed registry, WordPress' and Jetpack's tests, players in public code; read 2026-11-25"
)


PROVIDER = Provider(
    id="animoto",
    name="Animoto",
    kinds=(Kind.VIDEO,),
    hosts=(
        "animoto.com",
        "video214.com",
        "s3.amazonaws.com",
        "d150hyw1dtprld.cloudfront.net",
    ),
    shapes=(
        Shape(
            path=rf"/(?:play|s|embed)/{_ID}(?:/.*)?",
            canonical=_CANONICAL,
            host=_SITES,
        ),
        Shape(
            path=r"/embed\.animoto\.com/play\.html",
            query={"f": _ID},
            canonical=_CANONICAL,
            hosts=("s3.amazonaws.com",),
        ),
        Shape(
            path=r"/(?:play\.html|swf/(?:.+/)?\w+\.swf)",
            query={"f": _ID},
            canonical=_CANONICAL,
            hosts=("animoto.com", "d150hyw1dtprld.cloudfront.net"),
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="aBcDeFgHiJkLmNoPqRsTu0",
                canonical_url="https://animoto.com/play/aBcDeFgHiJkLmNoPqRsTu0",
                kind=Kind.VIDEO,
            )
            for url in (
                "https://animoto.com/play/aBcDeFgHiJkLmNoPqRsTu0?utm_content=mail",
                "http://video214.com/play/aBcDeFgHiJkLmNoPqRsTu0/s/dialog",
                "https://s3.amazonaws.com/embed.animoto.com/play.html?w=swf/production/vp1"
                "&e=1609459200&f=aBcDeFgHiJkLmNoPqRsTu0&d=0&m=p&r=360p+720p&i=m&options=",
                "http://embed.animoto.com/play.html?w=swf/vp1&e=1349310439"
                "&f=aBcDeFgHiJkLmNoPqRsTu0&d=56&m=p",
                "http://static.animoto.com/swf/w.swf?w=swf/vp1&f=aBcDeFgHiJkLmNoPqRsTu0",
                "http://d150hyw1dtprld.cloudfront.net/swf/w.swf?w=swf/vp1&e=1300000000"
                "&f=aBcDeFgHiJkLmNoPqRsTu0",
            )
        ),
    ),
    not_artefacts=(
        "https://animoto.com/",
        "https://animoto.com/log_in",
        "https://animoto.com/builder/templates",
        "https://animoto.com/features",
        "https://help.animoto.com/hc/en-us",
        "https://s3.amazonaws.com/embed.animoto.com/play.html",
        "https://animoto.com.example.org/play/aBcDeFgHiJkLmNoPqRsTu0",
    ),
    oembed="https://animoto.com/oembeds/create?format=json&url={url}",
    markers=(
        # Seen on the page of a public video together with the player's address.
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:twitter:player",
            pattern=r"/embed\.animoto\.com/play\.html\?(?:.*&)?f=",
            source="the recorded page of a public video in a test of an embed library; "
            "read 2026-11-25",
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!animoto\b).+",
            source="expected of a public video; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
