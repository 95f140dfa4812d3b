"""The answer to one request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from crawlers.model.media_type import claimed_type, computed_type
from crawlers.model.picture import PictureState
from crawlers.model.verdict import Failure, Reason, State, Visibility

# Stands for the time of a record that an archive does not date.
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The answer to one request, redirects followed; ``status`` is None when no answer came.

    ``body`` is decoded from its content encoding; ``redirects`` holds every address asked
    before ``final_url``, in order; ``record_ids`` name the archive records of the exchanges.
    ``picture`` says what a browser draws of the whole body; None for what is no picture.
    """

    url: str
    final_url: str
    captured_at: datetime
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    failure: Failure | None = None
    attempts: int = 1
    redirects: tuple[str, ...] = ()
    record_ids: tuple[str, ...] = ()
    truncated: bool = False
    picture: PictureState | None = None

    def header(self, name: str) -> str:
        """The first header of that name, or an empty string."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), "")

    @property
    def media_type(self) -> str:
        """The media type as a browser finds it by head and bytes, without parameters.

        Empty where neither tells.
        """
        values = [value for name, value in self.headers if name.lower() == "content-type"]
        nosniff = "nosniff" in self.header("x-content-type-options").lower()
        return computed_type(claimed_type(values), self.body, nosniff=nosniff)

    @property
    def is_html(self) -> bool:
        """True when a browser takes the answer for an HTML page."""
        return self.media_type in {"text/html", "application/xhtml+xml"}

    @property
    def says_missing(self) -> bool:
        """True for the statuses that mean "missing": 404 Not Found and 410 Gone (RFC 9110)."""
        return self.status in (404, 410)

    @property
    def ok(self) -> bool:
        """True for a 2xx answer."""
        return self.status is not None and 200 <= self.status < 300

    def visibility(self, state: State, reason: Reason) -> Visibility:
        """A verdict that rests on this capture."""
        return Visibility(
            state=state,
            reason=reason,
            http_status=self.status,
            final_url=self.final_url,
            checked_at=None if self.captured_at == UNDATED else self.captured_at,
            attempts=self.attempts,
            evidence=self.record_ids,
        )
