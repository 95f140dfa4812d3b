"""A project whose pages only a browser can read, with the truth about each written by hand.

Every page has the platform's frame, so that its HTML is laid out as always; what it
shows comes by script, or not at all. ``TRUTH`` says what a careful visitor finds, page by page.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from tests.replica import files
from tests.replica.answers import Answer, Ask, Handler, data, html, login, simple, text
from tests.replica.sites import esep_frame as at

ROOT = "/etwinning/projects/scripted-coast"
SITE = f"{at.HOST}/en{ROOT}/twinspace"
SEED = SITE
TITLE = "Scripted Coast"
UPLOADS = "/sites/default/files/coast"
_WORDS = "The pupils of three schools drew the tide tables of their harbours and explained them. "


@dataclass(frozen=True)
class VisitorSighting:
    """One sighting that a visitor finds: the thing, and what its embed shows."""

    thing: str
    embed: str = ""
    reason: str | None = None
    after: str = "not_checked"
    after_reason: str | None = None


@dataclass(frozen=True)
class ScriptedPage:
    """A page: its body, what a visitor meets there, and why a browser has to look."""

    name: str
    body: str
    shows: tuple[VisitorSighting, ...] = ()
    state: str = "visible"
    reason: str = ""
    need: str = ""
    trouble: tuple[str, ...] = ()


@dataclass(frozen=True)
class Thing:
    """A thing as the audit names it, and whether everybody sees it."""

    provider: str
    kind: str
    ident: dict[str, str]
    state: str = "visible"
    reason: str = ""
    because: str = ""


def script(code: str) -> str:
    return f"<script>{code}</script>"


def embed(url: str, more: str = "") -> str:
    return f'<iframe src="{url}" width="560" height="315" {more}></iframe>'


def consent_wrapper(url: str) -> str:
    return f"https://webtools.europa.eu/crs/iframe/?oriurl={quote(url, '')}&amp;lang=en"


_SONG = "https://www.youtube.com/embed/SeaPublic01"
_HARBOUR = "https://www.youtube.com/embed/SeaWrapped1"
_DENY = "https://frames.coast.example/deny"
_ANCESTORS = "https://frames.coast.example/ancestors"
_OPEN = "https://frames.coast.example/open"
_PADLET = "https://padlet.com/coast/{slug}"
_GENIALLY = "65f0a1b2c3d4e5f6a7b8c9d{n}"
THINGS: dict[str, Thing] = {
    "song": Thing("youtube", "video", {"native_id": "SeaPublic01"}),
    "harbour": Thing("youtube", "video", {"native_id": "SeaWrapped1"}),
    "open": Thing("-", "other", {"canonical_url": _OPEN}),
    "open-more": Thing("-", "other", {"canonical_url": f"{_OPEN}?details"}),
    "deny": Thing("-", "other", {"canonical_url": _DENY}),
    "ancestors": Thing("-", "other", {"canonical_url": _ANCESTORS}),
    "board": Thing(
        "padlet",
        "wall",
        {"canonical_url": _PADLET.format(slug="tides-b1o2a3r4d5s6")},
        reason="content_shown",
        because="needs_browser",
    ),
    "held-board": Thing(
        "padlet",
        "wall",
        {"canonical_url": _PADLET.format(slug="tides-h1e2l3d4x5y6")},
        "login_required",
        "login_redirect",
        "needs_browser",
    ),
    "bare-board": Thing(
        "padlet",
        "wall",
        {"canonical_url": _PADLET.format(slug="tides-b1a2r3e4x5y6")},
        "undetermined",
        "unexpected_answer",
        "needs_browser",
    ),
    "late-board": Thing(
        "padlet",
        "wall",
        {"canonical_url": _PADLET.format(slug="tides-l1a2t3e4x5y6")},
        "undetermined",
        "no_public_sign",
        "needs_browser",
    ),
    "walled-board": Thing(
        "padlet",
        "wall",
        {"canonical_url": _PADLET.format(slug="tides-w1a2l3l4x5y6")},
        "undetermined",
        "bot_wall",
    ),
    "form": Thing(
        "microsoft-forms",
        "form",
        {"native_id": "r/CoastForm1"},
        reason="content_shown",
        because="needs_browser",
    ),
    "shell-form": Thing(
        "microsoft-forms",
        "form",
        {"native_id": "r/CoastForm2"},
        "undetermined",
        "no_public_sign",
        "needs_browser",
    ),
    "slides": Thing(
        "genially",
        "presentation",
        {"native_id": _GENIALLY.format(n=1)},
        reason="content_shown",
        because="needs_browser",
    ),
    "slides-2": Thing(
        "genially",
        "presentation",
        {"native_id": _GENIALLY.format(n=2)},
        reason="content_shown",
        because="needs_browser",
    ),
    "slides-3": Thing(
        "genially",
        "presentation",
        {"native_id": _GENIALLY.format(n=3)},
        reason="content_shown",
        because="needs_browser",
    ),
    **{
        f"photo-{n}": Thing("twinspace", "image", {"canonical_url": f"{at.HOST}{UPLOADS}/{n}.jpg"})
        for n in range(1, 9)
    },
}
_FETCHED = """
fetch("{url}").then(a => a.json()).then(rows => {{
  const feed = document.getElementById("{place}");
  for (const row of rows) {{
    const p = document.createElement("p"), a = document.createElement("a");
    a.href = row.url; a.textContent = row.text; p.append(row.words, a); feed.append(p);
  }}
}});"""
_ASKED = """
const ask = new XMLHttpRequest();
ask.open("GET", "{url}");
ask.onload = () => {{ document.getElementById("{place}").innerHTML = JSON.parse(ask.responseText)
  .map(row => `<p>${{row.words}} <a href="${{row.url}}">${{row.text}}</a></p>`).join(""); }};
ask.send();"""
_ON_SIGHT = """
const places = document.querySelectorAll("[data-photo]");
const watch = new IntersectionObserver(seen => {
  for (const one of seen) if (one.isIntersecting) {
    const img = document.createElement("img");
    img.src = one.target.dataset.photo; img.alt = "Harbour"; img.width = 800; img.height = 600;
    one.target.replaceChildren(img); watch.unobserve(one.target);
  }
});
places.forEach(place => watch.observe(place));"""
_GALLERY = """
fetch("/coast/photos.json").then(a => a.json()).then(names => {
  const gallery = document.querySelector(".photo-gallery");
  for (const name of names) {
    const box = document.createElement("div");
    box.style.height = "1200px"; box.dataset.photo = name; gallery.append(box);
  }
  const watch = new IntersectionObserver(seen => {
    for (const one of seen) if (one.isIntersecting) {
      one.target.innerHTML = `<img src="${one.target.dataset.photo}" alt="Tide" width="800" height="600">`;
    }
  });
  gallery.querySelectorAll("div").forEach(box => watch.observe(box));
});"""
_COMPONENT = """
class TidePanel extends HTMLElement {
  constructor() {
    super();
    const root = this.attachShadow({mode: "%s"});
    root.innerHTML = `<h2>Tides</h2><p>Drawn by the pupils of three schools by the sea.</p>
      <a href="%s">Our board</a><slot></slot>`;
  }
}
customElements.define("%s", TidePanel);"""
_LATER = """
setTimeout(() => { document.querySelector("tide-later").innerHTML =
  '<p>The tide tables of three harbours, explained by pupils.</p><img src="%s" alt="Table" width="800" height="600">'; }, 120);"""
_CODE = '<div class="genially-embed" data-id="{id}" id="{id}"></div>'
_LOADER = '<script src="https://view.genially.com/static/embed/embed.js"></script>'
PAGES: tuple[ScriptedPage, ...] = (
    ScriptedPage(
        "feed-fetched",
        '<div id="feed" role="feed"></div>'
        + script(_FETCHED.format(url="/coast/feed.json?n=board", place="feed")),
        (VisitorSighting("board"),),
        need="empty_with_scripts",
    ),
    ScriptedPage(
        "feed-asked",
        f'<p>{_WORDS}</p><ul id="list" aria-busy="true"></ul>'
        + script(_ASKED.format(url="/coast/feed.json?n=form", place="list")),
        (VisitorSighting("form"),),
        need="unfilled_feed",
    ),
    ScriptedPage(
        "feed-lost",
        '<div id="feed" role="feed"></div>'
        + script(_FETCHED.format(url="/coast/gone.json", place="feed")),
        state="undetermined",
        reason="needs_browser",
        need="empty_with_scripts",
    ),
    ScriptedPage(
        "gallery-on-sight",
        f'<p>{_WORDS}</p><div class="gallery-photos"></div>'
        + "".join(
            f'<div style="height:1200px"><div data-photo="{UPLOADS}/{n}.jpg"></div></div>'
            for n in (1, 2, 3)
        )
        + script(_ON_SIGHT),
        (VisitorSighting("photo-1"), VisitorSighting("photo-2"), VisitorSighting("photo-3")),
        need="lazy_gallery",
    ),
    ScriptedPage(
        "gallery-from-data",
        f'<p>{_WORDS}</p><div class="photo-gallery"></div>' + script(_GALLERY),
        (VisitorSighting("photo-4"), VisitorSighting("photo-5"), VisitorSighting("photo-6")),
        need="lazy_gallery",
    ),
    ScriptedPage(
        "component-open",
        "<tide-panel></tide-panel>"
        + script(_COMPONENT % ("open", _PADLET.format(slug="tides-h1e2l3d4x5y6"), "tide-panel")),
        (VisitorSighting("held-board"),),
        need="empty_with_scripts",
    ),
    ScriptedPage(
        "component-closed",
        f"<p>{_WORDS}</p><tide-closed></tide-closed>"
        + script(_COMPONENT % ("closed", _PADLET.format(slug="tides-b1a2r3e4x5y6"), "tide-closed")),
        (VisitorSighting("bare-board"),),
        need="web_component",
    ),
    ScriptedPage(
        "component-later",
        f"<p>{_WORDS}</p><tide-later></tide-later>" + script(_LATER % f"{UPLOADS}/7.jpg"),
        (VisitorSighting("photo-7"),),
        need="web_component",
    ),
    ScriptedPage(
        "code-with-loader",
        f"<p>{_WORDS}</p>" + _CODE.format(id=_GENIALLY.format(n=1)) + _LOADER,
        (VisitorSighting("slides", "shown"),),
        need="script_embed",
    ),
    ScriptedPage(
        "code-without-script",
        f"<p>{_WORDS}</p>" + _CODE.format(id=_GENIALLY.format(n=2)),
        (VisitorSighting("slides-2", "blocked", "script_stripped"),),
        need="script_embed",
    ),
    ScriptedPage(
        "code-that-stays-empty",
        f"<p>{_WORDS}</p>"
        + _CODE.format(id=_GENIALLY.format(n=3))
        + '<script src="https://view.genially.com/static/embed/old.js"></script>',
        (VisitorSighting("slides-3", "blocked", "nothing_appears"),),
        need="script_embed",
    ),
    ScriptedPage(
        "really-empty",
        script("console.log('nothing to show')"),
        state="empty",
        reason="nothing_in_it",
        need="empty_with_scripts",
    ),
    # The HTML says where this script leads; the next one's does not.
    ScriptedPage(
        "sent-to-log-in",
        script("location.replace('/en/user/login?destination=/twinspace')"),
        state="login_required",
        reason="login_redirect",
    ),
    ScriptedPage(
        "sent-to-log-in-by-data",
        script("const door = ['', 'en', 'user', 'login']; location.assign(door.join('/'))"),
        state="login_required",
        reason="login_redirect",
        need="empty_with_scripts",
        trouble=("sent_elsewhere",),
    ),
    ScriptedPage(
        "sent-away",
        script("location = 'https://elsewhere.example/'"),
        state="undetermined",
        reason="unexpected_answer",
        need="empty_with_scripts",
        trouble=("sent_elsewhere",),
    ),
    ScriptedPage(
        "frames",
        f"<p>{_WORDS}</p>"
        + embed(_SONG)
        + embed(_OPEN)
        + embed(_DENY)
        + embed(_ANCESTORS)
        + "<details><summary>More</summary>"
        + embed(f"{_OPEN}?details")
        + "</details>",
        (
            VisitorSighting("song", "shown"),
            VisitorSighting("open", "shown"),
            VisitorSighting("open-more", "shown"),
            VisitorSighting("deny", "blocked", "x_frame_options"),
            VisitorSighting("ancestors", "blocked", "frame_ancestors"),
        ),
    ),
    ScriptedPage(
        "frames-hidden",
        "<style>.is-hidden iframe { display: none } .collapsed-part { height: 0; overflow: hidden }"
        ".offscreen iframe { position: absolute; left: -4000px; top: -4000px }</style>"
        f"<p>{_WORDS}</p>"
        + f'<div class="is-hidden">{embed(_SONG)}</div>'
        + f'<div class="offscreen">{embed(_HARBOUR)}</div>',
        (
            VisitorSighting("song", "blocked", "hidden_frame"),
            VisitorSighting("harbour", "blocked", "hidden_frame"),
        ),
        need="hidden_part",
    ),
    ScriptedPage(
        "frames-in-a-tab",
        "<style>.is-hidden { display: none }</style>"
        f'<p>{_WORDS}</p><button aria-controls="tab-2">Film</button>'
        f'<div id="tab-2" role="tabpanel" class="is-hidden">{embed(_SONG)}</div>',
        (VisitorSighting("song", "shown"),),
        need="hidden_part",
    ),
    ScriptedPage(
        "consent",
        f"<p>{_WORDS}</p>" + embed(consent_wrapper(_SONG)) + embed(consent_wrapper(_DENY)),
        (
            VisitorSighting("song", "needs_consent", None, "shown"),
            VisitorSighting("deny", "needs_consent", None, "blocked", "x_frame_options"),
        ),
    ),
    ScriptedPage(
        "consent-nested",
        f"<p>{_WORDS}</p>" + embed(f"/media/oembed?coast=1&amp;url={quote(_HARBOUR, '')}"),
        (VisitorSighting("harbour", "needs_consent", None, "shown"),),
    ),
    ScriptedPage(
        "boards",
        f"<p>{_WORDS}</p>"
        f'<p><a href="{_PADLET.format(slug="tides-l1a2t3e4x5y6")}">Late</a></p>'
        f'<p><a href="{_PADLET.format(slug="tides-w1a2l3l4x5y6")}">Walled</a></p>'
        '<p><a href="https://forms.office.com/r/CoastForm2">Form</a></p>',
        (
            VisitorSighting("late-board"),
            VisitorSighting("walled-board"),
            VisitorSighting("shell-form"),
        ),
    ),
)


_BOARD = """
fetch("/api/board?at=" + location.pathname).then(a => a.json()).then(board => {
  const app = document.getElementById("app");
  if (board.login) location.href = "/auth/login?referrer=" + encodeURIComponent(location.href);
  else if (board.posts.length) app.innerHTML = board.posts
    .map(post => `<article data-testid="surfacePost"><h3>${post}</h3></article>`).join("");
  else app.innerHTML = '<button data-testid="surfaceAddPostButton">+</button>';
});"""
_QUESTIONS = """
fetch("/formapi/questions?at=" + location.pathname).then(a => a.json()).then(questions => {
  document.getElementById("app").innerHTML = questions
    .map(text => `<div data-automation-id="questionItem">${text}</div>`).join("");
});"""
_SLIDES = """
document.getElementById("app").innerHTML =
  '<div class="genially-view-slide-container"><div class="genially-view-slide">Tides</div></div>';"""
_EMBEDS = """
for (const place of document.querySelectorAll(".genially-embed")) {
  const frame = document.createElement("iframe");
  frame.src = "https://view.genially.com/" + place.dataset.id;
  frame.width = 640; frame.height = 360; place.append(frame);
}"""
# What stands before embedded content: a notice whose button puts the frame in.
_NOTICE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Notice</title></head>
<body><div class="notice"><p>Please accept cookies to play this content.</p>
<a class="wt-ecl-button wt-ecl-button--primary cck-actions-button" href="#accept">Accept</a></div>
<script>document.querySelector("a").addEventListener("click", event => {
  event.preventDefault();
  document.cookie = "cck=yes; path=/; Secure; SameSite=None";
  const frame = document.createElement("iframe");
  frame.src = new URLSearchParams(location.search).get("oriurl");
  frame.width = 560; frame.height = 315;
  document.querySelector(".notice").replaceWith(frame);
});
if (document.cookie.includes("cck=yes")) document.querySelector("a").click();
</script></body></html>"""


def _shell(title: str) -> Answer:
    return html(
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body>'
        '<div id="app"></div><script src="/app.js"></script></body></html>'
    )


def padlet(ask: Ask) -> Answer:
    """Boards that are the same shell for everybody, filled by script."""
    if ask.path == "/app.js":
        return files.script(_BOARD)
    if ask.path == "/oembed":
        return text("no", 400)
    if ask.path.startswith("/auth/"):
        return login("Padlet")
    if ask.path == "/api/board":
        return _board(ask.query["at"])
    if "w1a2l3l4x5y6" in ask.url:
        return simple("Just a moment...", "", 403).having(("cf-mitigated", "challenge"))
    return _shell("Padlet")


def _board(at_path: str) -> Answer:
    if "h1e2l3d4x5y6" in at_path:
        return data({"login": True})
    if "l1a2t3e4x5y6" in at_path:
        return data({}, 500)
    return data({"posts": [] if "b1a2r3e4x5y6" in at_path else ["High tide", "Low tide"]})


def office_forms(ask: Ask) -> Answer:
    """Forms that are the same shell for everybody; one has questions to show."""
    if ask.path == "/app.js":
        return files.script(_QUESTIONS)
    if ask.path == "/formapi/questions":
        return data(["How high is the tide?"] if "CoastForm1" in ask.query["at"] else [])
    return _shell("Microsoft Forms")


def genially(ask: Ask) -> Answer:
    """Presentations drawn by script, and the loaders of their embeds: one works, one is dead."""
    if ask.path == "/app.js":
        return files.script(_SLIDES)
    if ask.path.startswith("/static/embed/"):
        return files.script(_EMBEDS if ask.path.endswith("embed.js") else "void 0;")
    return _shell("Genially")


def frames(ask: Ask) -> Answer:
    """A site whose pages may be framed, or not."""
    page = simple("Harbour watch", "<p>What the harbour's instruments say today, hour by hour.</p>")
    refusals = {
        "/deny": ("X-Frame-Options", "DENY"),
        "/ancestors": ("Content-Security-Policy", "frame-ancestors 'self'"),
    }
    return page.having(refusals[ask.path]) if ask.path in refusals else page


def webtools(ask: Ask) -> Answer:
    del ask
    return html(_NOTICE)


def platform(other: Handler) -> Handler:
    """The platform's host with this project; everything else is answered as before."""
    bodies = {page.name: page for page in PAGES}
    listed = [(f"pages/{page.name}", page.name.replace("-", " ")) for page in PAGES]

    def answer(ask: Ask) -> Answer:
        root = f"/en{ROOT}/twinspace"
        name = ask.path.removeprefix(f"{root}/pages/")
        if ask.path.startswith("/coast/") or ask.query.get("coast"):
            return _data(ask)
        if ask.path.startswith(UPLOADS):
            return files.stored_file(ask.path)
        if ask.path != root and name not in bodies:
            return other(ask)
        title = TITLE if ask.path == root else name.replace("-", " ").capitalize()
        body = f"<h1>{title}</h1>" + (f"<p>{_WORDS}</p>" if ask.path == root else bodies[name].body)
        return at.page(
            lang="en",
            path=ask.path[3:],
            title=title,
            body=body,
            menus=at.menu("en", root, listed),
            project=TITLE,
        )

    return answer


def _data(ask: Ask) -> Answer:
    """What the pages' scripts ask the platform for, and the frame that holds another."""
    if ask.path == "/media/oembed":
        inner = consent_wrapper(ask.query["url"])
        return html(f"<!DOCTYPE html><title>Film</title><body>{embed(inner)}</body>")
    if ask.path == "/coast/photos.json":
        return data([f"{UPLOADS}/{n}.jpg" for n in (4, 5, 6)])
    if ask.path == "/coast/feed.json":
        url = {
            "board": _PADLET.format(slug="tides-b1o2a3r4d5s6"),
            "form": "https://forms.office.com/r/CoastForm1",
        }[ask.query["n"]]
        return data([{"url": url, "text": "See for yourself", "words": _WORDS}])
    return data({"error": "gone"}, 404)


def hosts(others: dict[str, Handler]) -> dict[str, Handler]:
    """All hosts of the replica, with this project and the services that it uses."""
    name = "school-education.ec.europa.eu"
    return others | {
        name: platform(others[name]),
        "padlet.com": padlet,
        "forms.office.com": office_forms,
        "view.genially.com": genially,
        "frames.coast.example": frames,
        "webtools.europa.eu": webtools,
    }
