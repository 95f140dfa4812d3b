"""What a visitor sees on a case's pages in a real Chromium, so that expectations are checked.

``python -m tests.kinds.confirm [--kind K1] [--case NAME] [--click] [--browser /usr/bin/chromium]``
"""

from __future__ import annotations

import argparse
from urllib.parse import urljoin

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

from tests.kinds.cases import KINDS, Case, case_folders
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
    links: all.filter(n => /^(a|area)$/.test(n.localName) && href(n) && (shown(n) || n.localName === 'area')).map(href),
    clicks: all.filter(n => n.hasAttribute('onclick')).map(n => n.getAttribute('onclick')),
    forms: all.filter(n => n.localName === 'form').map(n => n.method + ' ' + n.action),
    frames: all.filter(n => /^i?frame$/.test(n.localName)).map(n => n.src),
    images: all.filter(n => n.localName === 'img' && n.currentSrc)
      .map(n => (n.naturalWidth ? 'shown ' : 'broken ') + n.currentSrc.slice(0, 120)),
    photos: all.map(photo).filter(p => p.startsWith('url(')),
  };
}"""


_CLICKED = (
    "a[href^='javascript:' i], area, button, input[type=submit], [onclick], svg a, option[value]"
)


def click(browser: Browser, server: Server) -> None:
    """Prints where everything on the seed leads that can be clicked and is not a plain link."""
    assert server.case is not None
    print(f"\n== {server.case.name}")
    number = 0
    while True:
        context = browser.new_context(ignore_https_errors=True)
        page = context.new_page()
        page.goto(server.case.seed, timeout=15000)
        targets = page.query_selector_all(_CLICKED)
        if number >= len(targets):
            context.close()
            return
        target = targets[number]
        if target.evaluate("node => node.localName") == "option":
            target.evaluate("""node => { node.selected = true;
              node.parentNode.dispatchEvent(new Event('change')); }""")
        else:
            target.evaluate("""node => node.click ? node.click()
              : node.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))""")
        page.wait_for_timeout(_QUIET)
        places = [place.url.replace(server.origin, "") for place in context.pages]
        print(f"   {number}: leads to {places}")
        context.close()
        number += 1


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
    """The seed first, then own pages and files that are expected; of an archive or a list of
    several pages, every answer.
    """
    if case.archive or case.kind == "T2":
        own = case.origin or origin
        return [own + path for answer in case.responses for path in answer.paths[:1]]
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
        page_facts = page.evaluate(_SEEN)
    except BrowserError as error:
        print(f"   {str(error).splitlines()[0]}")
        return
    if downloads:
        print(f"   downloads {downloads}")
    print(f"   status {status}, ends at {page.url.replace(origin, '')}")
    for name, value in page_facts.items():
        if value:
            print(f"   {name}: {str(value).replace(origin, '')}")
    for frame in page.frames[1:]:
        print(f"   in frame {frame.url.replace(origin, '')[:100]}: {_inside(frame)}")


def _inside(frame: object) -> str:
    try:
        page_facts = frame.evaluate(_SEEN)  # type: ignore[attr-defined]
    except BrowserError:
        return "-"
    return f"{page_facts['start']!r} {page_facts['links']}"


def main() -> None:
    """Opens the cases one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", default="", choices=("", *KINDS))
    parser.add_argument("--case", default="")
    parser.add_argument("--click", action="store_true", help="click what is no plain link")
    parser.add_argument("--browser", default="/usr/bin/chromium")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.browser, args=["--no-sandbox"])
        print(f"Chromium {browser.version}")
        for folder in case_folders(options.kind):
            if options.case in ("", folder.name):
                with serve(folder) as server:
                    (click if options.click else look)(browser, server)
        browser.close()


if __name__ == "__main__":
    main()
