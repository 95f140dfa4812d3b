"""GeoGebra: what the public interface says of a material."""

from __future__ import annotations

from dataclasses import replace

from crawlers.model.verdict import Reason, State
from crawlers.providers.engine.schema import Signal
from crawlers.providers.engine.target import Target
from crawlers.providers.verdicts.flow import page_flow
from crawlers.providers.verdicts.protocol import Flow, Probe
from crawlers.providers.verdicts.signals import judge_answer

_API = "https://api.geogebra.org/v1.0/materials/{native_id}?scope=basic"
_DESCRIBED = Signal(
    state=State.VISIBLE,
    reason=Reason.PUBLIC_METADATA,
    where="body",
    pattern=(r"^\s*\{", r'"id"\s*:', r'"title"\s*:'),
    source="public programs that read a material's title there without a log-in (a crawler of "
    "learning materials, pages of cards); read 2026-11-25",
)


def flow(target: Target) -> Flow:
    """What the public interface says of a material; where it says nothing, its page."""
    answer = yield Probe(url=target.fill(_API))
    described = replace(target.provider, signals=(_DESCRIBED,), titled_by=())
    verdict = judge_answer(described, answer)
    return verdict if verdict.visible else (yield from page_flow(target))
