"""A project of pages with harmful scripts: each has a text, a link to a wall, and one attack.

``KINDS`` gives by name the script, and the findings that may be about its page: exactly one.
"""

from __future__ import annotations

from tests.replica.answers import Answer, Ask, file, html, text
from tests.replica.sites import esep_frame as at

ROOT = "/etwinning/projects/hostile-coast"
SITE = f"{at.HOST}/en{ROOT}/twinspace"
SEED = SITE
WALL = "https://padlet.com/havbakken/what-we-learned-w8r5p1n6c3y0h2da"
FORBIDDEN = ("127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254")
_TEXT = "Three schools measured the salt of their seas and wrote down what they found. " * 3

KINDS: dict[str, str] = {
    "loop": "for (;;) {}",
    "microtasks": "const f = () => Promise.resolve().then(f); f();",
    "alerts": "for (let i = 0; i < 200; i++) { alert(i); confirm(i); prompt(i); }",
    "alerts-for-ever": "setInterval(() => alert('again'), 1);",
    "leaving": "addEventListener('beforeunload', e => { e.preventDefault(); e.returnValue = 'x'; alert(1); });"
    "location = 'https://elsewhere.example/';",
    "heap": "const rows = []; for (;;) rows.push(new Array(1e6).fill({}));",
    "buffers": "const rows = []; setInterval(() => { const b = new Uint8Array(1.5e8); b.fill(1); rows.push(b); }, 20);",
    "nodes": "for (let i = 0; i < 1e6; i++) document.body.append(document.createElement('i'));",
    "download": "const a = document.createElement('a'); a.href = '/big.zip'; a.download = 'x';"
    "document.body.append(a); a.click();",
    "pop-ups": "for (let i = 0; i < 20; i++) window.open('/en/pop/' + i);",
    "away": "location = 'https://elsewhere.example/';",
    "away-by-form": "const f = document.createElement('form'); f.method = 'post';"
    "f.action = 'https://elsewhere.example/'; document.body.append(f); f.submit();",
    "history": "let n = 0; alert('on'); setInterval(() => history.pushState({}, '', '?n=' + n++), 1);",
    "close": "window.close(); self.close(); alert('still here');",
    "print": "window.print(); alert('printed');",
    "requests": "alert(1); setInterval(() => { fetch('/hostile/data?' + Math.random());"
    "fetch('http://127.0.0.1:9/'); fetch('http://10.0.0.1/'); fetch('http://169.254.169.254/'); }, 5);",
    "sockets": "alert(1); new WebSocket('wss://elsewhere.example/'); new EventSource('https://elsewhere.example/');"
    "try { new RTCPeerConnection() } catch (e) {}",
    "service-worker": "alert(1); navigator.serviceWorker && navigator.serviceWorker.register('/hostile/sw.js');",
    "workers": "alert(1); for (let i = 0; i < 4; i++) new Worker(URL.createObjectURL(new Blob(['for(;;){}'])));",
    "frames": "alert(1); const more = () => { for (let i = 0; i < 5; i++) { const f = document.createElement('iframe');"
    "f.src = location.pathname + '?frame=' + Math.random(); document.body.append(f); } }; more();",
    "asks": "alert(1); navigator.geolocation.getCurrentPosition(() => 0); Notification.requestPermission();"
    "document.documentElement.requestFullscreen().catch(() => 0); document.body.requestPointerLock();",
    "debugger": "alert(1); setInterval(() => { debugger; }, 10);",
    "written-over": "addEventListener('load', () => { document.open(); document.write('<h1>Gone</h1>'); document.close(); alert(1); });",
    "poisoned": "alert(1); JSON.stringify = JSON.parse = () => { throw 1 }; Object.prototype.then = 1;"
    "Element.prototype.checkVisibility = Element.prototype.getBoundingClientRect = () => { throw 1 };"
    "Node.prototype.cloneNode = document.createElement = document.querySelectorAll = () => null;"
    "document.implementation.createHTMLDocument = () => null;",
    "schemes": "alert(1); for (const u of ['file:///etc/passwd', 'chrome://crash', 'view-source:x', 'javascript:for(;;);',"
    " 'data:text/html,x']) { try { location = u } catch (e) {} const f = document.createElement('iframe'); f.src = u;"
    " document.body.append(f); }",
    "long": "alert(1); document.body.style.height = '9e6px';",
    "grows": "alert(1); addEventListener('scroll', () => { for (let i = 0; i < 50; i++)"
    " document.body.append(document.createElement('hr')); });",
}
# A visitor does not see what the scripts of these kinds take away.
TAKEN_AWAY = frozenset({"written-over"})


def names(pages: int) -> list[str]:
    """The pages' names: the kinds in turn."""
    kinds = list(KINDS)
    return [f"{kinds[n % len(kinds)]}-{n}" for n in range(pages)]


def kind_of(address: str) -> str:
    """The kind of a page by its address."""
    return address.rpartition("/")[2].rpartition("-")[0]


def platform(pages: int) -> dict[str, object]:
    """The platform's host with a hostile project of that many pages."""
    listed = names(pages)
    root = f"/en{ROOT}/twinspace"
    links = "".join(f'<li><a href="{root}/pages/{name}">{name}</a></li>' for name in listed)

    def answer(ask: Ask) -> Answer:
        if ask.path == root:
            body = f"<h1>Hostile Coast</h1><p>{_TEXT}</p><ul>{links}</ul>"
            return _page(ask, "Hostile Coast", body)
        name = ask.path.removeprefix(f"{root}/pages/")
        if name in listed:
            body = (
                f'<h1>{name}</h1><p>{_TEXT}</p><p><a href="{WALL}">Our wall</a></p>'
                f"<script>{KINDS[kind_of(ask.path)]}</script>"
            )
            return _page(ask, name, body)
        if ask.path == "/hostile/sw.js":
            return file(b"self.addEventListener('fetch', () => {})", "application/javascript")
        if ask.path.startswith("/hostile/"):
            return text("x")
        return html("<h1>Not found</h1>", 404)

    def _page(ask: Ask, title: str, body: str) -> Answer:
        return at.page(
            lang="en",
            path=ask.path[3:],
            title=title,
            body=body,
            project="Hostile Coast",
            menus=f'<nav><a href="{root}">Home</a></nav>',
        )

    return {"school-education.ec.europa.eu": answer}
