"""Archives made by other tools, good and broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.application.audit_project import audit_project
from auditor.application.event_streams import result_of
from auditor.errors import BadInputError
from auditor.session.audit_request import AuditRequest
from crawlers.model.artefact import Kind
from crawlers.model.verdict import Reason, State
from crawlers.warc.replay import ArchiveError, ReplayNetwork
from reports.audit import Audit
from tests.real.beside import shared_path


async def replay(url: str, name: str, out: Path) -> Audit:
    request = AuditRequest(
        url=url, out=out, user_agent="T/1", replay=shared_path("real", "archives", name)
    )
    return (await result_of(audit_project(request))).audit


async def test_the_iana_crawl(tmp_path: Path) -> None:
    audit = await replay("http://www.iana.org/", "iana.warc.gz", tmp_path)
    opened = {page.url: page for page in audit.pages if page.visibility.visible}
    assert set(opened) >= {
        "http://www.iana.org/",
        "http://www.iana.org/domains",
        "http://www.iana.org/domains/root/db",
        "http://www.iana.org/numbers",
        "http://www.iana.org/protocols",
        "http://www.iana.org/dnssec",
    }
    assert opened["http://www.iana.org/domains/root/db"].title == "Root Zone Database"
    assert {p.visibility.reason for p in audit.pages if p.url not in opened} == {
        Reason.NOT_RECORDED
    }
    assert {
        artefact.visibility.state for artefact in audit.artefacts if artefact.kind is not Kind.IMAGE
    } <= {State.UNDETERMINED}
    pictures = [artefact for artefact in audit.artefacts if artefact.visibility.visible]
    assert [artefact.canonical_url for artefact in pictures] == [
        "http://www.iana.org/_img/2013.1/rir-map.svg"
    ]


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("valid_example_1.wacz", "http://www.example.com/"),
        ("example.warc.gz", "http://example.com?example=1"),
        ("example-wget-1-14.warc.gz", "http://example.com/"),
        ("dupes.warc.gz", "http://example.com/"),
    ],
)
async def test_good_archives_open(name: str, url: str, tmp_path: Path) -> None:
    audit = await replay(url, name, tmp_path)
    assert audit.coverage.complete
    assert audit.pages[0].visibility.visible
    assert audit.pages[0].title == "Example Domain"


@pytest.mark.parametrize("name", ["invalid_example_1.wacz", "bad.arc"])
async def test_broken_archives_are_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as refused:
        ReplayNetwork(shared_path("real", "archives", name))
    assert name in str(refused.value)
    assert "\n" not in str(refused.value)
    with pytest.raises(BadInputError):
        await replay("http://example.com/", name, tmp_path)
