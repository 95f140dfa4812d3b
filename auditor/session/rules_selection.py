"""Select the rules about web tools: the shipped ones, or those of a folder."""

from __future__ import annotations

from pathlib import Path

from auditor.errors import BadInputError
from crawlers.providers.engine.registry import Rules, shipped_rules


def select_rules(folder: Path | None) -> Rules:
    """The rules of a folder, validated; the shipped ones when none is given.

    Raises ``BadInputError`` for rules that cannot be used.
    """
    if folder is None:
        return shipped_rules()
    from crawlers.providers.engine.checking import checked_rules  # noqa: PLC0415  heavy
    from crawlers.providers.engine.mistakes import RulesError  # noqa: PLC0415  heavy

    try:
        return checked_rules(folder)
    except RulesError as error:
        raise BadInputError(f"These rules cannot be used:\n{error}") from error
