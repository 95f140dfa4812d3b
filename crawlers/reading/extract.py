"""Everything on a page that a visitor would call an artefact, and every outlink; pure.

One walk over the parsed document. Nothing is decided here about which web tool an address
belongs to; wrappers are taken off, and the theme's furniture is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from crawlers.model import Form, Outlink, Seen
from crawlers.reading.document import Document, squeeze
from crawlers.reading.furniture import hidden_frame, is_furniture_address, is_furniture_image
from crawlers.reading.script_embeds import script_embed
from crawlers.urls import absolute, unwrap

_SKIPPED = frozenset({"script", "style", "template", "head", "svg", "math", "select", "textarea"})
_REGIONS = {"header": "header", "footer": "footer", "nav": "nav", "aside": "aside", "main": "main"}
_ROLES = {
    "banner": "header",
    "contentinfo": "footer",
    "navigation": "nav",
    "complementary": "aside",
    "main": "main",
    "search": "nav",
}
_FURNISHED = frozenset({"header", "footer", "nav"})
_LAZY = (
    "src",
    "data-src",
    "data-lazy-src",
    "data-lazy",
    "data-original",
    "data-url",
    "data-iframe-src",
)
_PLAIN = re.compile(r"(?:https?://|www\.)[^\s<>\"'{}|\\^`]+", re.IGNORECASE)
_BARE = re.compile(r"(?<![\w@./-])(?:[a-z0-9-]+\.)+[a-z]{2,10}/[^\s<>\"'{}|\\^`]+", re.IGNORECASE)
_FILE_NOTE = re.compile(
    r"\(\s*[\d.,]+\s*(?:[KMG]?B|[kKMG]?o|bytes)\s*[-–—,]\s*([A-Z0-9]{2,5})\s*\)", re.IGNORECASE
)
_IMAGE_END = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|bmp|svg|heic)$", re.IGNORECASE)
_TRAILING = ".,;:!?)]}»”’\"'*"


@dataclass(slots=True)
class Reading:
    """What one walk finds: outlinks and sightings in document order."""

    outlinks: list[Outlink] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk stands: landmark, inside content proper, inside which link."""

    region: str = "body"
    content: bool = False
    link: str = ""
    link_is_artefact: bool = False


def read(document: Document) -> Reading:
    """All outlinks and sightings of a document.

    Where the document marks its main content, links, pictures and plain addresses count inside
    it (and in asides); frames and players count everywhere.
    """
    reading = Reading()
    body = document.soup.find("body") or document.soup
    _walk(body, _Place(content=not document.has_main), document, reading)
    return reading


def _walk(root: Tag, place: _Place, document: Document, reading: Reading) -> None:
    """Visits everything below a tag in document order; a stack of ours, since pages nest deep."""
    stack = [(iter(root.children), place)]
    while stack:
        children, place = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
        elif isinstance(child, Tag):
            if child.name in _SKIPPED or _archive_toolbar(child):
                continue
            inside = _visit(child, _entered(child, place), document, reading)
            if inside is not None:
                stack.append((iter(child.children), inside))
        elif type(child) is NavigableString and _counts(place) and not place.link:
            reading.seen.extend(_plain_addresses(str(child), document.base))


def _archive_toolbar(tag: Tag) -> bool:
    """True for what a web archive puts on the pages it shows (Wayback Machine, seen 2026-11-23)."""
    return str(tag.get("id") or "").startswith(("wm-ipp", "donato"))


def _entered(tag: Tag, place: _Place) -> _Place:
    """The place inside a tag: a page's own header and footer are furniture, an article's not."""
    region = _ROLES.get(str(tag.get("role") or ""), "") or _REGIONS.get(tag.name, "")
    if tag.name in ("article", "section") and place.region == "body":
        return replace(place, region="article")
    if not region or (region in ("header", "footer") and place.region in ("main", "article")):
        return place
    return replace(place, region=region, content=place.content or region == "main")


def _counts(place: _Place) -> bool:
    """True where links and pictures are content rather than furniture."""
    return place.region not in _FURNISHED and (place.content or place.region == "aside")


def _visit(tag: Tag, place: _Place, document: Document, reading: Reading) -> _Place | None:
    """Takes a tag in; gives the place inside it, or None when nothing inside counts by itself."""
    base = document.base
    match tag.name:
        case "a" | "area":
            return _link(tag, place, base, reading)
        case "img":
            _add(reading, _image(tag, place, base))
        case "iframe" | "frame":
            _frame(tag, document, reading)
            return None
        case "embed":
            # lxml does not know that embed is empty and puts what follows inside it.
            _add(reading, _plugin(tag, base))
        case "object" | "applet":
            found = _plugin(tag, base)
            _add(reading, found)
            return place if found is None else None
        case "video" | "audio":
            _add(reading, _player(tag, base))
            return None
        case "picture":
            _add(reading, _picture(tag, place, base))
            return None
        case "noscript":
            return None
        case _:
            scripted = script_embed(tag, base)
            if scripted is not None:
                _add(reading, _seen(scripted, scripted, Form.EMBED, label=_label(tag), tag="data"))
                return None
    return place


def _add(reading: Reading, seen: Seen | None) -> None:
    if seen is not None and not is_furniture_address(seen.url):
        reading.seen.append(seen)


def _seen(
    raw: str,
    url: str,
    form: Form,
    *,
    label: str,
    tag: str,
    media_type: str = "",
    hidden: bool = False,
) -> Seen:
    """A sighting with its wrappers taken off."""
    inner = unwrap(url)
    return Seen(
        url=inner.url,
        raw_url=raw,
        form=form,
        label=label[:300],
        tag=tag,
        media_type=media_type,
        consent=inner.consent,
        hidden=hidden,
    )


def _label(tag: Tag) -> str:
    """What an element calls itself: its title, accessible name, alternative text or text."""
    for name in ("aria-label", "title", "alt", "data-title"):
        text = squeeze(str(tag.get(name) or ""))
        if text:
            return text
    text = squeeze(tag.get_text(" "))
    if text:
        return text
    image = tag.find("img", alt=True)
    return squeeze(str(image["alt"])) if isinstance(image, Tag) else ""


def _link(tag: Tag, place: _Place, base: str, reading: Reading) -> _Place:
    """Takes a link in; gives the place inside it."""
    href = str(tag.get("href") or "")
    url = absolute(base, href) if href and not href.startswith("#") else None
    if url is None:
        return place
    label = squeeze(tag.get_text(" ")) or _label(tag)
    reading.outlinks.append(Outlink(url=url, text=label[:300], region=place.region))
    if not _counts(place) or is_furniture_address(url):
        return replace(place, link=url)
    hint = _file_hint(tag)
    form = Form.UPLOAD if hint else Form.LINK
    reading.seen.append(_seen(url, url, form, label=label, tag="a", media_type=hint))
    to_image = _IMAGE_END.search(url.partition("?")[0]) is not None
    return replace(place, link=url, link_is_artefact=to_image)


def _file_hint(tag: Tag) -> str:
    """What a file block says that its link leads to (``pdf``), or empty when it is a plain link."""
    stated = str(tag.get("type") or "").lower()
    if "/" in stated and not stated.startswith("text/html"):
        return stated
    block = tag.parent
    for _ in range(3):
        if block is None or block.name in ("main", "body", "article", "ul", "ol", "table"):
            break
        match = (
            _FILE_NOTE.search(block.get_text(" "))
            if len(block.find_all("a", limit=3)) < 3
            else None
        )
        if match:
            return match[1].lower()
        block = block.parent
    return "download" if tag.has_attr("download") else ""


def _largest(srcset: str) -> str:
    """The address of the largest candidate of a ``srcset``."""
    best, best_size = "", -1.0
    for candidate in re.split(r",\s+|,(?=https?:|/)", srcset):
        address, _, size = candidate.strip().partition(" ")
        number = re.match(r"[\d.]+", size.strip())
        value = float(number[0]) if number else 1.0
        if address and value > best_size:
            best, best_size = address, value
    return best


def _image_address(tag: Tag, base: str) -> str | None:
    """The address of a picture, past the placeholder of a lazy one."""
    lazy = [str(tag.get(name) or "") for name in ("data-src", "data-lazy-src", "data-original")]
    src = str(tag.get("src") or "")
    plain = "" if src.startswith("data:") else src
    srcset = str(tag.get("srcset") or tag.get("data-srcset") or "")
    for candidate in (*lazy, plain, _largest(srcset)):
        if candidate and not candidate.startswith("data:"):
            return absolute(base, candidate)
    return None


def _image(tag: Tag, place: _Place, base: str) -> Seen | None:
    """A picture in the content; not the face of a link to its larger self."""
    if place.link_is_artefact or not _counts(place):
        return None
    scripted = script_embed(tag, base)
    if scripted is not None:
        return _seen(scripted, scripted, Form.EMBED, label=_label(tag), tag="img")
    url = _image_address(tag, base)
    if url is None or is_furniture_image(url, tag.attrs):
        return None
    return _seen(url, url, Form.UPLOAD, label=squeeze(str(tag.get("alt") or "")), tag="img")


def _picture(tag: Tag, place: _Place, base: str) -> Seen | None:
    image = tag.find("img")
    if isinstance(image, Tag) and _image_address(image, base):
        return _image(image, place, base)
    source = tag.find("source", srcset=True)
    if place.link_is_artefact or not _counts(place) or not isinstance(source, Tag):
        return None
    url = absolute(base, _largest(str(source["srcset"])))
    return _seen(url, url, Form.UPLOAD, label="", tag="img") if url else None


def _frame(tag: Tag, document: Document, reading: Reading) -> None:
    """A frame by its address, or what stands in its ``srcdoc``."""
    srcdoc = str(tag.get("srcdoc") or "")
    if srcdoc:
        inner = Document(BeautifulSoup(srcdoc, "lxml"), document.base)
        found = read(inner)
        embeds = [s for s in found.seen if s.form is Form.EMBED]
        for seen in embeds or found.seen:
            _add(reading, replace(seen, form=Form.EMBED))
        if embeds or found.seen:
            return
    url = _lazy_address(tag, document.base)
    if url is None:
        return
    label = squeeze(str(tag.get("title") or tag.get("aria-label") or tag.get("name") or ""))
    hidden = hidden_frame(tag.attrs)
    reading.outlinks.append(Outlink(url=url, text=label, region="frame"))
    _add(reading, _seen(url, url, Form.EMBED, label=label, tag="iframe", hidden=hidden))


def _lazy_address(tag: Tag, base: str) -> str | None:
    for name in _LAZY:
        value = str(tag.get(name) or "").strip()
        if value and not value.startswith(("about:", "data:", "javascript:", "blob:")):
            return absolute(base, value)
    return None


def _plugin(tag: Tag, base: str) -> Seen | None:
    """What an ``object`` or ``embed`` shows, by its data or its movie parameter."""
    values = [str(tag.get("data") or ""), str(tag.get("src") or "")]
    for param in tag.find_all("param"):
        if str(param.get("name") or "").lower() in ("movie", "src", "url", "filename"):
            values.append(str(param.get("value") or ""))
    embedded = tag.find("embed", src=True)
    if isinstance(embedded, Tag):
        values.append(str(embedded["src"]))
    url = next((found for v in values if v and (found := absolute(base, v))), None)
    if url is None:
        return None
    media_type = str(tag.get("type") or "").lower()
    return _seen(url, url, Form.EMBED, label=_label(tag), tag=tag.name, media_type=media_type)


def _player(tag: Tag, base: str) -> Seen | None:
    """A video or audio element by its source; further sources are other formats of the same."""
    sources = [tag, *tag.find_all("source")]
    for source in sources:
        url = _lazy_address(source, base)
        if url:
            label = squeeze(str(tag.get("title") or tag.get("aria-label") or ""))
            return _seen(url, url, Form.UPLOAD, label=label, tag=tag.name)
    return None


def _plain_addresses(text: str, base: str) -> Iterator[Seen]:
    """Addresses written as text, without the punctuation that follows them."""
    if "." not in text or ("/" not in text and "www." not in text.lower()):
        return
    for match in _PLAIN.finditer(text):
        written = _trimmed(match[0])
        full = written if "://" in written else f"https://{written}"
        url = absolute(base, full)
        if url and not is_furniture_address(url):
            yield _seen(url, url, Form.TEXT, label=written, tag="text")
    for match in _BARE.finditer(_PLAIN.sub(" ", text)):
        written = _trimmed(match[0])
        url = absolute(base, f"https://{written}")
        if url and not is_furniture_address(url):
            yield _seen(url, url, Form.TEXT, label=written, tag="bare")


def _trimmed(written: str) -> str:
    """An address without closing punctuation, keeping a bracket that it opened itself."""
    while written and written[-1] in _TRAILING:
        if written[-1] == ")" and written.count("(") >= written.count(")"):
            break
        written = written[:-1]
    return written
