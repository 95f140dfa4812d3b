"""Any other project site: same host and same path prefix as the seed."""

from __future__ import annotations

import re

from crawlers.extraction.addresses.links import read
from crawlers.extraction.document import Document
from crawlers.extraction.pagers import next_links
from crawlers.model.capture import Capture
from crawlers.model.page import Layout, PageReading, Section
from crawlers.model.project import Seed
from crawlers.platforms.base import KEPT_BY_PAGERS, Platform, pager, whole_path
from crawlers.platforms.content import (
    last_updated,
    own_title,
    personal_data,
    without_names,
    words,
)
from crawlers.urls.canonical import normal_form, without_tracking
from crawlers.urls.parts import split
from crawlers.urls.wrappers import archived_address, unwrap

_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
_NOT_A_PAGE = re.compile(
    r"\.(?:pdf|docx?|odt|pptx?|ppsx?|odp|xlsx?|ods|csv|rtf|epub|zip|rar|7z|gz|tar|mp3|wav|ogg|oga|"
    r"m4a|mp4|m4v|webm|ogv|mov|avi|wmv|flv|mpe?g|jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic|swf|ico|"
    r"css|js|mjs|json|xml|rss|atom|txt|woff2?|ttf|otf|eot|exe|dmg|apk|ics|map)$",
    re.IGNORECASE,
)


# Last steps of an address that stand for the folder above: it is the site, not a page of it.
_FRONT_DOOR = re.compile(
    r"home|home-?page|start|index|welcome|main|forside|startseite|accueil|inicio|inizio|strona-glowna",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"(?:phpsessid|jsessionid|aspsessionid\w{0,20}|cfid|cftoken)=[^&]*&?", re.IGNORECASE
)
_OWN_TITLES = frozenset({"calendar", "connect"})


def _prefix(path: str) -> str:
    """The folder that a project's site lies in, with its closing slash.

    A file lies in its folder; a last step without an extension (``/our-project``) is a folder.
    """
    folder, _, last = path.rpartition("/")
    is_folder = bool(last) and "." not in last and not _FRONT_DOOR.fullmatch(last)
    return f"{path}/" if is_folder else f"{folder}/"


def _site(netloc: str) -> str:
    """The host of a site without ``www.``, which makes no difference."""
    return netloc.removeprefix("www.")


def recognise(url: str) -> Seed | None:
    """The seed for any web address; its scope is the folder it lies in."""
    past = archived_address(url)
    parts = split(normal_form(unwrap(url).url if past else url))
    if parts is None:
        return None
    prefix = _prefix(parts.path or "/")
    host = (parts.hostname or "").rstrip(".")
    return Seed(
        url=url,
        platform="web",
        project_id=f"{host}{prefix}".rstrip("/"),
        home=url,
        archive_prefix=past[0] if past else "",
        extra={"netloc": parts.netloc, "scheme": parts.scheme, "prefix": prefix},
    )


def identity(seed: Seed, url: str) -> str | None:
    """The page's one address, whatever link led to it.

    The seed's scheme and host, no fragment, no tracking, no session, no ``index.html``, the
    parameters in order.
    """
    parts = split(normal_form(unwrap(url).url if seed.archive_prefix else url))
    if parts is None or _site(parts.netloc) != _site(seed.extra["netloc"]):
        return None
    path = re.sub(r";jsessionid=[^/?]*", "", parts.path or "/", flags=re.IGNORECASE)
    prefix = seed.extra["prefix"]
    if not f"{path}/".startswith(prefix) or _NOT_A_PAGE.search(path):
        return None
    path = _INDEX.sub("/", path)
    query = "&".join(sorted(_parameters(_SESSION.sub("", parts.query))))
    whole = parts._replace(
        scheme=seed.extra["scheme"], netloc=seed.extra["netloc"], path=path, query=query
    )
    return without_tracking(whole.geturl())


def _parameters(query: str) -> list[str]:
    """The parameters that tell pages apart; the place in several pagers in one spelling.

    On a pager's page the order of the list makes no other page: the list is read once.
    """
    pieces = [piece for piece in query.split("&") if piece]
    places = {piece: pager(f"http://x/?{piece}") for piece in pieces if piece.startswith("page=")}
    kept = []
    for piece in pieces:
        name, _, value = piece.partition("=")
        if places and name.lower() in KEPT_BY_PAGERS:
            continue
        if piece in places and re.search(r",|%2c", value, re.IGNORECASE):
            piece = f"page={places[piece]}" if places[piece] else ""  # noqa: PLW2901
        kept.append(piece)
    return [piece for piece in kept if piece]


def below(seed: Seed, page: str) -> str:
    """The path below the site's own; nothing for a page called "Calendar"."""
    path = whole_path(seed, page).removeprefix(seed.extra["prefix"].rstrip("/"))
    return "" if path.strip("/").lower() in _OWN_TITLES else path


def address(seed: Seed, url: str) -> str:
    """What to ask for: the link as it was found, through the archive if there is one."""
    if seed.archive_prefix and archived_address(url) is None:
        return f"{seed.archive_prefix}{url}"
    return url


def section(seed: Seed, page: str) -> Section:
    """Home for the seed itself, page for every other."""
    return Section.HOME if page == identity(seed, seed.home) else Section.PAGE


def read_page(seed: Seed, capture: Capture, document: Document) -> PageReading:
    """What a visitor reads on one page of a site."""
    reading = read(document)
    part = _section_of(seed, capture)
    title = own_title(document)
    empty_shell = document.words == 0 and _has_scripts(document)
    return PageReading(
        title=title,
        document_title=document.title,
        section=part,
        language=document.language,
        headings=without_names(document.headings),
        words=words(document),
        updated=last_updated(document),
        personal_data=personal_data(document),
        layout=Layout.UNKNOWN if empty_shell and not reading.seen else Layout.KNOWN,
        outlinks=tuple(reading.outlinks),
        seen=tuple(reading.seen),
        furniture=tuple(reading.furniture),
        next_pages=next_links(document),
        project_title=_site_title(document, title) if part is Section.HOME else "",
    )


def _section_of(seed: Seed, capture: Capture) -> Section:
    """The section of what an address led to: what the home page leads to is the home page."""
    asked = identity(seed, capture.url)
    home = asked is not None and section(seed, asked) is Section.HOME
    return Section.HOME if home else section(seed, identity(seed, capture.final_url) or capture.url)


def _has_scripts(document: Document) -> bool:
    """True where a script may draw what is not there; data in a script draw nothing."""
    return any("json" not in str(tag.get("type", "")) for tag in document.tags("script"))


def _site_title(document: Document, heading: str) -> str:
    """The site's title; its first heading where the title holds that and more besides."""
    return heading if heading and heading in document.title else document.title or heading


PLATFORM = Platform(
    id="web",
    rank=90,
    recognise=recognise,
    identity=identity,
    address=address,
    section=section,
    below=below,
    read_page=read_page,
    landmarks=("text in the body",),
)
