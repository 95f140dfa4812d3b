"""Pages of a project: as they are listed, and what was read from one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crawlers.model.artefact import Candidate
from crawlers.model.base import Value
from crawlers.model.link import Furniture
from crawlers.model.project import ProjectState
from crawlers.model.verdict import Visibility


class Section(StrEnum):
    """Which part of a project site a page belongs to."""

    HOME = "home"
    PAGE = "page"
    MATERIALS = "materials"
    FORUM = "forum"
    MEMBERS = "members"
    MEETINGS = "meetings"
    UPDATES = "updates"
    PROFILE = "profile"
    OTHER = "other"


class Layout(StrEnum):
    """Whether the platform's expected landmarks were found on a page."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    NOT_READ = "not_read"


class Page(Value):
    """One page of the project, read or refused; ``words`` counts its visible words.

    ``rendered_because`` says why a browser opened it, ``trouble`` what its scripts then did to
    their visitor (codes, in alphabetical order).
    """

    url: str
    title: str = ""
    section: Section = Section.OTHER
    language: str | None = None
    found_on: tuple[str, ...] = ()
    rendered: bool = False
    rendered_because: str = ""
    trouble: tuple[str, ...] = ()
    visibility: Visibility
    layout: Layout = Layout.NOT_READ
    headings: tuple[str, ...] = ()
    words: int = 0
    updated: str | None = None
    personal_data: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlink:
    """A link on a page: absolute address, its text, and the landmark it stands in."""

    url: str
    text: str = ""
    region: str = "main"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """What a platform read from one page; ``next_pages`` are the addresses behind its "next".

    ``document_title`` is the whole text of ``<title>``, whatever of it names the page.
    """

    title: str = ""
    document_title: str = ""
    section: Section = Section.OTHER
    language: str | None = None
    headings: tuple[str, ...] = ()
    words: int = 0
    updated: str | None = None
    personal_data: tuple[str, ...] = ()
    layout: Layout = Layout.KNOWN
    outlinks: tuple[Outlink, ...] = ()
    seen: tuple[Candidate, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    next_pages: tuple[str, ...] = ()
    project_title: str = ""
    project_state: ProjectState = ProjectState.UNKNOWN
    partners: tuple[str, ...] = ()
