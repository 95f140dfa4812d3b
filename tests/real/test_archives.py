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
from tests.real.beside import beside


async def replay(url: str, name: str, out: Path) -> Audit:
    request = AuditRequest(
        url=url, out=out, user_agent="T/1", replay=beside("real", "archives", name)
    )
    return (await result_of(audit_project(request))).audit


async def test_the_iana_crawl(tmp_path: Path) -> None:
    done = await replay("http://www.iana.org/", "iana.warc.gz", tmp_path)
    opened = {page.url: page for page in done.pages if page.visibility.visible}
    assert set(opened) >= {
        "http://www.iana.org/",
        "http://www.iana.org/domains",
        "http://www.iana.org/domains/root/db",
        "http://www.iana.org/numbers",
        "http://www.iana.org/protocols",
        "http://www.iana.org/dnssec",
    }
    assert opened["http://www.iana.org/domains/root/db"].title == "Root Zone Database"
    assert {p.visibility.reason for p in done.pages if p.url not in opened} == {Reason.NOT_RECORDED}
    assert {one.visibility.state for one in done.artefacts if one.kind is not Kind.IMAGE} <= {
        State.UNDETERMINED
    }
    pictures = [one for one in done.artefacts if one.visibility.visible]
    assert [one.canonical_url for one in pictures] == [
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
    done = await replay(url, name, tmp_path)
    assert done.coverage.complete
    assert done.pages[0].visibility.visible
    assert done.pages[0].title == "Example Domain"


@pytest.mark.parametrize("name", ["invalid_example_1.wacz", "bad.arc"])
async def test_broken_archives_are_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as refused:
        ReplayNetwork(beside("real", "archives", name))
    assert name in str(refused.value)
    assert "\n" not in str(refused.value)
    with pytest.raises(BadInputError):
        await replay("http://example.com/", name, tmp_path)
