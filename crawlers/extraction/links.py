"""Everything on a page that a visitor would call an artefact, and every outlink; pure.

One walk over the parsed document. Nothing is decided here about which web tool an address
belongs to; wrappers are removed, and the theme's furniture is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from bs4 import Tag
from bs4.element import NavigableString

from crawlers.extraction import media
from crawlers.extraction.attachments import attachment_note
from crawlers.extraction.boilerplate import (
    is_furniture_address,
    is_furniture_frame,
    is_furniture_image,
    is_hidden_frame,
)
from crawlers.extraction.document import Document, squeeze
from crawlers.extraction.html_tree import read_html
from crawlers.extraction.landmarks import Landmark, enter_landmark, is_counted, is_teaser
from crawlers.extraction.page_frame import page_frame
from crawlers.extraction.plain_text import addresses
from crawlers.extraction.script_embeds import has_foreign_script, script_embed
from crawlers.model.artefact import Candidate, Form
from crawlers.model.page import Outlink
from crawlers.urls.canonical import absolute
from crawlers.urls.wrappers import unwrap

_SKIPPED = frozenset({"script", "style", "template", "head", "svg", "math", "select", "textarea"})
_NAME_LENGTH = 90
_QUOTED = 12  # words; a code with so many holds its own content, as that of a post does
# What an embed's script puts in: the thing in a frame, or its picture with a button to play it.
_SHOWN_BY_SCRIPTS = ["iframe", "video", "audio", "canvas", "object", "img", "button", "svg"]
_OPENED = re.compile(
    r"(?:window\.open\(|location(?:\.href)?\s*=|location\.(?:assign|replace)\()\s*"
    r"[\"']([^\"'\s]+)[\"']"
)


@dataclass(slots=True)
class Reading:
    """What one walk finds: outlinks and sightings in document order."""

    outlinks: list[Outlink] = field(default_factory=list)
    seen: list[Candidate] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    """One walk: what it reads, what it found, and the fallbacks it left for later."""

    document: Document
    found: Reading = field(default_factory=Reading)
    fallbacks: list[tuple[Tag, Landmark]] = field(default_factory=list)

    def add(self, candidate: Candidate | None) -> None:
        if candidate is not None and not is_furniture_address(candidate.url):
            self.found.seen.append(candidate)


def read(document: Document) -> Reading:
    """All outlinks and sightings of a document.

    Where the document marks its whole main content, links, pictures and plain addresses count
    inside it (and in asides); frames and players count everywhere. A ``noscript`` counts for what
    its page does not show without it.
    """
    walk = _Walk(document)
    place = Landmark(
        content=not document.main_is_whole, page_header=page_frame(document).titled_header
    )
    _walk(document.soup, place, walk)
    for tag, place in walk.fallbacks:
        _read_fallback(tag, place, walk)
    return walk.found


def _walk(root: Tag, place: Landmark, walk: _Walk) -> None:
    """Visit everything below a tag in document order, without recursion, since pages nest deep."""
    stack = [(iter(root.children), place)]
    while stack:
        children, place = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
        elif isinstance(child, Tag):
            if child.name in _SKIPPED or _is_archive_toolbar(child):
                continue
            inside = _visit(child, enter_landmark(child, place), walk)
            if inside is not None:
                stack.append((iter(child.children), inside))
        elif type(child) is NavigableString and is_counted(place) and not place.link:
            _text(child, walk)


def _is_archive_toolbar(tag: Tag) -> bool:
    """True for what a web archive puts on the pages it shows (Wayback Machine, seen 2026-11-23)."""
    return str(tag.get("id") or "").startswith(("wm-ipp", "donato"))


def _visit(tag: Tag, place: Landmark, walk: _Walk) -> Landmark | None:
    """Read a tag; gives the place inside it, or None when nothing inside counts separately."""
    base = walk.document.base
    match tag.name:
        case "a" | "area":
            return _link(tag, place, walk)
        case "img" | "image" | "amp-img":
            walk.add(_image(tag, place, base, media.image_address(tag, base)))
        case "picture":
            image = tag.find(["img", "image"])
            element = image if isinstance(image, Tag) else tag
            walk.add(_image(element, place, base, media.picture_address(tag, base)))
            return None
        case "iframe" | "frame" | "amp-iframe":
            _frame(tag, walk)
            return None
        case "object" | "embed" | "applet":
            return _plugin(tag, place, walk)
        case "video" | "audio" | "amp-video" | "amp-audio":
            return _player(tag, place, walk)
        case "noscript":
            walk.fallbacks.append((tag, place))
            return None
        case _:
            return _other(tag, place, walk)
    return place


def _candidate(
    url: str,
    form: Form,
    *,
    label: str,
    tag: str,
    media_type: str = "",
    hidden: bool = False,
    consent: bool = False,
) -> Candidate:
    """A candidate without its wrappers."""
    inner = unwrap(url)
    return Candidate(
        url=inner.url,
        raw_url=url,
        form=form,
        label=label[:300],
        tag=tag,
        media_type=media_type,
        consent=inner.consent or consent,
        hidden=hidden,
    )


def _label(tag: Tag) -> str:
    """What an element calls itself: its title, accessible name, alternative text or short text.

    A long text is a quoted post rather than a name.
    """
    for name in ("aria-label", "title", "alt", "data-title"):
        text = squeeze(str(tag.get(name) or ""))
        if text:
            return text
    text = squeeze(tag.get_text(" "))
    if text:
        return text if len(text) <= _NAME_LENGTH else ""
    image = tag.find("img", alt=True)
    return squeeze(str(image["alt"])) if isinstance(image, Tag) else ""


def _text(text: NavigableString, walk: _Walk) -> None:
    for url, written, bare in addresses(str(text), walk.document.base):
        walk.add(_candidate(url, Form.TEXT, label=written, tag="bare" if bare else "text"))


def _link(tag: Tag, place: Landmark, walk: _Walk) -> Landmark:
    """Read a link; gives the place inside it."""
    url = _target(tag, walk.document.base)
    if url is None:
        return place
    label = squeeze(tag.get_text(" ")) or _label(tag)
    walk.found.outlinks.append(Outlink(url=url, text=label[:300], region=place.region))
    if is_furniture_address(url):
        return replace(place, link=url, face=True)
    if is_counted(place):
        note = attachment_note(tag)
        form = Form.UPLOAD if note.kind else Form.LINK
        walk.add(_candidate(url, form, label=note.title or label, tag="a", media_type=note.kind))
    return replace(
        place, link=url, face=_leads_to_picture(url) or "home" in tag.get_attribute_list("rel")
    )


def _target(tag: Tag, base: str) -> str | None:
    """Where a link or a button leads, also by a script in its own attribute."""
    href = str(tag.get("href") or "").strip()
    if href and not href.startswith("#") and (url := absolute(base, href)):
        return url
    opened = _OPENED.search(str(tag.get("onclick") or ""))
    return absolute(base, opened[1]) if opened else None


def _leads_to_picture(url: str) -> bool:
    """True for an address of a picture by itself, not of a page about one (``/wiki/File:…``)."""
    path = urlsplit(url).path
    return media.IMAGE_END.search(path) is not None and "/wiki/" not in path


def _image(tag: Tag, place: Landmark, base: str, url: str | None) -> Candidate | None:
    """The candidate of a picture in the content; None for a preview that links to the picture."""
    if place.face or not is_counted(place) or is_teaser(tag, place, base):
        return None
    scripted = script_embed(tag, base)
    if scripted is not None:
        return _candidate(scripted.url, Form.EMBED, label=_label(tag), tag="script")
    if url is None or is_furniture_image(url, tag.attrs, link=place.link):
        return None
    return _candidate(url, Form.UPLOAD, label=squeeze(str(tag.get("alt") or "")), tag="img")


def _frame(tag: Tag, walk: _Walk) -> None:
    """Read a frame: its address, or the content of its ``srcdoc``.

    A ``srcdoc`` without a frame of its own is a still picture in front of the address.
    """
    if is_furniture_frame(tag.attrs):
        return
    url, waits = media.frame_address(tag, walk.document.base)
    srcdoc = str(tag.get("srcdoc") or "")
    if srcdoc:
        inner = read(Document(read_html(srcdoc), walk.document.base))
        embeds = [candidate for candidate in inner.seen if candidate.form is Form.EMBED]
        for candidate in embeds or ([] if url else inner.seen):
            walk.add(replace(candidate, form=Form.EMBED))
        if embeds:
            return
    if url is None:
        return
    label = squeeze(str(tag.get("title") or tag.get("aria-label") or tag.get("name") or ""))
    walk.found.outlinks.append(Outlink(url=url, text=label, region="frame"))
    hidden = is_hidden_frame(tag.attrs) or walk.document.hides(tag)
    walk.add(_candidate(url, Form.EMBED, label=label, tag="iframe", hidden=hidden, consent=waits))


def _plugin(tag: Tag, place: Landmark, walk: _Walk) -> Landmark | None:
    """Read a plug-in; gives the place inside it where its content counts.

    The content of an ``object`` counts when it has no address.
    """
    url = media.plugin_address(tag, walk.document.base)
    if url is not None:
        kind = str(tag.get("type") or "").lower()
        hidden = is_hidden_frame(tag.attrs) or walk.document.hides(tag)
        label = squeeze(str(tag.get("title") or tag.get("aria-label") or ""))
        walk.add(
            _candidate(url, Form.EMBED, label=label, tag=tag.name, media_type=kind, hidden=hidden)
        )
        if kind.startswith("text/html"):
            walk.found.outlinks.append(Outlink(url=url, text=label, region="frame"))
    return place if url is None else None


def _player(tag: Tag, place: Landmark, walk: _Walk) -> Landmark | None:
    """Read a video or recording; without an address of its own, its content counts."""
    url = media.player_address(tag, walk.document.base)
    if url is None:
        return place
    label = squeeze(str(tag.get("title") or tag.get("aria-label") or ""))
    walk.add(_candidate(url, Form.UPLOAD, label=label, tag=tag.name.removeprefix("amp-")))
    return None


def _other(tag: Tag, place: Landmark, walk: _Walk) -> Landmark | None:
    """Read any other element: an embed that a script fills, or a button that leads somewhere."""
    if not tag.attrs:
        return place
    scripted = script_embed(tag, walk.document.base)
    if scripted is not None:
        sign = "script" if scripted.certain else "data"
        candidate = _candidate(scripted.url, Form.EMBED, label=_label(tag), tag=sign)
        walk.add(_add_filling(candidate, tag, walk.document) if scripted.certain else candidate)
        return None
    return _link(tag, place, walk) if "onclick" in tag.attrs and not place.link else place


def _add_filling(candidate: Candidate, tag: Tag, document: Document) -> Candidate:
    """A script's embed, with what a browser found in its place if one looked."""
    if not document.is_rendered:
        return candidate
    put_in = any(not document.hides(inner) for inner in tag.find_all(_SHOWN_BY_SCRIPTS))
    filled = put_in or len(tag.get_text(" ").split()) >= _QUOTED
    return replace(candidate, filled=filled, loader=has_foreign_script(document))


def _read_fallback(tag: Tag, place: Landmark, walk: _Walk) -> None:
    """Add what a ``noscript`` shows that the page does not show without it."""
    extra = _Walk(walk.document)
    _walk(tag, place, extra)
    picture_keys = {media.picture_key(candidate.url) for candidate in walk.found.seen}
    candidates = (
        s for s in extra.found.seen if s.form in (Form.EMBED, Form.UPLOAD) and s.tag != "a"
    )
    walk.found.seen.extend(
        candidate
        for candidate in candidates
        if media.picture_key(candidate.url) not in picture_keys
    )
    followed = {link.url for link in walk.found.outlinks}
    walk.found.outlinks.extend(link for link in extra.found.outlinks if link.url not in followed)
