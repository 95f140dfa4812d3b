"""One request and its answer on the wire, before redirects, retries and judgement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol, Self

from crawlers.model import Failure
from crawlers.network.bodies import decoded, most_bytes

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One answer (or failure); ``body`` is decoded, ``record_id`` names its archive record.

    ``asked`` is false when nothing was sent (a refusal of ours). ``last`` is true in a replay
    when the archive holds no further answer of this address.
    """

    url: str
    captured_at: datetime
    status: int | None = None
    headers: Headers = ()
    body: bytes = b""
    failure: Failure | None = None
    record_id: str = ""
    truncated: bool = False
    last: bool = False
    asked: bool = True

    def header(self, name: str) -> str:
        """The first header of that name, or an empty string."""
        return next(iter(_values(self.headers, name)), "")

    @classmethod
    def of(
        cls,
        *,
        url: str,
        captured_at: datetime,
        status: int,
        headers: Headers,
        raw: bytes,
        record_id: str,
        cut: bool,
    ) -> Self:
        """The exchange of an answer whose body is still coded.

        One whose body cannot be decoded is a failure, since nobody can tell what it said.
        """
        most = most_bytes(next(iter(_values(headers, "content-type")), ""))
        body = decoded(",".join(_values(headers, "content-encoding")), raw, most)
        return cls(
            url=url,
            captured_at=captured_at,
            status=status,
            headers=headers,
            body=body[0] if body else b"",
            failure=None if body else Failure.PROTOCOL_ERROR,
            record_id=record_id,
            truncated=cut or (body is not None and body[1]),
        )


def _values(headers: Headers, name: str) -> list[str]:
    return [value for key, value in headers if key.lower() == name]


class Network(Protocol):
    """Where exchanges come from: the internet, or an archive as the only network.

    ``live`` is false for an archive: then nothing is paced, guarded or asked of robots.txt,
    since no request leaves the machine and refusals were recorded when they happened.
    """

    live: bool

    async def exchange(self, url: str) -> Exchange:
        """One request; never raises for what the network does."""
        ...

    def refuse(self, url: str, failure: Failure) -> Exchange:
        """The exchange that did not take place, kept as evidence."""
        ...

    async def close(self) -> None:
        """Lets go of connections and files."""
        ...


def now() -> datetime:
    """The present time in UTC, in whole seconds as archives keep it."""
    return datetime.now(UTC).replace(microsecond=0)
