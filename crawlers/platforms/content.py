"""What every platform reads from a page in the same way; pure."""

from __future__ import annotations

import re
from datetime import datetime

from bs4 import Tag
from bs4.element import NavigableString

from crawlers.extraction.addresses.links import Reading
from crawlers.extraction.document import Document, squeeze
from crawlers.extraction.page_frame import is_card_heading, page_frame
from crawlers.extraction.text.personal_data import personal_data_kinds
from crawlers.urls.canonical import absolute
from crawlers.urls.parts import split

_TITLE_PARTS = re.compile(r" [|–—·»-] ")


_LONG = 150
# A heading that was never closed holds the text behind it as well.
_LONGEST_HEADING = 150  # characters
_NOT_OWN = frozenset(
    (
        *("nav", "header", "footer", "form", "button", "script", "style", "noscript"),
        *("template", "svg", "head", "select", "dialog"),
    )
)
_NOT_OWN_ROLES = frozenset({"navigation", "banner", "contentinfo", "search"})
_SMALL_BLOCKS = frozenset({"p", "div", "span", "li", "time", "small", "dd", "h2", "h3", "h4", "h5"})
# "Created by" and "Last updated by" were seen in English; the others are our translations, and
# only ever take a line away from what a page says.
BYLINE = re.compile(
    r"(?:(?:last )?(?:created|updated|edited|changed|modified|posted|published|written) by"
    r"|(?:sidst |senest )?(?:oprettet|opdateret|ændret|skrevet) af"
    r"|(?:zuletzt )?(?:erstellt|aktualisiert|geändert|geschrieben) von"
    r"|(?:dernière )?(?:créée?|mise? à jour|modifiée?|publiée?|écrite?) par"
    r"|(?:última actualización|creado|creada|actualizado|escrito|modificado) por"
    r"|(?:ultimo aggiornamento|creat[oa]|aggiornat[oa]|pubblicat[oa]|scritt[oa]) da"
    r"|(?:última atualização|criad[oa]|atualizad[oa]|escrit[oa]) por"
    r"|(?:ostatnio )?(?:utworzon\w+|zaktualizowan\w+|napisan\w+) przez"
    r"|(?:laatst )?(?:aan)?(?:gemaakt|bijgewerkt|geschreven) door"
    r"|(?:senast )?(?:skapad|uppdaterad|ändrad|skriven) av|(?:sist )?(?:opprettet|oppdatert) av"
    r"|(?:последно )?(?:създаден\w*|обновен\w*|променен\w*) от|створено|оновлено"
    r"|δημιουργήθηκε από|ενημερώθηκε από|τελευταία ενημέρωση από|oluşturan|güncelleyen"
    r"|creat de|actualizat de|krijuar nga|përditësuar nga|stvori\w+|izradi\w+|kreira\w+"
    r"|ustvaril\w*|vytvořil\w*|vytvoril\w*|létrehozta|luonut|loonud|sukūrė|izveidoja)\b",
    re.IGNORECASE,
)


def short_title(document: Document) -> str:
    """The first part of ``<title>``, before the site's name."""
    return squeeze(_TITLE_PARTS.split(document.title)[0]) if document.title else ""


def first_heading(document: Document) -> str:
    """The text of the page header's ``h1``, else of the first in the main content, else anywhere.

    A card's heading names another page; it counts where there is no other.
    """
    if title := page_frame(document).title:
        return title
    found = (*document.main.find_all("h1"), *document.tags("h1"))
    own = (tag for tag in found if not is_card_heading(tag))
    tag = next(own, None) or next(iter(found), None)
    return squeeze(tag.get_text(" ")) if tag is not None else ""


def last_updated(document: Document) -> str | None:
    """The latest machine-readable date in the main content (ISO 8601 date), or None.

    Relative dates ("1 year 8 months ago") depend on the day and the language, so they are not
    read.
    """
    dates = []
    for tag in document.main.find_all("time", attrs={"datetime": True}):
        try:
            dates.append(datetime.fromisoformat(str(tag["datetime"]).replace("Z", "+00:00")).date())
        except ValueError:
            continue
    return max(dates).isoformat() if dates else None


def personal_data(document: Document) -> tuple[str, ...]:
    """Which kinds of personal data stand in the visible text; never the data themselves."""
    frame = page_frame(document)
    kinds = personal_data_kinds(f"{frame.description} {document.text}".strip())
    links = (*frame.description_tags, *document.main.find_all("a", href=True))
    mails = any(str(tag.get("href", "")).startswith("mailto:") for tag in links)
    return ("email_address", *kinds) if mails and "email_address" not in kinds else kinds


def own_title(document: Document) -> str:
    """The page's title: its header's, the heading that ``<title>`` begins with, the first ``h1``.

    A heading that names a person ("Created by …") is no title. Where ``<title>`` is all
    there is, its own part is the first.
    """
    header = page_frame(document).title
    if header and without_names((header,)):
        return header
    title = short_title(document)
    headings = without_names(document.headings)
    if title and title.casefold() in {heading.casefold() for heading in headings}:
        return next(heading for heading in headings if heading.casefold() == title.casefold())
    first = first_heading(document)
    if title and len(first) > _LONGEST_HEADING:
        return title
    return next(iter(without_names((first, title))), "") if first else title


def words(document: Document) -> int:
    """The number of words that a visitor reads on a page, its header's description included."""
    frame = page_frame(document)
    own = document.words if frame.main is document.main else 0
    return own + len(frame.description.split())


def signed_heading(document: Document) -> str:
    """The heading above the line that says who wrote the page, or empty.

    On stored texts of the platform the project's title comes first, then the page's, then
    "Created by" (read 2026-11-23).
    """
    byline = next((tag for tag in document.main.find_all(_SMALL_BLOCKS) if _is_byline(tag)), None)
    heading = byline.find_previous(re.compile("^h[1-4]$")) if byline is not None else None
    inside = isinstance(heading, Tag) and any(one is document.main for one in heading.parents)
    return squeeze(heading.get_text(" ")) if inside and isinstance(heading, Tag) else ""


def without_names(headings: tuple[str, ...]) -> tuple[str, ...]:
    """The headings without those that say who wrote or changed a page."""
    return tuple(heading for heading in headings if heading and not BYLINE.match(heading))


def says_nothing(document: Document, reading: Reading, title: str) -> bool:
    """True when the page's own part holds no more than its title and who made it.

    Menus, banners, footers and forms are not the page's own, except a menu in the main content
    that links to pages below this one: such a page is an entrance. A long text is not examined.
    """
    frame = page_frame(document)
    if reading.seen or (document.words > _LONG and frame.main is document.main):
        return False
    words, linked = _own_words(frame.main)
    if frame.heading is not None:
        words += len(frame.title.split()) + len(frame.description.split())
    linked = linked or (document.has_main and _leads_below(document))
    return not linked and words - len(title.split()) <= 2


def _own_words(main: Tag) -> tuple[int, bool]:
    """How many words of the main part are the page's own, and whether a link is."""
    words, linked = 0, False
    stack = [iter(main.children)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif isinstance(child, Tag):
            if child.name in _NOT_OWN or child.get("role") in _NOT_OWN_ROLES or _is_byline(child):
                continue
            linked = linked or (child.name == "a" and child.has_attr("href"))
            stack.append(iter(child.children))
        elif type(child) is NavigableString:
            words += len(child.split())
    return words, linked


def _leads_below(document: Document) -> bool:
    """True when a menu inside the main content links to an address below the page's own."""
    own = split(document.url)
    if own is None:
        return False
    last = own.path.rpartition("/")[2]
    folder = own.path.rpartition("/")[0] if "." in last else own.path.rstrip("/")
    menus = document.main.find_all("nav")
    links = [link for menu in menus for link in menu.find_all("a", href=True)]
    for link in links:
        target = split(absolute(document.base, str(link["href"])) or "")
        if target is None or target.netloc != own.netloc:
            continue
        if (
            target.path != own.path
            and target.path.startswith(f"{folder}/")
            and target.path != f"{folder}/"
        ):
            return True
    return False


def _is_byline(tag: Tag) -> bool:
    """True for a short element that begins with "Created by" or the like."""
    if tag.name not in _SMALL_BLOCKS:
        return False
    text = squeeze(tag.get_text(" "))
    return len(text) < 160 and BYLINE.match(text) is not None
