"""twinspace.etwinning.net (2014-2022): shut down; read from web archives and their rewritten pages.

Sources: addresses and page texts as stored by others; read 2026-11-23. Pages consisted of list
items, one per content block; a home page's updates were filled in by script.
"""

from __future__ import annotations

import re

from crawlers.extraction.addresses.links import read
from crawlers.extraction.document import Document, squeeze
from crawlers.extraction.pagers import next_links
from crawlers.model.capture import Capture
from crawlers.model.page import Layout, PageReading, Section
from crawlers.model.project import Seed
from crawlers.platforms.base import NotAProjectError, Platform, pager
from crawlers.platforms.content import last_updated, own_title, personal_data, without_names
from crawlers.urls.canonical import normal_form
from crawlers.urls.parts import split
from crawlers.urls.wrappers import archived_address, unwrap

_HOST = "twinspace.etwinning.net"
_PATH = re.compile(r"/(?P<id>\d{1,7})(?P<rest>/.*)?$")
_SECTIONS: tuple[tuple[str, Section], ...] = (
    (r"pages(?:/.*)?", Section.PAGE),
    (r"materials(?:/.*)?", Section.MATERIALS),
    (r"forum(?:s|/.*)?", Section.FORUM),
    (r"members(?:/.*)?", Section.MEMBERS),
    (r"(?:meetings|chat|live)(?:/.*)?", Section.MEETINGS),
    (r"(?:journal|blog|updates)(?:/.*)?", Section.UPDATES),
    (r"about", Section.PROFILE),
)


def recognise(url: str) -> Seed | None:
    """The seed of an old TwinSpace, plain or under a web archive's rewriting."""
    past = archived_address(url)
    original = unwrap(url).url if past else url
    parts = split(original)
    host = (parts.hostname or "").rstrip(".") if parts else ""
    if parts is None or host not in (_HOST, "new-twinspace.etwinning.net"):
        return None
    match = _PATH.match(parts.path)
    if host != _HOST or match is None:
        raise NotAProjectError(
            f"{url} is no project of the old TwinSpace; give an address such as "
            f"https://{_HOST}/12345/home, or the same in a web archive."
        )
    project = match["id"]
    prefix = past[0] if past else ""
    scheme = parts.scheme
    return Seed(
        url=url,
        platform="legacy",
        project_id=project,
        home=f"{prefix}{scheme}://{_HOST}/{project}/home" if not past else url,
        archive_prefix=prefix,
    )


def identity(seed: Seed, url: str) -> str | None:
    """The page's one address on the old host, whatever archive shows it."""
    parts = split(normal_form(unwrap(url).url))
    if parts is None or (parts.hostname or "").rstrip(".") != _HOST:
        return None
    match = _PATH.match(parts.path)
    if match is None or match["id"] != seed.project_id:
        return None
    rest = (match["rest"] or "").rstrip("/")
    rest = "" if rest == "/home" else rest
    place = pager(url)
    return f"https://{_HOST}/{seed.project_id}{rest}" + (f"?page={place}" if place else "")


def below(seed: Seed, page: str) -> str:
    """What follows the project's number."""
    return page.partition("?")[0].partition(f"{_HOST}/{seed.project_id}")[2]


def address(seed: Seed, url: str) -> str:
    """What to ask for: the archive's copy when the audit goes through an archive."""
    if seed.archive_prefix and archived_address(url) is None:
        return f"{seed.archive_prefix}{url}"
    return url


def section(seed: Seed, page: str) -> Section:
    """The section by the address."""
    inner = below(seed, page).strip("/")
    if not inner:
        return Section.HOME
    return next((s for pattern, s in _SECTIONS if re.fullmatch(pattern, inner)), Section.OTHER)


def read_page(seed: Seed, capture: Capture, document: Document) -> PageReading:
    """What a visitor reads on one page of an old TwinSpace."""
    reading = read(document)
    where = identity(seed, capture.final_url) or capture.url
    part = section(seed, where)
    title = own_title(document)
    own_links = any(identity(seed, link.url) for link in reading.outlinks)
    is_known = bool(title) and own_links
    return PageReading(
        title=title,
        document_title=document.title,
        section=part,
        language=document.language,
        headings=without_names(document.headings),
        words=document.words,
        updated=last_updated(document),
        personal_data=personal_data(document),
        layout=Layout.KNOWN if is_known else Layout.UNKNOWN,
        outlinks=tuple(reading.outlinks),
        seen=tuple(reading.seen),
        furniture=tuple(reading.furniture),
        next_pages=next_links(document),
        project_title=title if part is Section.HOME else "",
    )


def platform_reason(document: Document) -> str:
    """The code ``unfilled_feed`` for a home page with nothing after the heading of its updates.

    The updates came by script. Fifteen of fifteen stored texts of such home pages end with that
    heading (read 2026-11-23).
    """
    for heading in document.main.find_all(["h2", "h3"]):
        if squeeze(heading.get_text(" ")).casefold() == "latest updates":
            after = (squeeze(sibling.get_text(" ")) for sibling in heading.find_next_siblings())
            return "" if any(after) else "unfilled_feed"
    return ""


PLATFORM = Platform(
    id="legacy",
    rank=20,
    recognise=recognise,
    identity=identity,
    address=address,
    section=section,
    below=below,
    platform_reason=platform_reason,
    read_page=read_page,
    landmarks=("a title", "links into the project"),
    upload_hosts=(_HOST,),
)
