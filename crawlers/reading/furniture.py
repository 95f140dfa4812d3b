"""What is on a page without being anybody's result: theme pictures, buttons, trackers; pure data.

A picture is judged by where it stands, its size and the words of its class and alternative text
rather than by its file name: a pupils' "logo contest" is a result, the site's logo is not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import cast

from crawlers.urls import host_fits, split

_SMALL = 48
_THEME_PATH = re.compile(
    r"/(?:themes?|core/(?:misc|themes|modules|assets)|libraries|skins|templates?/[\w.-]+/images|"
    r"icons?|flags?|avatars?|emojis?|smileys|wp-includes|wp-content/(?:themes|plugins))/|"
    r"/(?:spacer|blank|pixel|transparent|clear|1x1|dot)\.(?:gif|png)$|"
    r"/(?:piwik|matomo)\.php$|/styles/(?:user_picture|avatar|thumbnail_profile)[\w-]*/",
    re.IGNORECASE,
)
_FURNITURE_CLASS = re.compile(
    r"(?:^|[-_\s])(?:icon|icons|avatar|flag|flags|emoji|spacer|site-logo|logo|sprite|smiley|"
    r"user-picture|profile-picture|gravatar|wp-smiley|tracking|pixel)(?:$|[-_\s])",
    re.IGNORECASE,
)
_LOGO_ALT = re.compile(r"(?:[\w\s'’-]+[\s-])?logo(?:type)?|avatar|spacer|flag", re.IGNORECASE)
_FURNITURE_HOSTS = (
    "gravatar.com",
    "google-analytics.com",
    "googletagmanager.com",
    "doubleclick.net",
    "googlesyndication.com",
    "hotjar.com",
    "quantserve.com",
    "scorecardresearch.com",
    "addtoany.com",
    "addthis.com",
    "sharethis.com",
    "feedburner.com",
    "webanalytics.ec.europa.eu",
    "s.w.org",
    "stats.wp.com",
    "pixel.wp.com",
    "gtranslate.net",
    "translate.google.com",
    "recaptcha.net",
    "matomo.cloud",
    "jetpack.wordpress.com",
    "widgets.wp.com",
    "histats.com",
    "statcounter.com",
    "clustrmaps.com",
    "flagcounter.com",
    "disqus.com",
    "ad.doubleclick.net",
    "amazon-adsystem.com",
    "adnxs.com",
    "criteo.com",
    "taboola.com",
    "outbrain.com",
    "consensu.org",
    "cookiebot.com",
    "onetrust.com",
    "vgwort.de",
    "ioam.de",
    "chartbeat.com",
    "bugsnag.com",
    "licensebuttons.net",
    "i.creativecommons.org",
    "validator.w3.org",
)
_FURNITURE_PATHS: tuple[tuple[str, str], ...] = (
    (
        "facebook.com",
        r"/(?:sharer(?:/.*|\.php)?|share\.php|dialog/share|tr/?|plugins/(?:like|share_button|follow|login_button|like_box|likebox|comments|send)\.php)",
    ),
    ("twitter.com", r"/(?:intent/.*|share|home|widgets/.*|i/.*)|/[^/]*"),
    ("x.com", r"/(?:intent/.*|share|home|i/.*)|/[^/]*"),
    ("platform.twitter.com", r"/widgets/.*"),
    ("linkedin.com", r"/(?:shareArticle|sharing/.*|cws/share)"),
    ("pinterest.com", r"/pin/create/.*"),
    ("reddit.com", r"/submit"),
    ("tumblr.com", r"/(?:share.*|widgets/share/.*)"),
    ("wa.me", r"/.*"),
    ("whatsapp.com", r"/send/?"),
    ("t.me", r"/share/.*"),
    ("telegram.me", r"/share/.*"),
    ("plus.google.com", r"/.*"),
    ("google.com", r"/(?:recaptcha/.*|adsense/.*|pagead/.*|cse.*|search|bookmarks/.*)"),
    ("youtube.com", r"/subscribe_embed"),
    ("europa.eu", r"/wel/.*|.*/piwik.*|.*/webanalytics/.*"),
)


@lru_cache(maxsize=65536)
def is_furniture_address(url: str) -> bool:
    """True for trackers, share and follow buttons, counters, adverts and licence badges."""
    parts = split(url)
    if parts is None:
        return True
    host = (parts.hostname or "").rstrip(".")
    if any(host_fits(host, name) for name in _FURNITURE_HOSTS):
        return True
    return any(
        host_fits(host, name) and re.fullmatch(path, parts.path or "/")
        for name, path in _FURNITURE_PATHS
    )


def _pixels(value: object) -> int | None:
    match = re.fullmatch(r"\s*(\d{1,5})(?:px)?\s*", str(value or ""))
    return int(match[1]) if match else None


def size_of(attributes: Mapping[str, object]) -> tuple[int | None, int | None]:
    """Width and height in pixels as an element states them, None where it does not."""
    style = dict(
        re.findall(r"(?:^|;)\s*(width|height)\s*:\s*(\d+)px", str(attributes.get("style") or ""))
    )
    width = _pixels(attributes.get("width") or style.get("width"))
    height = _pixels(attributes.get("height") or style.get("height"))
    return width, height


def is_furniture_image(url: str, attributes: Mapping[str, object]) -> bool:
    """True for a picture that belongs to the theme: by its path, size, class or description."""
    parts = split(url)
    if parts is None or is_furniture_address(url) or _THEME_PATH.search(parts.path):
        return True
    width, height = size_of(attributes)
    known = [size for size in (width, height) if size is not None]
    if known and max(known) <= _SMALL:
        return True
    if "presentation" in str(attributes.get("role") or "") and len(known) < 1:
        return True
    classes = attributes.get("class") or ""
    words = " ".join(cast("list[str]", classes)) if isinstance(classes, list) else str(classes)
    if _FURNITURE_CLASS.search(words):
        return True
    return _LOGO_ALT.fullmatch(str(attributes.get("alt") or "").strip()) is not None


def hidden_frame(attributes: Mapping[str, object]) -> bool:
    """True for a frame that shows nothing: no size, or hidden by its own style."""
    width, height = size_of(attributes)
    style = str(attributes.get("style") or "").replace(" ", "").lower()
    tiny = any(size is not None and size <= 1 for size in (width, height))
    return tiny or "display:none" in style or "visibility:hidden" in style or "hidden" in attributes
