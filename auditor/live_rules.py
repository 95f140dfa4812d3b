"""Do our rules still hold? Two real addresses of each provider, asked as any artefact is.

A public thing must be visible and one that does not exist must not; an answer that tells neither
says nothing of the rules.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from auditor.application.audit_session import AGENT_NAME
from crawlers import providers
from crawlers.concurrency import run_in_parser_thread
from crawlers.gathering.probe import probe
from crawlers.http.client import LiveNetwork, Wire
from crawlers.http.fetcher import Fetcher
from crawlers.http.politeness import PolitenessPolicy
from crawlers.http.protocols import Visitor
from crawlers.model import Artefact, Reason, State, Visibility
from crawlers.providers.base import Answer, Live
from crawlers.providers.flow import marker_fits, probe_url
from crawlers.reading.document import parse
from crawlers.reading.walls import login_address


class Holds(StrEnum):
    """What the answers of one provider say about our rules."""

    HOLDS = "holds"
    COULD_NOT_TELL = "could_not_tell"
    BROKEN = "broken"
    NO_EXAMPLE = "no_example"


class _Value(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Sign(_Value):
    """One of our markers of the state that was expected, and whether the answer still shows it."""

    expected_of: str
    where: str
    pattern: str
    seen: bool


class Row(_Value):
    """One provider: its verdict and, where there is an example, what was seen of each address.

    ``signs`` are the markers of being shown, on the public thing, and those of being gone, on the
    missing one: which of them the answers still hold.
    """

    provider: str
    verdict: Holds
    public: Visibility | None = None
    missing: Visibility | None = None
    addresses: Live | None = None
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Who asks and how politely; ``wire`` replaces the internet in tests."""

    user_agent: str
    language: str = "en"
    timeout: float = 30.0
    politeness: PolitenessPolicy = field(default_factory=PolitenessPolicy)
    wire: Wire | None = None


def pairs() -> dict[str, Live]:
    """The examples by provider id, as the leaves give them."""
    return {name: one.live for name, one in providers.registry().items() if one.live is not None}


async def ask_all(visit: Visit) -> list[Row]:
    """One row a provider, by id; the hosts are asked beside each other, each at its own pace."""
    network = LiveNetwork(
        Visitor(user_agent=visit.user_agent, language=visit.language),
        seconds=visit.timeout,
        transport=visit.wire,
    )
    fetcher = Fetcher(network, visit.politeness, AGENT_NAME, stop_at=login_address)
    known = pairs()
    try:
        rows = (_row(fetcher, name, known.get(name)) for name in sorted(providers.registry()))
        return list(await asyncio.gather(*rows))
    finally:
        await network.close()


async def _row(fetcher: Fetcher, name: str, pair: Live | None) -> Row:
    if pair is None:
        return Row(provider=name, verdict=Holds.NO_EXAMPLE)
    public, missing = _thing(name, pair.public), _thing(name, pair.missing)
    if public is None or missing is None:
        return Row(provider=name, verdict=Holds.BROKEN, addresses=pair)
    seen = (await probe(fetcher, public)).visibility
    absent = (await probe(fetcher, missing)).visibility
    return Row(
        provider=name,
        verdict=judge(seen.state, absent.state),
        public=seen,
        missing=absent,
        addresses=pair,
        signs=(
            *await _signs(fetcher, public, "public", State.VISIBLE),
            *await _signs(fetcher, missing, "missing", State.REMOVED),
        ),
    )


async def _signs(fetcher: Fetcher, artefact: Artefact, name: str, state: State) -> tuple[Sign, ...]:
    """The markers of a state, looked for in the page that the flow has asked for already."""
    provider = providers.registry()[artefact.provider]
    markers = [marker for marker in provider.markers if marker.state is state]
    if not markers:
        return ()
    capture = await fetcher.get(probe_url(provider, artefact))
    document = (
        await run_in_parser_thread(parse, capture) if capture.is_html and capture.ok else None
    )
    answer = Answer(capture=capture, document=document)
    return tuple(
        Sign(
            expected_of=name,
            where=marker.where,
            pattern=marker.pattern,
            seen=marker_fits(marker, answer),
        )
        for marker in markers
    )


def _thing(name: str, url: str) -> Artefact | None:
    """The artefact of an address; None when the provider does not know it for its own."""
    found = providers.classify(url)
    if found is None or found.provider != name:
        return None
    return Artefact(
        id=found.id,
        provider=found.provider,
        kind=found.kind,
        url=url,
        canonical_url=found.canonical_url,
        native_id=found.native_id,
        sightings=(),
        visibility=Visibility(state=State.UNDETERMINED, reason=Reason.NOT_REACHED),
    )


def judge(public: State, missing: State) -> Holds:
    """What two states say: a wrong one breaks the rules, an open one leaves it open."""
    if public not in (State.VISIBLE, State.UNDETERMINED) or missing is State.VISIBLE:
        return Holds.BROKEN
    if State.UNDETERMINED in (public, missing):
        return Holds.COULD_NOT_TELL
    return Holds.HOLDS


def report(rows: list[Row]) -> list[str]:
    """The rows as lines: those that were asked, then the names of those without an example."""
    without = [row.provider for row in rows if row.verdict is Holds.NO_EXAMPLE]
    asked = [row for row in rows if row.verdict is not Holds.NO_EXAMPLE]
    lines = [line for row in asked for line in (_line(row), *_lost_signs(row))]
    return [*lines, f"no example given: {', '.join(without)}"] if without else lines


def _line(row: Row) -> str:
    head = {Holds.HOLDS: "ok", Holds.BROKEN: "BROKEN"}.get(row.verdict, "could not tell")
    public = _words("public one", row.public)
    return f"{head:14}  {row.provider}: {public}; {_words('missing one', row.missing)}"


def _lost_signs(row: Row) -> list[str]:
    """The markers that no longer hold: none of an address whose state is as it should be."""
    wrong = {
        "public": row.public is not None and not row.public.visible,
        "missing": row.missing is not None and row.missing.visible,
    }
    return [
        f"{'':14}    not seen on the {sign.expected_of} one: {sign.where} {sign.pattern}"
        for sign in row.signs
        if not sign.seen and wrong[sign.expected_of]
    ]


def _words(name: str, seen: Visibility | None) -> str:
    if seen is None:
        return f"{name} not recognised"
    if seen.undetermined:
        return f"{name} could not be told ({seen.reason})"
    shown = "visible" if seen.visible else f"not visible: {seen.state}"
    return f"{name} {shown} ({seen.reason})"
