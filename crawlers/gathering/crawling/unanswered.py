"""Addresses from which nothing came: a network that was lost, an archive with holes; pure.

A single address that does not answer says nothing about an audit, and old projects link to hosts
that are gone. The figures are our own (2026-12-01); ``docs/reading.md`` states them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from crawlers.model.artefact import Artefact
from crawlers.model.inventory import Gap, GapReason
from crawlers.model.link import Link
from crawlers.model.page import Page
from crawlers.model.verdict import Reason, Visibility
from crawlers.urls.parts import host_of

_LOST = frozenset(
    {
        *(Reason.TIMEOUT, Reason.HOST_NOT_FOUND, Reason.CONNECTION_FAILED),
        *(Reason.PROXY_FAILED, Reason.TLS_FAILED),
    }
)
_NOT_RECORDED = frozenset({Reason.NOT_RECORDED})
_ONE_IN = 10  # pages; fewer that never came are single ones
_HOSTS = 3  # hosts that are silent together; one may be down by itself
_Addresses = list[tuple[str, Visibility]]


def unanswered_gaps(
    pages: Sequence[Page], artefacts: Sequence[Artefact], links: Sequence[Link]
) -> tuple[Gap, ...]:
    """The gaps that the verdicts show, at most one of each reason.

    ``archive_incomplete``: an archive lacks at least two pages and a tenth of all, or at least
    three artefacts and more than half of all. ``network_lost``: at least three pages and a tenth
    of all were not answered, or more than half of all artefacts and links, on three hosts or more.
    """
    listed = [(page.url, page.visibility) for page in pages]
    found = [(artefact.url, artefact.visibility) for artefact in artefacts]
    linked = [(link.url, link.visibility) for link in links]
    gaps = (
        _gap(
            GapReason.ARCHIVE_INCOMPLETE,
            _share(listed, _NOT_RECORDED, least=2),
            _majority(found, _NOT_RECORDED, hosts=1),
        ),
        _gap(
            GapReason.NETWORK_LOST,
            _share(listed, _LOST, least=3),
            _majority([*found, *linked], _LOST, hosts=_HOSTS),
        ),
    )
    return tuple(chain.from_iterable(gaps))


def _gap(reason: GapReason, *missing: list[str]) -> Iterator[Gap]:
    addresses = list(dict.fromkeys(chain.from_iterable(missing)))
    if addresses:
        yield Gap(reason=reason, pages=len(addresses), example=addresses[0])


def _with(addresses: Iterable[tuple[str, Visibility]], reasons: frozenset[Reason]) -> list[str]:
    return [url for url, verdict in addresses if verdict.undetermined and verdict.reason in reasons]


def _share(pages: _Addresses, reasons: frozenset[Reason], *, least: int) -> list[str]:
    """The pages with such a reason, where they are a tenth of all and not single ones."""
    missing = _with(pages, reasons)
    return missing if len(missing) >= max(least, len(pages) / _ONE_IN) else []


def _majority(addresses: _Addresses, reasons: frozenset[Reason], *, hosts: int) -> list[str]:
    """The addresses with such a reason, where they are most of all and on so many hosts."""
    missing = _with(addresses, reasons)
    many = len(missing) >= 3 and len(missing) * 2 > len(addresses)
    return missing if many and len({host_of(url) for url in missing}) >= hosts else []
