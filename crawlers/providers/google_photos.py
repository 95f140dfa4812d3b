"""Google Photos: shared albums and pictures; also what was in the Album Archive until 2023."""

from dataclasses import replace
from functools import partial

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Marker, Provider, Shape
from crawlers.providers.delivery import judge_file
from crawlers.providers.flow import common_flow, settled

_USER = r"(?:/[ub]/\d+)?"
_ID = r"(?P<id>[\w-]{20,})"
_PHOTO = r"(?P<photo>[\w-]{20,})"
# Without it a shared album asks for a log-in.
_KEY = ("key",)
_PHOTOS = ("photos.google.com",)
_PICTURE = "https://lh3.googleusercontent.com/pw/"
_ARCHIVE = "https://get.google.com/albumarchive/"
_ARCHIVE_END = "2023-07-19"
_SOURCE = (
    "addresses in public code; Google's announcement of the end of the Album Archive as reported "
    "widely; read 2026-11-25"
)


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """The common flow; a single picture is a file, and the Album Archive is closed."""
    if artefact.canonical_url.startswith(_PICTURE):
        return (yield from settled(artefact.canonical_url, partial(judge_file, "jpg")))
    if artefact.canonical_url.startswith(_ARCHIVE):
        provider = replace(provider, retired=_ARCHIVE_END)
    return (yield from common_flow(provider, artefact))


PROVIDER = Provider(
    id="google-photos",
    name="Google Photos",
    kinds=(Kind.IMAGE,),
    hosts=(
        "photos.google.com",
        "photos.app.goo.gl",
        "goo.gl",
        "get.google.com",
        "lh3.googleusercontent.com",
    ),
    shapes=(
        Shape(
            path=r"/(?P<id>[\w-]{5,})/?",
            canonical="https://photos.app.goo.gl/{id}",
            native_id="app/{id}",
            hosts=("photos.app.goo.gl",),
        ),
        Shape(
            path=r"/photos/(?P<id>[\w-]{3,})/?",
            canonical="https://goo.gl/photos/{id}",
            native_id="goo/{id}",
            hosts=("goo.gl",),
        ),
        Shape(
            path=rf"{_USER}/share/{_ID}/?",
            canonical="https://photos.google.com/share/{id}",
            keep=_KEY,
            hosts=_PHOTOS,
        ),
        Shape(
            path=rf"{_USER}/share/{_ID}/photo/{_PHOTO}/?",
            canonical="https://photos.google.com/share/{id}/photo/{photo}",
            native_id="{id}/{photo}",
            keep=_KEY,
            hosts=_PHOTOS,
        ),
        # The owner's own views, which teachers copy from the address bar.
        Shape(
            path=rf"{_USER}/(?:lr/)?album/{_ID}/?",
            canonical="https://photos.google.com/album/{id}",
            native_id="album/{id}",
            hosts=_PHOTOS,
        ),
        Shape(
            path=rf"{_USER}/(?:lr/)?(?:album/[\w-]+/|search/[^/]+/)?photo/{_ID}/?",
            canonical="https://photos.google.com/photo/{id}",
            native_id="photo/{id}",
            hosts=_PHOTOS,
        ),
        Shape(
            path=r"/pw/(?P<id>[\w-]{20,})(?:=[\w-]*)?",
            canonical=_PICTURE + "{id}",
            native_id="pw/{id}",
            hosts=("lh3.googleusercontent.com",),
        ),
        Shape(
            path=r"/albumarchive/(?P<id>(?:pwaf?/)?\d{10,}(?:/albums?/[\w-]+(?:/[\w-]+)?)?)/?",
            canonical=_ARCHIVE + "{id}",
            native_id="archive/{id}",
            hosts=("get.google.com",),
            keep=("authKey",),
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="AF1QipInventedAlbum0123456789",
                canonical_url="https://photos.google.com/share/AF1QipInventedAlbum0123456789"
                "?key=aBcDeFgHiJ",
                kind=Kind.IMAGE,
            )
            for url in (
                "https://photos.google.com/share/AF1QipInventedAlbum0123456789?key=aBcDeFgHiJ",
                "https://photos.google.com/u/1/share/AF1QipInventedAlbum0123456789"
                "?key=aBcDeFgHiJ&utm_source=mail",
            )
        ),
        Example(
            url="https://photos.google.com/share/AF1QipInventedAlbum0123456789/photo/"
            "AF1QipInventedPhoto9876543210?key=aBcDeFgHiJ",
            native_id="AF1QipInventedAlbum0123456789/AF1QipInventedPhoto9876543210",
            canonical_url="https://photos.google.com/share/AF1QipInventedAlbum0123456789/photo/"
            "AF1QipInventedPhoto9876543210?key=aBcDeFgHiJ",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://photos.google.com/u/0/album/AF1QipInventedAlbum0123456789/photo/"
            "AF1QipInventedPhoto9876543210",
            native_id="photo/AF1QipInventedPhoto9876543210",
            canonical_url="https://photos.google.com/photo/AF1QipInventedPhoto9876543210",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://photos.google.com/lr/album/AF1QipInventedAlbum0123456789",
            native_id="album/AF1QipInventedAlbum0123456789",
            canonical_url="https://photos.google.com/album/AF1QipInventedAlbum0123456789",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://photos.app.goo.gl/aBcDeFgHiJkLmNoP1",
            native_id="app/aBcDeFgHiJkLmNoP1",
            canonical_url="https://photos.app.goo.gl/aBcDeFgHiJkLmNoP1",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://goo.gl/photos/aBcDeFgHiJkLmNoP1",
            native_id="goo/aBcDeFgHiJkLmNoP1",
            canonical_url="https://goo.gl/photos/aBcDeFgHiJkLmNoP1",
            kind=Kind.IMAGE,
        ),
        Example(
            url="https://lh3.googleusercontent.com/pw/AP1GczInventedPicture01234=w1024-h768-no",
            native_id="pw/AP1GczInventedPicture01234",
            canonical_url="https://lh3.googleusercontent.com/pw/AP1GczInventedPicture01234",
            kind=Kind.IMAGE,
        ),
    ),
    not_artefacts=(
        "https://photos.google.com/",
        "https://photos.google.com/u/0/albums",
        "https://photos.google.com/login",
        "https://www.google.com/photos/about/",
        "https://lh3.googleusercontent.com/a/ACg8ocInventedFaceOfATeacher01=s96-c",
        "https://photos.google.com.example.org/share/AF1QipInventedAlbum0123456789",
    ),
    markers=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:image",
            pattern=r"^https://lh\d\.googleusercontent\.com/",
            source="a site's script that takes the cover picture of shared albums from there "
            "(public code); read 2026-11-25",
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!google (?:photos|fotos?)\b).+",
            source="expected of a shared album; not confirmed",
            inferred=True,
        ),
    ),
    flow=flow,
    source=_SOURCE,
)
