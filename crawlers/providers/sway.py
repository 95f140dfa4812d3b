"""Microsoft Sway: web presentations."""

from crawlers.model import Kind, Reason, State
from crawlers.providers.base import Example, Marker, Provider, Shape

_ID = r"(?P<id>[A-Za-z0-9]{16})"
_SOURCE = "the oEmbed registry and addresses in public code; read 2026-11-23"

PROVIDER = Provider(
    id="sway",
    name="Sway",
    kinds=(Kind.PRESENTATION,),
    hosts=("sway.office.com", "sway.com", "sway.cloud.microsoft"),
    shapes=(
        Shape(
            path=rf"/(?:s/|edit/|embed/|play/)?{_ID}(?:/embed)?/?",
            canonical="https://sway.office.com/{id}",
        ),
    ),
    examples=(
        Example(
            url="https://sway.office.com/s/aBcDeFgHiJkLmNoP/embed",
            native_id="aBcDeFgHiJkLmNoP",
            canonical_url="https://sway.office.com/aBcDeFgHiJkLmNoP",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://sway.cloud.microsoft/aBcDeFgHiJkLmNoP?ref=Link",
            native_id="aBcDeFgHiJkLmNoP",
            canonical_url="https://sway.office.com/aBcDeFgHiJkLmNoP",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://sway.com/aBcDeFgHiJkLmNoP#content=1",
            native_id="aBcDeFgHiJkLmNoP",
            canonical_url="https://sway.office.com/aBcDeFgHiJkLmNoP",
            kind=Kind.PRESENTATION,
        ),
    ),
    not_artefacts=(
        "https://sway.office.com/",
        "https://sway.office.com/my",
        "https://sway.office.com/education/",
        "https://sway.com.example.org/aBcDeFgHiJkLmNoP",
    ),
    oembed="https://sway.office.com/api/v1.0/oembed?url={url}",
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:microsoft )?sway$).+",
            source="expected of a public Sway; not confirmed",
            inferred=True,
        ),
    ),
    source=_SOURCE,
)
