"""What records of our own must hold, before anything is taken from an archive that others sent.

Both checks raise ``ValueError``; the archive is then told to be damaged.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from crawlers.model.inventory import Witness


class _RunRecord(BaseModel):
    """The settings of a recorded run, as far as a replay takes them; others may stand beside."""

    model_config = ConfigDict(strict=True, extra="allow")

    url: str = ""
    max_pages: int = Field(default=1, ge=1, le=10**6)
    stopped_because: str | None = None
    links: Literal["check", "list", "none"] | None = None
    render: Literal["auto", "never", "always"] | None = None
    screenshots: Literal["none", "key", "all"] | None = None
    renderings: bool = False
    warnings: list[str] = []
    software: str = ""


class _RenderingRecord(BaseModel):
    """A page as a browser showed it."""

    model_config = ConfigDict(strict=True, extra="allow")

    key: str
    html: str | None
    picture: dict[str, str | int | float | bool] | None
    pictured: bool
    url: str | None = None
    status: int | None = None
    headers: list[tuple[str, str] | list[str]] = []
    issues: list[str]
    blocked: list[str]
    appeared: list[str]


def check_run(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of a run's record."""
    _RunRecord.model_validate(fields)
    if fields.get("witness") is not None:
        Witness.model_validate(fields["witness"])
    return fields


def check_rendering(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of a rendered page's record."""
    _RenderingRecord.model_validate(fields)
    return fields
