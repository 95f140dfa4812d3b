"""The European School Education Platform (2022 on), as an anonymous visitor meets it.

Sources: addresses and page texts as stored by others, and the public OpenEuropa code the
platform is built on; read 2026-11-23 and 2026-11-30. Nobody has saved the platform's own HTML, so
pages are read by addresses, landmarks and headings; class names are no more than hints.

The pace: two public scripts of September 2026 that read the platform's lists pause 0.8 to 2.0 s
between requests and wait from 1 up to 25 s after status 429, so that one request a second is
probably too fast (read 2026-11-30).
"""

from __future__ import annotations

import re

from crawlers.extraction.addresses.links import Reading, read
from crawlers.extraction.document import Document
from crawlers.extraction.page_frame import page_frame
from crawlers.extraction.pagers import next_links
from crawlers.model.capture import Capture
from crawlers.model.pace import Pace
from crawlers.model.page import Layout, PageReading, Section
from crawlers.model.project import ProjectState, Seed
from crawlers.platforms.base import TITLE_WORDS, NotAProjectError, Platform, pager
from crawlers.platforms.content import (
    first_heading,
    last_updated,
    own_title,
    personal_data,
    short_title,
    signed_heading,
    without_names,
    words,
)
from crawlers.urls.canonical import normal_form
from crawlers.urls.parts import split

_HOST = "school-education.ec.europa.eu"
_PROJECT = re.compile(
    r"/(?:(?P<language>[a-z]{2,3}(?:-[a-z]+)?)/)?(?:etwinning|networking)/projects/"
    r"(?P<slug>[^/?#]+)(?P<rest>/.*)?$",
    re.IGNORECASE,
)
_SECTIONS: tuple[tuple[str, Section], ...] = (
    (r"pages?(?:/.*)?", Section.PAGE),
    (r"(?:materials?|images?|videos?|files?|albums?)(?:/.*)?", Section.MATERIALS),
    (r"(?:forums?|discussions?)(?:/.*)?", Section.FORUM),
    (r"(?:members?|pupils?|participants?)(?:/.*)?", Section.MEMBERS),
    (r"(?:online-)?meetings?(?:/.*)?|chat(?:/.*)?", Section.MEETINGS),
    (r"(?:updates?|news|blog|journal)(?:/.*)?", Section.UPDATES),
)
_MEMBERSHIP = re.compile(
    r"(?<![^\W\d_])([^\W\d_][^\W\d_ .'-]*+(?:[ .'-][^\W\d_]++){0,8})\s*\((\d{1,3})\)"
)
# The platform's own words for a project's state, per interface language; "Active" and "Closed"
# were seen, the others are translations and only ever match a whole short text.
_CLOSED = frozenset(
    [
        "closed",
        "lukket",
        "geschlossen",
        "abgeschlossen",
        "fermé",
        "clôturé",
        "chiuso",
        "cerrado",
        "fechado",
        "encerrado",
        "zamknięty",
        "gesloten",
        "stängt",
        "avsluttet",
        "suljettu",
        "uzavřený",
        "uzavretý",
        "zaključen",
        "zatvoren",
        "затворен",
        "κλειστό",
        "kapalı",
        "închis",
        "uždarytas",
        "suletud",
        "lezárt",
        "slēgts",
        "magħluq",
    ]
)
_ARCHIVED = frozenset(
    [
        "archived",
        "arkiveret",
        "archiviert",
        "archivé",
        "archiviato",
        "archivado",
        "arquivado",
        "zarchiwizowany",
        "gearchiveerd",
        "arkiverad",
        "arkivert",
        "arkistoitu",
        "archivovaný",
        "arhiviran",
        "архивиран",
        "αρχειοθετημένο",
        "arşivlendi",
        "arhivat",
        "archyvuotas",
        "arhiveeritud",
        "archivált",
        "arhivēts",
    ]
)
_ACTIVE = frozenset(
    [
        "active",
        "open",
        "aktiv",
        "åben",
        "aktivt",
        "aktiivinen",
        "actif",
        "ouvert",
        "attivo",
        "aperto",
        "activo",
        "abierto",
        "ativo",
        "aberto",
        "aktywny",
        "otwarty",
        "actief",
        "aktivní",
        "aktívny",
        "aktivan",
        "активен",
        "ενεργό",
        "aktif",
        "activ",
        "aktyvus",
        "aktiivne",
        "aktív",
        "aktīvs",
        "attiv",
    ]
)
_STATE_NOTICE = re.compile(
    r"\b(?:project|twinspace|projekt(?:et)?|proyecto|projet|progetto|projeto)\b[^.]{0,40}?\b"
    r"(?:(?P<archived>archiv\w+|arkiv\w+|arquiv\w+)|(?P<closed>closed|lukket|geschlossen|fermé|"
    r"cerrado|chiuso|fechado|encerrado|zamkni\w+))",
    re.IGNORECASE,
)
# The platform's own sentence on an archived project; teachers write of closing in other words.
_ARCHIVED_NOTICE = re.compile(
    r"\b(?:this )?(?:project|twinspace) (?:is|has been|was) (?P<archived>archived)", re.IGNORECASE
)


def _match(url: str) -> re.Match[str] | None:
    parts = split(normal_form(url))
    if parts is None or (parts.hostname or "").rstrip(".") != _HOST:
        return None
    return _PROJECT.match(parts.path)


def _home(slug: str, language: str = "en") -> str:
    return f"https://{_HOST}/{language}/etwinning/projects/{slug}/twinspace"


def card(seed: Seed) -> str:
    """The address of the project's public card, beside its TwinSpace, in the seed's language."""
    return seed.home.removesuffix("/twinspace")


def recognise(url: str) -> Seed | None:
    """The seed of a project's TwinSpace or profile page, under any language prefix."""
    parts = split(normal_form(url))
    if parts is None or (parts.hostname or "").rstrip(".") != _HOST:
        return None
    match = _PROJECT.match(parts.path)
    if match is None:
        raise NotAProjectError(
            f"{url} is a page of the European School Education Platform, but of no project; open "
            "the project's TwinSpace and copy its address (…/etwinning/projects/NAME/twinspace)."
        )
    slug = match["slug"].lower()
    language = (match["language"] or "en").lower()
    return Seed(url=url, platform="esep", project_id=slug, home=_home(slug, language))


def identity(seed: Seed, url: str) -> str | None:
    """The page's one address: language prefix ``en``, no query but a pager's, no ``/home``."""
    match = _match(url)
    if match is None or match["slug"].lower() != seed.project_id:
        return None
    rest = (match["rest"] or "").rstrip("/")
    rest = re.sub(r"^/twinspace/home$", "/twinspace", rest)
    if rest and rest != "/twinspace" and not rest.startswith("/twinspace/"):
        return None
    base = f"https://{_HOST}/en/etwinning/projects/{seed.project_id}{rest}"
    place = pager(url)
    return f"{base}?page={place}" if place else base


def below(seed: Seed, page: str) -> str:
    """What follows the project's name; nothing for a page that its authors named themselves."""
    rest = page.partition("?")[0].partition(f"/projects/{seed.project_id}")[2]
    named = re.fullmatch(r"/twinspace/pages/([^/]+)", rest)
    return "" if named and named[1].lower() in TITLE_WORDS else rest


def address(seed: Seed, url: str) -> str:
    """What to ask for: the link in the seed's language, since every prefix shows the same page.

    A pager's link keeps its query as it was written: the place may be one of several, and the
    parameters of a form choose the list (the platform's list of schools, read 2026-11-30).
    """
    language = seed.home.partition(f"{_HOST}/")[2].partition("/")[0]
    page = identity(seed, url) or url
    parts = split(url)
    if pager(url) and parts is not None:
        page = f"{page.partition('?')[0]}?{parts.query}"
    return page.replace(f"{_HOST}/en/", f"{_HOST}/{language}/", 1)


def section(seed: Seed, page: str) -> Section:
    """The section by the address, as the platform's tabs are called."""
    rest = page.partition("?")[0].partition(f"/projects/{seed.project_id}")[2]
    if not rest:
        return Section.PROFILE
    inner = rest.removeprefix("/twinspace").strip("/")
    if not inner:
        return Section.HOME
    return next((s for pattern, s in _SECTIONS if re.fullmatch(pattern, inner)), Section.OTHER)


def read_page(seed: Seed, capture: Capture, document: Document) -> PageReading:
    """What a visitor reads on one page of a project."""
    reading = read(document)
    where = identity(seed, capture.final_url) or capture.url
    part = section(seed, where)
    title = _title(part, document)
    return PageReading(
        title=title,
        document_title=document.title,
        section=part,
        language=document.language,
        headings=without_names(document.headings),
        words=words(document),
        updated=last_updated(document),
        personal_data=personal_data(document),
        layout=_layout(seed, document, reading),
        outlinks=tuple(reading.outlinks),
        seen=tuple(reading.seen),
        furniture=tuple(reading.furniture),
        next_pages=next_links(document),
        project_title=_project_title(part, document, title),
        project_state=_state(part, document),
        partners=_partners(document) if part is Section.PROFILE else (),
    )


def _layout(seed: Seed, document: Document, reading: Reading) -> Layout:
    """Known when the page has a main landmark, a first heading and a way around the project."""
    own_links = any(identity(seed, link.url) for link in reading.outlinks)
    framed = document.has_main or page_frame(document).header is not None
    is_known = framed and bool(first_heading(document)) and own_links
    return Layout.KNOWN if is_known else Layout.UNKNOWN


def _title(part: Section, document: Document) -> str:
    """The page's title; where its header and ``<title>`` name the project, the signed heading."""
    title = own_title(document)
    if part in (Section.HOME, Section.PROFILE) or title != short_title(document):
        return title
    return signed_heading(document) or title


def _project_title(part: Section, document: Document, title: str) -> str:
    """The project's title: the home or profile page's own title."""
    if part not in (Section.HOME, Section.PROFILE):
        return ""
    return title or short_title(document)


def _state(part: Section, document: Document) -> ProjectState:
    """The state that the profile gives in a label of its own, or that a notice gives."""
    if part not in (Section.HOME, Section.PROFILE):
        return ProjectState.UNKNOWN
    texts = list(page_frame(document).labels)
    if part is Section.PROFILE:
        texts += document.main.stripped_strings
    labels = {text.strip(" .:").casefold() for text in texts}
    for names, state in (
        (_ARCHIVED, ProjectState.ARCHIVED),
        (_CLOSED, ProjectState.CLOSED),
        (_ACTIVE, ProjectState.OPEN),
    ):
        if labels & names:
            return state
    return _notice_state(document)


def _notice_state(document: Document) -> ProjectState:
    """The state by a notice of the platform, or by the first words of the page."""
    tags = document.soup.select("[role=status], [role=alert], [role=note]")
    notices = " ".join(tag.get_text(" ") for tag in tags)
    match = _STATE_NOTICE.search(notices) or _ARCHIVED_NOTICE.search(document.text[:600])
    if match is None:
        return ProjectState.UNKNOWN
    return ProjectState.ARCHIVED if match["archived"] else ProjectState.CLOSED


def _partners(document: Document) -> tuple[str, ...]:
    """The partners' countries out of "Membership: Poland(1), Bulgaria(1)", or one per item."""
    names: list[str] = []
    for text in document.main.stripped_strings:
        memberships = _MEMBERSHIP.findall(text)
        rest = _MEMBERSHIP.sub("", text).strip(" ,:;")
        if memberships and rest.count(" ") < 3:
            names.extend(name.strip() for name, _ in memberships)
        elif names and rest:
            break
    return tuple(sorted(set(names)))


PLATFORM = Platform(
    id="esep",
    rank=10,
    recognise=recognise,
    identity=identity,
    address=address,
    section=section,
    below=below,
    card=card,
    read_page=read_page,
    landmarks=("main landmark", "first heading", "links into the project"),
    upload_hosts=(_HOST,),
    pace=Pace(delay=2.0, connections=1, first_wait=5.0),
)
