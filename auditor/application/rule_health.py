"""Check our rules with two real addresses of each provider, probed as any artefact is.

A public thing must be visible and one that does not exist must not; an undetermined answer says
nothing about the rules.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from auditor.session.audit_session import AGENT_NAME
from crawlers.concurrency import run_in_parser_thread
from crawlers.detection.walls import is_login_address
from crawlers.extraction.document import parse
from crawlers.gathering.probing.probe import probe
from crawlers.http.client import LiveNetwork, Wire
from crawlers.http.fetcher import Fetcher
from crawlers.http.politeness import PolitenessPolicy
from crawlers.http.protocols import Visitor
from crawlers.model.artefact import Artefact
from crawlers.model.verdict import Reason, State, Visibility
from crawlers.providers.engine.registry import Rules, shipped_rules
from crawlers.providers.engine.schema import LiveCheck, Provider
from crawlers.providers.engine.target import target_of
from crawlers.providers.verdicts.protocol import Answer
from crawlers.providers.verdicts.signals import signal_fits


class RuleStatus(StrEnum):
    """What the answers of one provider say about our rules."""

    HOLDS = "holds"
    COULD_NOT_TELL = "could_not_tell"
    BROKEN = "broken"
    NO_EXAMPLE = "no_example"


class _Value(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SignalCheck(_Value):
    """One of our signals of the state that was expected, and whether the answer still shows it."""

    expected_of: str
    where: str
    pattern: str
    seen: bool


class ProviderCheck(_Value):
    """One provider: its verdict and, with an example, the verdict on each address.

    ``signs`` are the signals for "visible" on the public thing and those for "removed" on the
    missing one, each with whether the answer still shows it.
    """

    provider: str
    verdict: RuleStatus
    public: Visibility | None = None
    missing: Visibility | None = None
    addresses: LiveCheck | None = None
    signs: tuple[SignalCheck, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthRequest:
    """Who asks, how politely, and by which rules; ``wire`` replaces the internet in tests."""

    user_agent: str
    rules: Rules = field(default_factory=shipped_rules)
    language: str = "en"
    timeout: float = 30.0
    politeness: PolitenessPolicy = field(default_factory=PolitenessPolicy)
    wire: Wire | None = None


def live_checks(rules: Rules) -> dict[str, LiveCheck]:
    """The examples by provider id, as the rules give them."""
    providers = rules.providers.items()
    return {name: provider.live for name, provider in providers if provider.live is not None}


async def ask_all(visit: HealthRequest) -> list[ProviderCheck]:
    """One row per provider, by id; hosts are asked in parallel, each at its own pace."""
    network = LiveNetwork(
        Visitor(user_agent=visit.user_agent, language=visit.language),
        seconds=visit.timeout,
        transport=visit.wire,
    )
    fetcher = Fetcher(network, visit.politeness, AGENT_NAME, stop_at=is_login_address)
    checks = live_checks(visit.rules)
    try:
        names = sorted(visit.rules.providers)
        rows = (_row(fetcher, visit.rules, name, checks.get(name)) for name in names)
        return list(await asyncio.gather(*rows))
    finally:
        await network.close()


async def _row(fetcher: Fetcher, rules: Rules, name: str, pair: LiveCheck | None) -> ProviderCheck:
    if pair is None:
        return ProviderCheck(provider=name, verdict=RuleStatus.NO_EXAMPLE)
    public, missing = _artefact(rules, name, pair.public), _artefact(rules, name, pair.missing)
    if public is None or missing is None:
        return ProviderCheck(provider=name, verdict=RuleStatus.BROKEN, addresses=pair)
    provider = rules.providers[name]
    public_verdict = (await probe(fetcher, public, rules=rules)).visibility
    missing_verdict = (await probe(fetcher, missing, rules=rules)).visibility
    return ProviderCheck(
        provider=name,
        verdict=rule_status(public_verdict.state, missing_verdict.state),
        public=public_verdict,
        missing=missing_verdict,
        addresses=pair,
        signs=(
            *await _signs(fetcher, provider, public, "public", State.VISIBLE),
            *await _signs(fetcher, provider, missing, "missing", State.REMOVED),
        ),
    )


async def _signs(
    fetcher: Fetcher, provider: Provider, artefact: Artefact, name: str, state: State
) -> tuple[SignalCheck, ...]:
    """The signals of a state, checked in the page that the flow has fetched already."""
    signals = [signal for signal in provider.all_signals if signal.state is state]
    if not signals:
        return ()
    capture = await fetcher.get(target_of(provider, artefact).probe_url)
    document = (
        await run_in_parser_thread(parse, capture) if capture.is_html and capture.ok else None
    )
    answer = Answer(capture=capture, document=document)
    return tuple(
        SignalCheck(
            expected_of=name,
            where=signal.where,
            pattern=" … ".join(signal.patterns),
            seen=signal_fits(signal, answer),
        )
        for signal in signals
    )


def _artefact(rules: Rules, name: str, url: str) -> Artefact | None:
    """The artefact of an address; None when it is not recognised as the provider's."""
    match = rules.classify(url)
    if match is None or match.provider != name:
        return None
    return Artefact(
        id=match.id,
        provider=match.provider,
        kind=match.kind,
        url=url,
        canonical_url=match.canonical_url,
        native_id=match.native_id,
        sightings=(),
        visibility=Visibility(state=State.UNDETERMINED, reason=Reason.NOT_REACHED),
    )


def rule_status(public: State, missing: State) -> RuleStatus:
    """The status by two states: a wrong one means broken, an undetermined one means unknown."""
    if public not in (State.VISIBLE, State.UNDETERMINED) or missing is State.VISIBLE:
        return RuleStatus.BROKEN
    if State.UNDETERMINED in (public, missing):
        return RuleStatus.COULD_NOT_TELL
    return RuleStatus.HOLDS


def report(rows: list[ProviderCheck]) -> list[str]:
    """The rows as lines: providers with an example, then the names of those without."""
    without = [row.provider for row in rows if row.verdict is RuleStatus.NO_EXAMPLE]
    checks = [row for row in rows if row.verdict is not RuleStatus.NO_EXAMPLE]
    lines = [line for row in checks for line in (_line(row), *_lost_signs(row))]
    return [*lines, f"no example given: {', '.join(without)}"] if without else lines


def _line(row: ProviderCheck) -> str:
    head = {RuleStatus.HOLDS: "ok", RuleStatus.BROKEN: "BROKEN"}.get(row.verdict, "could not tell")
    public = _describe("public one", row.public)
    return f"{head:14}  {row.provider}: {public}; {_describe('missing one', row.missing)}"


def _lost_signs(row: ProviderCheck) -> list[str]:
    """The signals that no longer fit, for addresses whose state is wrong."""
    wrong = {
        "public": row.public is not None and not row.public.visible,
        "missing": row.missing is not None and row.missing.visible,
    }
    return [
        f"{'':14}    not seen on the {sign.expected_of} one: {sign.where} {sign.pattern}"
        for sign in row.signs
        if not sign.seen and wrong[sign.expected_of]
    ]


def _describe(name: str, verdict: Visibility | None) -> str:
    if verdict is None:
        return f"{name} not recognised"
    if verdict.undetermined:
        return f"{name} could not be determined ({verdict.reason})"
    state = "visible" if verdict.visible else f"not visible: {verdict.state}"
    return f"{name} {state} ({verdict.reason})"
