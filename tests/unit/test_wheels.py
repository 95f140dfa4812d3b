"""How the wheel check reads what uv says."""

from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.gates import wheels
from tests.gates.wheels import PLATFORMS, missing

REQUIREMENTS = "httpx==0.28.1\npikepdf==10.18.0\nsurt==0.3.1 ; sys_platform != 'win32'"
BINARY = """\
error: No solution found when resolving dependencies
  cause: Because pikepdf==10.18.0 has no usable wheels and you require pikepdf==10.18.0, we can
  conclude that your requirements are unsatisfiable.

hint: Wheels are required for `pikepdf` because building from source is disabled for all packages
"""
SOURCE = """\
  × No solution found when resolving dependencies:
  ╰─▶ Because surt==0.3.1 has
      no usable wheels and you require surt==0.3.1, we can conclude that your requirements are
      unsatisfiable.
"""


def answers(monkeypatch: pytest.MonkeyPatch, *replies: str) -> list[str]:
    """Lets uv give these replies in turn, then success; gives the list that it was asked for."""
    left, requirements = list(replies), []

    def uv(*arguments: str, **variables: str) -> CompletedProcess[str]:
        requirements.append(Path(arguments[-1]).read_text("utf-8"))
        reply = left.pop(0) if left else ""
        return CompletedProcess(arguments, 1 if reply else 0, "", reply)

    monkeypatch.setattr(wheels, "uv", uv)
    return requirements


def test_nothing_is_missing_when_uv_would_install_all(monkeypatch: pytest.MonkeyPatch) -> None:
    requirements = answers(monkeypatch)
    assert list(missing(REQUIREMENTS, PLATFORMS[0], "3.11")) == []
    assert requirements == [REQUIREMENTS]


def test_every_package_without_a_wheel_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    requirements = answers(monkeypatch, BINARY, SOURCE)
    assert list(missing(REQUIREMENTS, PLATFORMS[2], "3.11")) == ["pikepdf 10.18.0", "surt 0.3.1"]
    assert requirements[-1] == "httpx==0.28.1"


@pytest.mark.parametrize("reply", ["error: no connection", BINARY.replace("pikepdf", "other")])
def test_any_other_trouble_ends_the_check(monkeypatch: pytest.MonkeyPatch, reply: str) -> None:
    answers(monkeypatch, reply)
    with pytest.raises(SystemExit, match="Linux x86-64, Python 3.12"):
        list(missing(REQUIREMENTS, PLATFORMS[0], "3.12"))
