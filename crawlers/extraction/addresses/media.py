"""The address behind a picture, a player, a frame or a plug-in, also with lazy loading; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from bs4 import Tag

from crawlers.extraction.addresses.flash import address_in_player, own_elements
from crawlers.extraction.document import BACKGROUND
from crawlers.urls.canonical import absolute

_LAZY = ("data-src", "data-lazy-src", "data-original", "data-lazy", "data-url", "data-iframe-src")
# Attributes in which consent tools keep the address until a visitor agrees (Cookiebot, Complianz,
# iubenda, Usercentrics, Borlabs; their public documentation and public pages; read 2026-11-23).
_UNTIL_CONSENT = re.compile(
    r"data-.*(?:cookie|consent|cmp|cmplz|suppressed|borlabs|usercentrics|uc-?src|gdpr)"
)
_NO_ADDRESS = ("about:", "data:", "javascript:", "blob:", "#")
_WEB_ADDRESS = re.compile(r"(?:https?:)?//[\w-]+(?:\.[\w-]+)*[.:][\w-]", re.IGNORECASE)
_PICTURE_FILE = re.compile(r"[^\s{}\"'()?]+\.(?:jpe?g|png|gif|webp|avif)(?:\?\S*)?", re.IGNORECASE)
IMAGE_END = re.compile(r"\.(?:jpe?g|jfif|png|gif|webp|avif|bmp|svg|heic|tiff?)$", re.IGNORECASE)
_SIZE_IN_NAME = re.compile(r"-(\d{2,4})x(\d{2,4})(?=\.\w+$)")
_STYLED = re.compile(r"/styles/[^/]+/(?:public|private)(?=/)")
_SIZE_IN_PATH = re.compile(rf"{_SIZE_IN_NAME.pattern}|{_STYLED.pattern}")
_WHOLE = 10**9
_CAPTION = 12  # words; a box with more is a part of the page with a picture behind it
_SRCSET_SPACE = " \t\n\f\r"
_SRCSET_ADDRESS = re.compile(rf"[{_SRCSET_SPACE},]*([^{_SRCSET_SPACE},][^{_SRCSET_SPACE}]*)")
# Up to the next comma that is not in brackets; an open bracket reaches to the end.
_SRCSET_DESCRIPTORS = re.compile(r"(?:[^,(]|\([^)]*(?:\)|$))*,?")
_SRCSET_NUMBER = {
    "w": re.compile(r"0*[1-9]\d*"),
    "h": re.compile(r"0*[1-9]\d*"),
    "x": re.compile(r"(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?"),
}
# The pieces of a style that matter here, read from left to right.
_STYLE_PIECE = re.compile(
    r"(?P<name>background(?:-image)?)\s*:|(?P<end>;)|url\((?P<url>[^()]*)\)", re.IGNORECASE
)
_PHOTO_END = re.compile(r"\.(?:jpe?g|jfif|png|webp|avif|heic)$", re.IGNORECASE)
_LOADERS = {
    "youtube": "https://www.youtube.com/embed/{}",
    "vimeo": "https://player.vimeo.com/video/{}",
}
_BARE_ID = re.compile(r"[\w-]{6,20}", re.ASCII)
_PARAMETERS = frozenset({"movie", "src", "url", "filename", "data", "code", "archive"})


def _attribute(tag: Tag, name: str) -> str:
    return str(tag.get(name) or "").strip()


def _is_usable(value: str) -> bool:
    return bool(value) and not value.lower().startswith(_NO_ADDRESS)


def picture_key(url: str) -> str:
    """An address without what only says how large a picture is to be; others as they are.

    Sizes stand in the name (WordPress ``-300x200``), in a folder (Drupal ``styles/thumb/public``)
    or in the query.
    """
    parts = urlsplit(url)
    if IMAGE_END.search(parts.path) is None:
        return url
    return f"//{parts.netloc}{_SIZE_IN_PATH.sub('', parts.path)}"


def picture_size(url: str) -> int:
    """How large the address says that its picture is: an area, or ``_WHOLE`` if it says nothing."""
    match = _SIZE_IN_NAME.search(urlsplit(url).path)
    if match:
        return int(match[1]) * int(match[2])
    return 0 if _STYLED.search(urlsplit(url).path) else _WHOLE


def largest(srcset: str) -> str:
    """The address of the largest candidate of a ``srcset``; empty when none can be used."""
    best, best_size = "", -1.0
    for address, size in srcset_candidates(srcset):
        if _is_usable(address) and size > best_size:
            best, best_size = address, size
    return best


def srcset_candidates(srcset: str) -> Iterator[tuple[str, float]]:
    """The addresses of a ``srcset``, each with its width or density (1 where none is stated).

    WHATWG HTML, "parsing a srcset attribute": an address ends at white space, and a comma ends it
    only as its last letter; candidates whose descriptors are wrong are left out.
    """
    position = 0
    while address := _SRCSET_ADDRESS.match(srcset, position):
        position = address.end()
        if address[1].endswith(","):
            yield address[1].rstrip(","), 1.0
            continue
        rest = _SRCSET_DESCRIPTORS.match(srcset, position)
        descriptors = rest[0] if rest else ""
        position += len(descriptors)
        size = _srcset_size(descriptors.strip(_SRCSET_SPACE + ",").split())
        if size is not None:
            yield address[1], size


def _srcset_size(descriptors: list[str]) -> float | None:
    """What a candidate's descriptors say, or None when they are wrong."""
    sizes: dict[str, float] = {}
    for descriptor in descriptors:
        number, unit = descriptor[:-1], descriptor[-1]
        valid = _SRCSET_NUMBER[unit].fullmatch(number) if unit in _SRCSET_NUMBER else None
        if valid is None or unit in sizes:
            return None
        sizes[unit] = float(number)
    if "x" in sizes and len(sizes) > 1:
        return None
    if "h" in sizes and "w" not in sizes:
        return None
    return sizes.get("w", sizes.get("x", 1.0))


def image_address(tag: Tag, base: str) -> str | None:
    """The address of a picture: its largest candidate, else its own, but no placeholder."""
    names = ("srcset", "data-srcset", "data-lazy-srcset")
    sets = (largest(_attribute(tag, name)) for name in names)
    own = ("src", "href", "xlink:href") if tag.name == "image" else ("src",)
    lazy = (_attribute(tag, name) for name in ("data-src", "data-lazy-src", "data-original"))
    for candidate in (*sets, *lazy, *(_attribute(tag, name) for name in own)):
        if _is_usable(candidate) and (url := absolute(base, candidate)):
            return url
    kept = (_attribute(tag, name) for name in tag.attrs if name.startswith("data-"))
    return next((absolute(base, value) for value in kept if _PICTURE_FILE.fullmatch(value)), None)


def background_as_seen(tag: Tag, base: str) -> str | None:
    """The photo that a browser saw behind a box; behind a text of some length it is furniture."""
    value = _attribute(tag, BACKGROUND)
    if not _is_usable(value) or len(tag.get_text(" ").split()) > _CAPTION:
        return None
    return absolute(base, value)


def backgrounds(tag: Tag, base: str) -> Iterator[str]:
    """The photos that the style of an element shows behind it.

    As a browser saw them where one looked; else pictures by their extension.
    """
    seen = background_as_seen(tag, base)
    if seen is not None:
        yield seen
        return
    for address in _background_addresses(_attribute(tag, "style")):
        url = absolute(base, address) if _is_usable(address) else None
        if url is not None and _PHOTO_END.search(urlsplit(url).path):
            yield url


def _background_addresses(style: str) -> Iterator[str]:
    """The first address of each background in a style."""
    expected = False
    for piece in _STYLE_PIECE.finditer(style):
        if piece["name"]:
            expected = True
        elif piece["end"]:
            expected = False
        elif expected:
            expected = False
            yield piece["url"].strip().strip("\"'").strip()


def picture_address(tag: Tag, base: str) -> str | None:
    """The address of a ``picture`` by its image, else by its largest source."""
    image = tag.find(["img", "image"])
    url = image_address(image, base) if isinstance(image, Tag) else None
    sources = (source for source in tag.find_all("source") if url is None)
    return url or next((u for source in sources if (u := image_address(source, base))), None)


def _by_loader(tag: Tag) -> str | None:
    """The address of a frame that names a loader of players and an id alone, or None.

    jQuery Lazy has ``data-loader="youtube" data-src="ID"`` (github.com/dkern/jquery.lazy,
    read 2026-12-01).
    """
    template = _LOADERS.get(_attribute(tag, "data-loader").lower())
    native_id = _attribute(tag, "data-src")
    return template.format(native_id) if template and _BARE_ID.fullmatch(native_id) else None


def frame_address(tag: Tag, base: str) -> tuple[str | None, bool]:
    """The address of a frame or a media source, and whether it waits for a visitor's consent.

    A lazy frame has a placeholder, or nothing, in ``src``.
    """
    if url := _by_loader(tag):
        return url, False
    for name in ("src", *_LAZY):
        value = _attribute(tag, name)
        if _is_usable(value) and (url := absolute(base, value)):
            return url, False
    for name in tag.attrs:
        value = _attribute(tag, name)
        if name.startswith("data-") and _WEB_ADDRESS.match(value):
            return absolute(base, value), _UNTIL_CONSENT.match(name) is not None
    return None, False


def player_address(tag: Tag, base: str) -> str | None:
    """The address of a video or a recording; further sources are other formats of the same."""
    sources = (frame_address(source, base)[0] for source in (tag, *tag.find_all("source")))
    return next((url for url in sources if url), None)


def plugin_address(tag: Tag, base: str) -> str | None:
    """What an ``object``, ``embed`` or ``applet`` shows, by its data or its movie parameter."""
    movie = next((url for v in _plugin_values(tag) if v and (url := absolute(base, v))), None)
    return address_in_player(tag, movie) if movie else None


def _plugin_values(tag: Tag) -> Iterator[str]:
    for name in ("data", "src", "archive", "code"):
        value = _attribute(tag, name)
        if _is_usable(value):
            yield value
    inside = own_elements(tag)
    for param in inside:
        if param.name == "param" and _attribute(param, "name").lower() in _PARAMETERS:
            yield _attribute(param, "value")
    embedded = (e for e in inside if e.name == "embed" and e.has_attr("src"))
    yield from (_attribute(element, "src") for element in islice(embedded, 1))
