"""The project, and the address that an audit starts from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from crawlers.model.base import Value


class ProjectState(StrEnum):
    """Whether the project says that it is still going on."""

    OPEN = "open"
    ARCHIVED = "archived"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Project(Value):
    """The project whose site was audited."""

    url: str
    platform: str
    id: str
    title: str = ""
    state: ProjectState = ProjectState.UNKNOWN
    partners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """The address an audit starts from, as its platform understands it.

    ``archive_prefix`` is the web archive's address before the original one, or empty.
    """

    url: str
    platform: str
    project_id: str
    home: str
    archive_prefix: str = ""
    extra: dict[str, str] = field(default_factory=dict)

    def at(self, url: str) -> Self:
        """The same seed with another home address."""
        return type(self)(
            url=self.url,
            platform=self.platform,
            project_id=self.project_id,
            home=url,
            archive_prefix=self.archive_prefix,
            extra=self.extra,
        )
