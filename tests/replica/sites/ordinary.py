"""An ordinary project of many pages, each with a few artefacts; for measuring speed."""

from __future__ import annotations

from html import escape

from tests.replica import files
from tests.replica.answers import Answer, Ask, Handler, html
from tests.replica.sites import esep_frame as at

_PATH = "/etwinning/projects/ordinary-project"
SEED = f"{at.HOST}/en{_PATH}/twinspace"
_WORDS = (
    "In week {n} the pupils of both schools met online, compared what they had found in "
    "their town and wrote a page about it; the teachers helped with the language. "
)


# Every twelfth page embeds a thing by a script, which only a browser can see filled in.
_SCRIPTED = 12
_EMBED = (
    '<div class="genially-embed" data-id="{id}"></div>'
    '<script async src="https://view.genially.com/static/embed/embed.js"></script>'
)
_LOADER = """
for (const place of document.querySelectorAll(".genially-embed")) {
  const frame = document.createElement("iframe");
  frame.src = "https://view.genially.com/" + place.dataset.id;
  frame.width = 640; frame.height = 360;
  place.append(frame);
}
"""
_SHOWN = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Our tides</title>'
    '<meta property="og:title" content="Our tides"><meta property="og:url" content="{url}">'
    "</head><body><h1>Our tides</h1><p>Drawn by the pupils of two towns.</p></body></html>"
)


def genially(ask: Ask) -> Answer:
    """The loader of embeds, and what they show."""
    if ask.path.endswith("embed.js"):
        return files.script(_LOADER)
    return html(_SHOWN.format(url=ask.url))


def _body(n: int) -> str:
    """Between 10 and 40 KB of text and four artefacts, or five."""
    scripted = _EMBED.format(id=f"65f0a1b2c3d4e5f6a7b8{n:04}") if n % _SCRIPTED == 0 else ""
    paragraphs = "".join(f"<p>{_WORDS.format(n=n) * 3}</p>" for _ in range(20 + n * 7 % 40))
    name = f"/sites/default/files/ordinary/{n:03}"
    video = escape(f"https://www.youtube.com/embed/SeaPublic01?start={n}")
    return (
        f"<h1>Page {n}</h1><p>Created by Anna Testgaard</p>{paragraphs}"
        f'<img src="{name}.jpg" alt="Picture {n}" width="800" height="600">'
        f'<div class="ecl-file"><div class="ecl-file__title">Report {n}</div>'
        f'<a class="ecl-file__download" href="{name}.pdf">Download</a></div>'
        f'<iframe src="{video}" width="560" height="315"></iframe>'
        '<p><a href="https://padlet.com/havbakken/sea-words-k3v9q2m7x1t8b4zn">Wall</a></p>'
        f"{scripted}"
    )


def hosts(pages: int) -> dict[str, Handler]:
    """The platform's host with the ordinary project alone: a home and ``pages - 1`` pages."""
    listed = [(f"pages/page-{n}", f"Page {n}") for n in range(1, pages)]
    bodies = {f"/{path}": _body(n) for n, (path, _) in enumerate(listed, 1)}
    bodies[""] = "<h1>Ordinary project</h1><p>Two towns, told by their pupils.</p>"
    rows = "".join(
        f'<li><a href="/en{_PATH}/twinspace/{path}">{title}</a></li>' for path, title in listed
    )
    bodies["/pages"] = f"<h1>Pages</h1><ul>{rows}</ul>"

    def platform(ask: Ask) -> Answer:
        root = f"/en{_PATH}/twinspace"
        below = ask.path.removeprefix(root).rstrip("/")
        if ask.path.startswith(root) and below in bodies:
            menus = at.menu("en", root, listed)
            return at.page(
                lang="en",
                path=ask.path[3:],
                title=below or "Home",
                body=bodies[below],
                menus=menus,
                project="Ordinary project",
            )
        if ask.path == "/themes/contrib/oe.css":
            return at.style()
        if ask.path.startswith("/sites/default/files/"):
            return files.stored_file(ask.path)
        return (
            at.denial("en", ask.path) if ask.path.startswith(root) else at.not_found("en", ask.path)
        )

    return {"school-education.ec.europa.eu": platform, "view.genially.com": genially}
