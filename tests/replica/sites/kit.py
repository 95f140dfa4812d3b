"""A kit for small projects of the live platform: a page is a line, and so is what stands on it.

An artefact says by its own id how a stranger meets it (``Open…``, ``Shut…``, ``Gone…``), as the
providers of the replica answer; each is kept among the things of the replica.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from tests.replica.answers import Answer, Ask, to
from tests.replica.pieces import Piece, Thing, frame, img, link, markup_of, para, raw
from tests.replica.sites import esep_frame as at
from tests.replica.sites.site import Expected, Project, Refusal, SitePage
from tests.replica.things import THINGS

_FILES = "/sites/default/files/etwinning"
_WRAPPER = "https://webtools.europa.eu/crs/iframe/?oriurl="
_STATES = {
    "open": ("visible", ""),
    "shut": ("login_required", "login_redirect"),
    "pass": ("permission_required", "password_asked"),
    "busy": ("undetermined", "rate_limited"),
    "gone": ("removed", "not_found"),
}
_CARD_STATE = {"open": "Active", "archived": "Archived", "closed": "Closed"}
_WALLS: dict[str, tuple[str, str, Refusal]] = {
    "denied": ("permission_required", "access_denied", lambda ask: at.denial("en", ask.path)),
    "softly": ("permission_required", "access_denied", lambda ask: at.denial("da", ask.path, 200)),
    "login": ("login_required", "login_redirect", lambda ask: to(at.EU_LOGIN)),
    "form": ("login_required", "login_form", lambda ask: at.login_form("en", ask.path)),
}


def _add_thing(provider: str, kind: str, ident: str, state: tuple[str, str]) -> str:
    """The key under which a thing stands among those of the replica."""
    return _add_under(ident, Thing(provider, kind, ident, *state))


def _add_under(key: str, thing: Thing) -> str:
    if THINGS.setdefault(key, thing) != thing:
        raise ValueError(f"two things are called {key}")
    return key


def _film(ident: str) -> tuple[str, bool]:
    """The key of a film on YouTube, and whether everybody may see it."""
    state = _STATES[ident[:4].lower()]
    if ident.startswith("Shut"):
        state = ("permission_required", "private")
    return _add_thing("youtube", "video", ident, state), state[0] == "visible"


def film(ident: str, *, wrapped: bool = False) -> Piece:
    """A film in a frame, on request behind the platform's question about cookies."""
    key, is_shown = _film(ident)
    address = f"https://www.youtube.com/embed/{ident}"
    if wrapped:
        return frame(key, f"{_WRAPPER}{quote(address, '')}&lang=en", "needs_consent")
    return frame(key, address, "shown" if is_shown else "")


def wall(ident: str, *, embedded: bool = True, wrapped: bool = False) -> Piece:
    """A padlet, in a frame or as a link."""
    key = _add_thing("padlet", "wall", ident, _STATES[ident[:4]])
    if not embedded:
        return link(key, f"https://padlet.com/ourclass/our-wall-{ident}", "our wall")
    address = f"https://padlet.com/embed/{ident}"
    if wrapped:
        return frame(key, f"{_WRAPPER}{quote(address, '')}&lang=en", "needs_consent")
    return frame(key, address, "shown" if ident.startswith("open") else "")


def photo(name: str, alt: str = "") -> Piece:
    """A picture of the platform's own, as ``project/name.jpg``."""
    return img(_upload("image", name), f"{_FILES}/{name}", alt)


def paper(name: str, label: str) -> Piece:
    """A document of the platform's own; one whose name holds ``lost-`` is gone."""
    return raw(f'<p><a href="{_FILES}/{name}">{label}</a></p>', _upload("document", name))


def _upload(kind: str, name: str) -> str:
    state = _STATES["gone"] if "lost-" in name else _STATES["open"]
    return _add_under(name, Thing("twinspace", kind, f"{at.HOST}{_FILES}/{name}", *state))


def words(sentence: str, times: int = 1) -> Piece:
    """A paragraph of one sentence, said several times."""
    return para(" ".join([sentence] * times))


def page(slug: str, title: str, *pieces: Piece) -> SitePage:
    """A page that everybody may read."""
    return SitePage(f"twinspace/pages/{slug}", title, pieces)


def closed_page(slug: str, title: str, wall: str = "denied") -> SitePage:
    """A page that refuses a stranger: ``denied``, ``softly``, ``login`` or ``form``."""
    return _refusing_page(f"twinspace/pages/{slug}", title, "page", wall)


def section(name: str, title: str, wall: str = "denied") -> SitePage:
    """A part of the TwinSpace that strangers never see: members, materials, forum."""
    return _refusing_page(f"twinspace/{name}", title, name, wall)


def _refusing_page(path: str, title: str, part: str, wall: str) -> SitePage:
    state, reason, refusal = _WALLS[wall]
    return SitePage(path, title, (), part, state, reason, refusal)


def project(
    name: str,
    slug: str,
    title: str,
    *pages: SitePage,
    home: Sequence[Piece],
    members: str,
    expected: Expected,
    lang: str = "en",
    seed: str = "",
    state: str = "open",
) -> Project:
    """A project with its home page, its public profile and the given pages.

    ``lang`` is the language of the interface under which the address was copied.
    """
    base = f"{at.HOST}/en/etwinning/projects/{slug}"
    profile = para(f'<a href="/{lang}/etwinning/projects/{slug}">{title}</a>')
    card = raw(
        f"<p>PROJECT</p><p>{_CARD_STATE[state]}</p><p>Created on 03.09.2024</p>"
        f"<h2>Information</h2><p>Membership: {members}</p>"
    )
    own = (
        SitePage("twinspace", title, (*home, profile), "home", menu=False),
        SitePage("", title, (card,), "profile", menu=False),
    )
    return Project(
        name,
        seed or f"{at.HOST}/{lang}/etwinning/projects/{slug}/twinspace",
        "esep",
        slug,
        title,
        state,
        True,
        (*own, *pages),
        lambda path: f"{base}/{path}" if path else base,
        expected,
    )


def answer(ask: Ask, title: str, pages: Sequence[SitePage], slug: str, lang: str) -> Answer:
    """What the platform answers at any address of such a project."""
    path = f"/etwinning/projects/{slug}"
    rest = ask.path.partition(path)[2].strip("/")
    here = f"{path}/{rest}".rstrip("/")
    page = next((page for page in pages if page.path == rest), None)
    if page is None:
        return at.not_found(lang, here)
    refused = page.refusal(ask) if page.refusal else None
    return refused or _page_answer(page, title, pages, here, f"/{lang}{path}/twinspace", lang)


def _page_answer(
    current: SitePage, title: str, pages: Sequence[SitePage], path: str, root: str, lang: str
) -> Answer:
    items = "".join(
        f'<li><a href="{root}/{page.path.removeprefix("twinspace/")}">{page.title}</a></li>'
        for page in pages
        if page.menu
    )
    return at.page(
        lang=lang,
        path=path,
        title=current.title,
        body=f"<h1>{current.title}</h1>" + markup_of(current.pieces),
        menus=f'<nav aria-label="Pages"><ul><li><a href="{root}">Home</a></li>{items}</ul></nav>',
        project=title,
    )
