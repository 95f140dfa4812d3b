"""The truth about the replica: complete, and consistent with what the world answers."""

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.replica import truth
from tests.replica.answers import Answer
from tests.replica.pieces import Thing
from tests.replica.sites.esep_frame import DENIED
from tests.replica.sites.legacy import ARCHIVE, STAMP
from tests.replica.sites.site import Project
from tests.replica.things import THINGS
from tests.replica.world import World, world

HOME = "https://school-education.ec.europa.eu/en/etwinning/projects/sea-between-us/twinspace"
STATES = {"visible", "empty", "login_required", "permission_required", "removed", "undetermined"}
WALLS = ("access_denied", "login_form", "soft_not_found", "bot_wall")
each_project = pytest.mark.parametrize("project", truth.PROJECTS, ids=lambda each: each.name)


def final_answer(here: World, address: str) -> Answer:
    """The answer after a second look at a 404 or 503, redirects inside the archive followed."""
    answer = here.answer(address)
    if answer.status in (404, 503):
        answer = here.answer(address)
    target = dict(answer.headers).get("location", "")
    within = target.startswith(ARCHIVE) and "/login" not in target
    return final_answer(here, target) if within else answer


@each_project
def test_the_written_truth_is_the_truth_of_the_pages(project: Project) -> None:
    stored = (truth.FOLDER / f"{project.name}.json").read_text(encoding="utf-8")
    assert stored == truth.truth_json(project), "run: python -m tests.replica.truth"


# How each reason shows in the answer to a page's address.
REASONS: dict[str, Callable[[Answer], object]] = {
    "access_denied": lambda answer: any(
        words in answer.body.decode() for _, words in DENIED.values()
    ),
    "login_redirect": lambda answer: re.search("/login", dict(answer.headers).get("location", "")),
    "login_form": lambda answer: answer.status == 200 and b'type="password"' in answer.body,
    "password_asked": lambda answer: answer.status == 401,
    "nothing_in_it": lambda answer: answer.status == 200,
    "not_found": lambda answer: answer.status == 404,
    "not_recorded": lambda answer: answer.status == 404,
    "soft_not_found": lambda answer: answer.status == 200 and b"not found" in answer.body,
    "server_error": lambda answer: answer.status == 500,
    "bot_wall": lambda answer: "cf-mitigated" in dict(answer.headers),
    "timeout": lambda answer: answer.stall,
    "needs_browser": lambda answer: b'<div id="app"></div>' in answer.body,
}


def address_of(project: Project, page: str) -> str:
    """Where a page of the truth is asked for: in the archive, or at its own address."""
    return f"{ARCHIVE}/{STAMP}/{page}" if project.name == "legacy_archived" else page


@each_project
def test_every_page_answers_as_its_state_and_reason_say(project: Project) -> None:
    here = world()
    for page, verdict in truth.truth(project)["pages"].items():
        answer = final_answer(here, address_of(project, page))
        assert verdict["state"] in STATES
        if verdict["state"] == "visible":
            assert answer.status == 200, page
            assert not any(sign(answer) for name, sign in REASONS.items() if name in WALLS), page
        elif "reason" in verdict:
            assert REASONS[verdict["reason"]](answer), (page, verdict)


@each_project
def test_every_artefact_has_one_identity_and_a_state(project: Project) -> None:
    artefacts = truth.truth(project)["artefacts"]
    names = [
        (each["provider"], each.get("native_id") or each["canonical_url"]) for each in artefacts
    ]
    assert len(set(names)) == len(names)
    assert {each["state"] for each in artefacts} <= STATES
    assert all(each["sightings"] >= sum(each.get("embed", {}).values()) for each in artefacts)


def test_every_thing_is_used() -> None:
    used = {
        sight.thing
        for project in truth.PROJECTS
        for page in project.pages
        for piece in page.pieces
        for sight in piece.sights
    }
    assert used == set(THINGS)


_WATCH = quote("https://www.youtube.com/watch?v=", "")
# Where a stranger would look for what has no address of its own in the truth.
LOOK = {
    "youtube": f"https://www.youtube.com/oembed?format=json&url={_WATCH}{{}}",
    "vimeo": "https://vimeo.com/{}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
    "padlet": "https://padlet.com/embed/{}",
    "padlet-org": "https://nadmorze.padlet.org/jan/pupils-{}",
    "genially": "https://view.genially.com/{}",
    "canva": "https://www.canva.com/design/{}/view",
    "google-drive": "https://drive.google.com/file/d/{}/view",
    "google-docs": "https://docs.google.com/document/d/{}/edit",
    "google-slides": "https://docs.google.com/presentation/d/{}/embed",
    "google-sheets": "https://docs.google.com/spreadsheets/d/{}/edit",
    "google-drawings": "https://docs.google.com/drawings/d/{}/preview",
    "google-jamboard": "https://jamboard.google.com/d/{}/viewer",
    "prezi": "https://prezi.com/p/{}/",
    "calameo": "https://www.calameo.com/books/{}",
    "book-creator": "https://read.bookcreator.com/{}",
    "storyjumper": "https://www.storyjumper.com/book/read/{}",
    "tricider": "https://www.tricider.com/brainstorming/{}",
    "thinglink": "https://www.thinglink.com/card/{}",
    "quizizz": "https://quizizz.com/admin/quiz/{}",
    "emaze": "https://app.emaze.com/@{}/our-coast",
    "powtoon": "https://www.powtoon.com/embed/{}/",
    "microsoft-forms": "https://forms.office.com/Pages/ResponsePage.aspx?id={}",
    "learningapps": "https://learningapps.org/oembed.php?url=https%3A//learningapps.org/{}",
    "wordwall": "https://wordwall.net/resource/{}",
    "wakelet": "https://wakelet.com/wake/{}",
    "kahoot": "https://create.kahoot.it/rest/kahoots/{}",
    "sway": "https://sway.office.com/{}",
    "onedrive": "https://onedrive.live.com/?resid={}",
}


def visit(here: World, address: str) -> tuple[str, Answer]:
    """Where a visitor ends who follows every redirect, and what is shown there."""
    answer = final_answer(here, address)
    target = dict(answer.headers).get("location")
    return visit(here, urljoin(address, target)) if target else (address, answer)


@pytest.mark.parametrize("thing", THINGS.values(), ids=THINGS)
def test_every_thing_answers_as_its_state_says(thing: Thing) -> None:
    address = thing.ident if thing.ident.startswith("http") else LOOK[thing.provider]
    if thing.ident == "SeaNoEmbed1":
        address = "https://www.youtube.com/watch?v={}"
    end, answer = visit(world(), address.format(thing.ident))
    asks = b'type="password"' in answer.body
    signs = {
        "visible": answer.status == 200 and not asks,
        "login_required": asks and (end != address or thing.reason == "login_form"),
        "permission_required": answer.status in (401, 403) or asks,
        "empty": answer.status == 200 and thing.reason == "dead_plugin",
        "removed": answer.status == 404 or thing.ident not in end,
        "undetermined": True,
    }
    assert signs[thing.state], (end, answer.status)


def test_videos_that_oembed_refuses_are_distinguished_by_their_watch_page() -> None:
    here = world()
    reasons = []
    for ident in ("SeaPrivate1", "SeaAgeLimit", "SeaNoEmbed1"):
        assert here.answer(LOOK["youtube"].format(ident)).status == 401
        page = here.answer(f"https://www.youtube.com/watch?v={ident}").body.decode()
        reasons += re.findall(r'"(?:reason|status)": "(Private video|Sign in[^"]*|OK)"', page)
    assert reasons == ["Private video", "Sign in to confirm your age", "OK"]


FILE = re.compile(r"\.(pdf|docx|pptx|jpg|png|mp3|mp4|gif|svg|css|js)$")


def inside(project: Project, address: str) -> str | None:
    """The canonical address of a page of this project, or None for any other address."""
    if project.platform == "legacy":
        address = re.sub(r"^https://web\.archive\.org/web/\d+/", "", address)
    parts = urlsplit(address)
    host, path = (parts.hostname or "").rstrip("."), parts.path.rstrip("/")
    if project.platform == "web":
        own = host == "www.projekt-skole.example" and parts.path.startswith("/erasmus/")
        plain = parts._replace(path=quote(unquote(parts.path)), fragment="").geturl()
        return plain.removesuffix("index.html") if own and not FILE.search(path) else None
    if project.platform == "legacy":
        own = host == "twinspace.etwinning.net" and path.startswith("/123456")
        return f"https://{host}{path.removesuffix('/home')}" if own else None
    match = re.fullmatch(rf"/[a-z]{{2}}(/etwinning/projects/{project.ident}(/.*)?)", path)
    pager = re.fullmatch(r"page=[1-9]\d*", parts.query)
    if match is None or host != "school-education.ec.europa.eu":
        return None
    below = match[1].removesuffix("/home")
    return f"https://{host}/en{below}" + (f"?{parts.query}" if pager else "")


def links(address: str, answer: Answer) -> list[str]:
    """Every address that a page links to, as a browser would make it absolute."""
    soup = BeautifulSoup(answer.body, "lxml")
    base = soup.find("base", href=True)
    start = urljoin(address, str(base["href"])) if base else address
    return [urljoin(start, str(link["href"])) for link in soup.find_all("a", href=True)]


def shown_addresses(address: str, answer: Answer) -> set[str]:
    """Every address in the markup of a page, made absolute, freed of query and archive."""
    soup = BeautifulSoup(answer.body, "lxml")
    base = soup.find("base", href=True)
    start = urljoin(address, str(base["href"])) if base else address
    names = ("href", "src", "data-src", "data")
    written = [str(tag[name]) for name in names for tag in soup.select(f"[{name}]")]
    plain = (quote(urljoin(start, each), safe=":/%").partition("%3F")[0] for each in written)
    return {re.sub(r"^https://web\.archive\.org/web/\w+/", "", each) for each in plain}


@each_project
def test_uploads_stand_on_their_pages_under_the_address_of_the_truth(project: Project) -> None:
    here = world()
    for page in project.pages:
        uploads = {
            THINGS[sight.thing].ident
            for piece in page.pieces
            for sight in piece.sights
            if sight.form == "upload"
        }
        address = address_of(project, project.address(page.path))
        assert uploads <= shown_addresses(address, final_answer(here, address)), address


@each_project
def test_following_every_link_leads_to_the_pages_of_the_truth_and_no_others(
    project: Project,
) -> None:
    here, visited, todo = world(), set[str](), [visit(world(), project.seed)[0]]
    while todo:
        address = todo.pop()
        page = inside(project, address)
        if (
            page is None
            or page in visited
            or any(re.search(bad, address) for bad in here.forbidden)
        ):
            continue
        visited.add(page)
        answer = final_answer(here, address)
        todo += links(address, answer) if answer.status == 200 else []
    assert visited == set(truth.truth(project)["pages"])


def test_every_host_that_a_page_frames_or_shows_is_in_the_world() -> None:
    here, strangers = world(), set()
    for project in truth.PROJECTS:
        for page, verdict in truth.truth(project)["pages"].items():
            if verdict["state"] != "visible":
                continue
            body = unescape(final_answer(here, address_of(project, page)).body.decode())
            for url in re.findall(r'src="((?:https?:)?//[^"]+)"', body):
                host = urlsplit(urljoin("https://x/", url)).hostname or ""
                if host not in here.hosts:
                    strangers.add(host)
    assert strangers == {
        "buoy.nowhere-at-sea.example",
        "sdk.canva.com",
        "web-static.archive.org",
        "webanalytics.ec.europa.eu",
    }


def test_forbidden_addresses_stand_on_the_pages_but_are_no_pages() -> None:
    here = world()
    body = unescape(here.answer(f"{HOME}/pages/results").body.decode())
    links = re.findall(r'(?:href|src)="([^"]+)"', body)
    assert sum(any(re.search(each, link) for each in here.forbidden) for link in links) >= 8
    pages = [page for project in truth.PROJECTS for page in truth.truth(project)["pages"]]
    assert not [page for page in pages if any(re.search(each, page) for each in here.forbidden)]
