"""Names of web tools as they write themselves; names are not translated; pure."""

from __future__ import annotations

from crawlers.model.artefact import Artefact

# Providers that are no web tool, and so say nothing to a reader.
_NAMELESS = frozenset({"", "-", "file"})
_PLATFORM = {"twinspace": "TwinSpace"}


def tool_name(artefact: Artefact) -> str:
    """What the artefact's web tool calls itself; empty where there is none.

    Audits of earlier versions keep no names: there the provider's id is made readable.
    """
    if artefact.provider in _NAMELESS:
        return ""
    readable = artefact.provider.replace("-", " ").title()
    return artefact.tool or _PLATFORM.get(artefact.provider, readable)
