"""Inventories of the vignettes: one per file of ``cases``, as an audit would have gathered it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from crawlers.model.artefact import Artefact, Form, Kind, Sighting
from crawlers.model.inventory import Coverage, Inventory
from crawlers.model.link import Link, LinkRole
from crawlers.model.page import Layout, Page, Section
from crawlers.model.project import Project, ProjectState
from crawlers.model.verdict import Reason, State, Visibility
from crawlers.providers.engine.registry import shipped_rules

CASES = Path(__file__).parent / "cases"
SITE = "https://school-education.ec.europa.eu/en/etwinning/projects/vignette/twinspace"
BASE_RUBRIC = "nql-2021-dk"
RUBRICS = (BASE_RUBRIC, "nql-2023-dk")

_PAGE_REASONS = {
    State.VISIBLE: Reason.CONTENT_SHOWN,
    State.EMPTY: Reason.NOTHING_IN_IT,
    State.LOGIN_REQUIRED: Reason.LOGIN_REDIRECT,
    State.PERMISSION_REQUIRED: Reason.ACCESS_DENIED,
    State.REMOVED: Reason.NOT_FOUND,
    State.UNDETERMINED: Reason.TIMEOUT,
}
_THING_REASONS = _PAGE_REASONS | {State.PERMISSION_REQUIRED: Reason.ACCESS_REQUEST}

# Addresses in the forms of the tools; ``{n}`` are 40 letters and digits drawn from the id.
_ADDRESSES = {
    "youtube": "https://www.youtube.com/watch?v={n:.11}",
    "padlet": "https://padlet.com/vignette/board-{n:.16}",
    "google-slides": "https://docs.google.com/presentation/d/1{n}xyz/edit",
    "google-docs": "https://docs.google.com/document/d/1{n}xyz/edit",
    "google-sheets": "https://docs.google.com/spreadsheets/d/1{n}xyz/edit",
    "google-forms": "https://docs.google.com/forms/d/e/1FAIpQLS{n}/viewform",
    "google-drive": "https://drive.google.com/file/d/1{n:.32}/view",
    "google-photos": "https://photos.app.goo.gl/{n:.17}",
    "book-creator": "https://read.bookcreator.com/{n:.22}/{n:.22}",
    "genially": "https://view.genially.com/{n:.24}",
    "canva": "https://www.canva.com/design/DAF{n:.8}/view",
    "twinspace": "https://school-education.ec.europa.eu/sites/default/files/etwinning/{n:.12}{end}",
    "file": "https://files.school.example/{n:.12}{end}",
}
_ENDINGS = {
    Kind.IMAGE: ".jpg",
    Kind.DOCUMENT: ".pdf",
    Kind.PRESENTATION: ".pptx",
    Kind.VIDEO: ".mp4",
    Kind.AUDIO: ".mp3",
    Kind.GAME: ".swf",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vignette:
    """One project with the reviewer's answers.

    ``names`` gives the name in the file for each page address and artefact id of the inventory.
    """

    name: str
    title: str
    source: str
    inventory: Inventory
    names: Mapping[str, str]
    expect: Mapping[str, Any]

    def expected(self, rubric: str) -> dict[str, Any]:
        """The reviewer's answer for a rubric; what it leaves out is that of the first rubric."""
        return {**self.expect[BASE_RUBRIC], **self.expect.get(rubric, {})}


def load(path: Path) -> Vignette:
    """The vignette that a TOML file holds."""
    raw = tomllib.loads(path.read_text("utf-8"))
    pages = tuple(_pages(raw))
    artefacts = {artefact.id: name for name, artefact in _artefacts(raw)}
    inventory = Inventory(
        project=_project(raw["project"]),
        coverage=_coverage(raw["project"], pages),
        pages=pages,
        artefacts=tuple(artefact for _, artefact in _artefacts(raw)),
        links=tuple(_link(entry) for entry in raw.get("link", ())),
    )
    return Vignette(
        name=path.stem,
        title=raw["title"],
        source=raw["source"],
        inventory=inventory,
        names=artefacts | {_address(page["id"]): page["id"] for page in raw.get("page", ())},
        expect=raw["expect"],
    )


@cache
def vignettes() -> tuple[Vignette, ...]:
    """All vignettes, by name."""
    return tuple(load(path) for path in sorted(CASES.glob("*.toml")))


def _project(raw: Mapping[str, Any]) -> Project:
    return Project(
        url=SITE,
        platform=raw.get("platform", "esep"),
        id="vignette",
        title=raw["title"],
        state=ProjectState(raw["state"]),
    )


def _coverage(raw: Mapping[str, Any], pages: tuple[Page, ...]) -> Coverage:
    states = [page.visibility.state for page in pages]
    refused = (State.LOGIN_REQUIRED, State.PERMISSION_REQUIRED)
    return Coverage(
        pages_listed=raw.get("listed", len(pages)),
        pages_opened=sum(state in (State.VISIBLE, State.EMPTY) for state in states),
        pages_refused=sum(state in refused for state in states),
        pages_failed=states.count(State.UNDETERMINED),
        complete=raw["complete"],
        stopped_because=None if raw["complete"] else "time_limit",
    )


def _address(page: str) -> str:
    return SITE if page == "home" else f"{SITE}/pages/{page}"


def _visibility(raw: Mapping[str, Any], reasons: Mapping[State, Reason]) -> Visibility:
    state = State(raw.get("state", "visible"))
    reason = Reason(raw["reason"]) if raw.get("reason") else reasons[state]
    return Visibility(state=state, reason=reason, attempts=1, evidence=("capture-1",))


def _pages(raw: Mapping[str, Any]) -> Iterator[Page]:
    """The home page, where the file names none, and the pages of the file."""
    listed = list(raw.get("page", ()))
    if not any(entry.get("section") == "home" for entry in listed):
        title = raw["project"]["title"]
        listed.insert(0, {"id": "home", "section": "home", "title": title, "words": 40})
    for entry in listed:
        verdict = _visibility(entry, _PAGE_REASONS)
        opened = verdict.state in (State.VISIBLE, State.EMPTY)
        parent = entry.get("parent", "home")
        yield Page(
            url=_address(entry["id"]),
            title=entry["title"],
            section=Section(entry.get("section", "page")),
            language=entry.get("language", "en"),
            found_on=() if entry["id"] == "home" else (_address(parent),),
            visibility=verdict,
            layout=Layout.KNOWN if opened else Layout.NOT_READ,
            words=entry.get("words", 0),
        )


def _artefacts(raw: Mapping[str, Any]) -> Iterator[tuple[str, Artefact]]:
    """Every artefact with its name in the file; those of a ``count`` are numbered from 1 on."""
    for entry in raw.get("artefact", ()):
        count = entry.get("count", 1)
        if count == 1:
            yield entry["id"], _artefact(entry, entry["id"], entry["title"])
            continue
        for number in range(1, count + 1):
            name = f"{entry['id']}-{number}"
            yield name, _artefact(entry, name, f"{entry['title']} {number}")


def _artefact(entry: Mapping[str, Any], name: str, title: str) -> Artefact:
    kind, provider = Kind(entry["kind"]), entry["provider"]
    url = entry.get("url") or _tool_address(provider, kind, name)
    known = shipped_rules().classify(url)
    same = known if known is not None and known.provider == provider else None
    form = Form(entry.get("form", "embed"))
    label = entry.get("label") or ("" if form is Form.EMBED else title)
    return Artefact(
        id=f"{provider}:{name}",
        provider=provider,
        kind=kind,
        title=title,
        url=url,
        canonical_url=same.canonical_url if same else url,
        native_id=same.native_id if same else name,
        sightings=tuple(
            Sighting(page=_address(page), form=form, label=label, url=url) for page in entry["on"]
        ),
        visibility=_visibility(entry, _THING_REASONS),
    )


def _tool_address(provider: str, kind: Kind, name: str) -> str:
    """An address in the tool's form, or on a host of its name where no form is written down."""
    letters = sha256(f"{provider} {name}".encode()).hexdigest()[:40]
    form = _ADDRESSES.get(provider, f"https://{provider.strip('-') or 'tool'}.example/{{n:.12}}")
    return form.format(n=letters, end=_ENDINGS.get(kind, ".bin"))


def _link(entry: Mapping[str, Any]) -> Link:
    url = entry["url"]
    return Link(
        id=f"link:{entry['id']}",
        role=LinkRole(entry["role"]),
        url=url,
        canonical_url=url,
        sightings=tuple(
            Sighting(page=_address(page), form=Form.LINK, label=entry["label"], url=url)
            for page in entry["on"]
        ),
        visibility=_visibility(entry, _PAGE_REASONS),
    )
