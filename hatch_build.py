"""Build step: compiles the catalogues of the wheel, so that no reader has to parse their text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Adds ``messages.mo`` beside each ``messages.po`` of a wheel, and leaves the text out."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue into the build folder; an editable install reads the text."""
        if version == "editable" or self.target_name != "wheel":
            return
        for source in sorted(Path(self.root).glob("reports/locales/*/LC_MESSAGES/messages.po")):
            language = source.parts[-3]
            compiled = Path(self.directory) / "catalogues" / f"{language}.mo"
            compiled.parent.mkdir(parents=True, exist_ok=True)
            with source.open("rb") as text, compiled.open("wb") as binary:
                write_mo(binary, read_po(text, locale=language))
            target = source.relative_to(self.root).with_suffix(".mo").as_posix()
            build_data["force_include"][str(compiled)] = target
