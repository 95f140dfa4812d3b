"""What a flow is about: one artefact, its provider, and the form of its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from crawlers.model.artefact import Artefact
from crawlers.providers.engine.patterns import fill
from crawlers.providers.engine.schema import Asking, Provider
from crawlers.providers.engine.url_patterns import asking_for, form_of
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

    def fill(self, template: str) -> str:
        """A template filled with the artefact's addresses and the groups of its URL pattern."""
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
