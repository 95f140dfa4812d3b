"""Tell by its names what may hold personal data of pupils or teachers; pure.

Consent forms, lists of pupils, pictures of classes, staff rooms, evaluations with names: a report
must never ask to make such a thing public. The words stand in ``exposure_words.toml``. Only names
are read; what stands inside a page or a file is not.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import unquote

from crawlers.extraction.text.folding import fold_letters
from crawlers.model.artefact import Artefact
from crawlers.model.link import Link
from crawlers.model.page import Page

_UNLESS = "unless"
_WORD = re.compile(r"[^\W\d_]{2,}")
_JOINED = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")  # elevListe, PupilList
_ENDING = re.compile(r"\.[A-Za-z0-9]{2,5}$")
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
# Small words of the languages, which stand between the others or not.
_SMALL = frozenset(
    fold_letters(
        "of the our my your their all with for from and to in at by on "
        "af vores jeres deres og med fra til i det den de en et alle "
        "der die das des dem von vom und mit unser unsere unserer unseren fur im zu zur "
        "de du des la le les un une nos notre votre et avec pour aux au dans "
        "di del della delle dei degli dello dell il lo gli nostri nostre nostra e per con al "
        "el los las y nuestro nuestra nuestros nuestras nuestras para con por a "
        "do da dos das os as nosso nossa nossos nossas o ao aos na no "
        "van het een onze en met voor av vara vart pa den var vore vare fran fra "
        "του της των το τα οι η ο με και για στο στη στην στα μας τους τις "
        "ve ile icin bir z ze na do w we i o s so v a u od ze nasz naszych naszej nasza nasze "
        "lui cu si pentru din la a al ale lor nostri nostru "
        "sa nasich nasi nasih nasa nase pro pre za iz "
        "на за от в във с със и нашите наши наш наша на од из са у "
        "az es egy mi ir su musu ja meie els les dels de l amb per i nostres nostre "
        "dos cos coas nosos nosas ao vid okkar og fyrir af"
    ).split()
)


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    whole: bool


def may_hold_personal_data(texts: Iterable[str]) -> bool:
    """True when one of the titles, file names, link texts or headings names such a thing."""
    return any(_names_persons(text) for text in texts if text)


def page_may_hold_personal_data(page: Page) -> bool:
    """True for a page that by its title, its address or a heading may hold personal data."""
    return may_hold_personal_data((page.title, _last_step(page.url), *page.headings))


def artefact_may_hold_personal_data(artefact: Artefact, pages: Mapping[str, Page]) -> bool:
    """True for an artefact that by its names, or those of all its pages, may hold personal data.

    ``pages`` are those of the project by their address.
    """
    labels = (sighting.label for sighting in artefact.sightings)
    if may_hold_personal_data((artefact.title, *labels, _last_step(artefact.canonical_url))):
        return True
    carriers = {sighting.page for sighting in artefact.sightings}
    titles = [pages[url].title for url in carriers if url in pages]
    return bool(titles) and len(titles) == len(carriers) and all(map(_names_persons, titles))


def link_may_hold_personal_data(link: Link) -> bool:
    """True for a link that by its text or its address may lead to personal data."""
    labels = (sighting.label for sighting in link.sightings)
    return may_hold_personal_data((*labels, _last_step(link.canonical_url)))


@cache
def vocabulary() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The phrases of ``exposure_words.toml`` as written, by kind and language."""
    raw = files("auditor.judging").joinpath("exposure_words.toml").read_text("utf-8")
    return {
        kind: {language: tuple(phrases) for language, phrases in languages.items()}
        for kind, languages in tomllib.loads(raw).items()
    }


def _last_step(url: str) -> str:
    """The last part of an address's path: the name of a file or of a page."""
    path = re.sub(r"^[a-z]+://[^/]*", "", url.partition("?")[0].partition("#")[0])
    return unquote(path.rstrip("/").rpartition("/")[2])


def _words(text: str) -> tuple[str, ...]:
    """The folded words of a name: no number, no letter alone, no small word."""
    plain = fold_letters(_POSSESSIVE.sub("", text))
    return tuple(word for word in _WORD.findall(plain) if word not in _SMALL)


def _phrase(text: str) -> _Phrase:
    """A phrase as written; a star at the beginning or the end of a word stays with it."""
    words = fold_letters(text.removeprefix("=")).split()
    return _Phrase(
        words=tuple(word for word in words if word not in _SMALL), whole=text.startswith("=")
    )


@cache
def _index() -> tuple[Mapping[str, tuple[_Phrase, ...]], tuple[str, ...]]:
    """The phrases by the first two letters of their first word, and the words of ``unless``."""
    table: dict[str, set[_Phrase]] = {}
    unless: set[str] = set()
    for kind, languages in vocabulary().items():
        for text in (text for phrases in languages.values() for text in phrases):
            if kind == _UNLESS:
                unless.add(fold_letters(text))
            else:
                phrase = _phrase(text)
                table.setdefault(phrase.words[0][:2], set()).add(phrase)
    return {key: tuple(sorted(found)) for key, found in table.items()}, tuple(sorted(unless))


@lru_cache(maxsize=16384)
def _names_persons(text: str) -> bool:
    bare = _ENDING.sub("", text.strip())
    readings = dict.fromkeys((_words(bare), _words(_JOINED.sub(" ", bare))))
    return any(_holds_phrase(words) for words in readings)


def _holds_phrase(words: tuple[str, ...]) -> bool:
    phrases, _ = _index()
    return any(
        _stands_at(phrase, words, start)
        for start, word in enumerate(words)
        for phrase in phrases.get(word[:2], ())
    )


def _stands_at(phrase: _Phrase, words: tuple[str, ...], start: int) -> bool:
    """True when a phrase stands in the words from ``start`` on, and nothing takes it back.

    A phrase may be written in one word as well: ``pupillist``.
    """
    end = start + len(phrase.words)
    apart = len(words) >= end and all(map(_fits, phrase.words, words[start:end]))
    if not apart:
        end = start + 1
        if len(phrase.words) == 1 or not _fits_joined(phrase.words, words[start]):
            return False
    if phrase.whole:
        return start == 0 and end == len(words)
    if apart and _takes_back(words[end - 1].removeprefix(phrase.words[-1].rstrip("*"))):
        return False  # Schülerwerke, elevtegninger
    return end == len(words) or not _takes_back(words[end])


def _fits(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def _fits_joined(patterns: tuple[str, ...], word: str) -> bool:
    """True for the words of a phrase without blanks: the first with at most two letters more."""
    first, *others = patterns
    stem = first.rstrip("*")
    if not word.startswith(stem):
        return False
    rest = "".join(pattern.rstrip("*") for pattern in others)
    ends = range(3 if first.endswith("*") else 1)
    return any(word[len(stem) + more :].startswith(rest) for more in ends)


@lru_cache(maxsize=4096)
def _takes_back(word: str) -> bool:
    return any(_fits(pattern, word) for pattern in _index()[1])
