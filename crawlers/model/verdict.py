"""What a visitor meets at a page or an artefact, and why."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from crawlers.model.base import Value


class State(StrEnum):
    """What an anonymous visitor meets at a page or an artefact."""

    VISIBLE = "visible"
    EMPTY = "empty"
    LOGIN_REQUIRED = "login_required"
    PERMISSION_REQUIRED = "permission_required"
    REMOVED = "removed"
    UNDETERMINED = "undetermined"


class Reason(StrEnum):
    """Why a page or an artefact has its state; the words for each stand in ``reports``."""

    # visible
    CONTENT_SHOWN = "content_shown"
    OEMBED_ANSWER = "oembed_answer"
    FILE_DELIVERED = "file_delivered"
    PUBLIC_METADATA = "public_metadata"
    # empty
    NOTHING_IN_IT = "nothing_in_it"
    PICTURE_BROKEN = "picture_broken"
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
    COOKIE_NEEDED = "cookie_needed"
    ROBOTS_DISALLOWED = "robots_disallowed"
    ROBOTS_UNREACHABLE = "robots_unreachable"
    PROXY_FAILED = "proxy_failed"
    ADDRESS_NOT_ALLOWED = "address_not_allowed"
    NOT_DECODED = "not_decoded"
    NOT_RECORDED = "not_recorded"
    NOT_REACHED = "not_reached"
    BOT_WALL = "bot_wall"
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    REFUSED_UNEXPLAINED = "refused_unexplained"
    CONSENT_WALL = "consent_wall"
    NOT_OPEN = "not_open"
    NEEDS_BROWSER = "needs_browser"
    UNEXPECTED_ANSWER = "unexpected_answer"
    PICTURE_NOT_TRIED = "picture_not_tried"
    PICTURE_FORMAT = "picture_format"
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
    COOKIE_NEEDED = "cookie_needed"
    ROBOTS_DISALLOWED = "robots_disallowed"
    ROBOTS_UNREACHABLE = "robots_unreachable"
    PROXY_FAILED = "proxy_failed"
    ADDRESS_NOT_ALLOWED = "address_not_allowed"
    RATE_LIMITED = "rate_limited"
    NOT_DECODED = "not_decoded"
    NOT_RECORDED = "not_recorded"
    NOT_REACHED = "not_reached"

    @property
    def reason(self) -> Reason:
        """The reason code that a verdict gives for this failure."""
        return Reason(self.value)


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
        """True when it could not be determined; this is never a form of "not visible"."""
        return self.state is State.UNDETERMINED

    @property
    def lost(self) -> bool:
        """True when a visitor certainly cannot see the thing."""
        return not (self.visible or self.undetermined)
