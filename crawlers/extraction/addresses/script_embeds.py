"""Embeds that a script would fill: the element's own data says what is meant; pure.

Sources: the embed codes that the services hand out, as met in public pages; read 2026-11-23.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from bs4 import Tag

from crawlers.extraction.addresses.plain_text import addresses
from crawlers.extraction.boilerplate import is_tracker
from crawlers.extraction.document import Document
from crawlers.urls.canonical import absolute
from crawlers.urls.parts import host_of, registrable


class ScriptEmbed(NamedTuple):
    """The address that a script would show.

    ``certain`` when the element is an embed code; else an attribute merely holds an address, and
    only a rule that knows the address can say whether it is an artefact.
    """

    url: str
    certain: bool


_NONE: frozenset[str] = frozenset()
_CITED = ("data-instgrm-permalink", "data-href", "data-oembed-url", "data-embed-url", "cite")
_URL_DATA = (
    *("data-oembed-url", "data-embed-url", "data-url", "data-src", "data-oembed", "data-iframe"),
    *("data-embed", "data-tf-url", "data-wordart-src", "url"),
)
_POSTS = frozenset({"instagram-media", "tiktok-embed", "fb-video", "fb-post", "reddit-embed"})
_FACEBOOK = frozenset({"fb-video", "fb-post", "fb-page", "fb-group"})
# Buttons that share the page they stand on.
_BUTTONS = frozenset(
    (
        *("addthis_toolbox", "addthis_inline_share_toolbox", "a2a_kit", "sharethis-inline-share"),
        *("twitter-share-button", "fb-like", "fb-share-button", "fb-comments", "g-plusone"),
        *("shariff", "sharedaddy", "g-recaptcha"),
    )
)
# Elements whose own address says what they show, and what no visitor sees.
_SHOWN_BY_THEMSELVES = frozenset(
    ("iframe", "frame", "script", "link", "meta", "form", "input", "source", "object", "embed")
)
# Attributes that name the page itself, or where a button leads that passes it on.
_PASSED_ON = re.compile(
    r"share|a2a|addthis|pin-|clipboard|copy|canonical|permalink|login|logout|return|refer|"
    r"privacy|policy|imprint|profile|author|analytics|track|action|api|endpoint|ajax"
)
_EMPTY_BY_ITSELF = frozenset({"div", "figure", "section", "span"})
_CONTENT = ["iframe", "a", "img", "video", "audio", "p"]
_WEB_ADDRESS = re.compile(r"(?:https?:)?//[\w.-]+\.[a-z]{2,}/\S", re.IGNORECASE)
_BY_CLASS: tuple[tuple[str, str, str], ...] = (
    ("canva-embed", "data-design-id", "https://www.canva.com/design/{}/view"),
    ("container-wrapper-genially", "data-id", "https://view.genially.com/{}"),
    ("genially-embed", "data-id", "https://view.genially.com/{}"),
    ("genially-embed", "id", "https://view.genially.com/{}"),
    ("lite-youtube", "videoid", "https://www.youtube.com/watch?v={}"),
    ("youtube-player", "data-id", "https://www.youtube.com/watch?v={}"),
    ("lite-vimeo", "videoid", "https://vimeo.com/{}"),
    ("padlet-embed", "data-padlet-id", "https://padlet.com/embed/{}"),
    ("wordwall-embed", "data-id", "https://wordwall.net/embed/{}"),
    ("infogram-embed", "data-id", "https://e.infogram.com/_/{}"),
    ("piktowrapper-embed", "pikto-uid", "https://create.piktochart.com/embed/{}"),
    ("flourish-embed", "data-src", "https://flo.uri.sh/{}/embed"),
    ("sketchfab-embed", "data-id", "https://sketchfab.com/models/{}/embed"),
    ("vimeo-player", "data-vimeo-id", "https://vimeo.com/{}"),
    ("youtube-embed", "data-youtube-id", "https://www.youtube.com/watch?v={}"),
    ("js-lazyframe", "data-src", "{}"),
    ("lazyframe", "data-src", "{}"),
)
_BY_TAG: dict[str, tuple[str, str]] = {
    "lite-youtube": ("videoid", "https://www.youtube.com/watch?v={}"),
    "lite-vimeo": ("videoid", "https://vimeo.com/{}"),
    "amp-youtube": ("data-videoid", "https://www.youtube.com/watch?v={}"),
    "amp-vimeo": ("data-videoid", "https://vimeo.com/{}"),
    "amp-iframe": ("src", "{}"),
    "oembed": ("url", "{}"),
}
_THINGLINK = re.compile(r"#tl-(\d+)")


def script_embed(tag: Tag, base: str) -> ScriptEmbed | None:
    """What an element stands for once its script has run, or None."""
    names = frozenset(tag.get_attribute_list("class")) if "class" in tag.attrs else _NONE
    address = _by_class(tag, names) or _by_tag(tag)
    certain = address is not None and "wp-embedded-content" not in names
    if address is None and tag.name != "img":
        address = _by_data(tag, names)
    url = absolute(base, address) if address else None
    if url is None or not (certain or host_of(url) != host_of(base)):
        return None
    return ScriptEmbed(url, certain or bool(names & _POSTS))


def _by_class(tag: Tag, names: frozenset[str]) -> str | None:
    if not names:
        return None
    for name, attribute, template in _BY_CLASS:
        if name in names and tag.get(attribute):
            return template.format(str(tag[attribute]).strip())
    if "container-wrapper-genially" in names:
        inner = tag.find(class_="genially-embed", id=True)
        return f"https://view.genially.com/{inner['id']}" if isinstance(inner, Tag) else None
    if "issuuembed" in names:
        if tag.get("data-url"):
            return str(tag["data-url"])
        config = str(tag.get("data-configid") or "")
        return f"https://e.issuu.com/embed.html#{config}" if config else None
    if "alwaysThinglink" in names:
        match = _THINGLINK.search(str(tag.get("usemap") or "") + str(tag.get("src") or ""))
        scene = match[1] if match else re.sub(r"\D", "", str(tag.get("data-id") or ""))
        return f"https://www.thinglink.com/scene/{scene}" if scene else _thinglink_image(tag)
    if "wp-embedded-content" in names or "embedly-card" in names or "twitter-tweet" in names:
        links = [str(a["href"]) for a in tag.find_all("a", href=True)] or [
            str(tag.get("href") or "")
        ]
        return links[-1] or None
    return None


def _thinglink_image(tag: Tag) -> str | None:
    """The scene of a thinglink picture by the number in its address, as the service names them."""
    match = re.search(r"/image/(\d{10,})/", str(tag.get("src") or ""))
    return f"https://www.thinglink.com/scene/{match[1]}" if match else None


def _by_tag(tag: Tag) -> str | None:
    attribute, template = _BY_TAG.get(tag.name, ("", ""))
    value = str(tag.get(attribute) or "").strip() if attribute else ""
    return template.format(value) if value else None


def _by_data(tag: Tag, names: frozenset[str]) -> str | None:
    """An address in an attribute of an element without content of its own."""
    if tag.name == "blockquote" or names & _FACEBOOK:
        cited = _CITED if names else _CITED[:-1]
        values = (str(tag.get(attribute) or "").strip() for attribute in cited)
        return next((value for value in values if _WEB_ADDRESS.match(value)), None)
    if tag.name not in _EMPTY_BY_ITSELF:
        return None
    for attribute in _URL_DATA:
        value = str(tag.get(attribute) or "").strip()
        if is_pattern(value):
            continue
        if _WEB_ADDRESS.match(value) and not names & _BUTTONS and tag.find(_CONTENT) is None:
            return value
    return None


def held_addresses(tag: Tag, base: str) -> Iterator[str]:
    """Every web address in the attributes that are data for scripts, be they texts, JSON or HTML.

    Whether one is a thing is for those to say who know the address. What buttons pass on, what is
    a pattern and what an element shows by itself is left out.
    """
    if tag.name in _SHOWN_BY_THEMSELVES or not _BUTTONS.isdisjoint(tag.get_attribute_list("class")):
        return
    for name, value in tag.attrs.items():
        if not isinstance(value, str) or not (name.startswith("data-") or "-" in tag.name):
            continue
        text = _plain_data(value)
        if "://" not in text or _PASSED_ON.search(name):
            continue
        for url, written, bare in addresses(text, base):
            if not bare and not is_pattern(text[text.find(written) + len(written) :][:2]):
                yield url


def is_pattern(text: str) -> bool:
    """True for a text with a place that a script fills: ``{id}``, ``${id}``, ``<%= id %>``."""
    return re.search(r"[{$]|<%|%7[Bb]", text) is not None


def _plain_data(value: str) -> str:
    """The value of an attribute without the escapes of JSON and of addresses in addresses."""
    if "%2F%2F" in value.upper():
        value = unquote(value)
    return re.sub(r"\\u00([0-9a-fA-F]{2})", _letter, value).replace("\\/", "/")


def _letter(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def has_foreign_script(document: Document) -> bool:
    """True when the page has a script from another site than its own; trackers do not count."""
    own = registrable(host_of(document.url))
    urls = (absolute(document.base, str(tag.get("src") or "")) for tag in document.tags("script"))
    return any(
        url is not None and registrable(host_of(url)) != own and not is_tracker(url) for url in urls
    )
