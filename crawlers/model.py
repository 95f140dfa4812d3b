"""The nouns of what was gathered; every value is frozen.

Pydantic models cross a border (they stand in ``audit.json``); dataclasses stay inside.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict


class State(StrEnum):
    """What an anonymous visitor meets at a page or an artefact."""

    VISIBLE = "visible"
    EMPTY = "empty"
    LOGIN_REQUIRED = "login_required"
    PERMISSION_REQUIRED = "permission_required"
    REMOVED = "removed"
    UNDETERMINED = "undetermined"


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


class ProjectState(StrEnum):
    """Whether the project says that it is still going on."""

    OPEN = "open"
    ARCHIVED = "archived"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Layout(StrEnum):
    """Whether the platform's expected landmarks were found on a page."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    NOT_READ = "not_read"


class Reason(StrEnum):
    """Why a page or an artefact has its state; the words for each stand in ``reports``."""

    # visible
    CONTENT_SHOWN = "content_shown"
    OEMBED_ANSWER = "oembed_answer"
    FILE_DELIVERED = "file_delivered"
    PUBLIC_METADATA = "public_metadata"
    # empty
    NOTHING_IN_IT = "nothing_in_it"
    DEAD_PLUGIN = "dead_plugin"
    # login_required
    LOGIN_REDIRECT = "login_redirect"
    LOGIN_FORM = "login_form"
    LOGIN_ASKED = "login_asked"
    # permission_required
    ACCESS_DENIED = "access_denied"
    ACCESS_REQUEST = "access_request"
    PASSWORD_ASKED = "password_asked"
    ORGANISATION_ONLY = "organisation_only"
    PRIVATE = "private"
    REFUSED_HERE_ONLY = "refused_here_only"
    # removed
    NOT_FOUND = "not_found"
    GONE = "gone"
    SOFT_NOT_FOUND = "soft_not_found"
    SENT_HOME = "sent_home"
    SERVICE_CLOSED = "service_closed"
    CLOSED = "closed"
    # undetermined
    TIMEOUT = "timeout"
    HOST_NOT_FOUND = "host_not_found"
    CONNECTION_FAILED = "connection_failed"
    TLS_FAILED = "tls_failed"
    PROTOCOL_ERROR = "protocol_error"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    ROBOTS_DISALLOWED = "robots_disallowed"
    ROBOTS_UNREACHABLE = "robots_unreachable"
    PROXY_FAILED = "proxy_failed"
    ADDRESS_NOT_ALLOWED = "address_not_allowed"
    NOT_RECORDED = "not_recorded"
    NOT_REACHED = "not_reached"
    BOT_WALL = "bot_wall"
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    REFUSED_UNEXPLAINED = "refused_unexplained"
    CONSENT_WALL = "consent_wall"
    NEEDS_BROWSER = "needs_browser"
    UNEXPECTED_ANSWER = "unexpected_answer"
    AGE_RESTRICTED = "age_restricted"
    REGION_RESTRICTED = "region_restricted"
    NO_PUBLIC_SIGN = "no_public_sign"
    PROVIDER_ERROR = "provider_error"
    READING_ERROR = "reading_error"


class Failure(StrEnum):
    """Why no answer came; each value is also a ``Reason``."""

    TIMEOUT = "timeout"
    HOST_NOT_FOUND = "host_not_found"
    CONNECTION_FAILED = "connection_failed"
    TLS_FAILED = "tls_failed"
    PROTOCOL_ERROR = "protocol_error"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    ROBOTS_DISALLOWED = "robots_disallowed"
    ROBOTS_UNREACHABLE = "robots_unreachable"
    PROXY_FAILED = "proxy_failed"
    ADDRESS_NOT_ALLOWED = "address_not_allowed"
    RATE_LIMITED = "rate_limited"
    NOT_RECORDED = "not_recorded"
    NOT_REACHED = "not_reached"

    @property
    def reason(self) -> Reason:
        """The reason code that a verdict gives for this failure."""
        return Reason(self.value)


class Value(BaseModel):
    """Base of the frozen models that cross a border."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Visibility(Value):
    """A verdict: the state, its reason code and the captures that prove it."""

    state: State
    reason: Reason
    http_status: int | None = None
    final_url: str | None = None
    checked_at: datetime | None = None
    attempts: int = 0
    evidence: tuple[str, ...] = ()

    @property
    def visible(self) -> bool:
        """True when an anonymous visitor sees the thing."""
        return self.state is State.VISIBLE

    @property
    def undetermined(self) -> bool:
        """True when nobody could tell; this is never a form of "not visible"."""
        return self.state is State.UNDETERMINED

    @property
    def lost(self) -> bool:
        """True when a visitor certainly does not get to see the thing."""
        return not (self.visible or self.undetermined)


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

    ``rendered_because`` is the reason that left its answers undetermined, so that it was opened in
    a browser; empty where it was not.
    """

    id: str
    provider: str
    kind: Kind
    title: str = ""
    url: str
    canonical_url: str
    native_id: str = ""
    sightings: tuple[Sighting, ...]
    rendered_because: str = ""
    visibility: Visibility


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


class Screenshot(Value):
    """A picture of a page or an artefact as the stranger's browser showed it.

    ``file`` is its path beside ``audit.json``, ``subject`` a page's address or an artefact's id;
    ``width`` and ``height`` are in pixels; ``cut`` is true where the page is longer than the
    picture. ``ready`` is ``quiet`` when nothing was under way any more, ``time_limit`` otherwise.
    ``because`` says why it was taken: ``home``, ``result_page``, ``finding``, ``opened``, ``all``.
    """

    file: str
    subject: str
    width: int
    height: int
    cut: bool = False
    ready: str = "quiet"
    because: str = "all"


class Project(Value):
    """The project whose site was audited."""

    url: str
    platform: str
    id: str
    title: str = ""
    state: ProjectState = ProjectState.UNKNOWN
    partners: tuple[str, ...] = ()


class Coverage(Value):
    """How much of the project was seen; ``layout_known`` is false when the platform looks new."""

    pages_listed: int = 0
    pages_opened: int = 0
    pages_refused: int = 0
    pages_failed: int = 0
    complete: bool = True
    stopped_because: str | None = None
    layout_known: bool = True


class Inventory(Value):
    """Everything gathered about one project; warnings are codes with a subject."""

    project: Project
    coverage: Coverage
    pages: tuple[Page, ...]
    artefacts: tuple[Artefact, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The answer to one request, redirects followed; ``status`` is None when no answer came.

    ``body`` is decoded from its content encoding; ``redirects`` holds every address asked
    before ``final_url``, in order; ``record_ids`` name the archive records of the exchanges.
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

    def header(self, name: str) -> str:
        """The first header of that name, or an empty string."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), "")

    @property
    def media_type(self) -> str:
        """The media type without parameters, in lower case, or an empty string."""
        return self.header("content-type").partition(";")[0].strip().lower()

    @property
    def is_html(self) -> bool:
        """True when the answer says that it is an HTML page."""
        return self.media_type in {"text/html", "application/xhtml+xml"}

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
            checked_at=self.captured_at,
            attempts=self.attempts,
            evidence=self.record_ids,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlink:
    """A link on a page: absolute address, its text, and the landmark it stands in."""

    url: str
    text: str = ""
    region: str = "main"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something on a page that may be an artefact, before anybody knows which.

    ``url`` is absolute and unwrapped, ``raw_url`` as the browser would ask for it; ``consent``
    is true when a cookie wrapper stands before it; ``hidden`` when its frame is not seen.
    ``filled`` says whether a script put anything where it was to (None where no browser looked),
    ``loader`` whether the page has a script of somebody else's at all.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """What a platform read from one page."""

    title: str = ""
    section: Section = Section.OTHER
    language: str | None = None
    headings: tuple[str, ...] = ()
    words: int = 0
    updated: str | None = None
    personal_data: tuple[str, ...] = ()
    layout: Layout = Layout.KNOWN
    outlinks: tuple[Outlink, ...] = ()
    seen: tuple[Candidate, ...] = ()
    project_title: str = ""
    project_state: ProjectState = ProjectState.UNKNOWN
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
