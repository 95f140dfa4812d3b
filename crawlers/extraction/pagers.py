"""The links of a page that lead to the next page of a list; pure."""

from __future__ import annotations

import re

from bs4 import Tag

from crawlers.extraction.document import Document, squeeze
from crawlers.extraction.text.folding import fold_words
from crawlers.urls.canonical import absolute
from crawlers.urls.parts import without_fragment

_PAGER_NAME = re.compile(
    r"(?:^|[-_])(?:pag(?:er|ination|inator)|page-?nav\w*)(?:$|[-_])", re.IGNORECASE
)
_NEXT_NAME = re.compile(r"(?:^|[-_])next(?:$|[-_])", re.IGNORECASE)
_DISABLED_NAME = re.compile(r"(?:^|[-_])(?:disabled|inactive)(?:$|[-_])", re.IGNORECASE)
_ARROWS = frozenset({"›", "»", "→", ">", ">>", "⟩", "❯"})
# "Next" in the languages of the platform, and what may follow it; our translations (2026-11-30).
_WORDS = (
    "next older næste ældre nächste weiter suivant suivante siguiente próxima próximo seguinte "
    "successivo successiva prossima avanti następna następny dalej volgende nästa neste seuraava "
    "další ďalšia naslednja sljedeća sledeća следваща следећа следна наступна επόμενη sonraki "
    "următoarea kitas järgmine következő nākamā següent seguent næsta tjetra növbəti li jmiss "
    "următorul slijedeća älter eldre daha eski"
)
_NEXT = frozenset(fold_words(word) for word in _WORDS.split()) - {"li", "daha"}
_LONGEST = 4  # words: "Go to next page"


def next_links(document: Document) -> tuple[str, ...]:
    """The addresses behind "next" on a page, in the order of the document, each once.

    The page's own address stands for a "next" that only a script could turn.
    """
    links = (
        _address(document, tag)
        for tag in document.tags("a", "button")
        if _is_next(tag) and not _is_disabled(tag)
    )
    return tuple(dict.fromkeys(url for url in links if url is not None))


def _is_next(tag: Tag) -> bool:
    """True for a link or button that says "next", in a pager or by its relation."""
    if "next" in tag.get_attribute_list("rel"):
        return True
    pager = _named(tag, _PAGER_NAME)
    if not pager:
        return False
    texts = (tag.get_text(" "), tag.get("aria-label"), tag.get("title"))
    said = [squeeze(str(text)) for text in texts if text]
    return any(text in _ARROWS or _says_next(text) for text in said) or _named(
        tag, _NEXT_NAME, depth=2
    )


def _says_next(text: str) -> bool:
    words = fold_words(text).split()
    return len(words) <= _LONGEST and not _NEXT.isdisjoint(words)


def _is_disabled(tag: Tag) -> bool:
    dead = tag.has_attr("disabled") or str(tag.get("aria-disabled", "")).lower() == "true"
    return dead or _named(tag, _DISABLED_NAME, depth=2)


def _named(tag: Tag, pattern: re.Pattern[str], depth: int = 6) -> bool:
    """True when the element, or one of those close around it, has a name of a kind."""
    near = [tag, *tag.parents][:depth]
    return any(
        pattern.search(str(name))
        for one in near
        for name in (*one.get_attribute_list("class"), one.get("id"))
        if name
    )


def _address(document: Document, tag: Tag) -> str | None:
    """Where a "next" leads; the page itself where only a script knows."""
    href = str(tag.get("href") or "").strip()
    if tag.name == "button" or not href or href.startswith(("#", "javascript:")):
        return without_fragment(document.url)
    target = absolute(document.base, href)
    return without_fragment(target) if target else None
