"""Score of the program on all kinds, through its command line alone.

``python -m tests.kinds.score [--kind K1] [--case NAME] [--render never|auto] [--json FILE]``
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from tests.kinds.archives import build
from tests.kinds.cases import KINDS, case_folders
from tests.kinds.expectations import differences
from tests.kinds.program import EndlessRunError, ProgramRun, run_program
from tests.kinds.server import Server, serve

_LIMIT = 300  # seconds for one audit
_KEPT = ("PATH", "HOME", "PYTHONPATH", "SYSTEMROOT")


@dataclass(frozen=True)
class Result:
    """What came of one case; no difference means that it is right."""

    kind: str
    make: str
    differences: tuple[str, ...]


def score(folder: Path, render: str) -> Result:
    """Runs one case and compares."""
    with serve(folder) as server, tempfile.TemporaryDirectory() as place:
        assert server.case is not None
        case = server.case
        try:
            process = _audit(server, render, Path(place))
        except EndlessRunError:
            return Result(case.kind, case.make, (f"no end after {_LIMIT} seconds",))
        problems = _after(server, process, Path(place))
        path = Path(place) / "out" / "audit.json"
        if path.exists():
            audit = json.loads(path.read_text("utf-8"))
            problems += differences(case.expect, audit, case.seed, browser=render != "never")
        elif len(case.expect) > len({"code", "said"} & set(case.expect)):
            problems.append(
                f"no audit.json, exit code {process.code}: {process.err.strip()[-200:]}"
            )
        own = [line.replace(server.origin, "") for line in problems]
        return Result(case.kind, case.make, tuple(own))


def _audit(server: Server, render: str, place: Path) -> ProgramRun:
    assert server.case is not None
    case = server.case
    names = ("audit", case.seed, "--rate", "1000", "--screenshots", "none", "--no-evidence")
    formats = [part for name in ("json", *case.formats) for part in ("--format", name)]
    network = ["--allow-private-network", "--render", render]
    if case.archive:
        network = ["--replay", str(build(case, place)), "--render", render]
    arguments = [*names, *formats, *network, "--out", str(place / "out")]
    return run_program(arguments, _environment(server), place, _LIMIT)


def _environment(server: Server) -> dict[str, str]:
    """No setting of this machine, and no way out of it: every other host is refused."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    ways = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY"), server.origin)
    return {
        **kept,
        **ways,
        "NO_PROXY": "127.0.0.1",
        "LANG": "C.UTF-8",
        "SSL_CERT_FILE": server.ca_file,
        "TWINSPACE_AUDITOR_TIMEOUT": "10",
    }


def _after(server: Server, process: ProgramRun, place: Path) -> list[str]:
    """Differences of the run itself: exit code, words, files, targets that were asked for."""
    assert server.case is not None
    expect = server.case.expect
    problems = []
    if "code" in expect and process.code != expect["code"]:
        problems.append(f"exit code {process.code}")
    words = (process.out + process.err).casefold()
    if "said" in expect and not any(word.casefold() in words for word in expect["said"]):
        problems.append(f"nothing said of {' or '.join(expect['said'])}")
    requests = set(server.asked)
    problems += [
        f"{target} was asked for" for target in expect.get("never_asked", ()) if target in requests
    ]
    problems += [
        problem for name in expect.get("files", ()) for problem in _file(place / "out" / name)
    ]
    return problems


def _file(path: Path) -> list[str]:
    """Problems of a file that must be there; a Word document must be well-formed."""
    if not path.exists():
        return [f"{path.name} is missing"]
    if path.suffix == ".docx":
        try:
            with zipfile.ZipFile(path) as packed:
                ElementTree.fromstring(packed.read("word/document.xml"))
        except (zipfile.BadZipFile, ElementTree.ParseError) as error:
            return [f"{path.name}: {error}"]
    return []


def table(results: Iterable[Result]) -> str:
    """The score of each kind, and below it what differs."""
    results = list(results)
    lines = ["| kind | right | of | wrong |", "| --- | ---: | ---: | --- |"]
    for kind in KINDS:
        own = [result for result in results if result.kind == kind]
        wrong = [result.make for result in own if result.differences]
        if own:
            lines.append(f"| {kind} | {len(own) - len(wrong)} | {len(own)} | {', '.join(wrong)} |")
    right = sum(not result.differences for result in results)
    lines.append(f"| all | {right} | {len(results)} | |")
    details = [
        f"- {result.kind}/{result.make}: {'; '.join(result.differences)}"
        for result in results
        if result.differences
    ]
    return "\n".join([*lines, "", *details])


def main(arguments: list[str] | None = None) -> int:
    """Prints the score; 0 where every case is right, else 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", default="", choices=("", *KINDS))
    parser.add_argument("--case", default="", help="one make alone")
    parser.add_argument("--render", default="never", choices=("never", "auto", "always"))
    parser.add_argument("--json", type=Path, help="file for the results as JSON")
    options = parser.parse_args(arguments)
    folders = [path for path in case_folders(options.kind) if options.case in ("", path.name)]
    results = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for result in pool.map(partial(score, render=options.render), folders):
            results.append(result)
            verdict = "wrong" if result.differences else "right"
            print(f"{verdict} {result.kind}/{result.make}", file=sys.stderr, flush=True)
    print(table(results))
    if options.json:
        rows: list[dict[str, Any]] = [asdict(result) for result in results]
        options.json.write_text(json.dumps(rows, indent=1, ensure_ascii=False), "utf-8")
    return int(any(result.differences for result in results))


if __name__ == "__main__":
    raise SystemExit(main())
