"""A project site that is not a TwinSpace: twelve pages below one prefix, in Danish."""

from __future__ import annotations

from pathlib import PurePosixPath

from tests.replica import files
from tests.replica.answers import Answer, Ask, Handler, html, simple
from tests.replica.pieces import address_text, frame, img, link, markup_of, para, raw
from tests.replica.sites.site import Expected, Project, SitePage

HOST = "https://www.projekt-skole.example"
# One page says from where its relative addresses count.
_BASES = {"arkiv/": '<base href="/erasmus/arkiv/2023/">'}
_WORDS = "Eleverne byggede en bro af papir og skrev om den i deres dagbog. " * 3
_PADLET = "https://padlet.com/projektskole/bro-og-by-p1a1nw4ll8q3z6m5"
_PAGE = """<!DOCTYPE html><html lang="da"><head><meta charset="utf-8"><title>{title}</title>{base}
<link rel="icon" href="/favicon.ico"><link rel="stylesheet" href="/stil.css"></head><body>
<header><a href="/"><img src="/logo.png" alt="Projekt-skolen"></a></header>
<nav><a href="/erasmus/index.html">Forside</a> <a href="om.html">Om</a>
<a href="/erasmus/skoler/">Skoler</a> <a href="/erasmus/resultater.html">Resultater</a>
<a href="/erasmus/galleri.html">Galleri</a> <a href="/erasmus/kontakt.html">Kontakt</a>
<a href="/nyheder/">Skolens nyheder</a> <a href="/erasmus/login.php">Log ind</a></nav>
{open}<h1>{title}</h1>{body}{close}
<footer><a href="https://www.facebook.com/projektskole">Facebook</a> <a href="/filer/cookies.pdf">
Cookies</a></footer></body></html>"""

PAGES: tuple[SitePage, ...] = (
    SitePage(
        "",
        "Bro og by",
        (
            para(_WORDS),
            img("plain-photo", "/erasmus/billeder/bro.jpg", "Broen"),
            para(
                'Læs <a href="dagbog.html">dagbogen</a>, <a href="/elever/">elevsiden</a> og '
                '<a href="https://en.other-school.example/">en anden skole</a>; '
                '<a href="2024/moede.html">mødet i 2024</a>.'
            ),
        ),
        "home",
    ),
    SitePage(
        "om.html",
        "Om projektet",
        (
            para(_WORDS),
            link("plain-plan", "/filer/plan.docx", "Plan"),
            link(
                "plain-external",
                "https://files.partner-school.example/letter.pdf?utm_medium=web",
                "Brev fra vores partner",
            ),
        ),
    ),
    SitePage(
        "skoler/",
        "Skolerne",
        (
            para(_WORDS),
            img("plain-team", "../billeder/hold.jpg", "Holdet"),
            para('<a href="../hemmelig.html">Kun for lærere</a>'),
        ),
    ),
    SitePage(
        "resultater.html",
        "Resultater",
        (
            link("plain-report", "filer/rapport.pdf", "Rapport"),
            link("plain-slides", "filer/oplaeg.pptx", "Oplæg"),
            link("plain-lost", "filer/mangler.pdf", "Plakat"),
            frame("plain-film", "https://www.youtube.com/embed/PlainFilm01"),
            link(
                "plain-doc",
                "https://docs.google.com/document/d/1PlainDocPublicAbcdefghijklmnop07/edit",
                "Vores dagbog",
            ),
            link(
                "plain-drive",
                "https://drive.google.com/file/d/1PlainDrivePrivateAbcdefghijkl14/view",
                "Billeder",
            ),
            address_text("plain-wall", _PADLET, "Se "),
        ),
    ),
    SitePage(
        "galleri.html",
        "Galleri",
        (
            raw(
                '<a href="billeder/tegning.png"><img src="billeder/tegning-lille.png" alt="En" '
                'width="220" height="160"></a>',
                "plain-drawing",
            ),
            img("plain-team", "billeder/hold.jpg", "Holdet igen"),
            raw('<video controls src="filer/bro.mp4"></video>', "plain-clip"),
            raw('<audio controls src="filer/sang.mp3"></audio>', "plain-song"),
            frame("plain-canal", "https://player.vimeo.com/video/865432102"),
        ),
    ),
    SitePage(
        "dagbog.html",
        "Dagbog",
        (para(_WORDS), frame("plain-wall", "https://padlet.com/embed/p1a1nw4ll8q3z6m5")),
    ),
    SitePage(
        "2024/moede.html",
        "Mødet i 2024",
        (
            para(_WORDS),
            link("plain-programme", "program.pdf", "Program"),
            para(
                '<a href="../presse.php?nr=1">Presse</a> <a href="../presse.php?nr=2#top">mere '
                'presse</a> <a href="../æbler.html">æbler</a> <a href="/erasmus/arkiv/">arkiv</a>'
            ),
        ),
    ),
    SitePage(
        "presse.php?nr=1",
        "Pressen: broen",
        (para(_WORDS), frame("plain-talk", "https://www.youtube.com/embed/PlainTalk01")),
    ),
    SitePage(
        "presse.php?nr=2",
        "Pressen: byen",
        (para(_WORDS), link("plain-talk", "https://youtu.be/PlainTalk01?t=20", "Interview")),
    ),
    SitePage(
        "%C3%A6bler.html",
        "Æbler",
        (para(_WORDS), img("plain-apple", "billeder/æbler.jpg", "Æbler")),
    ),
    SitePage(
        "arkiv/", "Arkiv", (para(_WORDS), img("plain-archive", "foto.jpg", "Et gammelt foto"))
    ),
    SitePage(
        "kontakt.html",
        "Kontakt",
        (para("Skriv til projekt@projekt-skole.example, så svarer vi inden en uge."),),
    ),
    SitePage(
        "hemmelig.html", "Kun for lærere", (), "page", "permission_required", "password_asked"
    ),
)
# A poster is gone and a folder of pictures asks for a login. The plan is a document on the page
# about the project; the diary shows the process, and the press what became known of it.
_EXPECTED = Expected(
    "passed",
    "results_visible_passed",
    {"artefacts": 19, "visible": 17, "lost": 2, "undetermined": 0, "pages_refused": 1},
    found=("planning", "process", "product", "dissemination"),
    missing=("evaluation",),
    seen=("process", "product", "dissemination"),
    findings=("artefact_lost:fix", "page_refused:review", "personal_data:review"),
    absent=("artefact_not_checked", "coverage_incomplete", "layout_unknown"),
)
PROJECTS = (
    Project(
        "plain",
        f"{HOST}/erasmus/",
        "web",
        "www.projekt-skole.example/erasmus",
        "Bro og by",
        "unknown",
        True,
        PAGES,
        lambda path: f"{HOST}/erasmus/{path}",
        _EXPECTED,
    ),
)
FORBIDDEN = (
    r"projekt-skole\.example/(nyheder|elever)/",
    r"other-school\.example",
    r"projekt-skole\.example/erasmus/login\.php",
)


def _page_answer(page: SitePage) -> Answer:
    semantic = len(page.path) % 2 == 0
    opened, closed = ("<main>", "</main>") if semantic else ('<div id="content">', "</div>")
    return html(
        _PAGE.format(
            title=page.title,
            base=_BASES.get(page.path, ""),
            body=markup_of(page.pieces),
            open=opened,
            close=closed,
        ).replace('href="om.html"', 'href="/erasmus/om.html"')
    )


def site(ask: Ask) -> Answer:
    """Any address of the school's host."""
    wanted = ask.path.removeprefix("/erasmus/").removesuffix("index.html")
    if "nr" in ask.query:
        wanted += f"?nr={ask.query['nr']}"
    page = next((page for page in PAGES if page.path == wanted), None)
    if not ask.path.startswith("/erasmus/") or page is None:
        is_file = PurePosixPath(ask.path).suffix in files.TYPES and "mangler" not in ask.path
        return (
            files.stored_file(ask.path)
            if is_file
            else simple("Siden findes ikke", "<p>404</p>", 404)
        )
    if page.state == "permission_required":
        return simple("Authorization Required", "<p>Log in.</p>", 401).having(
            ("www-authenticate", 'Basic realm="Laerere"')
        )
    return _page_answer(page)


def partner(ask: Ask) -> Answer:
    return files.stored_file(ask.path) if ask.path == "/letter.pdf" else simple("404", "", 404)


HOSTS: dict[str, Handler] = {
    "www.projekt-skole.example": site,
    "files.partner-school.example": partner,
}
