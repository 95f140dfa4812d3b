"""The common parts of commands: options, settings, and the printer of PDF reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.errors import BadInputError

if TYPE_CHECKING:
    from auditor.settings import Settings

Out = Annotated[Path, typer.Option("--out", help="Folder for the report and its evidence.")]
OwnOut = Annotated[
    Path | None,
    typer.Option("--out", help="Folder for the audit. Default: ./PROJECT-DATE."),
]
Langs = Annotated[
    list[str] | None,
    typer.Option(
        "--lang",
        help="Language of the report and of this terminal (da, de, fr …); may be repeated. "
        "Default: the system's.",
    ),
]
Formats = Annotated[
    list[str] | None, typer.Option("--format", help="Report format; may be repeated. Default: all.")
]
CsvDialect = Annotated[
    str,
    typer.Option(
        "--csv-dialect",
        help="Of inventory.csv: auto (what Excel in the report's language expects), semicolon, "
        "comma, tab, or rfc4180 (comma, no byte order mark).",
    ),
]
Previous = Annotated[
    Path | None,
    typer.Option("--previous", help="An earlier audit.json: the report says what changed."),
]
Quiet = Annotated[bool, typer.Option("--quiet", help="Nothing but errors on stderr.")]
Verbose = Annotated[bool, typer.Option("--verbose", help="Say more on stderr.")]
LogFile = Annotated[
    Path | None, typer.Option("--log-file", help="Keep the log of the run in this file.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the audit as JSON on stdout, alone.")]


def read_settings() -> Settings:
    """The settings; raises ``BadInputError`` when one of them cannot be used."""
    from pydantic import ValidationError
    from pydantic_settings import SettingsError

    from auditor.settings import Settings

    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise BadInputError(f"The setting {name} cannot be used: {first['msg']}.") from error
    except (SettingsError, ValueError) as error:
        raise BadInputError(f"The settings cannot be used: {error}") from error


def printer(settings: Settings) -> Callable[[bytes], bytes]:
    """A printer that uses the browser of the settings, else one that it finds."""
    from auditor.session.printing import browser_printer

    return browser_printer(settings.browser)


def check_choice(option: str, value: str | None, choices: Iterable[str]) -> None:
    """Raise ``BadInputError`` with the choices for a value that is none of them."""
    if value is not None and value not in choices:
        from reports.i18n.terminal import TERMINAL

        raise BadInputError(
            TERMINAL["unknown_value"], value=value, option=option, choices=", ".join(choices)
        )


def usual_language(settings: Settings) -> str:
    """The language of reports when none is requested."""
    from auditor.settings import system_language

    return settings.language or system_language()
