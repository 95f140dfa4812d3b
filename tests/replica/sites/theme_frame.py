"""The frame of the platform's public theme, drawn over pages of the replica.

Title, kind, state and description stand in a header before ``main``; the cards at the end of
``main`` carry an ``h1`` each; ``<title>`` names the project on every page. Drawn by us after
oe_theme 44747e81 (``templates/layout/page.html.twig``, ``page_header_rendering.yml``, read
2026-11-30); no line of it is the theme's.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tests.replica.answers import Answer, Ask, Handler

_BANNER = re.compile(r'<div class="ecl-page-header" role="banner">.*?</div>', re.DOTALL)
_PROJECT = re.compile(r'class="ecl-page-header__title"><a href="([^"]*)">(.*?)</a>', re.DOTALL)
_MAIN = re.compile(
    r'<main id="main-content" tabindex="-1"><div class="ecl-container">(.*)</div></main>', re.DOTALL
)
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_KIND = re.compile(r"<p>PROJECT</p><p>(\w+)</p>")
_FIRST = re.compile(r"\s*<p>(.*?)</p>", re.DOTALL)
_TITLE = re.compile(r"<title>.*? \| ", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_SHORT = 200  # characters; a page with hardly more has no cards either
_CARD = (
    '<article class="ecl-card"><div class="ecl-content-block"><h1 class="ecl-content-block__title">'
    '<a href="{url}">Back to where it began</a></h1>'
    '<p class="ecl-content-block__description">The first page.</p></div></article>'
)


def themed(handler: Handler) -> Handler:
    """The same host in the theme's frame."""
    return lambda ask: redraw(ask, handler(ask))


def redraw(ask: Ask, answer: Answer) -> Answer:
    """A page of the project in the theme's frame; anything else as it is."""
    page = answer.body.decode("utf-8", "replace")
    main = _MAIN.search(page)
    project = _PROJECT.search(page)
    heading = _HEADING.search(main[1]) if main else None
    if main is None or project is None or heading is None or answer.status != 200:
        return answer
    content = main[1].replace(heading[0], "", 1)
    kind = _KIND.search(content)
    labels = ["Project", kind[1]] if kind else ["TwinSpace", "TwinSpace"]
    content = content.replace(kind[0], "", 1) if kind else content
    first = _FIRST.match(content)
    content = content[first.end() :] if first else content
    long = len(_TAG.sub("", content)) > _SHORT
    card = _CARD.format(url=project[1]) if long else ""
    header = _header(labels, heading[1], first[1] if first else "", project[1], project[2])
    drawn = page.replace(
        main[0],
        f'{header}<main class="ecl-u-pb-xl" id="main-content"><div data-drupal-messages-fallback '
        f'class="hidden"></div><div class="ecl-container">{content}'
        f"{card}</div></main>",
    )
    drawn = _TITLE.sub(f"<title>{project[2]} | ", _BANNER.sub("", drawn, count=1), count=1)
    del ask
    return replace(answer, body=drawn.encode())


def _header(labels: list[str], title: str, text: str, home: str, project: str) -> str:
    items = "".join(f'<li class="ecl-page-header__meta-item">{label}</li>' for label in labels)
    description = f'<p class="ecl-page-header__description">{text}</p>' if text else ""
    return (
        '<div class="ecl-page-header"><div class="ecl-container">'
        '<nav class="ecl-breadcrumb" aria-label="You are here"><ol>'
        f'<li><a href="{home}">{project}</a></li></ol></nav>'
        f'<ul class="ecl-page-header__meta">{items}</ul>'
        f'<h1 class="ecl-page-header__title">{title}</h1>{description}</div></div>'
    )
