"""Internet Archive: items (books, films, recordings) and single files of them.

Its copies of other sites (the Wayback Machine) are no artefacts of their own; they are unwrapped.
"""

import json
from functools import partial

from crawlers.model import Artefact, Capture, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Live, Marker, Probe, Provider, Shape
from crawlers.providers.delivery import EXTENSIONS, extension, judge_file, pattern
from crawlers.providers.flow import page_flow, settled, together

_HOST = r"(?:(?:www|ia\d+\.us|dn\d+\.[a-z]{2}|[a-z]{2}\d+\.[a-z]{2})\.)?archive\.org"
# Shelves that everybody's things stand on, and pages beside them.
_SHELVES = (
    "additional_collections|americana|audio|audio_bookspoetry|books|cdl|console_living_room"
    "|etree|ephemera|folkscanomy|fav-[\\w.-]+|gratefuldead|image|inlibrary|internetarcade"
    "|internetarchivebooks|librivoxaudio|magazine_rack|maps_usgs|moviesandfilms|movies|nasa"
    "|netlabels|opensource|opensource_[a-z]+|podcasts|prelinger|printdisabled|software"
    "|softwarelibrary[\\w-]*|tv|texts|tvarchive|tvnews|web|wwiarchive"
)
_ID = rf"(?P<id>(?!(?:{_SHELVES})(?:/|$))(?![@.])[\w.-]{{3,100}})"
_ITEM = "https://archive.org/details/{id}"
_SOURCE = (
    "the Archive's documentation of its metadata interface (md-read, md-record) and its blog of "
    "2013-07-04, addresses in public code; read 2026-11-25"
)
_RESTRICTED = "access-restricted-item"


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """A file is asked for itself; of an item the metadata is asked, and its page if that is silent.

    An item that does not exist answers ``{}``: asked twice, it is not there.
    """
    if "/" in artefact.native_id:
        promised = extension(artefact.canonical_url)
        return (yield from settled(artefact.canonical_url, partial(judge_file, promised)))
    url = f"https://archive.org/metadata/{artefact.native_id}"
    first = (yield Probe(url=url)).capture
    if _shown(first):
        return first.visibility(State.VISIBLE, Reason.PUBLIC_METADATA)
    if _record(first) != {}:
        return (yield from page_flow(provider, artefact.canonical_url))
    second = (yield Probe(url=url, fresh=True)).capture
    if _shown(second):
        return second.visibility(State.VISIBLE, Reason.PUBLIC_METADATA)
    absent = _record(second) == {}
    state, reason = (
        (State.REMOVED, Reason.NOT_FOUND) if absent else (State.UNDETERMINED, Reason.NO_PUBLIC_SIGN)
    )
    return together(first, second.visibility(state, reason))


def _record(capture: Capture) -> dict[str, object] | None:
    """The metadata record in an answer; None when it holds none."""
    if not capture.ok or capture.failure is not None:
        return None
    try:
        found = json.loads(capture.body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _shown(capture: Capture) -> bool:
    """True for the record of an item with files that everybody may open.

    Items that are ``is_dark`` were taken away; books to be lent ask for an account.
    """
    record = _record(capture) or {}
    metadata = record.get("metadata")
    if record.get("is_dark") or not record.get("files") or not isinstance(metadata, dict):
        return False
    return str(metadata.get(_RESTRICTED, "")).lower() != "true"


def _file(ending: str, kind: Kind | None) -> Shape:
    """One file of an item, by the service that finds it or by the machine that holds it."""
    return Shape(
        path=rf"/(?:download|serve|\d+/items)/{_ID}/(?P<name>[^/].*\.{ending})",
        canonical="https://archive.org/download/{id}/{name}",
        native_id="{id}/{name}",
        host=_HOST,
        kind=kind,
    )


PROVIDER = Provider(
    id="archive.org",
    name="Internet Archive",
    kinds=(Kind.OTHER, *EXTENSIONS),
    hosts=("archive.org",),
    shapes=(
        *(_file(pattern(kind), kind) for kind in EXTENSIONS),
        Shape(
            # Some embeds end the id with ``&playlist=1``.
            path=rf"/(?:details|embed|stream|download|borrow|metadata)/{_ID}(?:[/&;].*)?",
            canonical=_ITEM,
            host=_HOST,
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="our-river-1924_202405",
                canonical_url="https://archive.org/details/our-river-1924_202405",
                kind=Kind.OTHER,
            )
            for url in (
                "https://archive.org/details/our-river-1924_202405",
                "http://www.archive.org/details/our-river-1924_202405",
                "https://archive.org/embed/our-river-1924_202405?playlist=1",
                "https://archive.org/embed/our-river-1924_202405&playlist=1",
                "https://archive.org/details/our-river-1924_202405/page/n5/mode/2up?view=theater",
                "https://archive.org/stream/our-river-1924_202405#page/n5/mode/2up",
                "https://archive.org/download/our-river-1924_202405/",
            )
        ),
        *(
            Example(
                url=f"https://archive.org/download/our-river-1924_202405/day%201/river.{name}",
                native_id=f"our-river-1924_202405/day%201/river.{name}",
                canonical_url=f"https://archive.org/download/our-river-1924_202405/day%201/river.{name}",
                kind=kind,
            )
            for name, kind in (
                ("pdf", Kind.DOCUMENT),
                ("pptx", Kind.PRESENTATION),
                ("jpg", Kind.IMAGE),
                ("mp3", Kind.AUDIO),
                ("epub", Kind.BOOK),
                ("zip", Kind.FILE),
            )
        ),
        Example(
            url="https://ia800308.us.archive.org/21/items/our-river-1924_202405/river.mp4",
            native_id="our-river-1924_202405/river.mp4",
            canonical_url="https://archive.org/download/our-river-1924_202405/river.mp4",
            kind=Kind.VIDEO,
        ),
    ),
    not_artefacts=(
        "https://archive.org/",
        "https://archive.org/account/login",
        "https://archive.org/about/",
        "https://archive.org/details/texts",
        "https://archive.org/details/@ourteacher",
        "https://archive.org/search?query=river",
        "https://archive.org/services/img/our-river-1924_202405",
        "https://help.archive.org/",
        "https://archive.org.example.org/details/our-river-1924_202405",
    ),
    markers=(
        Marker(
            state=State.REMOVED,
            reason=Reason.SOFT_NOT_FOUND,
            where="text",
            pattern=r"(?:the )?item (?:you have requested|cannot be found|is not available)",
            source="wording expected, not confirmed",
            inferred=True,
        ),
    ),
    flow=flow,
    live=Live(
        public="https://archive.org/details/Cops1922",
        missing="https://archive.org/details/Cozz9999",
        source="an example in yt-dlp's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
