"""Wakelet: collections of links and pictures."""

from crawlers.model import Kind
from crawlers.providers.base import Example, Provider, Shape

_SOURCE = "public embed codes; the embed answers 404 for other spellings; read 2026-11-23"

PROVIDER = Provider(
    id="wakelet",
    name="Wakelet",
    kinds=(Kind.WALL,),
    hosts=("wakelet.com",),
    shapes=(
        Shape(
            path=r"/wakes?/(?P<id>[\w-]{20,36})(?:/.*)?", canonical="https://wakelet.com/wake/{id}"
        ),
    ),
    examples=(
        Example(
            url="https://wakelet.com/wake/SeaWake1aB2cD3eF4gH5i",
            native_id="SeaWake1aB2cD3eF4gH5i",
            canonical_url="https://wakelet.com/wake/SeaWake1aB2cD3eF4gH5i",
            kind=Kind.WALL,
        ),
        Example(
            url="https://embed.wakelet.com/wakes/SeaWake1aB2cD3eF4gH5i/list",
            native_id="SeaWake1aB2cD3eF4gH5i",
            canonical_url="https://wakelet.com/wake/SeaWake1aB2cD3eF4gH5i",
            kind=Kind.WALL,
        ),
        Example(
            url="https://embed.wakelet.com/wakes/3f2a9c1e-7b64-4d0a-9e55-1a2b3c4d5e6f/grid",
            native_id="3f2a9c1e-7b64-4d0a-9e55-1a2b3c4d5e6f",
            canonical_url="https://wakelet.com/wake/3f2a9c1e-7b64-4d0a-9e55-1a2b3c4d5e6f",
            kind=Kind.WALL,
        ),
    ),
    not_artefacts=(
        "https://wakelet.com/",
        "https://wakelet.com/login",
        "https://wakelet.com/@anna",
        "https://wakelet.com.example.org/wake/SeaWake1aB2cD3eF4gH5i",
    ),
    probe="https://embed.wakelet.com/wakes/{native_id}/list",
    page_proves=True,
    source=_SOURCE,
)
