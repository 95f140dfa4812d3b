"""Google Drive: uploaded files and folders (two things, though their ids look alike)."""

from crawlers.model import Artefact, Kind, Reason, State
from crawlers.providers.base import Example, Flow, Live, Marker, Provider, Shape
from crawlers.providers.flow import page_flow, probe_url

_ID = r"(?P<id>[\w-]{5,})"
_USER = r"(?:/a/[^/]+)?(?:/u/\d+)?"
_FILE = "https://drive.google.com/file/d/{id}/view"
_FOLDER = "https://drive.google.com/drive/folders/{id}"
_KEY = ("resourcekey",)
_DRIVE = ("drive.google.com", "docs.google.com")
_SOURCE = (
    "iframely's Google rules, yt-dlp's Google Drive extractor and addresses in public code; "
    "read 2026-11-23"
)


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """The page of the file or folder; where no file has the id, the address for anything.

    ``open?id=`` stands for files, folders and documents alike, and only an answer tells which.
    """
    page = probe_url(provider, artefact)
    verdict = yield from page_flow(provider, page)
    if verdict.state is not State.REMOVED or "/file/d/" not in page:
        return verdict
    key = page.partition("?")[2]
    anything = f"https://drive.google.com/open?id={artefact.native_id}{'&' if key else ''}{key}"
    last = yield from page_flow(provider, anything)
    both = {
        "attempts": verdict.attempts + last.attempts,
        "evidence": (*verdict.evidence, *last.evidence),
    }
    return last.model_copy(update=both)


PROVIDER = Provider(
    id="google-drive",
    name="Google Drive",
    kinds=(Kind.DOCUMENT,),
    hosts=(
        "drive.google.com",
        "docs.google.com",
        "drive.usercontent.google.com",
        "lh3.googleusercontent.com",
    ),
    shapes=(
        Shape(
            path=rf"{_USER}/file(?:/u/\d+)?/d/{_ID}(?:/.*)?",
            canonical=_FILE,
            hosts=_DRIVE,
            keep=_KEY,
        ),
        Shape(
            path=rf"{_USER}/(?:open|uc|thumbnail|leaf)",
            query={"id": _ID},
            canonical=_FILE,
            hosts=_DRIVE,
            keep=_KEY,
        ),
        Shape(
            path=r"(?:/u/\d+)?/(?:download|uc)",
            query={"id": _ID},
            canonical=_FILE,
            hosts=("drive.usercontent.google.com",),
            keep=_KEY,
        ),
        Shape(
            path=rf"{_USER}/(?:viewer|viewerng/viewer)",
            query={"srcid": _ID, "pid": "explorer"},
            canonical=_FILE,
            hosts=_DRIVE,
            keep=_KEY,
        ),
        Shape(path=rf"/d/{_ID}(?:=.*)?", canonical=_FILE, hosts=("lh3.googleusercontent.com",)),
        Shape(
            path=rf"{_USER}/(?:corp/)?drive(?:/u/\d+)?(?:/mobile)?/folders/(?:[^/]+/)*?{_ID}/?",
            canonical=_FOLDER,
            native_id="folders/{id}",
            hosts=("drive.google.com",),
            keep=_KEY,
        ),
        Shape(
            path=rf"{_USER}/(?:folderview|embeddedfolderview)",
            query={"id": _ID},
            canonical=_FOLDER,
            native_id="folders/{id}",
            hosts=_DRIVE,
            keep=_KEY,
        ),
        # The address bar of about 2012 to 2015.
        Shape(
            path=rf"{_USER}/(?:drive/)?(?:u/\d+/)?",
            fragment=rf"folders/(?:[\w-]+/)*?{_ID}/?",
            canonical=_FOLDER,
            native_id="folders/{id}",
            hosts=("drive.google.com",),
        ),
        Shape(
            path=rf"{_USER}/folder(?:/u/\d+)?/d/{_ID}(?:/.*)?",
            canonical=_FOLDER,
            native_id="folders/{id}",
            hosts=_DRIVE,
            keep=_KEY,
        ),
    ),
    examples=(
        Example(
            url="https://drive.google.com/file/d/1AbCdEfGhIjKlMnOpQrStUvWxYz012345/preview",
            native_id="1AbCdEfGhIjKlMnOpQrStUvWxYz012345",
            canonical_url="https://drive.google.com/file/d/1AbCdEfGhIjKlMnOpQrStUvWxYz012345/view",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://drive.google.com/open?id=1AbCdEfGhIjKlMnOpQrStUvWxYz012345&usp=sharing",
            native_id="1AbCdEfGhIjKlMnOpQrStUvWxYz012345",
            canonical_url="https://drive.google.com/file/d/1AbCdEfGhIjKlMnOpQrStUvWxYz012345/view",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://drive.google.com/file/d/0BxYzAbCdEfGhIjKlMnOp/edit?usp=drive_link"
            "&resourcekey=0-abcDEF123",
            native_id="0BxYzAbCdEfGhIjKlMnOp",
            canonical_url="https://drive.google.com/file/d/0BxYzAbCdEfGhIjKlMnOp/view"
            "?resourcekey=0-abcDEF123",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://drive.google.com/embeddedfolderview?id=1ZyXwVuTsRqPoNmLkJiHg#grid",
            native_id="folders/1ZyXwVuTsRqPoNmLkJiHg",
            canonical_url="https://drive.google.com/drive/folders/1ZyXwVuTsRqPoNmLkJiHg",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://drive.google.com/#folders/1ZyXwVuTsRqPoNmLkJiHg",
            native_id="folders/1ZyXwVuTsRqPoNmLkJiHg",
            canonical_url="https://drive.google.com/drive/folders/1ZyXwVuTsRqPoNmLkJiHg",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://drive.google.com/drive/u/1/folders/1ZyXwVuTsRqPoNmLkJiHg?usp=sharing",
            native_id="folders/1ZyXwVuTsRqPoNmLkJiHg",
            canonical_url="https://drive.google.com/drive/folders/1ZyXwVuTsRqPoNmLkJiHg",
            kind=Kind.DOCUMENT,
        ),
    ),
    not_artefacts=(
        "https://drive.google.com/",
        "https://drive.google.com/drive/my-drive",
        "https://drive.google.com/drive/u/0/my-drive",
        "https://support.google.com/drive/answer/2494822",
        "https://drive.google.com.example.org/file/d/1AbCdEfGhIjKlMnOpQrStUvWxYz012345/view",
    ),
    markers=(
        # Both stand on public pages; as weak signs they never outweigh a wall on the page.
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="meta:og:title",
            pattern=r".+",
            source=_SOURCE,
            inferred=True,
        ),
        Marker(
            state=State.VISIBLE,
            reason=Reason.PUBLIC_METADATA,
            where="body",
            pattern=r'<meta itemprop="name" content="[^"]+"',
            source=_SOURCE,
            inferred=True,
        ),
        # The embedded view of a folder has no such metadata, only its list of entries.
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="body",
            pattern=r'class="flip-entry"',
            source="expected of /embeddedfolderview; not confirmed",
            inferred=True,
        ),
    ),
    eyes=(
        Marker(
            state=State.VISIBLE,
            reason=Reason.CONTENT_SHOWN,
            where="element",
            pattern=".drive-viewer-paginated-page",
            source="programs that read shown files, in public code (eight); read 2026-11-25",
        ),
    ),
    eyes_at="{canonical_url}",
    flow=flow,
    live=Live(
        public="https://drive.google.com/file/d/0B9P1L--7Wd2vNm9zMTJWOGxobkU/view",
        missing="https://drive.google.com/file/d/1000000000000000000000000000000000/view",
        source="the example of gdown's README; met in public code, read 2026-11-24",
    ),
    source=_SOURCE,
)
