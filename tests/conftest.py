"""What holds for every test: no socket but loopback, and no limit of wall time in a property."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine may be slow; a property holds or fails whatever the clock says. In CI the examples
# are the same each time, so that a change does not get the blame for an old fault.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
# By hand, for what must hold whatever comes: --hypothesis-profile=ten_thousand
settings.register_profile("ten_thousand", deadline=None, max_examples=10_000)
settings.load_profile("ci" if os.environ.get("CI") else "local")

_REAL_CONNECT = socket.socket.connect
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


class OutsideError(RuntimeError):
    """A test tried to leave this machine."""


def _guard_connect(self: socket.socket, address: object) -> None:
    outside = isinstance(address, tuple) and address[0] not in _LOOPBACK
    if outside and self.family in (socket.AF_INET, socket.AF_INET6):
        raise OutsideError(f"a test tried to reach {address}")
    _REAL_CONNECT(self, address)


@pytest.fixture(autouse=True)
def _stay_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing leaves this machine, and no proxy or setting of it is used."""
    monkeypatch.setattr(socket.socket, "connect", _guard_connect)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture(autouse=True)
def _same_logging() -> Iterator[None]:
    """What a command sets up for its log ends with the test that ran it."""
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    yield
    root.setLevel(level)
    root.handlers[:] = handlers


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test with the name of its folder: unit, integration, browser, documents …

    Coverage is counted in unit tests alone: they are to reach every line of the pure rooms by
    themselves, and counting slows the long audits of the other folders.
    """
    tests = Path(__file__).parent
    for item in items:
        folder = item.path.relative_to(tests).parts[0]
        item.add_marker(folder)
        if folder != "unit":
            item.add_marker("no_cover")


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name bytes by their type alone: packed bytes hold the time, and workers must agree on names."""
    return "bytes" if isinstance(val, bytes) else None
