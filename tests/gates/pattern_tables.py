"""The regular expressions that modules make from tables: of each module, the compiled ones."""

from __future__ import annotations

import re
from collections.abc import Callable

from auditor.application import anonymous_addresses, anonymous_page
from crawlers.detection import wall_signs
from crawlers.extraction import boilerplate
from crawlers.extraction.addresses import flash, own_site
from crawlers.gathering import artefacts
from crawlers.model import media_type
from crawlers.platforms import esep, legacy
from crawlers.providers.engine import loosening, patterns
from crawlers.providers.verdicts import file_signatures
from crawlers.urls import wrappers


def _wall_signs() -> list[re.Pattern]:
    headers = (*wall_signs._BOT_HEADERS, *wall_signs._BOT_REFUSAL_HEADERS)
    return [re.compile(p, re.IGNORECASE) for _, p in (*wall_signs._LOGIN_QUERY, *headers)]


def _players() -> list[re.Pattern]:
    return [p for player in flash._PLAYERS for p in (player.path, *player.variables.values())]


def _file_signatures() -> list[re.Pattern]:
    signatures = [re.compile(p, re.DOTALL) for p, _ in file_signatures._SIGNATURES]
    return signatures + [re.compile(p) for p, _ in file_signatures._MEDIA_TYPES]


def _media_types() -> list[re.Pattern]:
    signatures = [re.compile(p, re.DOTALL) for p, _ in media_type._SIGNATURES]
    return signatures + [re.compile(p) for p, _ in media_type._PACKAGES]


TABLES: dict[str, tuple[str, Callable[[], list[re.Pattern]]]] = {
    "crawlers.detection.wall_signs": ("search", _wall_signs),
    "crawlers.extraction.addresses.flash": ("fullmatch", _players),
    "crawlers.extraction.addresses.own_site": (
        "search",
        lambda: [own_site._SITE_WORDS, own_site._OWN_WORDS, own_site._OTHER_WORDS],
    ),
    "crawlers.extraction.boilerplate": (
        "fullmatch",
        lambda: [pattern for patterns in boilerplate._paths().values() for pattern in patterns],
    ),
    "crawlers.gathering.artefacts": (
        "search",
        lambda: [re.compile(rf"(?:^|[^a-z])(?:{words})") for words, _ in artefacts._KIND_WORDS],
    ),
    "crawlers.model.media_type": ("search", _media_types),
    "crawlers.platforms.esep": ("fullmatch", lambda: [re.compile(p) for p, _ in esep._SECTIONS]),
    "crawlers.platforms.legacy": (
        "fullmatch",
        lambda: [re.compile(p) for p, _ in legacy._SECTIONS],
    ),
    "crawlers.providers.verdicts.file_signatures": ("match", _file_signatures),
    "crawlers.urls.wrappers": (
        "fullmatch",
        lambda: [re.compile(w.path) for w in wrappers.WRAPPERS],
    ),
    # The title of a project, escaped: letters alone.
    "auditor.judging.topics": (
        "search",
        lambda: [re.compile(re.escape("Voda (a) +"), re.IGNORECASE)],
    ),
}

# Patterns that grow faster than their text, each with the reason why no page can use that.
EXEMPT: dict[str, str] = {
    patterns._ESCAPE_OR_CLASS.pattern: "reads rules, which their author wrote",
    loosening._TOKEN.pattern: "reads rules, which their author wrote",
    anonymous_addresses._NOT_LITERAL.pattern: "reads rules, which their author wrote",
    anonymous_page._STRING.pattern: "runs in the command `case` alone, which a person can end",
    anonymous_page._STYLE_URL.pattern: "runs in the command `case` alone, which a person can end",
    r"(?is)<(script|style)\b.*?</\1\s*>|<[^>]*>": "runs in the command `case` alone",
}
