"""Things that a visitor can open, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crawlers.model.base import Value
from crawlers.model.verdict import Visibility


class Kind(StrEnum):
    """What a visitor would call an artefact."""

    VIDEO = "video"
    AUDIO = "audio"
    IMAGE = "image"
    PRESENTATION = "presentation"
    DOCUMENT = "document"
    WALL = "wall"
    FORM = "form"
    QUIZ = "quiz"
    GAME = "game"
    MAP = "map"
    BOOK = "book"
    MINDMAP = "mindmap"
    TIMELINE = "timeline"
    SITE = "site"
    SOCIAL = "social"
    FORUM = "forum"
    MEETING = "meeting"
    FILE = "file"
    OTHER = "other"


class Form(StrEnum):
    """How an artefact stands on a page."""

    EMBED = "embed"
    LINK = "link"
    UPLOAD = "upload"
    TEXT = "text"


class EmbedState(StrEnum):
    """Whether an embed shows its artefact to a visitor of the page."""

    SHOWN = "shown"
    BLOCKED = "blocked"
    NEEDS_CONSENT = "needs_consent"
    NOT_CHECKED = "not_checked"


class Sighting(Value):
    """One place on one page where an artefact stands; ``url`` is the address as written there.

    ``after_consent`` is what an embed that waits for consent shows once it was given; it was tried
    apart from everything else, and proves nothing of what a stranger meets first.
    """

    page: str
    form: Form
    label: str = ""
    url: str
    embed: EmbedState = EmbedState.NOT_CHECKED
    embed_reason: str | None = None
    after_consent: EmbedState = EmbedState.NOT_CHECKED
    after_consent_reason: str | None = None


class Artefact(Value):
    """One thing a visitor can open, whatever the number of places that show it.

    ``tool`` is what the web tool calls itself; empty where no rule knows the address.
    ``rendered_because`` is the reason that left its answers undetermined, so that it was opened in
    a browser; empty where it was not.
    """

    id: str
    provider: str
    tool: str = ""
    kind: Kind
    title: str = ""
    url: str
    canonical_url: str
    native_id: str = ""
    sightings: tuple[Sighting, ...]
    rendered_because: str = ""
    visibility: Visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something on a page that may be an artefact, before it is identified.

    ``url`` is absolute and unwrapped, ``raw_url`` as the browser would ask for it; ``consent``
    is true when a cookie wrapper stands before it; ``hidden`` when its frame is not seen.
    ``filled`` says whether a script put anything where it was to (None where no browser looked),
    ``loader`` whether the page has any script of another site.
    """

    url: str
    raw_url: str
    form: Form
    label: str = ""
    tag: str = "a"
    media_type: str = ""
    consent: bool = False
    hidden: bool = False
    filled: bool | None = None
    loader: bool = False
