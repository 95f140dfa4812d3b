"""Where on a page something stands: in the content or in the site's frame around it; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from bs4 import Tag
from bs4.element import NavigableString

from crawlers.model import limits
from crawlers.urls.parts import host_of

_REGIONS = {"header": "header", "footer": "footer", "nav": "nav", "aside": "aside", "main": "main"}
_ROLES = {
    "banner": "header",
    "contentinfo": "footer",
    "navigation": "nav",
    "complementary": "aside",
    "main": "main",
    "search": "nav",
}
_FURNISHED = frozenset({"header", "footer", "nav"})


@dataclass(frozen=True, slots=True)
class Landmark:
    """The position of a walk: its landmark, whether in the content, and inside which link.

    ``face`` is true inside a link whose pictures are no things of their own: the link leads to
    the larger picture, or is a button of the theme. ``page_header`` is the block before the main
    content that holds the page's own title.
    """

    region: str = "body"
    content: bool = False
    link: str = ""
    face: bool = False
    page_header: Tag | None = None


def enter_landmark(tag: Tag, place: Landmark) -> Landmark:
    """The place inside a tag; header and footer of a page are furniture, those of an article not.

    A window that opens over the page (a larger picture, a card's text) belongs to its content.
    """
    if tag is place.page_header:
        return replace(place, region="main", content=True)
    if tag.name in ("article", "section") and place.region == "body":
        return replace(place, region="article")
    region = _REGIONS.get(tag.name, "")
    if "role" in tag.attrs:
        region = _ROLES.get(str(tag["role"]), region)
    if place.region == "body" and (tag.name == "dialog" or tag.get("role") == "dialog"):
        region = "main"
    if not region or (region in ("header", "footer") and place.region in ("main", "article")):
        return place
    return replace(place, region=region, content=place.content or region == "main")


def is_counted(place: Landmark) -> bool:
    """True where links and pictures are content rather than furniture."""
    return place.region not in _FURNISHED and (place.content or place.region == "aside")


def is_teaser(tag: Tag, place: Landmark, base: str) -> bool:
    """True for a picture that, like a text beside it, links to another page of the site.

    The artefact itself is found on that page. In an aside no text beside it is needed.
    """
    link = tag.find_parent("a") if place.link else None
    if link is None or host_of(place.link) != host_of(base):
        return False
    return place.region == "aside" or _has_text_link_beside(link)


def _has_text(tag: Tag) -> bool:
    """True for an element with a letter among its first parts."""
    inside = islice(tag.descendants, limits.NEAR_ELEMENTS)
    return any(type(part) is NavigableString and not part.isspace() for part in inside)


def _has_text_link_beside(link: Tag) -> bool:
    """True when a text near a link leads where the link leads."""
    block: Tag | None = link
    for _ in range(4):
        if block is None or block.name in ("main", "body", "ul", "ol", "table", "tr"):
            return False
        inside = islice(block.descendants, limits.NEAR_ELEMENTS)
        links = (e for e in inside if isinstance(e, Tag) and e.name == "a")
        near = (block, *islice(links, 6))
        same = (element for element in near if element.get("href") == link.get("href"))
        if any(_has_text(element) for element in same):
            return True
        block = block.parent
    return False
