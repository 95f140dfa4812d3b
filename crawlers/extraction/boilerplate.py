"""Recognise parts of a page that are no results: theme pictures, buttons, trackers; pure.

A picture is judged by where it stands, its size and the words of its class and alternative text
rather than by its file name: a pupils' "logo contest" is a result, the site's logo is not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import cast

from crawlers.extraction import boilerplate_names as names
from crawlers.urls.parts import host_names, split

_SMALL = 48
_THIN = 24
_BADGES = ((88, 31), (80, 15))
_OFF_SCREEN = -900
_THEME_PATH = re.compile(
    r"(?:^|/)(?:wp-content|sites/[^/]+|core|profiles/[^/]+)/(?:themes|skins|libraries|plugins)/|"
    r"^/themes/(?:contrib|custom)/|(?:^|/)wp-includes/|(?:^|/)core/(?:misc|modules|assets)/|"
    r"(?:^|/)(?:themes?|skins?|templates?)/[\w.-]+/(?:images?|img|assets|pix|icons?|logos?|gfx)/|"
    r"(?:^|/)theme/image\.php/|(?:^|/)(?:icons?|flags?|avatars?|emojis?|smileys|smilies)/|"
    r"(?:^|/)sites/[^/]+/modules/|^/typo3conf/|(?:^|/)templates?/(?:images?|img|pics|gfx)/|"
    r"/www/delivery/\w+\.php$|"
    r"/(?:rss|twitter|facebook|e?mail|instagram|youtube|linkedin|whatsapp|pinterest)"
    r"(?:[-_]?(?:icon|logo|button|\d{2,3}))?\.(?:png|gif|svg|jpg)$|"
    r"/(?:spacer|blank|pixel|transparent|clear|1x1|dot|trans|leer)\.(?:gif|png)$|"
    r"/(?:piwik|matomo)\.php$|/(?:88x31|80x15)\.(?:png|gif)$|/favicon[\w-]*\.\w+$|/styles/(?:user_picture|avatar|thumbnail_profile)",
    re.IGNORECASE,
)
_ICON_FILE = re.compile(r"[\w-]+\.(?:png|gif|svg|webp)", re.IGNORECASE)
_ICON_NAME = re.compile(r"(?:^|[-_])icons?(?=[-_.])", re.IGNORECASE)
_FURNITURE_CLASS = re.compile(
    r"(?:.*[-_])?(?:icon|avatar|flag|emoji|spacer|logo|sprite|smiley|user-picture|gravatar|"
    r"profile-picture|tracking|pixel)s?|(?:icon|flag|emoji|sprite|avatar)[-_].*|"
    r"(?:.*[-_])?logo[-_](?:img|image|default|desktop|mobile|light|dark|retina|small|main|link)",
    re.IGNORECASE,
)
# Matomo's counting picture, whatever its name.
_COUNTER = re.compile(r"[?&]idsite=\d+(?=&)")
_WORD = re.compile(r"[^\W_]+")
_OTHER_FURNITURE_ALT = re.compile(
    r"avatar|spacer|flag|icon|profile picture|user picture|(?:drapeau|flagge|bandera|bandiera)"
    r"|creative commons.*|cc[- ]by.*|valid x?html.*|flag of [\w\s]+"
    r"|[\w\s]{2,20} flag|share (?:on|via|this).*",
    re.IGNORECASE,
)
_HOME_PATH = re.compile(
    r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|home|start|default)(?:\.\w+)?)?/?",
    re.IGNORECASE,
)
_SIZE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*(\d+(?:px)?)\s*(?=;|!|$)", re.IGNORECASE)
_OFFSET = re.compile(r"(?:^|;)(?:left|top|right|margin-left|text-indent):(-\d{1,7})\d*px")
_FRAME_NAME = re.compile(
    r"google_(?:ads|esf|osd)|aswift_|google_ads_iframe|__(?:tcfapi|cmp|gpp|usp)"
    r"|ad[-_ ]?(?:frame|slot)|advertisement$|3rd party ad|recaptcha|sp_message|_hj"
    r"|likes-master|facebook like|tweet button"
    r"|fb_xdm|rufous|stripe|intercom|drift-|hs-web-interactives",
    re.IGNORECASE,
)


@cache
def _paths() -> dict[str, tuple[re.Pattern[str], ...]]:
    """The paths of share buttons and the like by host."""
    table: dict[str, tuple[re.Pattern[str], ...]] = {}
    for host, path in names.PATHS:
        table[host] = (*table.get(host, ()), re.compile(path, re.DOTALL))
    return table


@lru_cache(maxsize=16384)
def is_furniture_address(url: str) -> bool:
    """True for trackers, share and follow buttons, counters, adverts and licence badges."""
    parts = split(url)
    if parts is None:
        return True
    hosts = host_names(parts.hostname or "")
    if not names.HOSTS.isdisjoint(hosts):
        return True
    patterns = (pattern for host in hosts for pattern in _paths().get(host, ()))
    return any(pattern.fullmatch(parts.path or "/") for pattern in patterns)


@lru_cache(maxsize=16384)
def is_tracker(url: str) -> bool:
    """True for a counter or an advert, which shows a visitor nothing of the page."""
    parts = split(url)
    hosts = frozenset(host_names(parts.hostname or "")) if parts is not None else frozenset()
    return not names.HOSTS.isdisjoint(hosts) and names.SHOWN_HOSTS.isdisjoint(hosts)


def _pixels(value: object) -> int | None:
    match = re.fullmatch(r"\s*(\d{1,5})(?:px)?\s*", str(value or ""))
    return int(match[1]) if match else None


def size_of(attributes: Mapping[str, object]) -> tuple[int | None, int | None]:
    """Width and height in pixels as an element states them, None where it does not."""
    style = dict(_SIZE.findall(str(attributes.get("style") or "")))
    width = _pixels(style.get("width") or attributes.get("width"))
    height = _pixels(style.get("height") or attributes.get("height"))
    return width, height


def is_furniture_image(url: str, attributes: Mapping[str, object], link: str = "") -> bool:
    """True for a picture that belongs to the theme: by its path, size, class or description.

    ``link`` is where a click on it leads: a logo that leads to somebody's home page is no
    artefact.
    """
    parts = split(url)
    if parts is None or is_furniture_address(url) or _is_of_theme(parts.path):
        return True
    if _counts_visits(f"?{parts.query}"):
        return True
    sizes = [size for size in size_of(attributes) if size is not None]
    if sizes and (max(sizes) <= _SMALL or min(sizes) <= _THIN or tuple(sizes) in _BADGES):
        return True
    classes = attributes.get("class") or ""
    words = cast("list[str]", classes) if isinstance(classes, list) else str(classes).split()
    if any(_FURNITURE_CLASS.fullmatch(word) for word in words):
        return True
    if _names_no_thing(str(attributes.get("alt") or "")):
        return True
    return _leads_home(link) and "logo" in f"{parts.path} {attributes.get('alt') or ''}".lower()


def _is_of_theme(path: str) -> bool:
    """True for the path of a picture in a theme's folder, or of one whose name says "icon"."""
    name = path.rpartition("/")[2]
    is_icon = _ICON_FILE.fullmatch(name) is not None and _ICON_NAME.search(name) is not None
    return is_icon or _THEME_PATH.search(path) is not None


def _counts_visits(query: str) -> bool:
    """True for the query of Matomo's counting picture."""
    site = _COUNTER.search(query)
    return site is not None and "&rec=1" in query[site.end() :]


def _names_no_thing(alt: str) -> bool:
    """True for a description of a logo, a flag or a button."""
    words = {word.lower() for word in _WORD.findall(alt)}
    if words & names.LOGO and words <= names.LOGO | names.LOGO_OWNERS:
        return True
    return _OTHER_FURNITURE_ALT.fullmatch(alt.strip()) is not None


def _leads_home(link: str) -> bool:
    """True for the address of a home page."""
    parts = split(link)
    return parts is not None and not parts.query and _HOME_PATH.fullmatch(parts.path) is not None


def is_furniture_frame(attributes: Mapping[str, object]) -> bool:
    """True for a frame that an advert, a counter or a consent tool names as its own."""
    labels = (str(attributes.get(key) or "") for key in ("id", "name", "title"))
    return any(_FRAME_NAME.match(text) for text in labels)


def is_hidden_frame(attributes: Mapping[str, object]) -> bool:
    """True for a frame that shows nothing: no size, or hidden or moved away by its own style."""
    tiny = any(size is not None and size <= 1 for size in size_of(attributes))
    style = re.sub(r"\s", "", str(attributes.get("style") or "")).lower()
    moved = any(int(offset) <= _OFF_SCREEN for offset in _OFFSET.findall(style))
    unseen = "display:none" in style or "visibility:hidden" in style
    return tiny or moved or unseen or "hidden" in attributes
