"""What a provider leaf says: its addresses, its examples and its signs of being shown or not.

A leaf is knowledge as data. It needs a ``flow`` of its own only where the common one
(oEmbed if there is one, then the page, then a second look before "removed") is not enough.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from crawlers.model import Artefact, Capture, Kind, Reason, State, Visibility
from crawlers.reading.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An address and what it must be recognised as."""

    url: str
    native_id: str
    canonical_url: str
    kind: Kind


@dataclass(frozen=True, kw_only=True)
class Shape:
    """One form of address of a provider.

    ``path`` must match the whole path; ``query`` names parameters that must be there, each with
    a pattern for its whole value, ``without`` those that make it something else; ``hosts``
    narrows the provider's hosts, ``host`` is a pattern for the whole host name. Named groups of
    all patterns fill the templates ``native_id`` and ``canonical``; a query parameter listed in
    ``keep`` is appended to the canonical address when present (keys that grant access).
    Templates may also use ``{host}``, ``{url}`` (as written, no fragment), ``{clean_url}`` (nor
    tracking) and, in ``native_id``, ``{digest}`` (16 hex digits of the canonical's SHA-256).
    """

    path: str
    canonical: str
    native_id: str = "{id}"
    query: Mapping[str, str] = field(default_factory=dict)
    fragment: str | None = None
    hosts: tuple[str, ...] = ()
    host: str | None = None
    without: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    kind: Kind | None = None

    @cached_property
    def path_pattern(self) -> re.Pattern[str]:
        """The compiled ``path``."""
        return re.compile(self.path)

    @cached_property
    def host_pattern(self) -> re.Pattern[str] | None:
        """The compiled ``host``, or None."""
        return None if self.host is None else re.compile(self.host)

    @cached_property
    def query_patterns(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The compiled ``query`` patterns."""
        return tuple((name, re.compile(pattern)) for name, pattern in self.query.items())

    @cached_property
    def fragment_pattern(self) -> re.Pattern[str] | None:
        """The compiled ``fragment``, or None."""
        return None if self.fragment is None else re.compile(self.fragment)


@dataclass(frozen=True, kw_only=True)
class Marker:
    """A sign in an answer that gives it a state.

    ``where`` is ``title``, ``text`` (visible text), ``body`` (markup), ``final_url`` (after a
    redirect), ``header:NAME`` or ``meta:NAME``; ``pattern`` is searched there. With ``element`` the
    pattern is a CSS selector, and the sign an element of a rendered page that its visitor sees.
    ``status`` narrows to those HTTP statuses (2xx when empty). ``source`` says who saw it, with the
    date; a lone ``inferred`` marker of a state other than visible never gives more than
    ``undetermined``.
    """

    state: State
    reason: Reason
    where: str
    pattern: str
    source: str
    status: tuple[int, ...] = ()
    inferred: bool = False

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled ``pattern``, blind to case."""
        return re.compile(self.pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """One anonymous request that a flow wants; ``fresh`` asks again even if it was asked before.

    There is no field for credentials: a probe is always a stranger's.
    """

    url: str
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back for a probe: the capture, and its one parse if it is HTML."""

    capture: Capture
    document: Document | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """Two addresses that tell whether the rules still hold on the real internet.

    ``public`` is a well-known thing that everybody may open, shown by its maker as an example or
    met in the tests of public libraries; ``missing`` is the well-formed address of a thing that
    does not exist. No teacher's and no pupil's. ``source`` says where the public one was met.
    """

    public: str
    missing: str
    source: str


Flow = Generator[Probe, Answer, Visibility]


@dataclass(frozen=True, kw_only=True)
class Provider:
    """One web tool. ``hosts`` are matched whole, with all their sub-domains, never by substring.

    ``page_proves``: a 200 page with no wall and no marker shows the artefact (false for app
    shells, which answer 200 for anything). ``oembed`` is the endpoint with ``{url}`` for the
    quoted canonical address, ``oembed_keys`` what its answer must hold to prove anything (html
    or title when empty). ``probe`` is the address to open, a template over the artefact's
    ``native_id`` and ``canonical_url``. ``retired`` is the date (ISO) the service ended.
    ``frame_off`` is a pattern in the markup of an embed whose owner lets no other site show it.
    ``eyes`` are the signs in the page as a browser shows it, looked for only where the answers
    left the verdict undetermined; ``eyes_at`` is the address to open then (``probe`` when empty).
    ``own_domains`` is true where an owner may give a thing a domain of its own.
    ``live`` are the two addresses that ``doctor --live`` asks for.
    ``source`` says where the knowledge comes from, with its date.
    """

    id: str
    name: str
    kinds: tuple[Kind, ...]
    hosts: tuple[str, ...]
    shapes: tuple[Shape, ...]
    examples: tuple[Example, ...]
    not_artefacts: tuple[str, ...] = ()
    oembed: str = ""
    oembed_keys: tuple[str, ...] = ()
    probe: str = "{canonical_url}"
    page_proves: bool = False
    markers: tuple[Marker, ...] = ()
    eyes: tuple[Marker, ...] = ()
    eyes_at: str = ""
    flow: Callable[[Provider, Artefact], Flow] | None = None
    retired: str = ""
    frame_off: str = ""
    own_domains: bool = False
    live: Live | None = None
    source: str = ""
