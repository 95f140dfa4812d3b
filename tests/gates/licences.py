"""The licences of what is installed with the program, held against a list of what may be.

Usage: python -m tests.gates.licences [--write]

Every locked package of every platform and extra must have a licence that its metadata names, and
that ``licences.toml`` allows; what wheels carry beside their own code counts too. An unknown
licence fails. ``docs/licences.md`` must be what comes out; ``--write`` writes it.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

from license_expression import LicenseWithExceptionSymbol, get_spdx_licensing
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.utils import canonicalize_name

from tests.gates.locked import PROJECT, locked_packages, uv

LIST = PROJECT / "docs" / "licences.md"
REFRESH = "./run python -m tests.gates.licences --write"
_SPDX = get_spdx_licensing()
_NEWEST = "3.13"  # Python, for locked packages that this Python cannot have
_FREE_TEXT = {
    "apache 2.0": "Apache-2.0",
    "mit license": "MIT",
    "isc license": "ISC",
}
_CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "GNU Affero General Public License v3": "AGPL-3.0-only",
    "GNU Affero General Public License v3 or later (AGPLv3+)": "AGPL-3.0-or-later",
    "GNU General Public License v2 (GPLv2)": "GPL-2.0-only",
    "GNU General Public License v3 (GPLv3)": "GPL-3.0-only",
    "GNU General Public License v3 or later (GPLv3+)": "GPL-3.0-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
_PROGRAMS = (b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
_MODULES = (".so", ".pyd")  # Python's own extension modules


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A locked package with its licence as SPDX (empty when unknown)."""

    name: str
    version: str
    extra: bool
    licence: str
    home: str
    carries: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What may be installed, as ``licences.toml`` has it."""

    allowed: frozenset[str]
    read: dict[str, str]
    named: dict[str, dict[str, Any]]
    carried: dict[str, dict[str, str]]


def load_rules() -> Rules:
    """Give the rules of ``licences.toml``."""
    table = tomllib.loads((Path(__file__).parent / "licences.toml").read_text("utf-8"))
    return Rules(
        allowed=frozenset(table["allowed"]),
        read=table["read"],
        named=table["named"],
        carried=table["carried"],
    )


def licence_of(metadata: Message) -> str:
    """Give the licence that metadata names as an SPDX expression; empty when it is not clear."""
    for text in (metadata.get("License-Expression"), metadata.get("License")):
        if text and (expression := _spdx(text.strip())):
            return expression
    ends = {
        classifier.rpartition(" :: ")[2]
        for classifier in metadata.get_all("Classifier") or []
        if classifier.startswith("License :: ") and classifier != "License :: OSI Approved"
    }
    return _CLASSIFIERS.get(ends.pop(), "") if len(ends) == 1 else ""


def _spdx(text: str) -> str:
    try:
        return canonicalize_license_expression(_FREE_TEXT.get(text.lower(), text))
    except InvalidLicenseExpression:
        return ""


def refused_licences(expression: str, allowed: frozenset[str]) -> set[str]:
    """Give the licences in an expression that are not allowed and cannot be chosen away."""
    return _refused_parts(_SPDX.parse(expression, validate=True), allowed)


def _refused_parts(node: Any, allowed: frozenset[str]) -> set[str]:
    if isinstance(node, LicenseWithExceptionSymbol) or not getattr(node, "args", ()):
        return set() if str(node) in allowed else {str(node)}
    parts = [_refused_parts(part, allowed) for part in node.args]
    if node.operator.strip() == "OR" and not all(parts):
        return set()
    return set().union(*parts)


def faults(packages: Iterable[Package], rules: Rules) -> list[str]:
    """Give what is wrong, one sentence each; none when all may be installed."""
    packages = list(packages)
    wrong = [fault for package in packages for fault in _faults(package, rules)]
    names = {package.name for package in packages}
    for table in ("read", "named", "carried"):
        unused = sorted(set(getattr(rules, table)) - names)
        wrong += [f"licences.toml: [{table}] has {name}, which is not locked" for name in unused]
    return wrong


def _faults(package: Package, rules: Rules) -> list[str]:
    where = f"{package.name} {package.version}"
    if not package.licence:
        return [f"{where}: its metadata names no clear licence"]
    own = frozenset(rules.named.get(package.name, {}).get("licences", ()))
    never = sorted(licence for licence in own if _never(licence, extra=package.extra))
    wrong = [f"{where}: {licence} may not be allowed by name" for licence in never]
    carried = rules.carried.get(package.name, {}).get("licence", "")
    if package.carries and not carried:
        wrong.append(f"{where}: carries libraries or programs, but [carried] does not name them")
    allowed = rules.allowed | own
    for expression in filter(None, (package.licence, carried)):
        bad = sorted(refused_licences(expression, allowed))
        wrong += [f"{where}: {licence} is not allowed" for licence in bad]
    return wrong


def _never(licence: str, *, extra: bool) -> bool:
    """True for the AGPL everywhere, and for the GPL in what everyone installs."""
    return licence.startswith("AGPL-") or (licence.startswith("GPL-") and not extra)


def read_packages(rules: Rules) -> list[Package]:
    """Give the locked packages of all platforms and extras; metadata that is not here is fetched."""
    here = {(_name(package), package.version): package for package in distributions()}
    base = {name for name, _ in locked_packages()}
    packages = []
    with tempfile.TemporaryDirectory() as folder:
        for name, version in sorted(locked_packages("--all-extras")):
            package = here.get((name, version)) or _fetch(name, version, Path(folder))
            packages.append(
                Package(
                    name=name,
                    version=version,
                    extra=name not in base,
                    licence=licence_of(package.metadata) or rules.read.get(name, ""),
                    home=_home(package.metadata),
                    carries=_carries(package),
                )
            )
    return packages


def _name(package: Distribution) -> str:
    return canonicalize_name(package.metadata["Name"])


def _fetch(name: str, version: str, folder: Path) -> Distribution:
    """A locked package for another Python or platform, unpacked into a folder."""
    target = folder / f"{name}-{version}"
    wanted = f"{name}=={version}"
    options = ("--quiet", "--no-deps", "--target", str(target), "--python-version", _NEWEST)
    process = uv("pip", "install", *options, wanted)
    if process.returncode != 0:
        sys.exit(f"{wanted} could not be fetched:\n{process.stderr}")
    return next(iter(distributions(path=[str(target)])))


def _home(metadata: Message) -> str:
    """The package's page in the index, where its own links stand."""
    return f"https://pypi.org/project/{canonicalize_name(metadata['Name'])}/"


def _carries(package: Distribution) -> bool:
    """True for a wheel with libraries or programs beside Python code and extension modules."""
    for file in package.files or ():
        if any(step.endswith((".libs", ".dylibs")) for step in file.parts[:-1]):
            return True
        if file.suffix not in _MODULES and ".so." not in file.name and _is_program(package, file):
            return True
    return False


def _is_program(package: Distribution, file: Any) -> bool:
    path = Path(package.locate_file(file))
    if file.suffix in (".py", ".pyc") or ".." in file.parts or not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.read(4).startswith(_PROGRAMS)


def as_document(packages: Iterable[Package], rules: Rules) -> str:
    """Give ``docs/licences.md``: what is installed, under which licence, and why exceptions are."""
    packages = list(packages)
    lines = [
        "# Licences",
        "",
        "TwinSpace Auditor is under the EUPL-1.2. Its own wheel holds its code, and one list of others:",
        "the oEmbed registry (MIT, `crawlers/providers/verdicts/oembed/LICENSE`). The packages below are not in",
        "the wheel; whoever installs the program fetches them from the index. What may be among them, and",
        "why, says `docs/adr/0012-dependencies-and-what-may-ship.md`.",
        "",
        f"This page is written by `{REFRESH}`;",
        "CI fails when it is not up to date. `./run python -m tests.gates.sbom FILE` writes the same",
        "packages with their versions as a software bill of materials (CycloneDX, JSON).",
    ]
    for extra, title in ((False, "Always installed"), (True, "Only with the extra `blur`")):
        table = _table(package for package in packages if package.extra is extra)
        lines += ["", f"## {title}", "", *table]
    lines += ["", "## Carried by wheels", "", "As seen in the wheels for Linux.", ""]
    lines += ["| package | carries | under |", "| --- | --- | --- |"]
    for name, entry in sorted(rules.carried.items()):
        lines.append(f"| {name} | {entry['parts']} | {entry['licence']} |")
    lines += ["", "## Allowed by name", "", "| package | licence | why |", "| --- | --- | --- |"]
    for name, entry in sorted(rules.named.items()):
        lines.append(f"| {name} | {', '.join(entry['licences'])} | {entry['reason']} |")
    return "\n".join(lines) + "\n"


def _table(packages: Iterable[Package]) -> list[str]:
    rows = {
        f"| [{package.name}]({package.home}) | {package.licence or 'unknown'} |": None
        for package in packages
    }
    return ["| package | licence |", "| --- | --- |", *rows]


def main() -> None:
    """Hold the licences against the rules, and the document against what comes out."""
    rules = load_rules()
    packages = read_packages(rules)
    wrong = faults(packages, rules)
    document = as_document(packages, rules)
    if "--write" in sys.argv[1:]:
        LIST.write_text(document, "utf-8")
    elif not LIST.is_file() or LIST.read_text("utf-8") != document:
        wrong.append(f"docs/licences.md is not up to date; run: {REFRESH}")
    if wrong:
        sys.exit("\n".join(wrong))
    print(f"{len(packages)} locked packages, all under licences that may be installed")


if __name__ == "__main__":
    main()
