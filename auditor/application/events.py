"""The events of a use case while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from crawlers.model.base import Value

if TYPE_CHECKING:
    from crawlers.progress import Progress

R = TypeVar("R")


class Progressed(Value):
    """How far an audit is: counts so far, and the host that was asked last."""

    event: Literal["progress"] = "progress"
    pages_found: int
    pages_read: int
    artefacts_found: int
    artefacts_checked: int
    host: str

    @classmethod
    def of(cls, progress: Progress) -> Progressed:
        """The counts of a run at this moment."""
        return cls(
            pages_found=progress.pages_found,
            pages_read=progress.pages_read,
            artefacts_found=progress.artefacts_found,
            artefacts_checked=progress.artefacts_checked,
            host=progress.host,
        )


class Warned(Value):
    """A warning, as a code and its subject (``code:subject``)."""

    event: Literal["warning"] = "warning"
    code: str


class Finished(Value, Generic[R]):
    """The last event of every use case."""

    event: Literal["finished"] = "finished"
    result: R
