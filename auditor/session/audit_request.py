"""What to audit and how: one value that can be stored, queued and sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field

from crawlers.model.base import Value
from crawlers.model.link import LinkMode


class AuditRequest(Value):
    """One audit of one project.

    ``replay`` is the archive that serves as the only network. ``rubric`` is the id of one that
    ships or the path of an NSO's own; None takes the one in force on the day on which the project
    was opened. ``rules`` is a folder of rules about web tools; None takes those that ship.
    ``links`` says whether links out of the project are opened, listed or left out; None takes what
    the archive was recorded with, else that they are opened.
    ``render`` says which pages a browser opens (``browser`` is that of the settings),
    ``screenshots`` which pages are pictured; None takes what the archive was recorded with, else
    ``auto`` and ``key``. ``previous`` is an earlier ``audit.json`` of the project to compare with.

    ``max_minutes`` limits the whole audit; ``delay`` is the time between two requests to one host,
    ``first_wait`` the one before a first retry (None for both: what is usual, and slower where a
    platform wants it), ``timeout`` that of one exchange, all in seconds;
    ``connections`` is their number to one host. ``browser_pages`` is the number of pages that are
    open in the browser at once (0: by cores and memory). ``settings`` is what the report says about
    all this.
    """

    url: str
    out: Path
    user_agent: str
    language: str = "en"
    rubric: str | None = None
    rules: Path | None = None
    replay: Path | None = None
    previous: Path | None = None
    evidence: bool = True
    max_pages: int = 500
    max_minutes: float = 120.0
    delay: float | None = None
    connections: int = 2
    first_wait: float | None = None
    timeout: float = 30.0
    obey_robots: bool = True
    allow_private: bool = False
    links: LinkMode | None = None
    render: str | None = "never"
    screenshots: str | None = "none"
    browser_pages: int = 0
    browser: str = ""
    settings: dict[str, Any] = Field(default_factory=dict)


def complete_request(request: AuditRequest, recorded: dict[str, Any]) -> AuditRequest:
    """The request with its missing choices: as the archive was recorded, else the default.

    Our archives from the time before there was a browser do not mention one. Without a browser
    there are no screenshots, unless they were asked for.
    """
    usual = "never" if recorded else "auto"
    render = request.render or str(recorded.get("render", usual))
    screenshots = "none" if render == "never" else "key"
    return request.model_copy(
        update={
            "links": request.links or LinkMode(recorded.get("links", LinkMode.CHECK)),
            "render": render,
            "screenshots": request.screenshots or str(recorded.get("screenshots", screenshots)),
        }
    )
