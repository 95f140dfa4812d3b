"""The program's settings, read once at the start and passed down.

Each may stand in the environment (``TWINSPACE_AUDITOR_CONTACT``) or in a TOML file: the one that
``TWINSPACE_AUDITOR_CONFIG`` names, else ``twinspace-auditor.toml`` in the working folder, else in
the user's folder for settings. The environment wins. A file in the working folder names no program
to run.
"""

from __future__ import annotations

import locale
import os
from pathlib import Path

from platformdirs import user_config_path
from pydantic import Field
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from auditor.version import VERSION

_FILE = "twinspace-auditor.toml"
# Settings whose value is run: an unpacked folder must not choose a program.
_PROGRAMS = frozenset({"browser"})


class Settings(BaseSettings):
    """All settings; times in seconds unless their name says otherwise."""

    model_config = SettingsConfigDict(env_prefix="TWINSPACE_AUDITOR_", extra="forbid", frozen=True)

    contact: str = Field(
        default="", description="Address (mail or web) that the user agent names to hosts."
    )
    language: str = Field(default="", description="Language of reports; empty: the system's.")
    rate: float = Field(default=1.0, gt=0, description="Requests per second to one host.")
    max_pages: int = Field(default=500, ge=1)
    max_minutes: float = Field(default=120.0, gt=0)
    timeout: float = Field(default=30.0, gt=0, description="Seconds for one exchange.")
    browser: str = Field(
        default="",
        description="Chromium to look and print with; empty: Playwright's own, else the system's.",
    )
    rubric: str = Field(
        default="", description="Rubric's id or file; empty: the one in force on the day."
    )

    @property
    def user_agent(self) -> str:
        """The truthful name that the program gives to hosts."""
        contact = f"; {self.contact}" if self.contact else ""
        return f"TwinSpaceAuditor/{VERSION} (anonymous visibility audit{contact})"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then the environment, then the TOML file."""
        file = settings_file()
        toml = TomlConfigSettingsSource(settings_cls, toml_file=file)
        if file == Path(_FILE) and (named := _PROGRAMS & toml.toml_data.keys()):
            raise SettingsError(
                f"{file} in the working folder names a program ({', '.join(sorted(named))}), which "
                "is not taken from there; set it in the environment or in the settings of "
                "your user folder."
            )
        return init_settings, env_settings, toml


def settings_file() -> Path:
    """The TOML file of settings: the one the environment names, else one in the working folder.

    Without either, it is the one in the user's folder for settings, which may not exist.
    """
    named = os.environ.get("TWINSPACE_AUDITOR_CONFIG")
    if named:
        return Path(named)
    here = Path(_FILE)
    return here if here.is_file() else user_config_path("twinspace-auditor") / _FILE


def system_language() -> str:
    """The primary subtag of the system's language, ``en`` where it has none."""
    name = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    name = name or (locale.getlocale()[0] or "")
    subtag = name.partition("_")[0].partition(".")[0].lower()
    return subtag if len(subtag) == 2 else "en"
