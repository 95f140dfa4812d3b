"""Translate texts, numbers and times: gettext catalogues, one folder each under ``locales``.

English is the source language and needs no catalogue. An installed program holds compiled
catalogues; in a source tree their text is compiled in memory, so there is no compiled file that
could be out of date. Fuzzy messages do not count.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time, get_timezone_name
from babel.numbers import format_decimal, format_percent

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

SOURCE_LANGUAGE = "en"

# How European institutions write dates and numbers in English.
_WRITTEN_AS = {"en": "en_GB"}
# The platform's seat; most of the countries that take part have the same time.
_LOCAL_ZONE = "Europe/Brussels"


@cache
def languages() -> frozenset[str]:
    """The languages a report can be written in."""
    folders = files("reports").joinpath("locales").iterdir()
    return frozenset({SOURCE_LANGUAGE, *(folder.name for folder in folders if folder.is_dir())})


@cache
def catalogue(language: str) -> Catalog | None:
    """The text of a catalogue; None for the source language, and where no text is installed."""
    if language == SOURCE_LANGUAGE or language not in languages():
        return None
    path = _messages(language, "po")
    if not path.is_file():
        return None
    from babel.messages.pofile import read_po  # noqa: PLC0415  an installed program never needs it

    with path.open("rb") as stream:
        return read_po(stream, locale=language)


def _messages(language: str, suffix: str) -> Traversable:
    return files("reports").joinpath("locales", language, "LC_MESSAGES", f"messages.{suffix}")


@cache
def _translations(language: str) -> NullTranslations:
    if language not in languages():
        return NullTranslations()
    compiled = _messages(language, "mo")
    if compiled.is_file():
        with compiled.open("rb") as stream:
            return GNUTranslations(stream)
    catalog = catalogue(language)
    return NullTranslations() if catalog is None else GNUTranslations(_compile(catalog))


def _compile(catalog: Catalog) -> BytesIO:
    from babel.messages.mofile import write_mo  # noqa: PLC0415  an installed program never needs it

    stream = BytesIO()
    write_mo(stream, catalog)
    stream.seek(0)
    return stream


@cache
def _local_zone() -> ZoneInfo | None:
    """The zone of the local time; None on a machine without a time zone database."""
    try:
        return ZoneInfo(_LOCAL_ZONE)
    except ZoneInfoNotFoundError:
        return None


def text_in_language(texts: Mapping[str, str], language: str) -> tuple[str, str]:
    """A text in the language, else in English, else in any other; and the language it is in."""
    code = next((candidate for candidate in (language, "en", *texts) if texts.get(candidate)), "")
    return texts.get(code, ""), code


@dataclass(frozen=True, slots=True)
class Translator:
    """Texts, numbers and times in one language."""

    language: str

    def text(self, source: str) -> str:
        """The translation of a source text; the source itself where there is none."""
        return _translations(self.language).gettext(source) if source else ""

    def count(self, singular: str, plural: str, number: int) -> str:
        """The form that fits the number, with ``{n}`` filled in."""
        form = _translations(self.language).ngettext(singular, plural, number)
        return form.replace("{n}", self.number(number))

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        return str(format_decimal(value, locale=self._locale))

    def percent(self, share: float) -> str:
        """A share between 0 and 1 as a percentage."""
        return str(format_percent(share, locale=self._locale))

    def day(self, text: str) -> str:
        """A date in ISO 8601 as the language writes it; any other text as it is."""
        try:
            return str(format_date(date.fromisoformat(text[:10]), "long", locale=self._locale))
        except ValueError:
            return text

    def time(self, when: datetime) -> str:
        """A time in UTC, short enough for a table."""
        utc = when.astimezone(UTC)
        day = format_date(utc, "medium", locale=self._locale)
        return f"{day} {format_time(utc, 'short', tzinfo=UTC, locale=self._locale)} UTC"

    def local_time(self, when: datetime) -> str:
        """A time in words by the clock of Brussels; in UTC where that clock is not known."""
        zone = _local_zone()
        if zone is None:
            return self.time(when)
        local = when.astimezone(zone)
        day = format_date(local, "long", locale=self._locale)
        hour = format_time(local, "short", tzinfo=zone, locale=self._locale)
        named = get_timezone_name(local, locale=self._locale)
        return f"{day} {hour} ({named})"

    def language_name(self, code: str) -> str:
        """The name of another language in this one; the code itself where it is unknown."""
        try:
            return Locale.parse(code).get_display_name(self._locale) or code
        except (UnknownLocaleError, ValueError):
            return code

    @property
    def direction(self) -> str:
        """``rtl`` for languages written from right to left, else ``ltr``."""
        return str(Locale.parse(self._locale).text_direction)

    @property
    def _locale(self) -> str:
        return _WRITTEN_AS.get(self.language, self.language)
