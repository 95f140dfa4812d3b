"""Any other project site: same host and same path prefix as the seed."""

from __future__ import annotations

import re

from crawlers.model import Capture, Layout, PageReading, Section, Seed
from crawlers.platforms.base import Platform
from crawlers.platforms.content import first_heading, last_updated, personal_data, short_title
from crawlers.reading.document import Document
from crawlers.reading.extract import read
from crawlers.urls import archived, split, unwrap, without_tracking

_INDEX = re.compile(r"/(?:index|default|home)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
_NOT_A_PAGE = re.compile(
    r"\.(?:pdf|docx?|odt|pptx?|ppsx?|odp|xlsx?|ods|csv|rtf|epub|zip|rar|7z|gz|tar|mp3|wav|ogg|oga|"
    r"m4a|mp4|m4v|webm|ogv|mov|avi|wmv|flv|mpe?g|jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic|swf|ico|"
    r"css|js|mjs|json|xml|rss|atom|txt|woff2?|ttf|otf|eot|exe|dmg|apk|ics|map)$",
    re.IGNORECASE,
)


def _prefix(path: str) -> str:
    """The folder of a path, with its closing slash."""
    return path if path.endswith("/") else path.rpartition("/")[0] + "/"


def recognise(url: str) -> Seed | None:
    """The seed for any web address; its scope is the folder it lies in."""
    original = unwrap(url).url if archived(url) else url
    parts = split(original)
    if parts is None:
        return None
    past = archived(url)
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
    """The page's one address: the seed's scheme, no fragment, no tracking, no ``index.html``."""
    parts = split(unwrap(url).url if seed.archive_prefix else url)
    if parts is None or parts.netloc != seed.extra["netloc"]:
        return None
    path = parts.path or "/"
    if not path.startswith(seed.extra["prefix"]) or _NOT_A_PAGE.search(path):
        return None
    path = _INDEX.sub("/", path)
    whole = parts._replace(scheme=seed.extra["scheme"], path=path).geturl()
    return without_tracking(whole)


def address(seed: Seed, url: str) -> str:
    """What to ask for: the link as it was found, through the archive if there is one."""
    if seed.archive_prefix and archived(url) is None:
        return f"{seed.archive_prefix}{url}"
    return url


def section(seed: Seed, page: str) -> Section:
    """Home for the seed itself, page for every other."""
    return Section.HOME if page == identity(seed, seed.home) else Section.PAGE


def read_page(seed: Seed, capture: Capture, document: Document) -> PageReading:
    """What a visitor reads on one page of a site."""
    reading = read(document)
    where = identity(seed, capture.final_url) or capture.url
    part = section(seed, where)
    title = first_heading(document) or short_title(document)
    empty_shell = document.words == 0 and document.soup.find("script", src=True) is not None
    return PageReading(
        title=title,
        section=part,
        language=document.language,
        headings=document.headings,
        words=document.words,
        updated=last_updated(document),
        personal_data=personal_data(document),
        layout=Layout.UNKNOWN if empty_shell and not reading.seen else Layout.KNOWN,
        outlinks=tuple(reading.outlinks),
        seen=tuple(reading.seen),
        project_title=_site_title(document, title) if part is Section.HOME else "",
    )


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
    read_page=read_page,
    landmarks=("text in the body",),
)
