"""What a flow is about: one artefact, its provider, and the form of its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from crawlers.model.artefact import Artefact
from crawlers.model.verdict import Reason, State, Visibility
from crawlers.providers.engine.patterns import fill
from crawlers.providers.engine.schema import Asking, Provider
from crawlers.providers.engine.url_patterns import (
    address_parts,
    asking_for,
    classification,
    form_of,
)
from crawlers.urls.parts import host_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An artefact with all that its form says: how to ask for it, and the groups of its address."""

    provider: Provider
    artefact: Artefact
    asking: Asking
    groups: Mapping[str, str]

    @property
    def probe_url(self) -> str:
        """The address of the page to ask for."""
        return self.fill(self.asking.probe)

    @property
    def render_url(self) -> str:
        """The address that a browser opens."""
        return self.fill(self.asking.render_url or self.asking.probe)

    @property
    def oembed_url(self) -> str:
        """The oEmbed request."""
        address = self.fill(self.asking.oembed_of)
        return self.asking.oembed.replace("{url}", quote(address, safe=""))

    @property
    def control_url(self) -> str:
        """The oEmbed request about the tool's example; empty where it has none at this endpoint.

        Every thing of a tool gives the same one, so that one audit asks it once.
        """
        control = control_of(self.provider)
        same = control is not None and control.asking.oembed == self.asking.oembed
        return control.oembed_url if control is not None and same else ""

    def fill(self, template: str) -> str:
        """A template over the artefact's addresses and the groups of its URL pattern."""
        page = self.artefact.canonical_url
        own = {
            "native_id": self.artefact.native_id,
            "canonical_url": page,
            "url": self.artefact.url,
            "quoted_url": quote(page, safe=""),
            "host": host_of(page),
            "and": "&" if "?" in page else "?",
        }
        return fill(template, {**self.groups, **own})


TARGET_NAMES = frozenset({"native_id", "canonical_url", "url", "quoted_url", "host", "and"})


def control_of(provider: Provider) -> Target | None:
    """The tool's example as a target; None where there is none that the rules know."""
    live = provider.live
    address = "" if live is None else live.control or live.public
    form, parts = form_of(provider, address), address_parts(address)
    if form is None or parts is None:
        return None
    example = classification(provider, form[0], address, form[1], parts)
    artefact = Artefact(
        id=example.id,
        provider=example.provider,
        kind=example.kind,
        url=example.canonical_url,
        canonical_url=example.canonical_url,
        native_id=example.native_id,
        sightings=(),
        visibility=Visibility(state=State.UNDETERMINED, reason=Reason.NOT_REACHED),
    )
    return target_of(provider, artefact)


def target_of(provider: Provider, artefact: Artefact) -> Target:
    """The target that a flow is given; the form is that of the canonical address."""
    form = form_of(provider, artefact.canonical_url)
    pattern, groups = form if form is not None else (None, {})
    return Target(
        provider=provider,
        artefact=artefact,
        asking=asking_for(provider, pattern),
        groups=groups,
    )
