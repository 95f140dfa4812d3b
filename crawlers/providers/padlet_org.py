"""Padlet for schools: walls on a school's own sub-domain, often for its members only."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_SOURCE = "the help pages of Padlet; read 2026-11-23"

PROVIDER = Provider(
    id="padlet-org",
    name="Padlet for schools",
    kinds=(Kind.WALL,),
    hosts=("padlet.org",),
    shapes=(
        Shape(
            path=r"/(?P<user>[\w.%-]+)/(?P<slug>[\w%.~+-]*?)-(?P<id>[a-z0-9]{12,16})(?:/.*)?",
            canonical="https://{host}/{user}/{slug}-{id}",
        ),
        Shape(
            path=r"/(?:embed|padlets)/(?P<id>[a-z0-9]{12,16})(?:/.*)?",
            canonical="https://{host}/embed/{id}",
        ),
    ),
    examples=(
        Example(
            url="https://havskolen.padlet.org/anna/vores-hav-k3v9q2m7x1t8b4zn",
            native_id="k3v9q2m7x1t8b4zn",
            canonical_url="https://havskolen.padlet.org/anna/vores-hav-k3v9q2m7x1t8b4zn",
            kind=Kind.WALL,
        ),
        Example(
            url="https://havskolen.padlet.org/anna/vores-hav-k3v9q2m7x1t8b4zn/slideshow",
            native_id="k3v9q2m7x1t8b4zn",
            canonical_url="https://havskolen.padlet.org/anna/vores-hav-k3v9q2m7x1t8b4zn",
            kind=Kind.WALL,
        ),
        Example(
            url="https://havskolen.padlet.org/embed/k3v9q2m7x1t8b4zn",
            native_id="k3v9q2m7x1t8b4zn",
            canonical_url="https://havskolen.padlet.org/embed/k3v9q2m7x1t8b4zn",
            kind=Kind.WALL,
        ),
    ),
    not_artefacts=(
        "https://havskolen.padlet.org/",
        "https://havskolen.padlet.org/auth/login",
        "https://padlet.org.example.org/anna/vores-hav-k3v9q2m7x1t8b4zn",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:padlet)\b\W*$).+",
            source="expected of a public page; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
