"""What a browser showed of a page as a record of the archive, and back; pure.

The record is JSON: the rendered tree, what the page's scripts did, and the picture where one was
taken. It belongs to an address and to whether cookies were accepted.
"""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol

from crawlers.browser.base import Picture, RenderRequest, RenderResult
from crawlers.model.capture import Capture

Fields = dict[str, Any]


class RenderingRecorder(Protocol):
    """What keeps a record of a rendered page."""

    def write_rendering(self, fields: Fields, capture: Capture) -> None:
        """Keep the fields of a page that was rendered from this capture."""
        ...


class RenderingSource(Protocol):
    """What gives the records of rendered pages back."""

    @property
    def has_renderings(self) -> bool:
        """True where what is not recorded was not opened."""
        ...

    def rendered_record(self, key: str) -> Fields | None:
        """The next record of a key, the last one again and again; None where there is none."""
        ...


def rendering_key(capture: Capture, request: RenderRequest) -> str:
    """The name under which the record of a page is kept."""
    way = "consent" if request.consent else "cookies" if request.cookies else "page"
    return f"{way}:{capture.final_url}"


def rendered_capture(capture: Capture, url: str, body: bytes) -> Capture:
    """The capture of a page with the rendered document for its body."""
    headers = [pair for pair in capture.headers if not _about_body(pair[0])]
    return replace(
        capture,
        headers=(*headers, ("content-type", "text/html; charset=utf-8")),
        final_url=url,
        body=body,
        truncated=False,
    )


def to_fields(capture: Capture, request: RenderRequest, rendered: RenderResult) -> Fields:
    """The record of a page; ``pictured`` says that a picture was asked for, whatever came of it."""
    shown, picture = rendered.capture, rendered.picture
    return {
        "key": rendering_key(capture, request),
        "url": shown.final_url if shown is not None else "",
        "status": shown.status if shown is not None else None,
        "headers": [list(pair) for pair in shown.headers] if shown is not None else [],
        "captured_at": shown.captured_at.isoformat() if shown is not None else "",
        "records": list(shown.record_ids) if shown is not None else [],
        "html": shown.body.decode("utf-8", "replace") if shown is not None else None,
        "complete": rendered.complete,
        "issues": list(rendered.issues),
        "sent_to": rendered.sent_to,
        "blocked": sorted(rendered.blocked),
        "appeared": sorted(rendered.appeared),
        "accepted": rendered.accepted,
        "pictured": request.screenshot,
        "picture": None if picture is None else _picture_fields(picture),
    }


def _picture_fields(picture: Picture) -> Fields:
    return {
        "webp": base64.b64encode(picture.webp).decode("ascii"),
        "width": picture.width,
        "height": picture.height,
        "cut": picture.cut,
        "idle": picture.idle,
    }


def from_fields(fields: Fields, capture: Capture) -> RenderResult:
    """What the browser showed of the page of this capture, as it was recorded."""
    html, picture = fields["html"], fields["picture"]
    shown = None
    if html is not None:
        headers = tuple((str(name), str(value)) for name, value in fields["headers"])
        came = replace(capture, status=fields["status"], headers=headers, failure=None)
        if fields.get("records"):  # archives of before have none: the page's own answer was meant
            moment = datetime.fromisoformat(fields["captured_at"])
            came = replace(came, captured_at=moment, record_ids=tuple(fields["records"]))
        shown = rendered_capture(came, str(fields["url"]), str(html).encode())
    return RenderResult(
        capture=shown,
        complete=bool(fields["complete"]),
        issues=tuple(fields["issues"]),
        sent_to=str(fields["sent_to"]),
        blocked=frozenset(fields["blocked"]),
        appeared=frozenset(fields["appeared"]),
        accepted=str(fields["accepted"]),
        picture=None if picture is None else _picture(picture),
    )


def _picture(fields: Fields) -> Picture:
    return Picture(**{**fields, "webp": base64.b64decode(fields["webp"])})


def _about_body(name: str) -> bool:
    return name.lower() in {"content-type", "content-encoding", "content-length"}
