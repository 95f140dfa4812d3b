"""What a visitor sees on a case's pages in a real Chromium, so that expectations are checked.

``python -m tests.kinds.confirm [--kind K1] [--case NAME] [--browser /usr/bin/chromium]``
"""

from __future__ import annotations

import argparse
from urllib.parse import urljoin

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

from tests.kinds.cases import KINDS, Case, every
from tests.kinds.server import Server, serve

_QUIET = 1000  # milliseconds that scripts and refreshes get after the page has loaded
_SEEN = """() => {
  const all = [];
  const walk = root => { for (const node of root.querySelectorAll('*')) {
    all.push(node); if (node.shadowRoot) walk(node.shadowRoot); } };
  walk(document);
  const shown = node => node.getClientRects().length > 0;
  const href = a => a.href && a.href.baseVal !== undefined
    ? new URL(a.href.baseVal, document.baseURI).href : a.href;
  const photo = node => getComputedStyle(node).backgroundImage;
  return {
    title: document.title,
    heading: (document.querySelector('h1') || {innerText: ''}).innerText,
    text: document.body ? document.body.innerText.trim().length : 0,
    start: document.body ? document.body.innerText.trim().slice(0, 90) : '',
    links: all.filter(n => n.localName === 'a' && href(n) && shown(n)).map(href),
    clicks: all.filter(n => n.hasAttribute('onclick')).map(n => n.getAttribute('onclick')),
    forms: all.filter(n => n.localName === 'form').map(n => n.method + ' ' + n.action),
    frames: all.filter(n => /^i?frame$/.test(n.localName)).map(n => n.src),
    images: all.filter(n => n.localName === 'img' && n.currentSrc)
      .map(n => (n.naturalWidth ? 'shown ' : 'broken ') + n.currentSrc.slice(0, 120)),
    photos: all.map(photo).filter(p => p.startsWith('url(')),
  };
}"""


def look(browser: Browser, server: Server) -> None:
    """Prints what is seen at the seed and at every address that the case expects."""
    assert server.case is not None
    case = server.case
    print(f"\n== {case.name}")
    for address in _addresses(case, server.origin):
        ways = {"server": server.origin, "bypass": "127.0.0.1"}
        context = browser.new_context(ignore_https_errors=True, proxy=ways)
        page = context.new_page()
        print(f"-- {address.replace(server.origin, '')}")
        _print(page, address, server.origin)
        context.close()
    print(f"   asked for: {list(dict.fromkeys(server.asked))}")


def _addresses(case: Case, origin: str) -> list[str]:
    """The seed first, then own pages and files that are expected; of an archive, its answers."""
    if case.archive:
        return [origin + path for answer in case.responses for path in answer.paths[:1]]
    named = [case.seed]
    for entry in (*case.expect.get("page", ()), *case.expect.get("found", ())):
        urls = entry.get("url", [])
        named += [
            urljoin(case.seed, url) for url in ([urls] if isinstance(urls, str) else urls[:1])
        ]
    own = case.seed[: case.seed.index("/", 8)]
    return [url for url in dict.fromkeys(named) if url.startswith(own)]


def _print(page: Page, address: str, origin: str) -> None:
    downloads: list[str] = []
    page.on("download", lambda file: downloads.append(file.suggested_filename))
    status: object = "-"
    try:
        response = page.goto(address, wait_until="load", timeout=15000)
        status = response.status if response else "-"
    except BrowserError as error:
        print(f"   {str(error).splitlines()[0]}")
    try:
        page.wait_for_timeout(_QUIET)
        seen = page.evaluate(_SEEN)
    except BrowserError as error:
        print(f"   {str(error).splitlines()[0]}")
        return
    if downloads:
        print(f"   downloads {downloads}")
    print(f"   status {status}, ends at {page.url.replace(origin, '')}")
    for name, value in seen.items():
        if value:
            print(f"   {name}: {str(value).replace(origin, '')}")
    for frame in page.frames[1:]:
        print(f"   in frame {frame.url.replace(origin, '')[:100]}: {_inside(frame)}")


def _inside(frame: object) -> str:
    try:
        seen = frame.evaluate(_SEEN)  # type: ignore[attr-defined]
    except BrowserError:
        return "-"
    return f"{seen['start']!r} {seen['links']}"


def main() -> None:
    """Opens the cases one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", default="", choices=("", *KINDS))
    parser.add_argument("--case", default="")
    parser.add_argument("--browser", default="/usr/bin/chromium")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.browser, args=["--no-sandbox"])
        print(f"Chromium {browser.version}")
        for folder in every(options.kind):
            if options.case in ("", folder.name):
                with serve(folder) as server:
                    look(browser, server)
        browser.close()


if __name__ == "__main__":
    main()
