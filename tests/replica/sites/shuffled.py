"""Sites put together by lot: frames, encodings, menus, pagers and players in any mixture.

Each page knows what its visitor finds on it, so that an audit can be held against it, and the
reading of the HTML against a browser. Everything is invented.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from tests.replica.answers import Answer, Ask, file, html

HOST = "shuffled.example"
SEED = f"https://{HOST}/"
_TEXT = (
    "We asked {n} grandparents which games they played, wrote the rules down and tried all of them "
    "in our yard. The best one needs nothing at all, and it has another name in every village. "
)
_FRAMES = (
    "<!doctype html><html lang=en><head><meta charset={code}><title>{title}</title></head><body>"
    "<header>{menu}</header><main><h1>{title}</h1>{inside}</main><footer>School</footer></body></html>",
    "<!DOCTYPE html><meta charset={code}><title>{title}</title><body>{menu}<div id=content>"
    "<h1>{title}</h1>{inside}</div>",
    "<html><head><meta charset={code}><title>{title}</title></head><body><table><tr><td>{menu}<td>"
    "<h1>{title}</h1>{inside}</table></body></html>",
    "<!doctype html><html><head><meta charset={code}><title>{title}</title></head><body>"
    "<div class=page><div class=side>{menu}</div><article><h2>{title}</h2>{inside}</article></div>",
)
_CODES = ("utf-8", "windows-1252", "iso-8859-15")
_PLAYERS = {
    "frame": '<iframe width=480 height=270 src="https://www.youtube.com/embed/{id}"></iframe>',
    "link": '<p><a href="https://youtu.be/{id}">Film</a></p>',
    "json": '<div class=widget data-settings=\'{{"video_url":"https:\\/\\/youtu.be\\/{id}"}}\'></div>',
    "noscript": '<div class=lazy data-film="{id}"></div><noscript><a href="https://youtu.be/{id}">'
    "Film</a></noscript>",
    "own": '<quick-film film="{id}"></quick-film>',
    "attribute": '<section class=klip data-klip="{id}"></section>',
    "written": "<script>document.write('<a href=\"https://you' + 'tu.be/{id}\">Film</a>')</script>",
    "settings": "<script>window.film = '{id}'</script><div id=stage></div>",
}
READ = frozenset({"frame", "link", "json", "noscript"})  # what the HTML alone tells
_SCRIPT = """
const put = (box, id) => { const f = document.createElement('iframe');
  f.src = ['https:/', 'www.youtube.com', 'embed', id].join('/'); f.width = 480; f.height = 270;
  box.append(f); };
customElements.define('quick-film', class extends HTMLElement { connectedCallback() {
  const root = this.attachShadow({mode: 'open'}), box = document.createElement('div');
  root.append(box); put(box, this.getAttribute('film')); } });
for (const box of document.querySelectorAll('[data-klip]')) put(box, box.dataset.klip);
for (const box of document.querySelectorAll('.lazy')) put(box, box.dataset.film);
if (window.film) put(document.getElementById('stage'), window.film);
const menu = document.getElementById('menu');
if (menu) for (const n of JSON.parse(menu.dataset.pages)) {
  const a = document.createElement('a'); a.href = '/p' + n; a.textContent = 'Page ' + n; menu.append(a); }
"""


@dataclass(frozen=True)
class ShuffledPage:
    """A page: its address, its bytes, its charset, and the ids of the films on it."""

    path: str
    body: bytes
    films: frozenset[str]


@dataclass
class ShuffledSite:
    """A site by lot: the same number gives the same site."""

    number: int
    pages: int
    made: dict[str, ShuffledPage] = field(default_factory=dict)

    def __post_init__(self) -> None:
        lot = random.Random(self.number)
        frame, code = lot.choice(_FRAMES), lot.choice(_CODES)
        scripted, paged = lot.random() < 0.5, lot.random() < 0.5
        for number in range(self.pages):
            path = "/" if number == 0 else f"/p{number}"
            page = self._page(lot, path, number, frame, code, scripted=scripted, paged=paged)
            self.made[path] = page

    def _page(
        self,
        lot: random.Random,
        path: str,
        number: int,
        frame: str,
        code: str,
        *,
        scripted: bool,
        paged: bool,
    ) -> ShuffledPage:
        kinds = lot.sample(sorted(_PLAYERS), lot.choice((0, 0, 1, 2)))
        films = {kind: f"f{self.number:03}p{number:03}{kind[:3]}" for kind in kinds}
        inside = f"<p>{_TEXT.format(n=number + 2) * 2}</p>"
        inside += "".join(_PLAYERS[kind].format(id=film) for kind, film in films.items())
        if kinds:
            inside += "<script type=module src=/site.js></script>"
        text = frame.format(
            code=code,
            title=f"Side {number}: bl\u00e5b\u00e6r",
            menu=self._menu(number, scripted=scripted, paged=paged),
            inside=inside,
        )
        if path == "/" and scripted and not kinds:
            text += "<script type=module src=/site.js></script>"
        return ShuffledPage(path, text.encode(code), frozenset(films.values()))

    def _menu(self, number: int, *, scripted: bool, paged: bool) -> str:
        rest = range(1, self.pages)
        if scripted:
            listed = list(rest)
            return f"<nav id=menu data-pages='{listed}'></nav>" if number == 0 else ""
        if paged:
            return f'<a href="/p{number + 1}">next</a>' if number + 1 < self.pages else ""
        return "".join(f'<a href="/p{other}">Page {other}</a> ' for other in rest)

    @property
    def films(self) -> frozenset[str]:
        """The ids of all films that a visitor finds."""
        return frozenset().union(*(page.films for page in self.made.values()))

    def answer(self, ask: Ask) -> Answer:
        """What the site's server sends."""
        if ask.path == "/site.js":
            return file(_SCRIPT.encode(), "text/javascript")
        page = self.made.get(ask.path)
        if page is None:
            return html("<title>Not found</title><h1>Not found</h1>", 404)
        return file(page.body, "text/html")
