"""What a browser showed on a page beyond the reading of its HTML; pure."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from crawlers.extraction.addresses.media import picture_key
from crawlers.model.artefact import Candidate, Form
from crawlers.model.page import PageReading
from crawlers.urls.parts import without_fragment

_MORE_WORDS, _MORE_TIMES = 100, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a browser showed and the reading of the HTML had not: ids, addresses, amounts.

    ``headings`` and ``words`` count what the browser showed beyond the reading; ``sent_on`` is true
    where a script sent the visitor to another address. ``unshown`` are embeds that the HTML holds
    and the browser does not show: that is nothing more. ``complete`` is false where something that
    the page asked for did not come.
    """

    artefacts: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    unshown: frozenset[str] = frozenset()
    complete: bool = True
    headings: int = 0
    words: int = 0
    title: bool = False
    sent_on: bool = False

    @property
    def more(self) -> bool:
        """True where the browser showed a visitor something of weight that was not read."""
        return self.things or bool(self.words)

    @property
    def things(self) -> bool:
        """True where the browser showed more than further text of a page that was read."""
        named = bool(self.artefacts or self.links or self.headings)
        return named or self.title or self.sent_on

    def beyond(self, known: Collection[str]) -> Difference:
        """The same without links to known addresses: a menu that stands everywhere counts once."""
        return replace(self, links=frozenset(url for url in self.links if url not in known))


def compare(
    read: PageReading, shown: PageReading, *, identity: Callable[[Candidate], str]
) -> Difference:
    """What a browser showed on a page beyond what was read from its HTML.

    ``identity`` gives the id of the artefact that a candidate shows, or an empty text; what nobody
    can see is none.
    """
    before = {_thing(seen, identity) for seen in read.seen}
    after = {_thing(seen, identity) for seen in shown.seen if not seen.hidden}
    linked = {without_fragment(link.url) for link in read.outlinks}
    linked |= {without_fragment(seen.url) for seen in read.seen}
    new = {without_fragment(link.url) for link in shown.outlinks} - linked
    known = before - {""}
    new -= {without_fragment(s.raw_url) for s in shown.seen if _thing(s, identity) in known}
    many = shown.words > read.words * _MORE_TIMES + _MORE_WORDS
    return Difference(
        artefacts=frozenset(after - before - {""}),
        links=frozenset(url for url in new if url.startswith(("http://", "https://"))),
        unshown=_unshown(read, shown),
        headings=len(shown.headings) if not read.headings else 0,
        words=shown.words - read.words if many else 0,
        title=bool(shown.title and not read.title),
    )


def _unshown(read: PageReading, shown: PageReading) -> frozenset[str]:
    """The addresses of embeds that the HTML does not hide and the browser does not show."""
    known = {seen.url for seen in read.seen if seen.form is Form.EMBED and not seen.hidden}
    missing = (seen.url for seen in shown.seen if seen.hidden or seen.filled is False)
    return frozenset(known & set(missing))


def _thing(seen: Candidate, identity: Callable[[Candidate], str]) -> str:
    """One name for a thing on a page; sizes of one picture are one thing."""
    name = identity(seen)
    picture = name and seen.form is Form.UPLOAD and seen.tag == "img"
    return picture_key(seen.url) if picture else name
