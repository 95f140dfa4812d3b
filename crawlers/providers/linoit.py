"""Lino: canvases of sticky notes."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = "addresses in public code; read 2026-11-23"

PROVIDER = Provider(
    id="linoit",
    name="Lino",
    kinds=(Kind.WALL,),
    hosts=("linoit.com",),
    shapes=(
        Shape(
            path=r"/users/(?P<user>[\w.%-]+)/canvases/(?P<name>[\w.%~+-]+)/?",
            canonical="https://linoit.com/users/{user}/canvases/{name}",
            native_id="{user}/{name}",
        ),
    ),
    examples=(
        Example(
            url="http://linoit.com/users/seateam/canvases/Vores%20hav",
            native_id="seateam/Vores%20hav",
            canonical_url="https://linoit.com/users/seateam/canvases/Vores%20hav",
            kind=Kind.WALL,
        ),
        Example(
            url="https://linoit.com/users/seateam/canvases/hav",
            native_id="seateam/hav",
            canonical_url="https://linoit.com/users/seateam/canvases/hav",
            kind=Kind.WALL,
        ),
        Example(
            url="https://linoit.com/users/seateam/canvases/hav/?x=1",
            native_id="seateam/hav",
            canonical_url="https://linoit.com/users/seateam/canvases/hav",
            kind=Kind.WALL,
        ),
    ),
    not_artefacts=(
        "https://linoit.com/",
        "https://linoit.com/home",
        "https://linoit.com/auth/login",
        "https://linoit.com.example.org/users/a/canvases/b",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:lino|linoit)\b\W*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
