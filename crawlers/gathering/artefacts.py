"""Turn sightings on pages into artefacts with one identity each; pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from crawlers.detection.walls import is_login_address
from crawlers.extraction.addresses.media import picture_key, picture_size
from crawlers.extraction.boilerplate import is_furniture_address
from crawlers.gathering.embed_state import (
    NOTHING_APPEARS,
    SCRIPT_NOT_RUN,
    SCRIPT_STRIPPED,
    embed_state,
)
from crawlers.model.artefact import Artefact, Candidate, EmbedState, Form, Kind, Sighting
from crawlers.model.verdict import Reason, State, Visibility
from crawlers.platforms.base import Site
from crawlers.providers.engine.registry import Rules, shipped_rules
from crawlers.urls.canonical import without_tracking
from crawlers.urls.parts import host_of
from crawlers.urls.wrappers import is_short, leads_elsewhere, unwrap

NOT_CHECKED = Visibility(state=State.UNDETERMINED, reason=Reason.NOT_REACHED)
# Elements whose address is one only if a rule knows it: text without ``https://``, attributes.
UNNAMED = frozenset({"bare", "data"})
_GENERIC = {"file"}
_HOSTED = {"file", "twinspace"}
_TAG_KINDS = {"img": Kind.IMAGE, "video": Kind.VIDEO, "audio": Kind.AUDIO}
_KIND_WORDS: tuple[tuple[str, Kind], ...] = (
    (
        r"pdf|docx?|odt|rtf|txt|csv|xlsx?|ods|msword|ms-excel|wordprocessing|spreadsheet"
        r"|opendocument\.text|text/(?!html)",
        Kind.DOCUMENT,
    ),
    (r"pptx?|ppsx?|odp|powerpoint|presentation", Kind.PRESENTATION),
    (r"image/|jpe?g|png|gif|webp|avif|svg|bmp|heic", Kind.IMAGE),
    (r"audio/|mp3|wav|m4a|ogg|oga", Kind.AUDIO),
    (r"video/|mp4|webm|mov|avi|m4v|mpe?g|ogv", Kind.VIDEO),
    (r"epub", Kind.BOOK),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The artefact that a sighting shows."""

    id: str
    provider: str
    kind: Kind
    canonical_url: str
    native_id: str
    tool: str = ""


@dataclass(slots=True, kw_only=True)
class ArtefactBuilder:
    """An artefact while its sightings are being gathered."""

    identity: Identity
    url: str
    title: str = ""
    sightings: list[Sighting] = field(default_factory=list)

    def artefact(self) -> Artefact:
        """The artefact, not yet checked."""
        identity = self.identity
        return Artefact(
            id=identity.id,
            provider=identity.provider,
            tool=identity.tool,
            kind=identity.kind,
            title=self.title,
            url=self.url,
            canonical_url=identity.canonical_url,
            native_id=identity.native_id,
            sightings=tuple(self.sightings),
            visibility=NOT_CHECKED,
        )


def kind_of_type(text: str) -> Kind | None:
    """The kind that a media type or a file extension stands for, or None."""
    lowered = text.lower()
    return next(
        (kind for words, kind in _KIND_WORDS if re.search(rf"(?:^|[^a-z])(?:{words})", lowered)),
        None,
    )


def identify(site: Site, candidate: Candidate, rules: Rules | None = None) -> Identity | None:
    """The artefact that a sighting shows, or None when it shows none.

    These are no artefacts: a page of the project, a plain link to a site that no rule knows, and
    for an ordinary site a link to another page of its host. ``rules`` are the shipped ones if none
    are given.
    """
    classification = (rules or shipped_rules()).classify(candidate.url)
    named = classification is not None and classification.provider not in _GENERIC
    if candidate.tag in UNNAMED and not named:
        return None
    if not _is_media(candidate) and (classification is None or classification.kind is Kind.SITE):
        own_host = not site.upload_hosts and host_of(candidate.url) == host_of(site.home)
        if own_host and candidate.form is not Form.EMBED:
            return None
        if site.identity(candidate.url) is not None:
            return None
    if classification is not None and named:
        return Identity(
            id=classification.id,
            provider=classification.provider,
            kind=classification.kind,
            canonical_url=classification.canonical_url,
            native_id=classification.native_id,
            tool=classification.tool,
        )
    if classification is not None:
        return _hosted_file(site, classification.canonical_url, classification.kind)
    return _embed_of_tool(candidate, rules or shipped_rules()) or _by_element(site, candidate)


def _embed_of_tool(candidate: Candidate, rules: Rules) -> Identity | None:
    """An embed from a known tool's host, in whatever form; None for all else."""
    tool = rules.tool_of(host_of(candidate.url)) if candidate.form is Form.EMBED else None
    if tool is None or _is_media(candidate):
        return None
    identity = _hashed_identity(tool.id, without_tracking(candidate.url), tool.kinds[0])
    return replace(identity, tool=tool.name)


def _is_media(candidate: Candidate) -> bool:
    """True for what its element or its media type calls a picture, a player or a file."""
    return candidate.tag in _TAG_KINDS or candidate.media_type not in ("", "text/html")


def _hosted_file(site: Site, url: str, kind: Kind) -> Identity:
    """A file by its address: the platform's own upload, or a file from anywhere."""
    own = host_of(url) in site.upload_hosts
    return _hashed_identity("twinspace" if own else "file", url, kind)


def identity_of_site(url: str) -> Identity:
    """The identity of a site that nobody knows and that the project calls its own."""
    return _hashed_identity("-", without_tracking(url), Kind.SITE)


def _hashed_identity(provider: str, url: str, kind: Kind) -> Identity:
    digest = hashlib.sha256(url.encode()).hexdigest()[:16]
    return Identity(
        id=f"{provider}:{digest}", provider=provider, kind=kind, canonical_url=url, native_id=digest
    )


def _by_element(site: Site, candidate: Candidate) -> Identity | None:
    """The artefact of an address that no rule knows, by the element that shows it."""
    url = without_tracking(candidate.url)
    kind = _TAG_KINDS.get(candidate.tag) or kind_of_type(candidate.media_type)
    if kind is not None:
        return _hosted_file(site, url, kind)
    if candidate.media_type and candidate.form is not Form.EMBED:
        return _hosted_file(site, url, Kind.FILE)
    if candidate.form is Form.EMBED or leads_elsewhere(candidate.url):
        return _hashed_identity("-", url, Kind.OTHER)
    return None


def build_artefacts(
    site: Site,
    sightings: Iterable[tuple[str, Candidate]],
    resolved: Mapping[str, str],
    rules: Rules | None = None,
) -> list[Artefact]:
    """The artefacts of ``(page, candidate)`` pairs, not yet checked, in the order of their ids.

    ``resolved`` gives the address that a short one stands for. One picture in several sizes is
    one artefact, known by its largest; a nameless frame that nobody can see is no artefact.
    """
    builders: dict[str, ArtefactBuilder] = {}
    for page, original in sorted(sightings, key=_is_data):
        candidate = resolve(site, original, resolved, rules)
        identity = _identity(site, candidate, rules)
        if identity is None or _is_shown_anyway(builders.get(identity.id), page, original):
            continue
        url = opening_url(site, candidate)
        take_sighting(builders, identity, url, sighting_of(page, candidate), candidate)
    return finish_artefacts(builders.values())[0]


def _is_shown_anyway(builder: ArtefactBuilder | None, page: str, original: Candidate) -> bool:
    """True for an address in data for a script whose thing its page shows by itself."""
    if builder is None or original.tag != "data":
        return False
    return any(sighting.page == page for sighting in builder.sightings)


def take_sighting(
    builders: dict[str, ArtefactBuilder],
    identity: Identity,
    url: str,
    sighting: Sighting,
    candidate: Candidate,
) -> None:
    """Add a sighting to the artefact that it shows; ``url`` is the address to open."""
    builder = builders.setdefault(identity.id, ArtefactBuilder(identity=identity, url=url))
    if _opens_more(identity, builder.identity):
        builder.identity, builder.url = identity, url
    builder.sightings.append(sighting)
    builder.title = builder.title or _title(candidate)


def finish_artefacts(
    builders: Iterable[ArtefactBuilder],
) -> tuple[list[Artefact], list[ArtefactBuilder]]:
    """The artefacts in the order of their ids, and the frames of nobody that no visitor sees."""
    whole = list(builders)
    for builder in whole:
        builder.sightings = _without_code(builder.sightings)
    merged = _merge_picture_sizes(whole)
    kept = [builder for builder in merged if not _is_always_hidden(builder)]
    artefacts = sorted((builder.artefact() for builder in kept), key=lambda artefact: artefact.id)
    return artefacts, [builder for builder in merged if _is_always_hidden(builder)]


def _is_data(sighting: tuple[str, Candidate]) -> bool:
    """True for an address in data for a script, which counts where its page shows it not at all."""
    return sighting[1].tag == "data"


def early_artefact(site: Site, original: Candidate, rules: Rules | None = None) -> Artefact | None:
    """The artefact of a known tool that one sighting is enough to know, without its sightings.

    None for what other sightings may still change: a short address, a picture in one of several
    sizes, a file, a frame of unknown origin.
    """
    if leads_elsewhere(original.url):
        return None
    candidate = resolve(site, original, {}, rules)
    identity = _identity(site, candidate, rules)
    if identity is None or identity.provider in (*_HOSTED, "-"):
        return None
    return ArtefactBuilder(identity=identity, url=opening_url(site, candidate)).artefact()


def _identity(site: Site, candidate: Candidate, rules: Rules | None) -> Identity | None:
    """The artefact that a sighting shows, or None; the furniture of a page is none."""
    identity = identify(site, candidate, rules)
    return None if identity is None or is_furniture_address(candidate.url) else identity


def _without_code(sightings: list[Sighting]) -> list[Sighting]:
    """The sightings without unfilled embed codes of a thing that the same page shows."""
    unfilled = (NOTHING_APPEARS, SCRIPT_STRIPPED, SCRIPT_NOT_RUN)
    pages = {
        sighting.page
        for sighting in sightings
        if sighting.embed is not EmbedState.BLOCKED
        and sighting.embed_reason not in unfilled
        and _is_embed(sighting)
    }
    return [s for s in sightings if not (s.embed_reason in unfilled and s.page in pages)]


def _is_embed(sighting: Sighting) -> bool:
    return sighting.form is Form.EMBED


def _opens_more(new: Identity, old: Identity) -> bool:
    """True for an address of the same thing that carries a key the known one lacks."""
    return new.canonical_url.startswith(f"{old.canonical_url}?")


def resolve(
    site: Site, candidate: Candidate, resolved: Mapping[str, str], rules: Rules | None
) -> Candidate:
    """The candidate with the address that its short one stands for.

    A short address stays when it only showed a log-in, or when it is a service's own and leads to
    nothing known: it stands for something that this visitor may not see.
    """
    far = replace(candidate, url=unwrap(resolved.get(candidate.url, candidate.url)).url)
    if not leads_elsewhere(candidate.url) or identify(site, far, rules) is not None:
        return far
    is_own_shortener = not is_short(candidate.url)
    return candidate if is_own_shortener or is_login_address(far.url) else far


def sighting_of(page: str, candidate: Candidate) -> Sighting:
    """Where and how a candidate stands on a page."""
    state, reason = embed_state(page, candidate)
    return Sighting(
        page=page,
        form=candidate.form,
        label=candidate.label,
        url=candidate.raw_url,
        embed=state,
        embed_reason=reason,
    )


def _merge_picture_sizes(builders: Iterable[ArtefactBuilder]) -> list[ArtefactBuilder]:
    """The builders with the sizes of one picture merged, in the order in which they were found."""
    groups: dict[str, list[ArtefactBuilder]] = {}
    for builder in builders:
        picture = builder.identity.kind is Kind.IMAGE and builder.identity.provider in _HOSTED
        key = picture_key(builder.identity.canonical_url) if picture else builder.identity.id
        groups.setdefault(key, []).append(builder)
    return [_merge_sizes(group) for group in groups.values()]


def _merge_sizes(sizes: list[ArtefactBuilder]) -> ArtefactBuilder:
    largest = max(sizes, key=lambda builder: picture_size(builder.identity.canonical_url))
    if len(sizes) > 1:
        largest.sightings = [sighting for builder in sizes for sighting in builder.sightings]
        largest.title = next((builder.title for builder in sizes if builder.title), "")
    return largest


def _is_always_hidden(builder: ArtefactBuilder) -> bool:
    """True for a frame of unknown origin that is hidden on every page, as counters are."""
    hidden = all(sighting.embed_reason == "hidden_frame" for sighting in builder.sightings)
    return hidden and builder.identity.provider == "-"


def opening_url(site: Site, candidate: Candidate) -> str:
    """The address to open: in an archive the archived copy of what the platform hosted."""
    kept = site.seed.archive_prefix and host_of(candidate.url) in site.upload_hosts
    return candidate.raw_url if kept else candidate.url


def _title(candidate: Candidate) -> str:
    """A label that says what the thing is; an address says nothing."""
    return "" if "://" in candidate.label or candidate.form is Form.TEXT else candidate.label
