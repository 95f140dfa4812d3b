"""Everything on a page that a visitor would call an artefact, and every outlink; pure.

One walk over the parsed document. Nothing is decided here about which web tool an address
belongs to; wrappers are removed, and the theme's furniture is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from urllib.parse import urlsplit

from bs4 import Tag
from bs4.element import NavigableString

from crawlers.extraction.addresses import media
from crawlers.extraction.addresses.attachments import attachment_note
from crawlers.extraction.addresses.plain_text import addresses
from crawlers.extraction.addresses.script_embeds import (
    has_foreign_script,
    held_addresses,
    is_pattern,
    script_embed,
)
from crawlers.extraction.addresses.script_links import (
    links_of_form,
    links_of_menu,
    target_of_link,
)
from crawlers.extraction.addresses.unclaimed import unclaimed
from crawlers.extraction.boilerplate import (
    is_furniture_address,
    is_furniture_frame,
    is_furniture_image,
    is_hidden_frame,
)
from crawlers.extraction.document import BACKGROUND, Document, squeeze
from crawlers.extraction.html_tree import read_html
from crawlers.extraction.landmarks import Landmark, enter_landmark, is_counted, is_teaser
from crawlers.extraction.page_frame import page_frame
from crawlers.model import limits
from crawlers.model.artefact import Candidate, Form
from crawlers.model.link import Furniture, FurnitureReason
from crawlers.model.page import Outlink
from crawlers.urls.parts import host_of
from crawlers.urls.wrappers import unwrap

_SKIPPED = frozenset({"script", "style", "template", "head", "math", "textarea"})
_NAME_LENGTH = 90
_QUOTED = 12  # words; a code with so many holds its own content, as that of a post does
# What an embed's script puts in: the thing in a frame, or its picture with a button to play it.
_SHOWN_BY_SCRIPTS = ["iframe", "video", "audio", "canvas", "object", "img", "button", "svg"]


@dataclass(slots=True)
class Reading:
    """What one walk finds, in document order: outlinks, sightings, and what is furniture."""

    outlinks: list[Outlink] = field(default_factory=list)
    seen: list[Candidate] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    """One walk: what it reads, what it found, and the fallbacks it left for later.

    ``held`` are addresses in data for scripts, which count where the page shows them nowhere else.
    """

    document: Document
    found: Reading = field(default_factory=Reading)
    fallbacks: list[tuple[Tag, Landmark]] = field(default_factory=list)
    held: list[Candidate] = field(default_factory=list)

    def add(self, seen: Candidate | None) -> None:
        if seen is None:
            return
        if is_furniture_address(seen.url):
            self.leave_out(seen.raw_url, FurnitureReason.SHARE_OR_TRACKER)
        else:
            self.found.seen.append(seen)

    def leave_out(self, url: str | None, reason: FurnitureReason) -> None:
        if url is not None:
            self.found.furniture.append(Furniture(url=url, reason=reason))


def read(document: Document) -> Reading:
    """All outlinks and sightings of a document.

    Where the document marks its whole main content, links, pictures and plain addresses count
    inside it (and in asides); frames and players count everywhere. A ``noscript``, a ``template``
    and data for scripts count for what the page does not show anyway; what no rule knows of them is
    nothing (``data``).
    """
    walk = _Walk(document)
    place = Landmark(
        content=not document.main_is_whole, page_header=page_frame(document).titled_header
    )
    _walk(document.soup, place, walk)
    for tag, place in walk.fallbacks:
        _read_fallback(tag, place, walk)
    found = walk.found
    shown = {candidate.url for candidate in found.seen}
    own = host_of(document.base)
    held = {candidate.url: candidate for candidate in walk.held}
    found.seen.extend(
        candidate for url, candidate in held.items() if url not in shown and host_of(url) != own
    )
    known = chain(
        (link.url for link in found.outlinks),
        *((seen.url, seen.raw_url) for seen in found.seen),
        (furniture.url for furniture in found.furniture),
    )
    found.furniture.extend(unclaimed(document, known))
    for things in (found.outlinks, found.seen, found.furniture):
        del things[limits.THINGS :]
    return found


def _walk(root: Tag, place: Landmark, walk: _Walk) -> None:
    """Visit everything below a tag in document order, without recursion, since pages nest deep."""
    stack = [(iter(root.children), place)]
    while stack:
        children, place = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
        elif isinstance(child, Tag):
            if child.name == "template" and is_counted(place):
                _template(child, place, walk)
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
    if tag.attrs and is_counted(place):
        _data(tag, place, walk)
    if BACKGROUND in tag.attrs or "url(" in str(tag.attrs.get("style") or ""):
        _background(tag, place, walk)
    match tag.name:
        case "a" | "area":
            return _link(tag, place, walk)
        case "img" | "image" | "amp-img":
            _picture(tag, place, walk, media.image_address(tag, base))
        case "picture":
            image = tag.find(["img", "image"])
            shown = image if isinstance(image, Tag) else tag
            _picture(shown, place, walk, media.picture_address(tag, base))
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


def _data(tag: Tag, place: Landmark, walk: _Walk) -> None:
    """Addresses for a script in an element's attributes."""
    base = walk.document.base
    for url in held_addresses(tag, base):
        held = _candidate(url, Form.EMBED, label=_label(tag), tag="data")
        if not is_furniture_address(held.url):
            walk.held.append(held)


def _to_own_page(tag: Tag, base: str) -> bool:
    """True for a link to another page of the site: its background announces that page."""
    url = target_of_link(tag, base) if tag.name == "a" else None
    return url is not None and host_of(url) == host_of(base) and not _leads_to_picture(url)


def _template(tag: Tag, place: Landmark, walk: _Walk) -> None:
    """What a ``template`` would show once a script has put it in."""
    inner = _Walk(walk.document)
    _walk(tag, place, inner)
    walk.held += [
        replace(seen, tag="data")
        for seen in (*inner.found.seen, *inner.held)
        if seen.tag != "img" and not is_pattern(seen.raw_url)
    ]


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
    url = target_of_link(tag, walk.document.base)
    if url is None:
        return place
    label = squeeze(tag.get_text(" ")) or _label(tag)
    return _follow(tag, url, label, place, walk)


def _follow(tag: Tag, url: str, label: str, place: Landmark, walk: _Walk) -> Landmark:
    """Take in an address that a click opens; gives the place inside its element."""
    walk.found.outlinks.append(Outlink(url=url, text=label[:300], region=place.region))
    if is_furniture_address(url):
        walk.leave_out(url, FurnitureReason.SHARE_OR_TRACKER)
        return replace(place, link=url, face=True)
    if is_counted(place):
        note = attachment_note(tag)
        form = Form.UPLOAD if note.kind else Form.LINK
        walk.add(_candidate(url, form, label=note.title or label, tag="a", media_type=note.kind))
    return replace(
        place, link=url, face=_leads_to_picture(url) or "home" in tag.get_attribute_list("rel")
    )


def _control(tag: Tag, place: Landmark, walk: _Walk) -> Landmark | None:
    """Read a form or a list; gives the place inside, None for a list."""
    base = walk.document.base
    if tag.name == "form":
        for url, label in links_of_form(tag, base):
            _follow(tag, url, label, place, walk)
        return place
    for url, label in links_of_menu(tag, base):
        _follow(tag, url, label, place, walk)
    return None


def _leads_to_picture(url: str) -> bool:
    """True for an address of a picture by itself, not of a page about one (``/wiki/File:…``)."""
    path = urlsplit(url).path
    return media.IMAGE_END.search(path) is not None and "/wiki/" not in path


def _picture(tag: Tag, place: Landmark, walk: _Walk, url: str | None) -> None:
    """A picture in the content; not the face of a link to its larger self."""
    base = walk.document.base
    if not is_counted(place):
        walk.leave_out(url, FurnitureReason.SITE_FRAME)
        return
    if place.face or is_teaser(tag, place, base):
        walk.leave_out(url, FurnitureReason.LINKED_PICTURE)
        return
    scripted = script_embed(tag, base)
    if scripted is not None:
        walk.add(_candidate(scripted.url, Form.EMBED, label=_label(tag), tag="script"))
    elif url is not None and is_furniture_image(url, tag.attrs, link=place.link):
        walk.leave_out(url, FurnitureReason.DECORATION)
    elif url is not None:
        label = squeeze(str(tag.get("alt") or ""))
        walk.add(_candidate(url, Form.UPLOAD, label=label, tag="img"))


def _background(tag: Tag, place: Landmark, walk: _Walk) -> None:
    """A photo that a style shows as the background of a box in the content."""
    for url in media.backgrounds(tag, walk.document.base):
        decorates = tag.name == "body" or is_furniture_image(url, tag.attrs, link=place.link)
        if not is_counted(place):
            walk.leave_out(url, FurnitureReason.SITE_FRAME)
        elif decorates:
            walk.leave_out(url, FurnitureReason.DECORATION)
        elif place.face or _to_own_page(tag, walk.document.base):
            walk.leave_out(url, FurnitureReason.LINKED_PICTURE)
        else:
            walk.add(_candidate(url, Form.UPLOAD, label=_label(tag), tag="img"))


def _frame(tag: Tag, walk: _Walk) -> None:
    """Read a frame: its address, or the content of its ``srcdoc``.

    A ``srcdoc`` without a frame of its own is a still picture in front of the address.
    """
    url, waits = media.frame_address(tag, walk.document.base)
    if is_furniture_frame(tag.attrs):
        walk.leave_out(url, FurnitureReason.ADVERT)
        return
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
    if tag.name in ("form", "select"):
        return _control(tag, place, walk)
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
    walk.found.furniture.extend(extra.found.furniture)
    known = {media.picture_key(seen.url) for seen in walk.found.seen}
    shown = (s for s in extra.found.seen if s.form in (Form.EMBED, Form.UPLOAD) and s.tag != "a")
    walk.found.seen.extend(seen for seen in shown if media.picture_key(seen.url) not in known)
    links = (candidate for candidate in extra.found.seen if candidate.tag == "a")
    walk.held += [*(replace(candidate, tag="data") for candidate in links), *extra.held]
    followed = {link.url for link in walk.found.outlinks}
    walk.found.outlinks.extend(link for link in extra.found.outlinks if link.url not in followed)
