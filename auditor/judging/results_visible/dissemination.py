"""Traces of dissemination: pages on it, and links and posts outside that open; pure.

A link counts where it stands on a page about dissemination, or where its own words name it
("article in the local newspaper"). A post on a social site is a trace wherever a page shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditor.judging.facts import Facts
from auditor.judging.results import content_pages, result_artefacts
from auditor.judging.results_visible.standing import (
    Standing,
    own_standing,
    page_standings,
    standing_of,
)
from auditor.judging.topics import Topic, topics_in
from crawlers.model.artefact import Kind, Sighting
from crawlers.model.link import LinkRole
from crawlers.model.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A link or a post outside the project that shows its dissemination, and where it stands."""

    id: str
    standing: Standing
    pages: tuple[str, ...]


def traces(facts: Facts) -> tuple[Trace, ...]:
    """The links out of the project, then the posts, that are traces of dissemination."""
    pages = page_standings(facts.inventory)
    links = (
        Trace(
            id=link.id,
            standing=min(own_standing(link.visibility), _best(link.sightings, pages)),
            pages=_places(link.sightings),
        )
        for link in facts.inventory.links
        if link.role is LinkRole.SITE and any(_tells(s, facts) for s in link.sightings)
    )
    posts = (
        Trace(id=item.id, standing=standing_of(item, pages), pages=_places(item.sightings))
        for item in result_artefacts(facts.inventory)
        if item.kind is Kind.SOCIAL
    )
    return (*links, *posts)


def dissemination_pages(facts: Facts) -> tuple[Page, ...]:
    """The content pages that are about dissemination."""
    return tuple(
        page
        for page in content_pages(facts.inventory)
        if Topic.DISSEMINATION in facts.topics[page.url] | facts.title_topics[page.url]
    )


def _tells(sighting: Sighting, facts: Facts) -> bool:
    by_page = Topic.DISSEMINATION in facts.topics.get(sighting.page, frozenset[Topic]())
    by_label = "://" not in sighting.label and Topic.DISSEMINATION in topics_in(sighting.label)
    return by_page or by_label


def _best(sightings: Iterable[Sighting], pages: Mapping[str, Standing]) -> Standing:
    return max((pages.get(s.page, Standing.OPEN) for s in sightings), default=Standing.OPEN)


def _places(sightings: Iterable[Sighting]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sighting.page for sighting in sightings))
