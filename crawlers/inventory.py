"""Pages and sightings become artefacts with one identity each; pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from crawlers import providers
from crawlers.model import (
    Artefact,
    EmbedState,
    Form,
    Kind,
    Reason,
    Seed,
    Seen,
    Sighting,
    State,
    Visibility,
)
from crawlers.platforms.base import Platform
from crawlers.reading.furniture import is_furniture_address
from crawlers.urls import host_of, is_short, unwrap, without_tracking

NOT_CHECKED = Visibility(state=State.UNDETERMINED, reason=Reason.NOT_REACHED)
_UNNAMED = ("bare", "data")
_GENERIC = {"file"}
_TAG_KINDS = {"img": Kind.IMAGE, "video": Kind.VIDEO, "audio": Kind.AUDIO}
_KIND_WORDS: tuple[tuple[str, Kind], ...] = (
    (r"pdf|docx?|odt|rtf|txt|csv|xlsx?|ods|msword|wordprocessing|spreadsheet|text/", Kind.DOCUMENT),
    (r"pptx?|ppsx?|odp|powerpoint|presentation", Kind.PRESENTATION),
    (r"image/|jpe?g|png|gif|webp|svg|bmp|heic", Kind.IMAGE),
    (r"audio/|mp3|wav|m4a|ogg|oga", Kind.AUDIO),
    (r"video/|mp4|webm|mov|avi|m4v|mpe?g|ogv", Kind.VIDEO),
    (r"epub", Kind.BOOK),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a sighting is a sighting of."""

    id: str
    provider: str
    kind: Kind
    canonical_url: str
    native_id: str


@dataclass(slots=True, kw_only=True)
class Draft:
    """An artefact while its sightings are being gathered."""

    identity: Identity
    url: str
    title: str = ""
    sightings: list[Sighting] = field(default_factory=list)

    def artefact(self) -> Artefact:
        """The artefact, not yet checked."""
        one = self.identity
        return Artefact(
            id=one.id,
            provider=one.provider,
            kind=one.kind,
            title=self.title,
            url=self.url,
            canonical_url=one.canonical_url,
            native_id=one.native_id,
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


def identify(platform: Platform, seed: Seed, seen: Seen) -> Identity | None:
    """The artefact that a sighting shows, or None when it shows none.

    A page of the project is no artefact, nor is a plain link to a site that nobody knows.
    """
    found = providers.classify(seen.url)
    named = found is not None and found.provider not in _GENERIC
    if seen.tag in _UNNAMED and not named:
        return None
    media = seen.tag in _TAG_KINDS or bool(seen.media_type)
    own_page = platform.identity(seed, seen.url) is not None
    if own_page and not media and (found is None or found.kind is Kind.SITE):
        return None
    if found is not None and named:
        return Identity(
            id=found.id,
            provider=found.provider,
            kind=found.kind,
            canonical_url=found.canonical_url,
            native_id=found.native_id,
        )
    if found is not None:
        return _hosted(platform, found.canonical_url, found.kind)
    return _by_element(platform, seen)


def _hosted(platform: Platform, url: str, kind: Kind) -> Identity:
    """A file by its address: the platform's own upload, or a file from anywhere."""
    own = host_of(url) in platform.upload_hosts
    return _plain("twinspace" if own else "file", url, kind)


def _plain(provider: str, url: str, kind: Kind) -> Identity:
    digest = hashlib.sha256(url.encode()).hexdigest()[:16]
    return Identity(
        id=f"{provider}:{digest}", provider=provider, kind=kind, canonical_url=url, native_id=digest
    )


def _by_element(platform: Platform, seen: Seen) -> Identity | None:
    """What an address that says nothing is by the element that shows it."""
    url = without_tracking(seen.url)
    kind = _TAG_KINDS.get(seen.tag) or kind_of_type(seen.media_type)
    if kind is not None:
        return _hosted(platform, url, kind)
    if seen.media_type and seen.form is not Form.EMBED:
        return _hosted(platform, url, Kind.FILE)
    if seen.form is Form.EMBED or is_short(seen.url):
        return _plain("-", url, Kind.OTHER)
    return None


def embed_state(page: str, seen: Seen) -> tuple[EmbedState, str | None]:
    """What is known of an embed without asking anybody.

    Browsers refuse ``http:`` frames on ``https:`` pages and no longer run Flash.
    """
    if seen.form is not Form.EMBED:
        return EmbedState.NOT_CHECKED, None
    if seen.tag in ("object", "embed", "applet") and _is_flash(seen):
        return EmbedState.BLOCKED, "dead_plugin"
    if seen.hidden:
        return EmbedState.BLOCKED, "hidden_frame"
    if page.startswith("https:") and seen.raw_url.startswith("http:") and seen.tag == "iframe":
        return EmbedState.BLOCKED, "mixed_content"
    return (EmbedState.NEEDS_CONSENT, None) if seen.consent else (EmbedState.NOT_CHECKED, None)


def _is_flash(seen: Seen) -> bool:
    path = seen.url.partition("?")[0].lower()
    return "flash" in seen.media_type or path.endswith(".swf") or "/v/" in path


def drafts(
    platform: Platform,
    seed: Seed,
    sightings: Iterable[tuple[str, Seen]],
    resolved: Mapping[str, str],
) -> list[Draft]:
    """One draft an artefact, in the order of ids, out of ``(page, seen)`` pairs.

    ``resolved`` gives the address that a short one stands for.
    """
    found: dict[str, Draft] = {}
    for page, seen in sightings:
        known = unwrap(resolved.get(seen.url, seen.url)).url
        one = replace(seen, url=known)
        identity = identify(platform, seed, one)
        if identity is None or is_furniture_address(one.url):
            continue
        draft = found.setdefault(identity.id, Draft(identity=identity, url=_opened(seed, one)))
        state, reason = embed_state(page, one)
        draft.sightings.append(
            Sighting(
                page=page,
                form=one.form,
                label=one.label,
                url=one.raw_url,
                embed=state,
                embed_reason=reason,
            )
        )
        draft.title = draft.title or _title(one)
    return [found[key] for key in sorted(found)]


def _opened(seed: Seed, seen: Seen) -> str:
    """The address to open: in an archive the archived copy of what the platform hosted."""
    return seen.raw_url if seed.archive_prefix else seen.url


def _title(seen: Seen) -> str:
    """A label that says what the thing is; an address says nothing."""
    return "" if "://" in seen.label or seen.form is Form.TEXT else seen.label
