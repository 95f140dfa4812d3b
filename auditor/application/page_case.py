"""A test case of one page, made of an audit's evidence, without names: so that it can be sent.

A case is a folder with ``case.toml`` (address, status, headers, what stands on the page) and
``page.html``. ``write_page_case`` writes one, ``read_page_case`` reads it again.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
import tomllib
from collections import Counter
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from auditor.application.anonymous_addresses import AnonymousAddresses
from auditor.application.anonymous_page import anonymous_page, words_of_page
from auditor.application.inspect_page import inspect_html, site_of
from auditor.errors import BadInputError
from auditor.session.rules_selection import select_rules
from crawlers import platforms
from crawlers.extraction.text.pseudonyms import Pseudonyms
from crawlers.http.fetcher import Fetcher
from crawlers.http.politeness import PolitenessPolicy
from crawlers.model.capture import Capture
from crawlers.platforms.base import NotAProjectError
from crawlers.providers.engine.registry import Rules
from crawlers.warc.replay import ArchiveError, ReplayNetwork

CASE, PAGE = "case.toml", "page.html"
_EVIDENCE = "evidence.wacz"
# Headers that say nothing of whose page it is; what others hold is replaced, or they are left out.
_PLAIN_HEADERS = frozenset(
    (
        *("content-type", "content-language", "x-frame-options", "cache-control", "vary", "server"),
        *("x-generator", "x-powered-by", "strict-transport-security", "x-content-type-options"),
        *("www-authenticate", "retry-after", "cf-mitigated", "referrer-policy"),
    )
)
_ADDRESS_HEADERS = frozenset({"location", "content-location", "refresh"})
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_ABOUT = "A page from the evidence of an audit; its texts, names and ids have been replaced."


class _Value(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CaseRequest(_Value):
    """The folder of an audit and the address of one of its pages; ``rules`` as for an audit."""

    folder: Path
    page: str
    rules: Path | None = None


class ExpectedPage(_Value):
    """What stands on a page: artefacts by kind, and addresses that lead elsewhere."""

    artefacts: dict[str, int] = Field(default_factory=dict)
    outlinks: int = 0


class PageCase(_Value):
    """One page without names; ``body`` is its HTML as bytes on the wire.

    ``faithful`` is false where other artefacts are found on the anonymous page than on the page
    itself, whose numbers ``expect`` has.
    """

    about: str = _ABOUT
    platform: str
    address: str
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    expect: ExpectedPage
    faithful: bool = True
    body: bytes = b""

    def toml(self) -> str:
        """``case.toml``: everything but the page."""
        rows = [f"  [{json.dumps(name)}, {json.dumps(value)}]," for name, value in self.headers]
        kinds = (f"{kind} = {number}" for kind, number in sorted(self.expect.artefacts.items()))
        lines = [
            *(f"{key} = {json.dumps(getattr(self, key))}" for key in _TEXTS),
            f"status = {self.status}",
            *(["faithful = false"] if not self.faithful else []),
            "headers = [",
            *rows,
            "]",
            "",
            "[expect]",
            f"artefacts = {{ {', '.join(kinds)} }}" if self.expect.artefacts else "artefacts = {}",
            f"outlinks = {self.expect.outlinks}",
        ]
        return "\n".join(lines) + "\n"


_TEXTS = ("about", "platform", "address")


def make_page_case(request: CaseRequest) -> PageCase:
    """The case of a page; raises ``BadInputError`` where the evidence or the page is missing."""
    capture = asyncio.run(_recorded(request))
    if not capture.is_html or capture.failure is not None:
        raise BadInputError(
            f"{request.page} is no recorded page of this audit; take an address from its "
            "report, as it stands there."
        )
    return case_of(capture, select_rules(request.rules))


def case_of(capture: Capture, rules: Rules) -> PageCase:
    """The case of a captured page."""
    base, site = capture.final_url, site_of(capture.final_url)
    encoding = _encoding(capture)
    text = capture.body.decode(encoding, "replace")
    pseudonyms = Pseudonyms(hashlib.sha256(capture.body).digest(), words_of_page(text))
    addresses = AnonymousAddresses(base, site, rules, pseudonyms)
    body = anonymous_page(text, addresses, pseudonyms).encode(encoding, "xmlcharrefreplace")
    own, anonymous = _standing(capture.body, base, rules), _standing(body, addresses.page, rules)
    return PageCase(
        platform=site.platform.id,
        address=addresses.page,
        status=capture.status or 0,
        headers=tuple(_headers(capture, addresses)),
        expect=own.model_copy(update={"outlinks": anonymous.outlinks}),
        faithful=own.artefacts == anonymous.artefacts,
        body=body,
    )


def write_page_case(case: PageCase, folder: Path) -> None:
    """Writes the two files of a case; raises ``BadInputError`` where they cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / CASE).write_text(case.toml(), "utf-8")
        (folder / PAGE).write_bytes(case.body)
    except OSError as error:
        raise BadInputError(
            f"{folder} cannot be written ({error.strerror}); choose another with --out."
        ) from error


def read_page_case(folder: Path) -> PageCase:
    """The case in a folder; raises ``BadInputError`` for one that is none."""
    try:
        values = tomllib.loads((folder / CASE).read_text("utf-8"))
        return PageCase.model_validate({**values, "body": (folder / PAGE).read_bytes()})
    except (OSError, ValueError, ValidationError) as error:
        raise BadInputError(f"{folder} holds no case of a page ({error}).") from error


async def _recorded(request: CaseRequest) -> Capture:
    """The capture of the page in the evidence, under its own address or the one it was asked by."""
    archive = request.folder / _EVIDENCE
    if not archive.is_file():
        raise BadInputError(
            f"{request.folder} holds no {_EVIDENCE}; give the folder of an audit that kept its "
            "evidence."
        )
    try:
        network = ReplayNetwork(archive)
    except ArchiveError as error:
        raise BadInputError(str(error)) from error
    try:
        fetcher = Fetcher(network, PolitenessPolicy(), "")
        captures = [await fetcher.get(url) for url in _spellings(request.page, network.run)]
    finally:
        await network.close()
    return next((capture for capture in captures if capture.failure is None), captures[0])


def _spellings(page: str, run: dict[str, object]) -> list[str]:
    """A page's address, and the one under which an audit of this project asks for it."""
    try:
        site = platforms.recognise(str(run.get("url") or page))
    except NotAProjectError:
        return [page]
    return list(dict.fromkeys((page, site.address(page), f"{page.rstrip('/')}/")))


def _encoding(capture: Capture) -> str:
    """The encoding of a page: what its header or its head says, else UTF-8."""
    head = capture.body[:2048].decode("latin-1")
    match = _CHARSET.search(capture.header("content-type")) or _CHARSET.search(head)
    name = match[1] if match else "utf-8"
    try:
        "".encode(name)
    except LookupError:
        return "utf-8"
    return name


def _headers(capture: Capture, addresses: AnonymousAddresses) -> list[tuple[str, str]]:
    """The headers that may be kept; addresses in others are made anonymous."""
    kept = []
    for name, value in capture.headers:
        lowered = name.lower()
        if lowered in _PLAIN_HEADERS:
            kept.append((name, value))
        elif lowered in _ADDRESS_HEADERS:
            kept.append((name, addresses.of(value)))
    return kept


def _standing(body: bytes, address: str, rules: Rules) -> ExpectedPage:
    page = inspect_html(body, address, rules)
    kinds = Counter(artefact.kind.value for artefact in page.artefacts)
    return ExpectedPage(artefacts=dict(sorted(kinds.items())), outlinks=len(page.outlinks))
