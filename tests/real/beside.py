"""Real material that lies beside the checkout; a missing folder is a failure, never a skip."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared"


def shared_path(*parts: str) -> Path:
    """A path below ``../shared``; fails with a clear sentence where it is missing."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.fail(f"{path} is missing: these tests read real material beside the checkout")
    return path
