"""The providers that the projects use, as far as a stranger's questions reach them.

How each answers follows the facts collected on providers (read 2026-11-23): oEmbed where it
exists, a redirect to a login for what is private, 404 for what is gone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from tests.replica.answers import (
    STALL,
    Answer,
    Ask,
    Handler,
    Headers,
    challenge,
    data,
    html,
    login,
    simple,
    text,
    to,
)

ROBOTS: dict[str, str] = {
    "school-education.ec.europa.eu": "User-agent: *\nDisallow: /admin/\nDisallow: /user/login\n",
    "wakelet.com": "User-agent: *\nDisallow: /\n",
    "embed.wakelet.com": "User-agent: *\nDisallow: /\n",
    "www.youtube.com": "User-agent: *\nDisallow: /login\n",
    "padlet.com": "User-agent: *\nDisallow: /auth/\n",
    "www.projekt-skole.example": "User-agent: *\nDisallow: /admin/\n",
}
PASSWORD_FORM = (
    "<p>Enter the password to view it.</p><form method='post'><label>Password"
    '<input type="password" name="password"></label><button>Submit</button></form>'
)
ARTICLE = "".join(
    f"<p>Line {n} of what the pupils wrote about their project.</p>" for n in range(9)
)


@dataclass(frozen=True)
class Service:
    """A service that shows its public items and answers 404 for the rest; ``items``: id, title.

    ``shell`` services answer every address with the same empty page filled by script.
    """

    items: Mapping[str, str]
    headers: Headers = ()
    shell: bool = False
    oembed: bool = True

    def __call__(self, ask: Ask) -> Answer:
        """oEmbed as JSON, a page for what is public, 404 for anything else."""
        if self.shell:
            return html(
                "<!DOCTYPE html><html><head><title>App</title></head><body>"
                '<div id="root"></div><script src="/app.js"></script></body></html>'
            )
        address = unquote(unquote(ask.url))
        key = next((item for item in self.items if item in address), None)
        asks_oembed = "oembed" in ask.path.lower()
        if key is None or (asks_oembed and not self.oembed):
            return data({"error": "not found"}, 404) if asks_oembed else missing()
        title = self.items[key]
        if asks_oembed:
            return oembed(title, key)
        page = simple(title, ARTICLE, head=meta(title, ask.url))
        return page.having(*self.headers)


def oembed(title: str, key: str, kind: str = "rich", provider: str = "") -> Answer:
    return data(
        {
            "version": "1.0",
            "type": kind,
            "title": title,
            "author_name": "Havbakkeskolen",
            "provider_name": provider or "Service",
            "width": 640,
            "height": 360,
            "html": f'<iframe src="https://embed.example/{key}" width="640" height="360"></iframe>',
        }
    )


def meta(title: str, url: str) -> str:
    return (
        f'<meta property="og:title" content="{title}"><meta property="og:type" '
        f'content="article"><meta property="og:url" content="{url}">'
        f'<meta property="og:image" content="https://img.example/{len(title)}.png">'
    )


def _named_id(word: str, length: int, address: str) -> str | None:
    """The id in an address that begins with a word and so says how its owner shares it."""
    match = re.search(rf"\b{word}[\w-]{{{length - len(word)}}}", address)
    return match[0] if match else None


def missing() -> Answer:
    return simple("Page not found", "<p>Sorry, we could not find what you asked for.</p>", 404)


# YouTube: public ones, private ones (oEmbed 401), everything else is gone (oEmbed 404).
_VIDEOS = {
    "SeaPublic01": "The song of the sea",
    "SeaUpdates1": "First day in Nadmorze",
    "SeaNested01": "Waves in slow motion",
    "SeaWrapped1": "Our harbour",
    "LiteVideo01": "Trailer",
    "FlashVideo1": "An old film",
    "TwoTimes_01": "The dance",
    "Unlisted-01": "Class film",
    "SeaDeepNest": "Below the waves",
    "SeaOldWrap1": "The old pier",
    "SeaLazy-001": "Slow tide",
    "RiverFilm01": "Down the river",
    "PlainFilm01": "The bridge",
    "PlainTalk01": "Interview",
    "PLseaSongs0123456789": "Songs",
}
# All of these get 401 from oEmbed; only the watch page distinguishes them.
_UNAUTHORIZED: dict[str, dict[str, object]] = {
    "SeaPrivate1": {
        "status": "LOGIN_REQUIRED",
        "reason": "Private video",
        "messages": ["This is a private video. Please sign in to verify that you may see it."],
    },
    "SeaAgeLimit": {
        "status": "LOGIN_REQUIRED",
        "reason": "Sign in to confirm your age",
        "desktopLegacyAgeGateReason": 1,
    },
    "SeaNoEmbed1": {"status": "OK", "playableInEmbed": False},
}


def youtube(ask: Ask) -> Answer:
    """oEmbed tells; the watch page answers 200 for anything.

    An id that begins with ``Open`` is public, one with ``Shut`` private.
    """
    address = unquote(unquote(ask.url))
    public = next((key for key in _VIDEOS if key in address), None) or _named_id(
        "Open", 11, address
    )
    held = next((key for key in _UNAUTHORIZED if key in address), None)
    if _named_id("Shut", 11, address):
        held = "SeaPrivate1"
    name = _VIDEOS.get(public or "", f"A film of ours ({public})")
    if ask.path == "/oembed":
        if public:
            return oembed(name, public, "video", "YouTube")
        return text("Unauthorized", 401) if held else text("Not Found", 404)
    status: dict[str, object] = {"status": "OK", "playableInEmbed": True}
    if held:
        status = _UNAUTHORIZED[held]
    elif not public:
        status = {"status": "ERROR", "reason": "Video unavailable"}
    title = name if public else "The sea by night" if held == "SeaNoEmbed1" else ""
    player = json.dumps({"playabilityStatus": status})
    head = meta(title, ask.url) if title else ""
    script = f"<script>var ytInitialPlayerResponse = {player};</script>"
    return simple(f"{title} - YouTube", script, head=head)


# Padlet: the wall's id is the end of its path; a wall that asks for a login has no oEmbed.
_WALLS = {
    "k3v9q2m7x1t8b4zn": "Sea words",
    "w8r5p1n6c3y0h2da": "What we learned",
    "r1v3r9w4ll5a7b2c": "River words",
    "p1a1nw4ll8q3z6m5": "Bro og by",
}
_LOGIN_WALLS = ("s7d2f9g1h4j6k8l0", "0rgw4lln4dm0rz3x")
_PASSWORD_WALLS = ("p4ssw0rdw4ll5e6a",)


def padlet(ask: Ask) -> Answer:
    """An id that begins with ``open`` is public, ``shut`` asks for a login, ``pass`` a password.

    One that begins with ``busy`` is asked for too often.
    """
    address = unquote(unquote(ask.url))
    wall = next((key for key in _WALLS if key in address), None) or _named_id("open", 16, address)
    name = _WALLS.get(wall or "", f"A wall of ours ({wall})")
    if ask.path == "/":
        return simple("Padlet", "<p>Make beautiful boards, documents and pages.</p>")
    if ask.path.startswith("/auth/login"):
        return login("Padlet")
    if _named_id("busy", 16, address):
        return text("Too Many Requests", 429)
    if ask.path.startswith("/oembed"):
        return oembed(name, wall, provider="Padlet") if wall else data({}, 404)
    if wall:
        return simple(name, ARTICLE, head=meta(name, ask.url))
    if any(key in address for key in _LOGIN_WALLS) or _named_id("shut", 16, address):
        return to("https://padlet.com/auth/login?referrer=" + ask.path)
    if any(key in address for key in _PASSWORD_WALLS) or _named_id("pass", 16, address):
        return simple("This padlet is password protected", PASSWORD_FORM)
    return missing()


# Google: ids of public files; ids whose owner shared them with nobody; all others are gone.
_GOOGLE_PUBLIC = {
    "1SeaDrivePublicAbcdefghijklmnop01": "Sea diary.pdf",
    "1SeaDocsPublicAbcdefghijklmnopq02": "Plan",
    "1SeaSlidesPublicAbcdefghijklmno03": "Our schools",
    "1FAIpQLSeaFormPublicAbcdefghijk04": "Logo vote",
    "1SeaMyMapPublicAbcdefghijklmno05": "Harbours",
    "1RiverSlidesPublicAbcdefghijklm06": "Rivers",
    "1PlainDocPublicAbcdefghijklmnop07": "Dagbog",
    "1SeaDrawingPublicAbcdefghijklm08": "Our boat",
    "view/sea-schools": "Sea schools",
    "viewer?url=": "Google Docs viewer",
}
_GOOGLE_PRIVATE = (
    "1SeaDrivePrivateAbcdefghijklmno11",
    "1SeaSheetPrivateAbcdefghijklmno12",
    "1FAIpQLSeaFormOrgOnlyAbcdefghi13",
    "1PlainDrivePrivateAbcdefghijkl14",
    "1SeaMyMapPrivateAbcdefghijklmn15",
)


def google(ask: Ask) -> Answer:
    address = unquote(ask.url)
    public = next((key for key in _GOOGLE_PUBLIC if key in address), None)
    if public:
        title = _GOOGLE_PUBLIC[public]
        script = (
            '<script>var FB_PUBLIC_LOAD_DATA_ = [null,["Vote"]];</script><form><label>Name'
            '<input type="text"></label></form>'
            if "/forms/" in ask.path
            else ""
        )
        head = meta(title, ask.url) + f'<meta itemprop="name" content="{title}">'
        framing = "ALLOWALL" if re.search("embed|preview|pub", address) else "SAMEORIGIN"
        return simple(title, script + ARTICLE, head=head).having(("x-frame-options", framing))
    if any(key in address for key in _GOOGLE_PRIVATE):
        return to("https://accounts.google.com/ServiceLogin?passive=1209600&continue=" + ask.url)
    return missing()


def accounts(ask: Ask) -> Answer:
    del ask
    return login("Google Accounts").having(("x-frame-options", "DENY"))


def genially(ask: Ask) -> Answer:
    """An invented or unpublished id is sent away from its address."""
    titles = {"64a1b2c3d4e5f60718293a4b": "Treasure island", "74a1b2c3d4e5f60718293a4c": "Quiz"}
    key = next((item for item in titles if item in unquote(ask.url)), None)
    if "oembed" in ask.path:
        return oembed(titles[key], key, provider="Genially") if key else data({}, 404)
    if key:
        return simple(titles[key], ARTICLE, head=meta(titles[key], ask.url))
    return simple("Genially", ARTICLE) if ask.path == "/" else to("https://genially.com/")


def canva(ask: Ask) -> Answer:
    del ask
    return challenge()


def webtools(ask: Ask) -> Answer:
    """The cookie wrapper: it asks for consent before it shows anything."""
    return simple(
        "Content blocked",
        "<p>This content is hosted by a third party. By showing it "
        f"you accept its terms.</p><button>Accept</button><!-- {ask.path} -->",
    )


def go_to(table: Mapping[str, str]) -> Handler:
    """A host of short links."""

    def handler(ask: Ask) -> Answer:
        return to(table[ask.path], 301) if ask.path in table else missing()

    return handler


def eulogin(ask: Ask) -> Answer:
    del ask
    return login()


def sent_to_microsoft(ask: Ask) -> Answer:
    return to("https://login.live.com/login.srf?wa=wsignin1.0&wreply=" + ask.url)


def redirector(ask: Ask) -> Answer:
    """Wrappers that carry the real address in their query; maps live on the same host."""
    if ask.path.startswith("/maps/"):
        return google(ask)
    target = ask.query.get("q") or ask.query.get("url")
    return to(target) if target else simple("Redirect notice")


_VIMEO = Service({"765432101": "Beach clean-up", "865432102": "Kanalen"})
_PASSWORD_FILM = "765432199"
_STALLED_FILM = "765432198"


def vimeo(ask: Ask) -> Answer:
    """A film with a password keeps its page; oEmbed refuses it. One film never comes."""
    if _STALLED_FILM in unquote(ask.url):
        return STALL
    if _PASSWORD_FILM not in unquote(ask.url):
        return _VIMEO(ask)
    refused = "oembed" in ask.path
    return data({}, 403) if refused else simple("This video is private", PASSWORD_FORM)


_DAILYMOTION = Service({"x8seaab": "Boats"})
_SLIDES = Service({"fishing-then-and-now-248163264": "Fishing then and now"})
_ISSUU = Service({"stories_of_the_coast": "Stories of the coast"})
_APPS = Service({"21436587": "Pairs of sea animals"})
_WORDWALL = Service({"58263911": "Sea quiz"})
_SOUND = Service({"havbakken-radio/sea-song": "Sea song"})
_SWAY = Service({"SeaSwayA1b2C3d4E": "A week by the sea"})
_BLOG = Service(
    {"havbakken-blog": "Havbakken blog"}, (("x-frame-options", "SAMEORIGIN"),), oembed=False
)
_WORDPRESS = Service(
    {"nadmorzeschool": "Nadmorze school"},
    (("content-security-policy", "frame-ancestors 'self'"),),
    oembed=False,
)
_WIDGET = Service({"tides": "Tides today"}, oembed=False)
_DENIED = Service({"board": "Harbour board"}, (("x-frame-options", "DENY"),), oembed=False)
_KAHOOT = Service({"3f2a9c1e-7b64-4d0a-9e55-1a2b3c4d5e6f": "Sea kahoot"}, oembed=False)


def kahoot(ask: Ask) -> Answer:
    key = "3f2a9c1e-7b64-4d0a-9e55-1a2b3c4d5e6f"
    if "/rest/kahoots/" in ask.path:
        if key in ask.path:
            return data({"uuid": key, "title": "Sea kahoot", "visibility": 1, "type": "quiz"})
        return data({"error": "NOT_FOUND"}, 404)
    if ask.path == "/" and ask.host == "kahoot.it":
        return simple("Play Kahoot!", "<p>Enter the game PIN of your teacher to join a game.</p>")
    return _KAHOOT(ask)


HOSTS: dict[str, Handler] = {
    "www.youtube.com": youtube,
    "youtube.com": youtube,
    "youtu.be": youtube,
    "www.youtube-nocookie.com": youtube,
    "m.youtube.com": youtube,
    "img.youtube.com": youtube,
    "padlet.com": padlet,
    "nadmorze.padlet.org": padlet,
    "vimeo.com": vimeo,
    "player.vimeo.com": vimeo,
    "www.dailymotion.com": _DAILYMOTION,
    "geo.dailymotion.com": _DAILYMOTION,
    "api.dailymotion.com": _DAILYMOTION,
    "drive.google.com": google,
    "docs.google.com": google,
    "sites.google.com": google,
    "www.google.com": redirector,
    "accounts.google.com": accounts,
    "view.genially.com": genially,
    "view.genial.ly": genially,
    "genially.com": genially,
    "www.canva.com": canva,
    "www.tricider.com": lambda ask: missing(),
    "www.slideshare.net": _SLIDES,
    "issuu.com": _ISSUU,
    "e.issuu.com": _ISSUU,
    "learningapps.org": _APPS,
    "wordwall.net": _WORDWALL,
    "create.kahoot.it": kahoot,
    "embed.kahoot.it": kahoot,
    "kahoot.it": kahoot,
    "wakelet.com": Service({"wake": "Wake"}),
    "embed.wakelet.com": Service({"wakes": "Wake"}),
    "sway.office.com": _SWAY,
    "sway.cloud.microsoft": _SWAY,
    "onedrive.live.com": sent_to_microsoft,
    "login.live.com": eulogin,
    "soundcloud.com": _SOUND,
    "w.soundcloud.com": _SOUND,
    "www.mentimeter.com": Service({}, shell=True),
    "quizizz.com": Service({}, shell=True),
    "wayground.com": Service({}, shell=True),
    "havbakken-blog.blogspot.com": _BLOG,
    "nadmorzeschool.wordpress.com": _WORDPRESS,
    "widgets.tides-example.net": _WIDGET,
    "boards.harbour-example.org": _DENIED,
    "webtools.europa.eu": webtools,
    "webgate.ec.europa.eu": eulogin,
    "bit.ly": go_to({"/sea-wall": "https://padlet.com/havbakken/what-we-learned-w8r5p1n6c3y0h2da"}),
    "forms.gle": go_to(
        {
            "/SeaVote1": "https://docs.google.com/forms/d/e/"
            "1FAIpQLSeaFormPublicAbcdefghijk04/viewform?usp=send_form"
        }
    ),
    "eur01.safelinks.protection.outlook.com": redirector,
}
