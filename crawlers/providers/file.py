"""Files by themselves, wherever they lie: documents, pictures, recordings, packages."""

import re

from crawlers.model import Kind
from crawlers.providers.base import Example, Live, Provider, Shape
from crawlers.providers.delivery import EXTENSIONS, file_flow, pattern

# Hosts that serve a site's furniture: fonts, scripts, statistics, buttons, previews.
# Their addresses were met in public pages; read 2026-11-23.
_FURNITURE = (
    *("fonts.googleapis.com", "fonts.gstatic.com", "gstatic.com", "ajax.googleapis.com"),
    *("google-analytics.com", "googletagmanager.com", "doubleclick.net", "googlesyndication.com"),
    *("googleadservices.com", "facebook.net", "fbcdn.net", "pixel.wp.com", "stats.wp.com"),
    *("s0.wp.com", "s1.wp.com", "s2.wp.com", "s.w.org", "gravatar.com", "use.typekit.net"),
    *("cdnjs.cloudflare.com", "cdn.jsdelivr.net", "unpkg.com", "code.jquery.com"),
    *("maxcdn.bootstrapcdn.com", "stackpath.bootstrapcdn.com", "kit.fontawesome.com"),
    *("use.fontawesome.com", "twemoji.maxcdn.com", "scorecardresearch.com", "quantserve.com"),
    *("hotjar.com", "addtoany.com", "addthis.com", "sharethis.com", "cookiebot.com"),
    *("cookielaw.org", "onetrust.com", "ytimg.com", "img.youtube.com", "vimeocdn.com"),
    *("webtools.europa.eu", "licensebuttons.net", "shields.io", "paypalobjects.com"),
)
_ANY_OTHER_HOST = rf"(?!(?:.*\.)?(?:{'|'.join(re.escape(host) for host in _FURNITURE)})$).+"
_NOT_THINGS = (
    # Pages about a file, whose address ends like the file's.
    r"(?!/wiki/)"
    # Players and signs of waiting, which hold nothing themselves.
    r"(?!(?:.*/)?(?:[\w-]*(?:loader|preloader|spinner)[\w-]*\.\w+|story\.swf)$)"
    # Texts for robots, icons, and pictures that only hold a place.
    r"(?!(?:.*/)?(?:robots|ads|app-ads|humans|security|llms)\.txt$)"
    r"(?!(?:.*/)?(?i:favicon|apple-touch-icon|android-chrome|mstile|spacer|blank|pixel|clear|1x1)"
    r"[\w-]*\.\w+$)"
)
_NOT_THEMES = r"(?!(?:.*/)?(?:themes|wp-includes|wp-content/plugins)/)"


PROVIDER = Provider(
    id="file",
    name="File",
    kinds=tuple(EXTENSIONS),
    hosts=("*",),
    shapes=tuple(
        Shape(
            path=rf"{_NOT_THINGS}{_NOT_THEMES if kind is Kind.IMAGE else ''}"
            rf"/(?:[^/]*/)*[^/]+\.{pattern(kind)}",
            canonical="{clean_url}",
            native_id="{digest}",
            host=_ANY_OTHER_HOST,
            kind=kind,
        )
        for kind in EXTENSIONS
    ),
    examples=(
        Example(
            url="https://www.school.example.org/results/Report%202025.PDF?utm_source=mail#page=2",
            native_id="578c8f8a2dcbf6cc",
            canonical_url="https://www.school.example.org/results/Report%202025.PDF",
            kind=Kind.DOCUMENT,
        ),
        Example(
            url="https://docs.google.com/viewer?url=http%3A%2F%2Fschool.example.org%2Friver.pptx&embedded=true",
            native_id="c3cffd7efd64dd0c",
            canonical_url="http://school.example.org/river.pptx",
            kind=Kind.PRESENTATION,
        ),
        Example(
            url="https://school.example.org/photo.jpg?width=800",
            native_id="fbde865a36a36d2f",
            canonical_url="https://school.example.org/photo.jpg?width=800",
            kind=Kind.IMAGE,
        ),
        *(
            Example(
                url=f"https://school.example.org/river.{name}",
                native_id=digest,
                canonical_url=f"https://school.example.org/river.{name}",
                kind=kind,
            )
            for kind, name, digest in (
                (Kind.VIDEO, "mp4", "01bf71ce18f3a352"),
                (Kind.AUDIO, "mp3", "2aabaaeafefce7a5"),
                (Kind.BOOK, "epub", "1765b5faf39755cc"),
                (Kind.FILE, "h5p", "ed5629c3e14ef1fd"),
            )
        ),
    ),
    not_artefacts=(
        "https://school.example.org/",
        "https://school.example.org/login.php",
        "https://school.example.org/results.html",
        "https://school.example.org/style.css",
        "https://school.example.org/favicon.png",
        "https://school.example.org/images/logo-loader.png",
        "https://school.example.org/public/swf/story.swf",
        "https://school.example.org/robots.txt",
        "https://school.example.org/wp-content/themes/school/logo.png",
        "https://fonts.gstatic.com/s/icons/star.svg",
        "https://i.ytimg.com/vi/aqz-KE-bpKQ/hqdefault.jpg",
        "https://commons.wikimedia.org/wiki/File:River.jpg",
    ),
    flow=file_flow,
    live=Live(
        public="https://upload.wikimedia.org/wikipedia/commons/a/a9/Example.jpg",
        missing="https://upload.wikimedia.org/wikipedia/commons/0/00/There_is_no_such_file_0000.jpg",
        source="Wikimedia Commons' File:Example.jpg; common knowledge, 2026-11-24",
    ),
    source="file name extensions; what counts as delivered stands in delivery.py",
)
