"""What a rule file may say: the values that the engine works with.

They are plain frozen dataclasses; ``loading`` validates them against a file. The meaning of each
key for the person who writes one stands in ``docs/adding-a-provider.md``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import ClassVar, Literal

from pydantic import ConfigDict

from crawlers.model.artefact import Kind
from crawlers.model.verdict import Reason, State
from crawlers.providers.engine.patterns import compile_pattern

ANY_HOST = "*"
# Titles of log-in pages, whatever the site.
_LOGIN_TITLE = r"(log|sign) ?(in|up)\b.*"
_STRICT = ConfigDict(extra="forbid")
_TITLE_SOURCE = "expected of the page of a public thing; not confirmed"


class Role(StrEnum):
    """What an address of a form is: a thing that somebody made, or the profile of a person."""

    ARTEFACT = "artefact"
    PROFILE = "profile"


@dataclass(frozen=True, kw_only=True)
class Signal:
    """A sign in an answer that gives it a state.

    ``where`` is ``title``, ``text`` (visible text), ``body`` (markup), ``final_url`` (after a
    redirect), ``header:NAME`` or ``meta:NAME``; each ``pattern`` must be found there, in any
    case, and ``unless`` must not. With ``element`` the pattern is a CSS selector, and the sign an
    element of a rendered page that its visitor sees. ``status`` narrows to those HTTP statuses
    (2xx when empty). ``source`` says who saw it, with the date; a lone ``inferred`` signal of a
    state other than visible never gives more than ``undetermined``. ``any_form`` keeps a signal of
    being shown for the forms of address that have ``shown_by_signals = false``.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    state: State
    reason: Reason
    where: str
    pattern: str | tuple[str, ...]
    source: str
    unless: str = ""
    status: tuple[int, ...] = ()
    inferred: bool = False
    any_form: bool = False

    @property
    def patterns(self) -> tuple[str, ...]:
        """The patterns, also where there is one alone."""
        return (self.pattern,) if isinstance(self.pattern, str) else self.pattern

    def occurs_in(self, text: str) -> bool:
        """True when all patterns, and not ``unless``, are found in a text."""
        if self.unless and compile_pattern(self.unless, ignore_case=True).occurs_in(text):
            return False
        return all(
            compile_pattern(pattern, ignore_case=True).occurs_in(text) for pattern in self.patterns
        )


@dataclass(frozen=True, kw_only=True)
class Asking:
    """How to ask for an artefact, and what the answers prove.

    ``flow`` is the name of the flow (empty: the common one). ``probe`` is the address of the page
    that is asked, ``render_url`` the one that a browser opens (``probe`` when empty). ``oembed`` is
    the endpoint with ``{url}`` for the quoted address that it is asked about, ``oembed_of``;
    ``oembed_keys`` is what its answer must hold to prove anything (html or title when empty), and
    ``oembed_404`` says whether its "not found", twice, means removed. ``page_proves``: a 200 page
    with no wall and no signal shows the artefact (false for app shells, which answer 200 for
    anything). ``shown_by_signals`` is false where no signal proves that the artefact is shown.
    ``file_type`` is the extension that a delivered file must keep the promise of (the address's own
    when empty). ``player`` is the address of the thing's player: ``removed`` stands only where that
    is missing too. ``downgrade`` are states that become ``undetermined``, since the provider gives
    them to any stranger. ``retired_on`` is the date (ISO) on which the service ended.
    """

    flow: str = ""
    probe: str = "{canonical_url}"
    render_url: str = ""
    oembed: str = ""
    oembed_of: str = "{canonical_url}"
    oembed_keys: tuple[str, ...] = ()
    oembed_404: bool = True
    page_proves: bool = False
    shown_by_signals: bool = True
    file_type: str = ""
    player: str = ""
    downgrade: tuple[State, ...] = ()
    retired_on: str = ""


@dataclass(frozen=True, kw_only=True)
class UrlPattern:
    """One form of address of a provider, and what differs for it from the provider as a whole.

    An address fits when all of these hold: ``hosts`` (the provider's when empty) and none of
    ``not_hosts``, each with all their sub-domains; ``host``, ``path`` and ``fragment`` match the
    whole host name, path and fragment; every parameter in ``query`` is there and its whole value
    matches; no parameter in ``without`` is there; no group has a word that is ``reserved`` for it
    (in any case); no group, nor ``host``, ``path`` or ``fragment``, matches as a whole one of its
    ``unless``.

    The named groups fill the templates ``canonical`` and ``native_id``. These may also use
    ``{host}``, ``{url}`` (as written, no fragment), ``{clean_url}`` (nor tracking) and, in
    ``native_id``, ``{digest}`` (16 hex digits of the canonical's SHA-256). A query parameter in
    ``keep`` is appended to the canonical address when present (keys that grant access).

    ``kind`` may be ``extension``: the kind that the extension of the canonical address stands for.
    ``kind_by`` gives by group the kinds that its values stand for. ``role`` is ``profile`` for the
    page of a person, which is a link and no artefact. ``unknown`` stands for all forms that nobody
    wrote down; it is tried after all others of its host. The last fields are those of
    ``Asking``; None leaves the provider's.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    path: str
    canonical: str
    native_id: str = "{id}"
    query: Mapping[str, str] = field(default_factory=dict)
    fragment: str | None = None
    hosts: tuple[str, ...] = ()
    host: str | None = None
    not_hosts: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    kind: Kind | Literal["extension"] | None = None
    kind_by: Mapping[str, Mapping[str, Kind]] = field(default_factory=dict)
    reserved: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unless: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    role: Role = Role.ARTEFACT
    unknown: bool = False

    flow: str | None = None
    probe: str | None = None
    render_url: str | None = None
    oembed: str | None = None
    oembed_of: str | None = None
    oembed_keys: tuple[str, ...] | None = None
    oembed_404: bool | None = None
    page_proves: bool | None = None
    shown_by_signals: bool | None = None
    file_type: str | None = None
    player: str | None = None
    downgrade: tuple[State, ...] | None = None
    retired_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveCheck:
    """Two addresses that tell whether the rules still hold on the real internet.

    ``public`` is a well-known thing that everybody may open, shown by its maker as an example or
    met in the tests of public libraries; ``missing`` is the well-formed address of a thing that
    does not exist. No teacher's and no pupil's. ``source`` says where the public one was met.
    ``control`` is the thing that oEmbed is asked about before its "not found" is believed; the
    public one when empty.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    public: str
    missing: str
    source: str
    control: str = ""


@dataclass(frozen=True, kw_only=True)
class Provider(Asking):
    """One web tool. ``hosts`` are matched whole, with all their sub-domains, never by substring.

    ``titled_by`` names the places where the page of a public thing has the thing's title: one that
    is not the tool's own (``own_titles``, patterns for a whole title; the tool's name, with or
    without more behind it, when None) is an inferred sign of being shown. ``rendered_signals`` are
    looked for in the page as a browser shows it, only where the answers left the verdict
    undetermined. ``frame_off`` is a pattern in the markup of an embed whose owner lets no other
    site show it. ``own_domains`` is true where an owner may give a thing a domain of its own.
    ``written_pages`` is true where the server writes what a page shows, so that one on which only
    its own title stands hides something.
    ``source`` says where the knowledge comes from, with its date.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    id: str
    name: str
    kinds: tuple[Kind, ...]
    hosts: tuple[str, ...]
    urls: tuple[UrlPattern, ...] = ()
    signals: tuple[Signal, ...] = ()
    titled_by: tuple[str, ...] = ("meta:og:title",)
    own_titles: tuple[str, ...] | None = None
    rendered_signals: tuple[Signal, ...] = ()
    frame_off: str = ""
    own_domains: bool = False
    written_pages: bool = False
    live: LiveCheck | None = None
    source: str = ""

    @cached_property
    def all_signals(self) -> tuple[Signal, ...]:
        """The signals that its titles give, then the provider's own."""
        return (*self._title_signals(), *self.signals)

    def forbids_frames(self, body: bytes) -> bool:
        """True for the markup of an embed whose owner lets no other site show it."""
        if not self.frame_off:
            return False
        return compile_pattern(self.frame_off).occurs_in(body.decode("utf-8", "replace"))

    def _title_signals(self) -> tuple[Signal, ...]:
        named = (rf"{re.escape(self.name)}\b.*",) if self.own_titles is None else self.own_titles
        own = "|".join((*named, _LOGIN_TITLE))
        return tuple(
            Signal(
                state=State.VISIBLE,
                reason=Reason.PUBLIC_METADATA,
                where=where,
                pattern=".+",
                unless=rf"^\s*({own})\s*$",
                source=_TITLE_SOURCE,
                inferred=True,
            )
            for where in self.titled_by
        )
