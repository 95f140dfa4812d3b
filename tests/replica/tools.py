"""The education tools that the projects try out, as a table: who is shown, sent away or held.

Each follows the facts collected on providers (read 2026-11-23); where only a browser would see
the content, the answer is the same shell for everything, and nobody can tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote

from tests.replica import files
from tests.replica.answers import DROP, Answer, Ask, Handler, login, simple, to
from tests.replica.stubs import ARTICLE, Service, meta, missing, webtools

_MICROSOFT = "https://login.microsoftonline.com/common/oauth2/authorize?client_id=0&redirect_uri="


@dataclass(frozen=True)
class LoginService:
    """A service that asks for a login before some of its items; ``door`` is the login's address."""

    service: Handler
    held: tuple[str, ...]
    door: str

    def __call__(self, ask: Ask) -> Answer:
        """Sends a stranger from a held item to the login, which answers 200."""
        if ask.url.startswith(self.door):
            return login(ask.host)
        if any(item in unquote(ask.url) for item in self.held):
            return to(self.door + quote(ask.path, ""))
        return self.service(ask)


def book_covers(ask: Ask) -> Answer:
    """Covers of published books; a book that is not published has none."""
    published = "SeaUserAbCdEfGhIjKlMnO/books/SeaBookAbCdEfGhIjKlMnP" in ask.path
    return files.stored_file("cover.png") if published else missing()


def thinglink(ask: Ask) -> Answer:
    """A scene has one id under every path."""
    if "1812345678901234567" not in ask.path:
        return missing()
    return simple("The harbour, from above", ARTICLE, head=meta("The harbour", ask.url))


def loader(ask: Ask) -> Answer:
    """Pictures and films that tools show while they load."""
    return files.stored_file(ask.path)


def harbour_cam(ask: Ask) -> Answer:
    """A server that takes the connection and closes it without a word."""
    del ask
    return DROP


def microsoft_login(ask: Ask) -> Answer:
    del ask
    return login("Microsoft")


def office_forms(ask: Ask) -> Answer:
    """Forms for one organisation send strangers to its login; all others are one shell."""
    if "SeaOrgForm" in ask.url:
        return to(_MICROSOFT + quote(ask.url, ""))
    return Service({}, shell=True)(ask)


_BOOKS = Service({"SeaUserAbCdEfGhIjKlMnO/SeaBookAbCdEfGhIjKlMnP": "The seal's year"}, oembed=False)
_CALAMEO = Service({"0012345678abcdef01234": "Sea magazine"}, oembed=False)
_PREZI = Service({"q1w2e3r4t5y6": "The history of our harbour"}, oembed=False)
_LINO = Service({"havbakken/canvases/sea-notes": "Sea notes"}, oembed=False)
_POWTOON = Service({"cSeaPowtoon": "What is a tide?"}, oembed=False)
_PREZI_DOOR = "https://prezi.com/login/?next="
_LINO_DOOR = "https://linoit.com/session/login?next="
_POWTOON_DOOR = "https://www.powtoon.com/account/login/?next="
_BLOGGER_DOOR = "https://www.blogger.com/blogin.g?blogspotURL="
_WORDPRESS_DOOR = "https://wordpress.com/wp-login.php?redirect_to="

HOSTS: dict[str, Handler] = {
    "www.calameo.com": _CALAMEO,
    "v.calameo.com": _CALAMEO,
    "read.bookcreator.com": _BOOKS,
    "assets.api.bookcreator.com": book_covers,
    "www.storyjumper.com": Service({"150123456": "The little seal"}, oembed=False),
    "www.thinglink.com": thinglink,
    "cdn.thinglink.me": loader,
    "static.genial.ly": loader,
    "linoit.com": LoginService(_LINO, ("nadmorze/canvases/staff",), _LINO_DOOR),
    "app.emaze.com": Service({"AOSEAWAVE": "Our coast"}, oembed=False),
    "www.emaze.com": Service({"AOSEAWAVE": "Our coast"}, oembed=False),
    "www.powtoon.com": LoginService(_POWTOON, ("bPrivPowt01",), _POWTOON_DOOR),
    "prezi.com": LoginService(_PREZI, ("z9x8c7v6b5n4",), _PREZI_DOOR),
    "forms.office.com": office_forms,
    "login.microsoftonline.com": microsoft_login,
    "jamboard.google.com": lambda ask: missing(),
    "nadmorze-private.blogspot.com": lambda ask: to(_BLOGGER_DOOR + quote(ask.url, "")),
    "www.blogger.com": lambda ask: login("Blogger"),
    "teachers-by-the-sea.wordpress.com": lambda ask: to(_WORDPRESS_DOOR + quote(ask.url, "")),
    "wordpress.com": lambda ask: login("WordPress.com"),
    "view.officeapps.live.com": Service({"op/embed": "Word, PowerPoint"}, oembed=False),
    "europa.eu": webtools,
    "old.harbour-town.example": harbour_cam,
}
