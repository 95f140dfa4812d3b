"""Languages: gettext catalogues under ``locales``, one folder each, found by scanning.

English is the source language. Catalogues are read as text, so there is no compiled file to
forget.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files

from babel import Locale
from babel.dates import format_datetime
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

SOURCE_LANGUAGE = "en"


@cache
def languages() -> frozenset[str]:
    """The languages a report can be written in."""
    folders = files("reports").joinpath("locales").iterdir()
    return frozenset({SOURCE_LANGUAGE, *(folder.name for folder in folders if folder.is_dir())})


@cache
def catalogue(language: str) -> Catalog | None:
    """The catalogue of a language, None for the source language."""
    if language == SOURCE_LANGUAGE:
        return None
    path = files("reports").joinpath("locales", language, "LC_MESSAGES", "messages.po")
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


@dataclass(frozen=True, slots=True)
class Speech:
    """One language's way to say a text, a number and a time."""

    language: str

    def text(self, source: str) -> str:
        """The translation of a source text; the source itself where there is none."""
        known = catalogue(self.language)
        found = known.get(source) if known is not None else None
        return str(found.string) if found is not None and found.string else source

    def count(self, one: str, many: str, number: int) -> str:
        """The form that fits the number, with ``{n}`` filled in."""
        known = catalogue(self.language)
        found = known.get(one) if known is not None else None
        if known is None or found is None or not found.string:
            chosen = one if number == 1 else many
        else:
            forms = found.string if isinstance(found.string, tuple | list) else (found.string,)
            form = _plural_form(known, number)
            chosen = str(forms[min(form, len(forms) - 1)])
        return chosen.replace("{n}", self.number(number))

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        return str(format_decimal(value, locale=self.language))

    def percent(self, share: float) -> str:
        """A share between 0 and 1 as a percentage."""
        return str(format_percent(share, locale=self.language))

    def time(self, when: datetime) -> str:
        """A time in words, in UTC."""
        shown = format_datetime(when, "d MMMM y HH:mm", locale=self.language)
        return f"{shown} UTC"

    @property
    def direction(self) -> str:
        """``rtl`` for languages written from right to left, else ``ltr``."""
        return str(Locale.parse(self.language).text_direction)

    @property
    def name(self) -> str:
        """The language's own name."""
        return str(Locale.parse(self.language).get_display_name(self.language))


def _plural_form(known: Catalog, number: int) -> int:
    """The index of the plural form, by the catalogue's own rule for one or many."""
    if known.num_plurals == 2:
        return 0 if number == 1 else 1
    from gettext import c2py  # noqa: PLC0415  the rule's own parser; needed by few languages

    return int(c2py(known.plural_expr)(number))


def messages(language: str) -> Iterator[Message]:
    """Every message of a catalogue, its head excepted."""
    return (message for message in catalogue(language) or () if message.id)
