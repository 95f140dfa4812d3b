"""Embeds that a script would fill: the element's own data says what is meant; pure.

Sources: the embed codes that the services hand out, as met in public pages; read 2026-11-23.
"""

from __future__ import annotations

import re

from bs4 import Tag

from crawlers.urls import absolute

_CITED = ("data-instgrm-permalink", "data-href", "data-oembed-url", "data-embed-url", "cite")
_URL_DATA = ("data-url", "data-src", "data-oembed", "data-iframe", "data-embed", "url")
_BY_CLASS: tuple[tuple[str, str, str], ...] = (
    ("canva-embed", "data-design-id", "https://www.canva.com/design/{}/view"),
    ("container-wrapper-genially", "data-id", "https://view.genially.com/{}"),
    ("genially-embed", "data-id", "https://view.genially.com/{}"),
    ("lite-youtube", "videoid", "https://www.youtube.com/watch?v={}"),
    ("youtube-player", "data-id", "https://www.youtube.com/watch?v={}"),
    ("lite-vimeo", "videoid", "https://vimeo.com/{}"),
    ("padlet-embed", "data-padlet-id", "https://padlet.com/embed/{}"),
    ("wordwall-embed", "data-id", "https://wordwall.net/embed/{}"),
    ("infogram-embed", "data-id", "https://infogram.com/{}"),
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


def script_embed(tag: Tag, base: str) -> str | None:
    """The address of what an element stands for once its script has run, or None."""
    names = set(str(tag.get("class") or "").split()) | {
        str(c) for c in tag.get_attribute_list("class")
    }
    found = _by_class(tag, names) or _by_tag(tag)
    if found is None and tag.name == "img":
        return None
    found = found or _by_data(tag, names)
    return absolute(base, found) if found else None


def _by_class(tag: Tag, names: set[str]) -> str | None:
    for name, attribute, template in _BY_CLASS:
        if name in names and tag.get(attribute):
            return template.format(str(tag[attribute]).strip())
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


def _by_data(tag: Tag, names: set[str]) -> str | None:
    """An address in an attribute of an element that is nothing by itself."""
    if tag.name == "blockquote" or any(name.startswith("fb-") for name in names):
        for attribute in _CITED:
            value = str(tag.get(attribute) or "")
            if value.startswith(("http://", "https://", "//")):
                return value
        return None
    if tag.name not in ("div", "figure", "section", "span"):
        return None
    for attribute in (*_CITED[2:4], *_URL_DATA):
        value = str(tag.get(attribute) or "").strip()
        if re.match(r"(?:https?:)?//[\w.-]+\.[a-z]{2,}/\S", value) and not tag.find(
            ["iframe", "a"]
        ):
            return value
    return None
