"""Random projects for the properties of the judgement: pages with titles in any language, things, rows."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from auditor.judging.topics import Topic, topics_in, vocabulary
from crawlers.model.artefact import Artefact, Form, Kind, Sighting
from crawlers.model.inventory import Inventory
from crawlers.model.page import Layout, Page, Section
from crawlers.model.verdict import State
from tests.unit.inventories import HOME, home, inventory, page, visibility

LOST = (State.EMPTY, State.LOGIN_REQUIRED, State.PERMISSION_REQUIRED, State.REMOVED)
STATES = (State.VISIBLE, State.VISIBLE, *LOST, State.UNDETERMINED)
SUBSTANTIAL = 120  # words: enough for a page whose own text is the result
BY_DESIGN = (Section.FORUM, Section.MEMBERS, Section.MATERIALS)

FINAL: Mapping[str, str] = {
    "en": "Final product",
    "da": "Slutprodukt",
    "de": "Endprodukt",
    "fr": "Produit final",
    "it": "Prodotto finale",
    "es": "Producto final",
    "el": "Τελικό προϊόν",
    "tr": "Nihai ürün",
    "pl": "Produkt końcowy",
    "ro": "Produs final",
    "pt": "Produto final",
    "nl": "Eindproduct",
    "sv": "Slutprodukt",
    "nb": "Sluttprodukt",
    "fi": "Lopputuotos",
    "cs": "Závěrečný produkt",
    "sk": "Záverečný produkt",
    "sl": "Končni izdelek",
    "hr": "Završni proizvod",
    "sr": "Финални производ",
    "bg": "Краен продукт",
    "lt": "Galutinis produktas",
    "et": "Lõpptoode",
    "hu": "Végtermék",
    "ca": "Producte final",
    "gl": "Produto final",
    "is": "Lokaafurð",
    "sq": "Produkti përfundimtar",
    "mk": "Финален производ",
    "uk": "Кінцевий продукт",
    "ar": "المنتج النهائي",
}
RESULTS: Mapping[str, str] = {
    "en": "Results",
    "da": "Resultater",
    "de": "Ergebnisse",
    "fr": "Résultats",
    "it": "Risultati",
    "es": "Resultados",
    "el": "Αποτελέσματα",
    "tr": "Sonuçlar",
    "pl": "Rezultaty",
    "nl": "Resultaten",
    "fi": "Tulokset",
    "cs": "Výsledky",
    "hu": "Eredmények",
    "is": "Niðurstöður",
    "uk": "Результати",
    "ar": "النتائج",
}


def _phrases(topic: Topic) -> Mapping[str, str]:
    """One phrase of the topic and of no other by language, as a title."""
    chosen = {}
    for language, phrases in vocabulary()[topic].items():
        plain = [phrase.strip("=*") for phrase in phrases]
        fitting = [text for text in plain if topics_in(text) == frozenset({topic})]
        if fitting:
            chosen[language] = fitting[0].capitalize()
    return chosen


# Titles that mean the same, by language; a title of one row may be changed for another of the row.
TITLES: Mapping[str, Mapping[str, str]] = {
    "final": FINAL,
    "results": RESULTS,
    "planning": _phrases(Topic.PLANNING),
    "process": _phrases(Topic.PROCESS),
    "evaluation": _phrases(Topic.EVALUATION),
    "dissemination": _phrases(Topic.DISSEMINATION),
    "esafety": _phrases(Topic.ESAFETY),
    "none": {"en": "Week one", "da": "Danmark", "el": "Ελλάδα", "ar": "الدنمارك"},
}
_TOOLS = (
    (Kind.VIDEO, "youtube"),
    (Kind.WALL, "padlet"),
    (Kind.DOCUMENT, "google-docs"),
    (Kind.BOOK, "storyjumper"),
    (Kind.GAME, "wordwall"),
    (Kind.SOCIAL, "facebook"),
)


def row_of(title: str) -> str | None:
    """The row of ``TITLES`` that holds a title, without the number at its end."""
    bare = title.rstrip(" 0123456789")
    return next((row for row, titles in TITLES.items() if bare in titles.values()), None)


def thing(
    number: int,
    kind: Kind,
    provider: str,
    state: State,
    on: tuple[str, ...],
    title: str = "",
) -> Artefact:
    """One artefact with an address of its own."""
    url = f"https://{provider}.example/{kind}/{number}"
    form = Form.LINK if title else Form.EMBED
    return Artefact(
        id=f"{provider}:{number}",
        provider=provider,
        kind=kind,
        title=title,
        url=url,
        canonical_url=url,
        native_id=f"n{number}",
        sightings=tuple(Sighting(page=where, form=form, label=title, url=url) for where in on),
        visibility=visibility(state),
    )


@st.composite
def _titles(draw: st.DrawFn, rows: tuple[str, ...]) -> str:
    titles = TITLES[draw(st.sampled_from(rows))]
    return titles[draw(st.sampled_from(sorted(titles)))]


@st.composite
def _page(draw: st.DrawFn, number: int) -> Page:
    section = draw(st.sampled_from([Section.PAGE] * 6 + [Section.UPDATES, *BY_DESIGN]))
    state = draw(st.sampled_from(STATES))
    opened = state in (State.VISIBLE, State.EMPTY)
    return page(
        f"{HOME}/pages/{number}",
        draw(_titles(tuple(TITLES))),
        state=state,
        section=section,
        words=draw(st.sampled_from([0, 40, SUBSTANTIAL])) if state is State.VISIBLE else 0,
        layout=draw(st.sampled_from([Layout.KNOWN] * 5 + [Layout.UNKNOWN]))
        if opened
        else Layout.NOT_READ,
        found_on=(HOME,),
    )


@st.composite
def _product(draw: st.DrawFn, number: int, places: tuple[str, ...]) -> Artefact:
    kind, provider = draw(st.sampled_from(_TOOLS))
    on = draw(st.lists(st.sampled_from(places), min_size=1, max_size=2, unique=True))
    name = draw(st.sampled_from(["", f"Thing {number}", f"Thing {number}", "final"]))
    if name == "final":
        name = f"{draw(_titles(('final',)))} {number}"
    return thing(number, kind, provider, draw(st.sampled_from(STATES)), tuple(on), name)


@st.composite
def _row(draw: st.DrawFn, number: int, places: tuple[str, ...]) -> list[Artefact]:
    """A row of pictures on one page, of any states."""
    where = draw(st.sampled_from(places))
    states = draw(st.lists(st.sampled_from(STATES), min_size=2, max_size=4))
    return [
        thing(100 * number + n, Kind.IMAGE, "twinspace", state, (where,), f"Photo {number} {n}")
        for n, state in enumerate(states)
    ]


@st.composite
def projects(draw: st.DrawFn, *, most: int = 7) -> Inventory:
    """A small project of any mixture of states, places and titles; its home page is open."""
    pages = [home(words=20)] + [draw(_page(number)) for number in range(draw(st.integers(0, 5)))]
    opened = tuple(p.url for p in pages if p.visibility.state in (State.VISIBLE, State.EMPTY))
    things = [draw(_product(number, opened)) for number in range(draw(st.integers(0, most)))]
    for number in range(1, 1 + draw(st.sampled_from([0, 0, 1, 2]))):
        things += draw(_row(number, opened))
    complete = draw(st.sampled_from([True, True, True, False]))
    listed = len(pages) + draw(st.integers(0, 4)) if not complete else 0
    return inventory(pages, things, complete=complete, listed=listed)


def told(project: Inventory) -> str:
    """A project in a few lines, for the report of a counter-example."""
    places = {p.url: p.url.rsplit("/", 1)[-1] for p in project.pages}
    lines = [
        f"page {places[p.url]} {p.title!r} {p.section} {p.visibility.state} {p.words} {p.layout}"
        for p in project.pages
    ]
    lines += [
        f"{item.id} {item.kind} {item.title!r} {item.visibility.state} on "
        + ", ".join(places.get(sighting.page, "?") for sighting in item.sightings)
        for item in project.artefacts
    ]
    whole = "whole" if project.coverage.complete else "stopped"
    return "\n".join([f"{whole}, {project.coverage.pages_listed} listed", *lines])
