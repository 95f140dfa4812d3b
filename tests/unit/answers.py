"""Hand-made answers, and a driver that feeds them to a flow."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from crawlers.extraction.document import parse
from crawlers.model.artefact import Artefact, Kind
from crawlers.model.capture import Capture
from crawlers.model.verdict import Failure, Reason, State, Visibility
from crawlers.providers.engine.registry import shipped_rules
from crawlers.providers.engine.schema import Provider
from crawlers.providers.engine.target import Target, target_of
from crawlers.providers.verdicts.dispatch import flow_for
from crawlers.providers.verdicts.protocol import Answer, Flow, Probe

RULES = shipped_rules()
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ARTICLE = (
    "<html><head><title>Our river</title></head><body><main><h1>Our river</h1>"
    "<p>Pupils of two schools measured the water for a whole spring.</p></main></body></html>"
)
SHELL = "<html><head><title>Tool</title></head><body><script>draw()</script></body></html>"
LOGIN = (
    "<html><head><title>Welcome</title></head><body><form><input type=text name=user>"
    "<input type=password name=pass></form></body></html>"
)


def capture(
    url: str = "https://tool.example.org/p/1",
    *,
    status: int | None = 200,
    body: bytes | str = b"",
    media_type: str = "text/html; charset=utf-8",
    final_url: str = "",
    failure: Failure | None = None,
    headers: tuple[tuple[str, str], ...] = (),
    record: str = "",
) -> Capture:
    return Capture(
        url=url,
        final_url=final_url or url,
        captured_at=NOW,
        status=None if failure else status,
        headers=(("content-type", media_type), *headers),
        body=body.encode() if isinstance(body, str) else body,
        failure=failure,
        record_ids=(record,) if record else (),
    )


TOOL = Provider(
    id="tool",
    name="Tool",
    kinds=(Kind.WALL,),
    hosts=("tool.example.org",),
    titled_by=(),
)


def provider(**more: Any) -> Provider:
    return replace(TOOL, **more)


def artefact(url: str = "https://tool.example.org/p/1", kind: Kind = Kind.WALL) -> Artefact:
    return Artefact(
        id="tool:1",
        provider="tool",
        kind=kind,
        url=url,
        canonical_url=url,
        native_id="1",
        sightings=(),
        visibility=Visibility(state=State.UNDETERMINED, reason=Reason.NOT_REACHED),
    )


def tool_and_artefact(url: str) -> tuple[Provider, Artefact]:
    """The provider and the artefact of a real address."""
    match = RULES.classify(url)
    assert match is not None
    thing = artefact(match.canonical_url, match.kind)
    return RULES.providers[match.provider], thing.model_copy(update={"native_id": match.native_id})


def run(
    tool: Provider,
    thing: Artefact,
    answers: Iterable[Capture],
    flow: Callable[[Target], Flow] = flow_for,
) -> tuple[Visibility, list[Probe]]:
    """Feeds the answers to the flow in order; gives its verdict and what it asked for."""
    steps, probes, waiting = flow(target_of(tool, thing)), [], iter(answers)
    try:
        probe = next(steps)
        while True:
            probes.append(probe)
            came = next(waiting)
            probe = steps.send(Answer(capture=came, document=parse(came) if came.is_html else None))
    except StopIteration as end:
        return end.value, probes


def oembed(body: str, status: int = 200) -> Capture:
    return capture(
        "https://tool.example.org/oembed", status=status, body=body, media_type="application/json"
    )
