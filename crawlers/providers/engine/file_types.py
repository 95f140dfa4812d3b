"""File name extensions, by what a visitor would call the file."""

from __future__ import annotations

from posixpath import splitext
from urllib.parse import urlsplit

from crawlers.model.artefact import Kind

# Pages, scripts, styles, fonts, icons and data feeds are no artefacts and are not listed.
EXTENSIONS: dict[Kind, tuple[str, ...]] = {
    Kind.DOCUMENT: ("pdf", "doc", "docx", "docm", "odt", "rtf", "txt", "xls", "xlsx", "ods", "csv"),
    Kind.PRESENTATION: ("ppt", "pptx", "pptm", "pps", "ppsx", "odp"),
    Kind.IMAGE: (
        *("jpg", "jpeg", "jpe", "jfif", "png", "gif", "webp", "svg", "bmp"),
        *("heic", "heif", "avif", "tif", "tiff"),
    ),
    Kind.VIDEO: (
        *("mp4", "m4v", "webm", "mov", "avi", "mpg", "mpeg", "ogv"),
        *("wmv", "mkv", "flv", "3gp"),
    ),
    Kind.AUDIO: ("mp3", "wav", "ogg", "oga", "opus", "m4a", "aac", "flac", "wma"),
    Kind.BOOK: ("epub", "mobi"),
    Kind.FILE: ("zip", "rar", "7z", "swf", "ggb", "h5p", "sb2", "sb3"),
}


def extension(url: str) -> str:
    """The extension of an address's path in lower case, without the dot."""
    return splitext(urlsplit(url).path)[1].lower().removeprefix(".")


def kind_of_extension(url: str) -> Kind | None:
    """The kind of file that an address's extension promises, or None."""
    name = extension(url)
    return next((kind for kind, names in EXTENSIONS.items() if name in names), None)


def _one_of(names: tuple[str, ...]) -> str:
    return f"(?i:{'|'.join(names)})"


# Parts that every pattern may use: ``<:extension>`` and, for pictures and the rest, two more; and
# ``<:odd>``, a step of a path that is an id rather than a word: it has a digit or a capital; and
# ``<any>``, a step behind one that is plainly content, whatever it looks like (``OWN_WORDS``).
PARTS: dict[str, str] = {
    "any": r"[\w%.~!=@+-]+",
    "odd": r"[\w%.~-]*[0-9A-Z][\w%.~-]*",
    "extension": _one_of(tuple(name for names in EXTENSIONS.values() for name in names)),
    "image_extension": _one_of(EXTENSIONS[Kind.IMAGE]),
    "other_extension": _one_of(
        tuple(name for kind, row in EXTENSIONS.items() if kind is not Kind.IMAGE for name in row)
    ),
}
# What a group ``any`` never is: pages that a tool has of its own beside the things of its users.
OWN_WORDS = (
    *("about", "all", "api", "app", "assets", "browse", "categories", "category", "contact"),
    *(
        "create",
        "dashboard",
        "discover",
        "edit",
        "editor",
        "embed",
        "embed.js",
        "explore",
        "preview",
    ),
    *("faq", "favicon.ico", "featured", "features", "find", "help", "home", "hot", "iframe"),
    *("import", "index", "index.html", "index.php", "latest", "library", "list", "login"),
    *("logout", "make", "me", "mine", "my", "new", "newest", "oembed", "oembed.json", "player"),
    *("plans", "popular", "pricing", "privacy", "random", "recent", "recommended", "register"),
    *("resource", "rising", "robots.txt", "search", "settings", "show", "sign-in", "sign-up"),
    *("signin", "signup", "support", "tag", "tags", "templates", "terms", "top", "topic"),
    *(
        "topics",
        "trending",
        "tutorial",
        "tutorials",
        "undefined",
        "upload",
        "view",
        "watch",
        "worksheet",
    ),
)
