"""The frame of a page on the live platform: banner, menus, main content, footer.

Landmarks and headings follow the Europa Component Library; class names vary on purpose.
"""

from __future__ import annotations

from collections.abc import Iterable

from tests.replica.answers import Answer, html

HOST = "https://school-education.ec.europa.eu"
EU_LOGIN = "https://webgate.ec.europa.eu/cas/login?service=https%3A//school-education.ec.europa.eu"
LANGUAGES = ("en", "da", "pl", "bg", "tr", "el")
MENU = {
    "en": "Pages",
    "da": "Sider",
    "pl": "Strony",
    "bg": "Страници",
    "tr": "Sayfalar",
    "el": "Σελίδες",
    "uk": "Сторінки",
    "ar": "الصفحات",
}
DENIED = {
    "en": ("Access denied", "You are not authorized to access this page."),
    "da": ("Adgang nægtet", "Du har ikke tilladelse til at se denne side."),
    "pl": ("Odmowa dostępu", "Nie masz uprawnień do wejścia na tę stronę."),
    "tr": ("Erişim engellendi", "Bu sayfaya erişim yetkiniz yok."),
}
# "Created by", "Last updated by" and the time since then, as each interface language says them.
_BYLINES = {
    "da": ("Oprettet af", "Sidst opdateret af", "for 1 år 8 måneder siden"),
    "pl": ("Utworzone przez", "Ostatnio zmienione przez", "1 rok 8 miesięcy temu"),
    "bg": ("Създадено от", "Последно обновено от", "преди 1 година 8 месеца"),
    "tr": ("Oluşturan", "Son güncelleyen", "1 yıl 8 ay önce"),
    "el": ("Δημιουργήθηκε από", "Τελευταία ενημέρωση από", "πριν από 1 έτος 8 μήνες"),
}
_ENGLISH = ("Created by", "Last updated by", "1 year 8 months ago")
_SECTIONS = (
    ("", "Home"),
    ("/pages", "Pages"),
    ("/materials", "Materials"),
    ("/forum", "Forum"),
    ("/meetings", "Online meetings"),
    ("/members", "Members"),
)
_HEAD = """<!DOCTYPE html>
<html lang="{lang}" dir="{direction}" prefix="og: https://ogp.me/ns#">
<head><meta charset="utf-8"><title>{title} | European School Education Platform</title>
<link rel="canonical" href="{canonical}"><link rel="stylesheet" href="/themes/contrib/oe.css">
<link rel="shortcut icon" href="/themes/contrib/favicon.ico">
<meta name="viewport" content="width=device-width, initial-scale=1.0"></head>
<body class="language-{lang} ecl-typography path-twinspace">
<a href="#main-content" class="ecl-link ecl-skip-link" id="skip-id">Skip to main content</a>
<header class="ecl-site-header ecl-site-header--has-menu" data-ecl-auto-init="SiteHeader">
<a href="https://ec.europa.eu/" aria-label="European Commission"><img alt="European Commission logo"
src="/themes/contrib/oe_theme/images/logo/logo-ec--{lang}.svg" width="120" height="60"></a>
<div class="ecl-site-header__site-name">European School Education Platform</div>
<a href="/{lang}/user/login?destination={path}">Log in</a>
<ul class="lang">{languages}</ul>
<form action="/{lang}/search" role="search">
<label>Search<input type="search" name="q"></label></form>
</header>
"""
_FOOT = """
<footer class="ecl-site-footer"><a href="https://www.facebook.com/ETwinningeurope">Facebook</a>
<a href="https://www.youtube.com/user/etwinning">YouTube</a><a href="/{lang}/privacy">Privacy</a>
<a href="/{lang}/node/31">About</a><p>Translations are provided via eTranslation.</p>
<img src="/themes/contrib/oe_theme/images/eu-flag.svg" alt="Flag of the EU" width="60" height="40">
</footer>
<img src="https://webanalytics.ec.europa.eu/matomo.php?idsite=77&amp;rec=1" style="border:0" alt="">
<script type="application/json">{{"utility":"cck"}}</script>
<script src="https://webtools.europa.eu/load.js" defer></script></body></html>
"""
_STYLE = """
body { margin: 0; font: 17px/1.5 "Noto Sans", sans-serif; color: #26324b; background: #fff;
  display: grid; grid-template-columns: 250px 1fr; }
body > * { grid-column: 1 / -1; padding: 0 40px; }
.ecl-skip-link { position: absolute; left: -9999px; }
.ecl-site-header { display: flex; gap: 24px; align-items: center; padding: 14px 40px;
  border-bottom: 4px solid #0e47cb; }
.ecl-site-header__site-name { font-weight: 700; font-size: 20px; flex: 1; }
.lang { display: flex; gap: 8px; list-style: none; padding: 0; }
.ecl-page-header { background: #0e47cb; color: #fff; padding: 10px 40px; }
.ecl-page-header a { color: #fff; font-size: 24px; text-decoration: none; }
.ecl-navigation ul { display: flex; gap: 28px; list-style: none; padding: 0; }
nav[class^=sidebar] { grid-column: 1; grid-row: span 3; background: #f5f7fd; padding: 0 20px; }
nav[class^=sidebar] ul { list-style: none; padding: 0; }
main { grid-column: 2; max-width: 860px; }
main iframe { border: 1px solid #cfd6e6; }
.ecl-site-footer { background: #26324b; color: #fff; padding: 16px 40px; }
.ecl-site-footer a { color: #fff; margin-right: 16px; }
"""
FURNITURE = """
<div class="tools">
<img src="/themes/contrib/oe_theme/images/spacer.gif" width="1" height="1" alt="">
<img src="/themes/contrib/oe_theme/images/flags/dk.svg" class="flag" alt="Denmark" width="16">
<img class="avatar user-picture" src="/sites/default/files/styles/avatar/public/pictures/u8.jpg"
alt="Profile picture" width="32" height="32">
<a href="https://www.facebook.com/sharer/sharer.php?u=https%3A//school-education.ec.europa.eu">
<img src="/themes/contrib/oe_theme/images/icons/facebook.svg" alt="Share on Facebook"></a>
<a href="https://twitter.com/intent/tweet?url=https%3A//school-education.ec.europa.eu">Tweet</a>
<a href="/{lang}/print/view/pdf/1234">Print</a><a href="/{lang}/node/1234/edit">Edit</a>
<a href="/{lang}/node/1234/delete">Delete</a>
<a href="/{lang}/flag/flag/abuse/1234?token=x">Report</a>
<a href="/{lang}/user/logout">Log out</a><a href="/{lang}/share/1234">Share</a>
<a href="{root}/meetings/calendar?month=2024-01">Calendar</a>
<a href="/{lang}/pupil-login">Pupil login</a></div>
"""


def byline(lang: str, line: str) -> str:
    """A line on who wrote the page, in the language of the interface."""
    for english, words in zip(_ENGLISH, _BYLINES.get(lang, _ENGLISH), strict=True):
        line = line.replace(english, words)
    return line


def menu(lang: str, root: str, pages: Iterable[tuple[str, str]]) -> str:
    """The project's tabs and its list of pages, both navigation."""
    tabs = "".join(f'<li><a href="{root}{path}">{name}</a></li>' for path, name in _SECTIONS)
    items = "".join(
        f'<li class="ecl-u-pa-s"><a href="{root}/{path}">{title}</a></li>' for path, title in pages
    )
    return (
        f'<nav aria-label="TwinSpace" class="ecl-navigation"><ul>{tabs}</ul></nav>'
        f'<nav aria-labelledby="pages-menu" class="sidebar-{lang}"><h2 id="pages-menu">'
        f"{MENU.get(lang, 'Pages')}</h2><ul>{items}</ul></nav>"
    )


def page(
    *,
    lang: str,
    path: str,
    title: str,
    body: str,
    menus: str = "",
    project: str = "",
    status: int = 200,
) -> Answer:
    """A whole page; ``path`` is the address below the language prefix."""
    others = "".join(
        f'<li><a hreflang="{code}" href="/{code}{path}">{code}</a></li>' for code in LANGUAGES
    )
    head = _HEAD.format(
        lang=lang,
        direction="rtl" if lang == "ar" else "ltr",
        title=title,
        path=path,
        languages=others,
        canonical=f"{HOST}/{lang}{path}",
    )
    banner = (
        f'<div class="ecl-page-header" role="banner"><p>TwinSpace | TwinSpace</p>'
        f'<p class="ecl-page-header__title"><a href="/{lang}{path.partition("/pages")[0]}">'
        f"{project}</a></p></div>"
        if project
        else ""
    )
    main = f'<main id="main-content" tabindex="-1"><div class="ecl-container">{body}</div></main>'
    return html(head + banner + menus + main + _FOOT.format(lang=lang), status)


def denial(lang: str, path: str, status: int = 403) -> Answer:
    """The platform's own refusal, said in the page's language."""
    title, words = DENIED[lang]
    body = f"<h1>{title}</h1><p>{words}</p>"
    return page(lang=lang, path=path, title=title, body=body, status=status)


def login_form(lang: str, path: str) -> Answer:
    """The page's address with the platform's own login form on it."""
    body = (
        '<h1>Log in</h1><form action="/user/login" method="post" id="user-login-form">'
        '<label>Username <input name="name" type="text"></label><label>Password '
        '<input name="pass" type="password"></label><button>Log in</button></form>'
        "<p>You must log in to see this content.</p>"
    )
    return page(lang=lang, path=path, title="Log in", body=body)


def not_found(lang: str, path: str, status: int = 404) -> Answer:
    body = "<h1>Page not found</h1><p>The requested page could not be found.</p>"
    return page(lang=lang, path=path, title="Page not found", body=body, status=status)


def style() -> Answer:
    """The theme's style sheet: it makes the replica's pages look like pages."""
    return Answer(200, (("content-type", "text/css; charset=utf-8"),), _STYLE.encode())
