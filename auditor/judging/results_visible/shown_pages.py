"""How many pages show results, and how many pages and links show dissemination; pure."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.judging.facts import Facts
from auditor.judging.results_visible.dissemination import dissemination_pages, traces
from auditor.judging.results_visible.parts import Count
from auditor.judging.results_visible.result_set import ResultSet
from auditor.judging.results_visible.standing import Standing, page_standings

_SAYS_SOMETHING = 30  # words; a page with fewer tells nothing by its text


def count_result_pages(facts: Facts, results: ResultSet) -> Count:
    """The pages that show results by their text, by products, or by rows of pictures."""
    pages = page_standings(facts.inventory)
    shown = {page.url for page in results.texts}
    maybe = {page.url for page in (*results.unread, *results.strange, *results.doubtful)}
    for url, standing in _carriers(results):
        reached = min(standing, pages.get(url, Standing.OPEN))
        if reached is Standing.OPEN:
            shown.add(url)
        elif reached is Standing.UNKNOWN:
            maybe.add(url)
    most = len(shown | maybe) + results.unlisted + bool(results.pictures or results.sites)
    return Count(least=len(shown), most=most)


def _carriers(results: ResultSet) -> Iterator[tuple[str, Standing]]:
    """Each page with a product or a row of pictures, and the standing of these."""
    for product in results.products:
        for url in product.pages:
            yield url, product.standing
    for row in results.galleries:
        for picture, standing in zip(row.pictures, row.standings, strict=True):
            for sighting in picture.sightings:
                yield sighting.page, standing


def count_dissemination(facts: Facts, results: ResultSet) -> Count:
    """The pages about dissemination that say or show something, and the traces outside."""
    carried = {url for url, standing in _carriers(results) if standing is Standing.OPEN}
    about = dissemination_pages(facts)
    shown = [
        page
        for page in about
        if page.visibility.visible and (page.words >= _SAYS_SOMETHING or page.url in carried)
    ]
    standings = [trace.standing for trace in traces(facts)]
    least = len(shown) + standings.count(Standing.OPEN)
    unread = len({page.url for page in (*results.unread, *results.strange)}) + results.unlisted
    unsure = [page for page in about if page.visibility.visible and page not in shown]
    return Count(least=least, most=least + standings.count(Standing.UNKNOWN) + unread + len(unsure))
