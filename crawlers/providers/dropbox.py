"""Dropbox: shared files and folders, Paper documents, transfers, requests for files."""

from functools import partial

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Live, Marker, Provider, Shape
from crawlers.providers.delivery import EXTENSIONS, extension, judge_file, pattern
from crawlers.providers.flow import common_flow, settled

_WWW = r"(?:www\.|m\.)?dropbox\.com"
_RAW = r"(?:dl(?:-web)?\.dropbox|dl\.dropboxusercontent)\.com"
_ANY = rf"{_WWW}|{_RAW}"
# ``/s/KEY`` is the older form, ``/scl/fi/ID`` with ``rlkey`` the one since 2023.
_FILE = r"/(?:[el]/)?(?P<id>(?:s|scl/fi)/(?!dl/)[\w-]{8,})"
_OLD_RAW = r"/s/dl/(?P<id>[\w-]{8,})"
_KEY = ("rlkey",)
_DOCUMENTS = tuple(kind for kind in EXTENSIONS if kind is not Kind.DOCUMENT)
_SOURCE = (
    "Dropbox's help on forcing a file to render (raw=1), a third party's notes on its embeds and "
    "addresses in public code; read 2026-11-25"
)


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """A file is asked for itself (``raw=1``); anything else goes the common way."""
    promised = extension(artefact.canonical_url)
    if artefact.native_id.startswith(("s/", "scl/fi/")) and promised in _KNOWN:
        mark = "&" if "?" in artefact.canonical_url else "?"
        raw = f"{artefact.canonical_url}{mark}raw=1"
        return (yield from settled(raw, partial(judge_file, promised, provider=provider)))
    if artefact.native_id.startswith("u/") and promised in _KNOWN:
        return (
            yield from settled(
                artefact.canonical_url, partial(judge_file, promised, provider=provider)
            )
        )
    return (yield from common_flow(provider, artefact))


_KNOWN = {name for names in EXTENSIONS.values() for name in names}


def _files(name: str, kind: Kind | None) -> tuple[Shape, ...]:
    """A shared file with this pattern for its name, in the older and the newer form."""
    canonical = "https://www.dropbox.com/{id}/{name}"
    return (
        Shape(
            path=rf"{_FILE}/(?P<name>{name})/?",
            canonical=canonical,
            host=_ANY,
            keep=_KEY,
            kind=kind,
        ),
        Shape(
            path=rf"{_OLD_RAW}/(?P<name>{name})",
            canonical="https://www.dropbox.com/s/{id}/{name}",
            native_id="s/{id}",
            host=_ANY,
            kind=kind,
        ),
    )


PROVIDER = Provider(
    id="dropbox",
    name="Dropbox",
    kinds=(Kind.DOCUMENT, *_DOCUMENTS, Kind.FORM),
    hosts=("dropbox.com", "dropboxusercontent.com", "db.tt"),
    shapes=(
        *(shape for kind in _DOCUMENTS for shape in _files(rf"[^/]+\.{pattern(kind)}", kind)),
        *_files(r"[^/]+", None),
        Shape(
            path=rf"{_FILE}/?",
            canonical="https://www.dropbox.com/{id}",
            host=_ANY,
            keep=_KEY,
        ),
        # A folder: the second part of its address belongs to the key.
        Shape(
            path=r"/(?:l/)?(?P<id>(?:sh|sc|scl/fo)/[\w-]{8,})(?:/(?P<hash>[\w-]+)(?:/.*)?)?/?",
            canonical="https://www.dropbox.com/{id}/{hash}",
            host=_ANY,
            keep=_KEY,
        ),
        # The public folder ended in 2017; its addresses begin with the number of the account.
        *(
            Shape(
                path=rf"/(?P<id>u/\d+/.+{ending})",
                canonical="https://dl.dropboxusercontent.com/{id}",
                host=_RAW,
                kind=kind,
            )
            for kind, ending in (
                *((kind, rf"\.{pattern(kind)}") for kind in _DOCUMENTS),
                (Kind.DOCUMENT, ""),
            )
        ),
        # A document shared by its address carries its key between its title and its id.
        Shape(
            path=r"/(?P<form>doc|published)/(?P<title>(?:[^/]*-)?)(?P<id>[A-Za-z0-9]{20,})(?:/.*)?",
            canonical="https://paper.dropbox.com/{form}/{title}{id}",
            native_id="paper/{id}",
            hosts=("paper.dropbox.com",),
        ),
        Shape(
            path=r"/(?P<form>t|transfer)/(?P<id>[\w-]{8,})/?",
            canonical="https://www.dropbox.com/t/{id}",
            native_id="t/{id}",
            host=_WWW,
        ),
        Shape(
            path=r"/request/(?P<id>[\w-]{8,})/?",
            canonical="https://www.dropbox.com/request/{id}",
            native_id="request/{id}",
            host=_WWW,
            kind=Kind.FORM,
        ),
        # What the owner sees of an own file; a stranger is sent to the log-in.
        Shape(
            path=r"/(?P<id>home(?:/.+)?)",
            query={"preview": r"(?s:.+)"},
            canonical="https://www.dropbox.com/{id}",
            native_id="home/{digest}",
            host=_WWW,
            keep=("preview",),
        ),
        Shape(
            path=r"/(?P<id>[A-Za-z0-9]{6,})/?",
            canonical="https://db.tt/{id}",
            native_id="tt/{id}",
            hosts=("db.tt",),
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="s/a1b2c3d4e5f6g7h",
                canonical_url="https://www.dropbox.com/s/a1b2c3d4e5f6g7h/Our%20river.pdf",
                kind=Kind.DOCUMENT,
            )
            for url in (
                "https://www.dropbox.com/s/a1b2c3d4e5f6g7h/Our%20river.pdf?dl=0",
                "https://dl.dropboxusercontent.com/s/a1b2c3d4e5f6g7h/Our%20river.pdf",
                "https://dl.dropbox.com/s/a1b2c3d4e5f6g7h/Our%20river.pdf?dl=1",
                "https://www.dropbox.com/s/dl/a1b2c3d4e5f6g7h/Our%20river.pdf",
            )
        ),
        *(
            Example(
                url=f"https://www.dropbox.com/scl/fi/a1b2c3d4e5f6g7h8i9j0k/river.{name}"
                "?rlkey=q1w2e3r4t5y6u7i8o9p0&st=a1b2c3d4&dl=0",
                native_id="scl/fi/a1b2c3d4e5f6g7h8i9j0k",
                canonical_url=f"https://www.dropbox.com/scl/fi/a1b2c3d4e5f6g7h8i9j0k/river.{name}"
                "?rlkey=q1w2e3r4t5y6u7i8o9p0",
                kind=kind,
            )
            for name, kind in (
                ("mp4", Kind.VIDEO),
                ("JPG", Kind.IMAGE),
                ("pptx", Kind.PRESENTATION),
                ("mp3", Kind.AUDIO),
                ("epub", Kind.BOOK),
                ("zip", Kind.FILE),
                ("paper", Kind.DOCUMENT),
            )
        ),
        *(
            Example(
                url=url,
                native_id="scl/fo/a1b2c3d4e5f6g7h8i9j0k",
                canonical_url="https://www.dropbox.com/scl/fo/a1b2c3d4e5f6g7h8i9j0k/"
                "ABcdEFghIJklMNopQRstUVw?rlkey=q1w2e3r4t5y6u7i8o9p0",
                kind=Kind.DOCUMENT,
            )
            for url in (
                "https://www.dropbox.com/scl/fo/a1b2c3d4e5f6g7h8i9j0k/ABcdEFghIJklMNopQRstUVw"
                "?rlkey=q1w2e3r4t5y6u7i8o9p0&dl=0",
                "https://www.dropbox.com/scl/fo/a1b2c3d4e5f6g7h8i9j0k/ABcdEFghIJklMNopQRstUVw/day%201"
                "?dl=0&rlkey=q1w2e3r4t5y6u7i8o9p0&subfolder_nav_tracking=1",
            )
        ),
        Example(
            url="https://www.dropbox.com/sh/a1b2c3d4e5f6g7h/AABcdEFghIJklMNopQRstUVwa?dl=0",
            native_id="sh/a1b2c3d4e5f6g7h",
            canonical_url="https://www.dropbox.com/sh/a1b2c3d4e5f6g7h/AABcdEFghIJklMNopQRstUVwa",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="http://dl.dropbox.com/u/1234567/river/index.pdf",
            native_id="u/1234567/river/index.pdf",
            canonical_url="https://dl.dropboxusercontent.com/u/1234567/river/index.pdf",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://paper.dropbox.com/doc/"
            "Our-river--ABcdEFghIJklMNopQRstUVwxAg-a1B2c3D4e5F6g7H8i9J0k#:h2=Plan",
            native_id="paper/a1B2c3D4e5F6g7H8i9J0k",
            canonical_url="https://paper.dropbox.com/doc/"
            "Our-river--ABcdEFghIJklMNopQRstUVwxAg-a1B2c3D4e5F6g7H8i9J0k",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://www.dropbox.com/request/a1B2c3D4e5F6g7H8i9J0?oref=e",
            native_id="request/a1B2c3D4e5F6g7H8i9J0",
            canonical_url="https://www.dropbox.com/request/a1B2c3D4e5F6g7H8i9J0",
            kind=Kind.FORM,
        ),
        Example(
            url="https://www.dropbox.com/t/a1B2c3D4e5F6g7H8",
            native_id="t/a1B2c3D4e5F6g7H8",
            canonical_url="https://www.dropbox.com/t/a1B2c3D4e5F6g7H8",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://www.dropbox.com/home/river?preview=results.pdf",
            native_id="home/782adf7b0d37659c",
            canonical_url="https://www.dropbox.com/home/river?preview=results.pdf",
            kind=Kind.DOCUMENT,
        ),
    ),
    not_artefacts=(
        "https://www.dropbox.com/",
        "https://www.dropbox.com/login",
        "https://www.dropbox.com/home",
        "https://www.dropbox.com/features/share",
        "https://help.dropbox.com/share/force-download",
        "https://www.dropbox.com/static/api/2/dropins.js",
        "https://www.dropbox.com.example.org/s/a1b2c3d4e5f6g7h/",
        "https://mydropbox.com/s/a1b2c3d4e5f6g7h/",
    ),
    markers=(
        Marker(
            state=State.REMOVED,
            reason=Reason.SOFT_NOT_FOUND,
            where="text",
            pattern=r"(?:file|folder|item) (?:was|has been) deleted"
            r"|link (?:has been|was) (?:removed|deleted|disabled)",
            source="Dropbox's help on links that do not work; wording expected, not confirmed",
            inferred=True,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r"^(?!(?:dropbox(?:\b.*)?|log ?in.*|sign ?in.*)\s*$).+",
            source="expected of an open share; not confirmed",
            inferred=True,
        ),
    ),
    flow=flow,
    live=Live(
        public="https://www.dropbox.com/s/nelirfsxnmcfbfh/youtube-dl%20test%20video%20%27%C3%A4%22BaW_jenozKc.mp4?dl=0",
        missing="https://www.dropbox.com/s/nelirfsxnzzzzzz/youtube-dl%20test%20video%20%27%C3%A4%22BaW_jenozKc.mp4?dl=0",
        source="an example in yt-dlp's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
