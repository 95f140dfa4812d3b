"""Where settings come from: the environment, then one TOML file."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.cli.options import read_settings
from auditor.errors import BadInputError
from auditor.settings import Settings, settings_file

FILE = "twinspace-auditor.toml"


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A working folder, and the user's folder for settings."""
    here, user = tmp_path / "here", tmp_path / "user"
    for folder in (here, user):
        folder.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setattr("auditor.settings.user_config_path", lambda _: user)
    for name in ("CONFIG", "CONTACT", "RATE"):
        monkeypatch.delenv(f"TWINSPACE_AUDITOR_{name}", raising=False)
    return here, user


def test_the_working_folder_goes_before_the_user_s_folder(folders: tuple[Path, Path]) -> None:
    here, user = folders
    assert Settings().rate == 1.0
    (user / FILE).write_text("rate = 0.5", "utf-8")
    assert Settings().rate == 0.5
    (here / FILE).write_text("rate = 0.25", "utf-8")
    assert Settings().rate == 0.25


def test_a_named_file_and_the_environment_go_before_both(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, _ = folders
    (here / FILE).write_text("rate = 0.25", "utf-8")
    (here / "other.toml").write_text("rate = 0.75", "utf-8")
    monkeypatch.setenv("TWINSPACE_AUDITOR_CONFIG", "other.toml")
    assert settings_file() == Path("other.toml")
    assert Settings().rate == 0.75
    monkeypatch.setenv("TWINSPACE_AUDITOR_RATE", "2")
    assert Settings().rate == 2.0


def test_the_name_given_to_hosts_holds_no_address_that_nobody_chose(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "http" not in Settings().user_agent
    monkeypatch.setenv("TWINSPACE_AUDITOR_CONTACT", "mailto:audits@nso.example")
    assert Settings().user_agent.endswith("; mailto:audits@nso.example)")


def test_a_file_in_the_working_folder_names_no_program(folders: tuple[Path, Path]) -> None:
    here, home = folders
    (here / "twinspace-auditor.toml").write_text("browser = '/tmp/evil'\n")
    with pytest.raises(BadInputError, match="names a program"):
        read_settings()
    (here / "twinspace-auditor.toml").unlink()
    (home / "twinspace-auditor.toml").write_text("browser = '/usr/bin/chromium'\n")
    assert read_settings().browser == "/usr/bin/chromium"
