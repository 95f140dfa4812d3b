"""Whether the words of a link call a site the project's own, in 27 languages; pure.

"Our blog" is the project's; "our school's blog" is a partner's; "blog" alone leaves it open.
Words as teachers write them, without grammar: stems that a word begins with.
"""

from __future__ import annotations

import re
from enum import StrEnum

from crawlers.extraction.text.folding import fold_words


class OwnSite(StrEnum):
    """What the words of a link say of whose site it leads to."""

    OWN = "own"
    UNDECIDED = "undecided"
    FOREIGN = "foreign"


_SITES = (
    *(
        "website",
        "web site",
        "lloc web",
        "web projektu",
        "nas web",
        "websted",
        "webbplats",
        "webpage",
        "web page",
        "homepage",
    ),
    *("home page", "hjemmesid", "hjemmeside", "nettsted", "nettside", "hemsid", "heimasid"),
    *("blog", "webseite", "internetseite", "projektseite", "site web", "site internet"),
    *("sitio web", "pagina web", "sito web", "sito internet", "sitio", "sitio na internet"),
    *("strona internetow", "strona projekt", "strone internetow", "webov", "webstrank"),
    *("weboldal", "honlap", "kotisivu", "verkkosivu", "verkkosivusto", "koduleh", "veebileh"),
    *("majaslapa", "majas lapa", "timeklis", "tinklalap", "interneto svetain", "svetain"),
    *("mrezna stranic", "web stranic", "internetska stranic", "spletna stran", "spletno mesto"),
    *("ιστοσελιδα", "ιστοτοπο", "ιστολογι", "уебсайт", "сайт", "блог", "веб-сајт", "сајт"),
    *(
        "pagina de internet",
        "site-ul",
        "internet sitesi",
        "web sitesi",
        "websajt",
        "sit elettroniku",
    ),
    *("suiomh", "faqja", "lapa internet"),
)
_OURS = (
    *("our", "ours", "project", "projekt", "projet", "progetto", "proyecto", "projecto"),
    *("projeto", "proiect", "προγραμμα", "εργο", "проект", "пројекат", "prosjekt", "verkefni"),
    *("nostre", "projektu", "projekto", "projektin", "projektets", "projekts", "prosjektets"),
    *("verkefnisins", "hankkeen", "projektowa", "projektowy", "projektow", "του εργου"),
    *("hanke", "projekti", "proje", "projektas", "projekta", "tionscadal", "proġett"),
    *("vores", "vor", "vort", "unser", "unsere", "unserer", "notre", "nos", "nuestro", "nuestra"),
    *(
        "nostro",
        "nostra",
        "noso",
        "nosa",
        "nosso",
        "nossa",
        "onze",
        "ons",
        "nasz",
        "nasza",
        "nasze",
        "nase",
    ),
    *("nas", "nasa", "naš", "mieu", "meie", "meidan", "mus", "musu", "musu", "nostru", "noastra"),
    *("var", "vart", "vara", "vare", "okkar", "a mi", "bizim", "μας", "нашия", "нашият", "наш"),
)
_OTHERS = (
    *("school", "schul", "ecole", "college", "lycee", "escuela", "colegio", "instituto", "scuola"),
    *("liceo", "escola", "agrupamento", "skole", "skola", "skolan", "szkol", "skol", "iskola"),
    *("koulu", "kool", "mokykl", "gimnazij", "gymnas", "osnovna", "sola", "sole", "skoli"),
    *("σχολει", "γυμνασι", "λυκει", "училищ", "школ", "okul", "scoil", "partner", "university"),
    *("universit", "museum", "musee", "museo", "municipal", "town", "city", "kommun", "ministr"),
    *("newspaper", "avis", "zeitung", "journal"),
)


def _words(stems: tuple[str, ...], *, whole: bool = False) -> re.Pattern[str]:
    names = "|".join(sorted({re.escape(fold_words(stem)) for stem in stems}, key=len, reverse=True))
    end = r"(?!\w)" if whole else ""
    return re.compile(rf"(?<!\w)(?:{names}){end}")


_SITE_WORDS = _words(_SITES)
_OWN_WORDS = _words(_OURS, whole=True)
_OTHER_WORDS = _words(_OTHERS)
_TITLE_LENGTH = 8  # letters; a shorter title may be part of anybody's host name
_LABEL_LENGTH = 80


def whose_site(label: str, host: str, title: str) -> OwnSite:
    """Whose site a link leads to, by its words, the site's host and the project's title."""
    text = fold_words(label)
    name = re.sub(r"\W|_", "", fold_words(title))
    if len(name) >= _TITLE_LENGTH and name in re.sub(r"\W", "", host):
        return OwnSite.OWN
    if len(text) > _LABEL_LENGTH or not _SITE_WORDS.search(text) or _OTHER_WORDS.search(text):
        return OwnSite.FOREIGN
    return OwnSite.OWN if _OWN_WORDS.search(text) else OwnSite.UNDECIDED
