"""Links that lead out of the project to what is no artefact, and addresses that are furniture."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pydantic import Field

from crawlers.model.artefact import Sighting
from crawlers.model.base import Value
from crawlers.model.verdict import Visibility


class LinkRole(StrEnum):
    """What a link leads to: somebody's site, a person's profile, or a page of a tool's maker."""

    SITE = "site"
    PROFILE = "profile"
    TOOL_PAGE = "tool_page"


class LinkMode(StrEnum):
    """What is done with links: asked for, listed only, or left out of the audit."""

    CHECK = "check"
    LIST = "list"
    NONE = "none"


class Link(Value):
    """One address that a page links to and that no rule knows as an artefact.

    ``maybe_own`` is true where the words of the link leave open whether the project made the site.
    """

    id: str
    role: LinkRole
    url: str
    canonical_url: str
    sightings: tuple[Sighting, ...]
    maybe_own: bool = False
    visibility: Visibility


class FurnitureReason(StrEnum):
    """Why an address on a page is neither an artefact nor a link nor a page of the project."""

    SITE_FRAME = "site_frame"
    SHARE_OR_TRACKER = "share_or_tracker"
    DECORATION = "decoration"
    LINKED_PICTURE = "linked_picture"
    ADVERT = "advert"
    HIDDEN_FRAME = "hidden_frame"
    ACTION = "action"
    FOR_PROGRAMS = "for_programs"
    NOT_THE_WEB = "not_the_web"
    NOT_SHOWN = "not_shown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """An address on a page that is nobody's result, and why; as written where it is no web one."""

    url: str
    reason: FurnitureReason


class Addresses(Value):
    """How many different things the addresses on all pages lead to; each counts once.

    ``furniture_reasons`` divides the number of furniture addresses.
    """

    artefacts: int = 0
    links: int = 0
    pages: int = 0
    furniture: int = 0
    furniture_reasons: dict[str, int] = Field(default_factory=dict)
