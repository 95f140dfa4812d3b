"""Lino: canvases with sticky notes."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_NAME = r"(?P<name>[\w.%~+-]+)"

_SOURCE = "addresses in public code; the rest is expected; read 2026-11-23"


PROVIDER = Provider(
    id="linoit",
    name="Lino",
    kinds=(Kind.WALL,),
    hosts=(
        "linoit.com",
        "linoit.jp",
    ),
    shapes=(
        Shape(
            path=rf"/(?P<form>users|groups)/(?P<user>[\w.%-]+)/canvases/{_NAME}/?",
            canonical="https://linoit.com/{form}/{user}/canvases/{name}",
            native_id="{user}/{name}",
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="teacher1/Our%20river",
                canonical_url="https://linoit.com/users/teacher1/canvases/Our%20river",
                kind=Kind.WALL,
            )
            for url in (
                "http://linoit.com/users/teacher1/canvases/Our%20river",
                "https://en.linoit.com/users/teacher1/canvases/Our river",
            )
        ),
        Example(
            url="http://linoit.com/groups/river/canvases/Plan",
            native_id="river/Plan",
            canonical_url="https://linoit.com/groups/river/canvases/Plan",
            kind=Kind.WALL,
        ),
    ),
    not_artefacts=(
        "http://linoit.com/",
        "https://linoit.com/home",
        "https://linoit.com/users/teacher1",
        "https://linoit.com/session/login",
        "https://linoit.com.example.org/users/teacher1/canvases/Plan",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="title",
            pattern=r"^(?!(?:lino(?:it)?(?:\b.*)?|home.*|(?:log|sign) ?(?:in|up).*"
            r"|.*\b(?:private|access denied|no access|not found)\b.*)\s*$).+",
            source="expected of a public canvas; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
