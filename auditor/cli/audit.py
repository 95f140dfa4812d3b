"""``audit`` and ``demo``: one project, opened as a stranger."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import ValidationError

from auditor.cli.exits import Exit, listen, say, told
from auditor.cli.live import shown
from auditor.cli.previous import beside, read_audit
from auditor.cli.verdict import failing, short_verdict
from auditor.errors import BadInputError
from auditor.settings import Settings, system_language
from crawlers.browser.base import MODES, SHOTS
from crawlers.progress import Progress, Stop
from reports.audit import Audit

if TYPE_CHECKING:
    from auditor.pipeline import Order

# The form of our source article: its condition "results visible" is what the demo shows.
DEMO_RUBRIC = "nql-2021-dk"

Out = Annotated[Path, typer.Option("--out", help="Folder for the report and its evidence.")]
Langs = Annotated[
    list[str] | None, typer.Option("--lang", help="Language of the report; may be repeated.")
]
Formats = Annotated[
    list[str] | None, typer.Option("--format", help="Report format; may be repeated. Default: all.")
]
Previous = Annotated[
    Path | None,
    typer.Option("--previous", help="An earlier audit.json: the report says what changed."),
]
Quiet = Annotated[bool, typer.Option("--quiet", help="Nothing but errors on stderr.")]
Verbose = Annotated[bool, typer.Option("--verbose", help="Say more on stderr.")]
Json = Annotated[bool, typer.Option("--json", help="Print the audit as JSON on stdout, alone.")]


def register(app: typer.Typer) -> None:
    """Adds the commands to the program."""
    app.command("audit", epilog="Example: twinspace-auditor audit URL --out report --lang da")(
        told(audit)
    )
    app.command("demo", epilog="Example: twinspace-auditor demo --out demo-report")(told(demo))


def settings() -> Settings:
    """The settings; raises ``BadInputError`` when one of them cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise BadInputError(f"The setting {name} cannot be used: {first['msg']}.") from error


def printer() -> Callable[[bytes], bytes]:
    """Prints a page with the browser that the settings name, else with one that is found."""
    from auditor.printing import browser_printer  # noqa: PLC0415  heavy

    return browser_printer(settings().browser)


def audit(
    url: Annotated[str, typer.Argument(help="The project's address.")],
    out: Out,
    replay: Annotated[
        Path | None, typer.Option("--replay", help="WACZ or WARC that serves as the only network.")
    ] = None,
    rubric: Annotated[
        str | None,
        typer.Option(
            "--rubric",
            help="Rubric to judge by: an id, or your own TOML file. Default: the one in force on "
            "the day.",
        ),
    ] = None,
    lang: Langs = None,
    format_: Formats = None,
    render: Annotated[
        str | None,
        typer.Option(
            "--render",
            help="Use a browser: never, auto (where the HTML cannot tell), always. Default: auto; "
            "with --replay as it was recorded.",
        ),
    ] = None,
    screenshots: Annotated[
        str | None,
        typer.Option(
            "--screenshots",
            help="none, key (home page, result pages, pages with findings), all. Default: key; "
            "with --replay as it was recorded.",
        ),
    ] = None,
    blur_people: Annotated[
        bool,
        typer.Option("--blur-people", help="Blur the faces that are found in screenshots."),
    ] = False,
    no_evidence: Annotated[bool, typer.Option("--no-evidence", help="Keep no WACZ.")] = False,
    max_pages: Annotated[int | None, typer.Option("--max-pages", min=1)] = None,
    max_minutes: Annotated[float | None, typer.Option("--max-minutes", min=0.01)] = None,
    rate: Annotated[
        float | None, typer.Option("--rate", min=0.01, help="Requests a second to one host.")
    ] = None,
    allow_private_network: Annotated[
        bool, typer.Option("--allow-private-network", help="Let private addresses be opened.")
    ] = False,
    ignore_robots: Annotated[
        bool, typer.Option("--ignore-robots", help="Do not ask robots.txt; the report says so.")
    ] = False,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-on", help="Exit 4 on: fix, review, lost, undetermined, or an item's key."
        ),
    ] = None,
    previous: Previous = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    json_: Json = False,
) -> None:
    """Audit one project and write its report."""
    from auditor.pipeline import Order  # noqa: PLC0415  heavy, and --help must be quick
    from auditor.rubric_choice import shown as shown_rubric  # noqa: PLC0415  heavy

    listen(quiet=quiet, verbose=verbose)
    _rendering(render, screenshots)
    known = settings()
    languages = _languages(lang, known)
    rules = rubric or known.rubric or None
    order = Order(
        url=url,
        out=out,
        user_agent=known.user_agent,
        language=languages[0],
        rubric=rules,
        replay=replay,
        evidence=not no_evidence,
        max_pages=max_pages or known.max_pages,
        max_minutes=max_minutes or known.max_minutes,
        gap=1.0 / (rate or known.rate),
        timeout=known.timeout,
        obey_robots=not ignore_robots,
        allow_private=allow_private_network,
        render=render,
        screenshots=screenshots,
        alter=_blurring() if blur_people else None,
        browser=known.browser,
        settings={
            "rubric": shown_rubric(rules) if rules else None,
            "rate": rate or known.rate,
            "max_minutes": max_minutes or known.max_minutes,
            "robots": "ignored" if ignore_robots else "obeyed",
            "private_network": allow_private_network,
            "evidence": not no_evidence,
            **({"blur_people": True} if blur_people else {}),
        },
    )
    _run_and_tell(
        order, languages, format_, fail_on or [], quiet=quiet, json_=json_, previous=previous
    )


def demo(
    out: Out = Path("demo-report"),
    lang: Langs = None,
    format_: Formats = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    json_: Json = False,
) -> None:
    """Audit the recorded TwinSpace that ships with the program, offline."""
    from auditor.pipeline import Order  # noqa: PLC0415  heavy, and --help must be quick

    listen(quiet=quiet, verbose=verbose)
    known = settings()
    languages = _languages(lang, known)
    with as_file(files("auditor").joinpath("demo", "twinspace.wacz")) as archive:
        url = files("auditor").joinpath("demo", "address.txt").read_text("utf-8").strip()
        order = Order(
            url=url,
            out=out,
            user_agent=known.user_agent,
            language=languages[0],
            rubric=DEMO_RUBRIC,
            replay=archive,
            render=None,
            screenshots=None,
            browser=known.browser,
            settings={"demo": True},
        )
        _run_and_tell(order, languages, format_, [], quiet=quiet, json_=json_)


def _rendering(render: str | None, screenshots: str | None) -> None:
    """Refuses modes that nobody knows."""
    for name, value, known in (
        ("--render", render, MODES),
        ("--screenshots", screenshots, SHOTS),
    ):
        if value is not None and value not in known:
            raise BadInputError(f"{name} {value} is not known; use {', '.join(known)}.")


def _blurring() -> Callable[[bytes], bytes]:
    """Blurs faces; raises ``MissingPartError`` where the detector is not installed."""
    from auditor.blurring import blurrer  # noqa: PLC0415  heavy, and optional

    blur = blurrer()
    return lambda webp: blur(webp).picture


def _languages(wanted: list[str] | None, known: Settings) -> list[str]:
    """The report's languages; the system's where none is asked for, if there is a catalogue."""
    from reports.i18n.translator import languages  # noqa: PLC0415  heavy, and --help must be quick

    there = languages()
    if not wanted:
        usual = known.language or system_language()
        return [usual if usual in there else "en"]
    for one in wanted:
        if one not in there:
            raise BadInputError(
                f"There is no report in {one!r}; choose from {', '.join(sorted(there))}."
            )
    return list(dict.fromkeys(wanted))


def _run_and_tell(
    order: Order,
    languages: list[str],
    formats: list[str] | None,
    fail_on: list[str],
    *,
    quiet: bool,
    json_: bool,
    previous: Path | None = None,
) -> None:
    """Runs the order, writes its reports, prints the verdict and ends with the exit code."""
    from reports.write import check_formats, write  # noqa: PLC0415  heavy

    try:
        chosen = check_formats(formats)
    except ValueError as error:
        raise BadInputError(str(error)) from error
    if previous is not None:
        read_audit(previous)  # a wrong file is told before the run, not after it
    done = beside(_run(order, quiet=quiet), previous)
    done = write(
        done,
        order.out,
        names=tuple(dict.fromkeys((*chosen, "json"))),
        languages=languages,
        printer=printer(),
    )
    matched = failing(done, fail_on)
    if json_:
        typer.echo(done.model_dump_json(indent=2))
    else:
        typer.echo(short_verdict(done, order.out))
    if matched:
        say(f"--fail-on matched: {', '.join(matched)}")
        raise typer.Exit(Exit.FAIL_ON)
    if not done.coverage.complete:
        raise typer.Exit(Exit.INCOMPLETE)


def _run(order: Order, *, quiet: bool) -> Audit:
    """Runs an order with its progress shown; Ctrl-C ends it with what it has."""
    from auditor import pipeline  # noqa: PLC0415  heavy, and --help must be quick

    progress = Progress()

    async def interruptible() -> Audit:
        stop = Stop()
        loop = asyncio.get_running_loop()
        for name in (signal.SIGINT, signal.SIGTERM):
            try:
                loop.add_signal_handler(name, stop.now, "interrupted")
            except NotImplementedError:  # Windows' event loop takes no signal handlers
                signal.signal(name, lambda *_: loop.call_soon_threadsafe(stop.now, "interrupted"))
        return await pipeline.audit(order, progress=progress, stop=stop)

    with shown(progress, quiet=quiet, max_minutes=order.max_minutes):
        return asyncio.run(interruptible())
