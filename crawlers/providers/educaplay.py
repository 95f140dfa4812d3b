"""Educaplay: learning games."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Live, Marker, Provider, Shape

_HOST = r"(?:(?:www|[a-z]{2})\.)?educaplay\.com"
_NUMBER = r"(?P<id>\d+)"

_SOURCE = "feedsweep's tests of addresses; what a page answers is expected; read 2026-11-23"


PROVIDER = Provider(
    id="educaplay",
    name="Educaplay",
    kinds=(Kind.GAME,),
    hosts=("educaplay.com",),
    shapes=(
        # One number for all forms; each language has a host and words of its own.
        Shape(
            path=rf"/(?P<form>(?!(?:blog|help|support|users?)/)[a-z-]+)/{_NUMBER}-(?P<slug>[\w.%-]+?)\.html?",
            canonical="https://{host}/{form}/{id}-{slug}.html",
            host=_HOST,
        ),
        Shape(
            path=rf"/(?P<form>[a-z]{{2}}/(?:recurso|learning|ressource|acti)[a-z]*)/{_NUMBER}/(?P<rest>[\w.%/-]+\.(?:html?|swf))",
            canonical="https://{host}/{form}/{id}/{rest}",
            host=_HOST,
        ),
    ),
    examples=(
        Example(
            url="https://www.educaplay.com/learning-resources/1234567-our_river.html",
            native_id="1234567",
            canonical_url="https://www.educaplay.com/learning-resources/1234567-our_river.html",
            kind=Kind.GAME,
        ),
        Example(
            url="https://es.educaplay.com/juego/1234567-nuestro_rio.html?utm_source=x",
            native_id="1234567",
            canonical_url="https://es.educaplay.com/juego/1234567-nuestro_rio.html",
            kind=Kind.GAME,
        ),
        Example(
            url="https://www.educaplay.com/game/1234567-our_river.html",
            native_id="1234567",
            canonical_url="https://www.educaplay.com/game/1234567-our_river.html",
            kind=Kind.GAME,
        ),
        Example(
            url="https://www.educaplay.com/es/recursoseducativos/1234567/html5/nuestro_rio.htm",
            native_id="1234567",
            canonical_url="https://www.educaplay.com/es/recursoseducativos/1234567/html5/nuestro_rio.htm",
            kind=Kind.GAME,
        ),
        Example(
            url="http://www.educaplay.com/en/learningresources/1234567/our_river.htm",
            native_id="1234567",
            canonical_url="https://www.educaplay.com/en/learningresources/1234567/our_river.htm",
            kind=Kind.GAME,
        ),
    ),
    not_artefacts=(
        "https://www.educaplay.com/es/recursoseducativos/",
        "https://www.educaplay.com/",
        "https://www.educaplay.com/login/",
        "https://www.educaplay.com/user/12345-teacher/",
        "https://www.educaplay.com/plans.html",
        "https://www.educaplay.com.example.org/game/1234567-our_river.html",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:educaplay(?:\b.*)?)\s*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.PERMISSION_REQUIRED,
            reason=Reason.PRIVATE,
            where="text",
            pattern=r"this (?:activity|game) is private",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    live=Live(
        public="https://fr.educaplay.com/jeu/2281504-quel_delice.html",
        missing="https://fr.educaplay.com/jeu/2000000-quel_delice.html",
        source="an example in feedsweep's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
