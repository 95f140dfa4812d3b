"""Read which languages somebody wants: codes, locales, countries and names of languages; pure."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from auditor.errors import BadInputError
from reports.i18n.terminal import TERMINAL
from reports.i18n.translator import languages as known_languages

_BETWEEN = re.compile(r"[,;+/\s]+")
# What people write for a language: its three letters (ISO 639-2), or the code of a country.
_OTHER_CODES = {
    **{"bul": "bg", "cat": "ca", "ces": "cs", "cze": "cs", "dan": "da", "deu": "de", "ger": "de"},
    **{"ell": "el", "gre": "el", "eng": "en", "spa": "es", "est": "et", "fin": "fi", "fra": "fr"},
    **{"fre": "fr", "glg": "gl", "hrv": "hr", "hun": "hu", "isl": "is", "ice": "is", "ita": "it"},
    **{"lit": "lt", "nob": "nb", "nor": "nb", "nno": "nb", "nld": "nl", "dut": "nl", "pol": "pl"},
    **{"por": "pt", "ron": "ro", "rum": "ro", "slk": "sk", "slo": "sk", "slv": "sl", "srp": "sr"},
    **{"swe": "sv", "tur": "tr", "no": "nb", "nn": "nb", "dk": "da", "gr": "el", "cz": "cs"},
    **{"se": "sv", "ee": "et", "si": "sl", "rs": "sr", "at": "de", "gb": "en", "us": "en"},
    **{"ie": "en", "md": "ro", "br": "pt", "c": "en", "posix": "en"},
}
_NORSK = {"norsk": "nb", "norwegian": "nb", "norvégien": "nb", "norwegisch": "nb"}


def select_languages(wanted: list[str] | None, usual: str) -> tuple[str, ...]:
    """The languages of a report; the usual one when none is requested, else English.

    ``da-DK``, ``dk``, ``Danish`` and ``da,en`` are understood. Raises ``BadInputError`` with the
    list for a language that has no catalogue.
    """
    asked = [part for text in wanted or () for part in _BETWEEN.split(text) if part]
    if not asked:
        return (read_language(usual) or "en",)
    chosen: dict[str, None] = {}
    for text in asked:
        language = read_language(text)
        if language is None:
            choices = ", ".join(sorted(known_languages()))
            raise BadInputError(
                TERMINAL["unknown_value"], value=text, option="--lang", choices=choices
            )
        chosen[language] = None
    return tuple(chosen)


def read_language(text: str) -> str | None:
    """The code of a language with a catalogue, from what somebody wrote; None for any other."""
    name = text.strip().strip("\"'").casefold()
    code = re.split(r"[-_.@]", name, maxsplit=1)[0]
    for candidate in (code, _OTHER_CODES.get(code, "")):
        if candidate in known_languages():
            return candidate
    return _language_names().get(name)


@cache
def _language_names() -> dict[str, str]:
    """The names of all languages in all languages."""
    names = dict(_NORSK)
    for code in sorted(known_languages()):
        for spoken in sorted(known_languages()):
            name = Locale.parse(code).get_language_name(spoken)
            if name:
                names.setdefault(name.casefold(), code)
    return names
