"""What the title of a thing says: that it is the final product, or nothing at all.

The words stand in ``titles.toml``. A title is the thing's own name, and the labels under which
pages show it; where it has neither, the last part of its address.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from auditor.judging.topics import Topic, place_of, topics_in, words_of
from crawlers.model.artefact import Artefact, Kind

# A final meeting's form or the final questionnaire is no product, whatever its title.
_NO_PRODUCT = frozenset({Topic.PLANNING, Topic.EVALUATION, Topic.ESAFETY, Topic.CREDITS})
_FORMATS = frozenset(
    ("pdf", "ppt", "pptx", "pps", "ppsx", "odp", "doc", "docx", "odt", "epub", "zip", "mp4")
) | {"folder", "online", "version", "published", "embedded"}


@cache
def title_words() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The phrases of ``titles.toml`` as written, by meaning and language."""
    raw = files("auditor.judging.results_visible").joinpath("titles.toml").read_text("utf-8")
    return {
        meaning: {language: tuple(phrases) for language, phrases in languages.items()}
        for meaning, languages in tomllib.loads(raw).items()
    }


@cache
def _phrases(meaning: str) -> frozenset[tuple[str, ...]]:
    return frozenset(
        words_of(phrase) for phrases in title_words()[meaning].values() for phrase in phrases
    )


@lru_cache(maxsize=16384)
def names_final(text: str) -> bool:
    """True for a title that names the final product."""
    words = words_of(text)
    phrases = _phrases("final")
    longest = max(len(phrase) for phrase in phrases)
    return any(
        words[start : start + length] in phrases
        for start in range(len(words))
        for length in range(1, longest + 1)
    )


def names_of(artefact: Artefact) -> tuple[str, ...]:
    """The titles of an artefact: its own, those of its sightings, else its place."""
    labels = (s.label for s in artefact.sightings if "://" not in s.label)
    names = tuple(dict.fromkeys(text for text in (artefact.title, *labels) if text.strip()))
    return names or tuple(filter(None, (place_of(artefact.canonical_url),)))


def name_topics(artefact: Artefact) -> frozenset[Topic]:
    """The topics that an artefact's titles name."""
    return frozenset().union(*(topics_in(name) for name in names_of(artefact)))


def is_final_product(artefact: Artefact) -> bool:
    """True for what is called the final product, and is no plan, form or evaluation."""
    named = any(names_final(name) for name in names_of(artefact))
    return named and artefact.kind is not Kind.FORM and not name_topics(artefact) & _NO_PRODUCT


def telling_names(artefact: Artefact) -> Iterator[tuple[str, ...]]:
    """The titles that tell a thing from others, as words without formats; pointing words do not."""
    pointing = {word for phrase in _phrases("pointing") for word in phrase}
    own = {*words_of(artefact.tool), *words_of(artefact.provider), artefact.kind.value}
    for name in names_of(artefact):
        words = tuple(word for word in words_of(name) if word not in _FORMATS)
        telling = [w for w in words if w not in pointing | own and not w.isdigit()]
        if sum(len(word) for word in telling) >= 3:
            yield words
