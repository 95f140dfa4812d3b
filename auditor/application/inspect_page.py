"""The artefacts in one HTML file, without any network."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ConfigDict

from auditor.application.events import Finished
from auditor.errors import BadInputError
from auditor.session.rules_selection import select_rules
from crawlers import platforms
from crawlers.extraction.addresses.links import read
from crawlers.extraction.document import parse
from crawlers.gathering.addresses import PageAddresses, sort_addresses
from crawlers.model.artefact import Artefact
from crawlers.model.base import Value
from crawlers.model.capture import Capture
from crawlers.model.link import FurnitureReason, Link
from crawlers.platforms.base import NotAProjectError, Site
from crawlers.providers.engine.registry import Rules
from crawlers.urls.parts import split
from crawlers.urls.wrappers import unwrap

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class InspectRequest(Value):
    """An HTML file, or else the HTML itself, and the address under which visitors open it.

    ``rules`` is a folder of rules about web tools; None takes the shipped ones.
    """

    model_config = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    base_url: str
    file: Path | None = None
    html: bytes = b""
    rules: Path | None = None


class FurnitureAddress(Value):
    """An address that is neither an artefact nor a link nor a page of the project, and why."""

    url: str
    reason: FurnitureReason


class InspectedPage(Value):
    """What stands on a page, as ``audit.json`` has it; every visibility is ``undetermined``.

    Every address is an artefact's, a link's, one of ``pages`` (of the project that the page belongs
    to) or ``furniture``; ``outlinks`` are all that lead on, whatever they are.
    """

    artefacts: tuple[Artefact, ...]
    links: tuple[Link, ...] = ()
    outlinks: tuple[str, ...]
    pages: tuple[str, ...] = ()
    furniture: tuple[FurnitureAddress, ...] = ()


def inspect_page(request: InspectRequest) -> Iterator[Finished[InspectedPage]]:
    """What stands on a page; nothing is opened or checked.

    Raises ``BadInputError`` for a file that cannot be read and a ``base_url`` that is no address.
    """
    rules = select_rules(request.rules)
    yield Finished(result=inspect_html(_body(request), request.base_url, rules))


def inspect_html(body: bytes, base_url: str, rules: Rules | None = None) -> InspectedPage:
    """What stands in the HTML of a page; raises ``BadInputError`` when the address is none."""
    site = site_of(base_url)
    page = site.identity(base_url) or base_url
    capture = Capture(
        url=base_url,
        final_url=base_url,
        captured_at=_EPOCH,
        status=200,
        headers=(("content-type", "text/html"),),
        body=body,
    )
    reading = read(parse(capture))
    addresses = PageAddresses(
        page=page,
        seen=tuple(reading.seen),
        outlinks=tuple(reading.outlinks),
        furniture=tuple(reading.furniture),
    )
    found = sort_addresses(site, (addresses,), {}, rules)
    return InspectedPage(
        artefacts=found.artefacts,
        links=found.links,
        outlinks=tuple(dict.fromkeys(unwrap(link.url).url for link in reading.outlinks)),
        pages=tuple(sorted(found.pages)),
        furniture=tuple(
            FurnitureAddress(url=item.url, reason=item.reason) for item in found.furniture
        ),
    )


def _body(request: InspectRequest) -> bytes:
    if request.file is None:
        return request.html
    try:
        return request.file.read_bytes()
    except OSError as error:
        raise BadInputError(
            f"{request.file} cannot be read ({error.strerror}); check the path."
        ) from error


def site_of(base_url: str) -> Site:
    """The site of an address; an ordinary one for a platform's page outside of a project."""
    if split(base_url) is None:
        raise BadInputError(
            f"--base-url {base_url} is not a web address; give one beginning with https://."
        )
    try:
        return platforms.recognise(base_url)
    except NotAProjectError:
        web = platforms.registry()["web"]
        seed = web.recognise(base_url)
        if seed is None:
            raise
        return Site(platform=web, seed=seed)
