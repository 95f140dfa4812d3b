"""However a run ends, no browser and no driver of it stays behind."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from importlib.resources import as_file, files
from pathlib import Path

import psutil
import pytest


def processes_below(program: subprocess.Popen[bytes]) -> list[psutil.Process]:
    """The processes that a program started, and those that these started."""
    try:
        return psutil.Process(program.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def names_alive(processes: list[psutil.Process]) -> list[str]:
    """The names of those that still run."""
    return [
        process.name()
        for process in processes
        if process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    ]


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        (signal.SIGKILL, (-signal.SIGKILL,)),
        (signal.SIGINT, (0, 3)),
        (signal.SIGTERM, (0, 3)),
    ],
)
def test_nothing_stays_behind(tmp_path: Path, name: signal.Signals, codes: tuple[int, ...]) -> None:
    demo = files("auditor").joinpath("demo")
    address = demo.joinpath("address.txt").read_text("utf-8").strip()
    with as_file(demo.joinpath("twinspace.wacz")) as archive:
        command = ["audit", address, "--replay", str(archive), "--out", "o", "--format", "json"]
        program = subprocess.Popen(
            [sys.executable, "-m", "auditor", *command, "--screenshots", "all", "--quiet"],
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        children: list[psutil.Process] = []
        waited = time.monotonic() + 60
        while time.monotonic() < waited:
            children = processes_below(program)
            if any(
                "--type=renderer" in process.cmdline()
                for process in children
                if process.is_running()
            ):
                break
            time.sleep(0.1)
        assert len(children) > 2, "no browser was started"
        program.send_signal(name)
        _, errors = program.communicate(timeout=90)
        assert program.returncode in codes, errors.decode()
    _, left = psutil.wait_procs(children, timeout=10)
    assert names_alive(left) == []
