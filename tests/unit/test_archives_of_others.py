"""Archives as other tools make them: dates, addresses, and a seed that is not in them."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from auditor.application.audit_project import audit_project
from auditor.application.event_streams import result_of
from auditor.errors import BadInputError
from auditor.session.audit_request import AuditRequest
from crawlers.model.capture import UNDATED
from crawlers.model.verdict import Failure
from crawlers.warc.reader import parse_warc_date
from crawlers.warc.replay import ReplayNetwork
from reports.audit import Audit

HOME = "https://www.broskolen.example/projekt/"
TEXT = b"<html><title>Broer</title><body><main><h1>Broer</h1><p>" + b"Vi byggede en bro. " * 20
ONWARD = b'<a href="mere.html">mere</a></main></body></html>'


def archive(folder: Path, *, date: str = "2021-05-04T10:11:12Z", **head: str) -> Path:
    path = folder / "others.warc.gz"
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        fields = [("Content-Type", "text/html"), *head.items()]
        record = writer.create_warc_record(
            HOME,
            "response",
            payload=io.BytesIO(TEXT + ONWARD),
            http_headers=StatusAndHeaders("200 OK", fields, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": date},
        )
        writer.write_record(record)
    return path


async def replay(url: str, path: Path, out: Path, rubric: str | None = None) -> Audit:
    request = AuditRequest(url=url, out=out, user_agent="T/1", replay=path, rubric=rubric)
    return (await result_of(audit_project(request))).audit


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2021", (2021, 1, 1)),
        ("2021-05", (2021, 5, 1)),
        ("2021-05-04", (2021, 5, 4)),
        ("2021-05-04T10:11Z", (2021, 5, 4, 10, 11)),
        ("2021-05-04T10:11:12Z", (2021, 5, 4, 10, 11, 12)),
        ("2021-05-04T10:11:12.1Z", (2021, 5, 4, 10, 11, 12)),
        ("2021-05-04T10:11:12.123456789Z", (2021, 5, 4, 10, 11, 12)),
        ("2021-05-04t10:11:12z", (2021, 5, 4, 10, 11, 12)),
        ("2021-05-04 10:11:12+00:00", (2021, 5, 4, 10, 11, 12)),
        ("2016-12-31T23:59:60Z", (2016, 12, 31, 23, 59, 59)),
    ],
)
def test_a_date_may_be_of_any_precision(text: str, moment: tuple[int, ...]) -> None:
    assert parse_warc_date(text) == datetime(*moment, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "unknown", "2021-13-01", "0000", "2021-05-04T10:11:12.Z"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_warc_date(text) == UNDATED


async def test_without_a_date_the_form_of_the_label_is_not_picked_in_silence(
    tmp_path: Path,
) -> None:
    undated = archive(tmp_path, date="unknown")
    audit = await replay(HOME, undated, tmp_path / "a")
    assert f"undated_archive:{audit.assessment.rubric}" in audit.warnings
    assert audit.pages[0].visibility.checked_at is None
    chosen = await replay(HOME, undated, tmp_path / "b", "nql-2019")
    assert not [code for code in chosen.warnings if code.startswith("undated")]


async def test_the_time_of_the_server_dates_a_record_without_a_date(tmp_path: Path) -> None:
    dated = archive(tmp_path, date="", Date="Tue, 04 May 2021 10:11:12 GMT")
    audit = await replay(HOME, dated, tmp_path / "a")
    assert audit.assessment.rubric == "nql-2019"
    assert audit.pages[0].visibility.checked_at == datetime(2021, 5, 4, 10, 11, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "url", [HOME, "http://broskolen.example/projekt/", "https://broskolen.example/projekt"]
)
async def test_an_address_without_www_or_of_the_other_scheme_is_found(
    url: str, tmp_path: Path
) -> None:
    network = ReplayNetwork(archive(tmp_path))
    assert (await network.exchange(url)).status == 200
    other = await network.exchange("https://mail.broskolen.example/projekt/")
    assert other.failure is Failure.NOT_RECORDED
    await network.close()


async def test_a_seed_that_is_not_in_the_archive_is_told_with_what_is(tmp_path: Path) -> None:
    with pytest.raises(BadInputError) as refused:
        await replay("https://havskolen.example/", archive(tmp_path), tmp_path / "a")
    assert HOME in str(refused.value)
    assert "others.warc.gz" in str(refused.value)


@pytest.mark.parametrize("date", ["2021", "2022-10", "2019"])
async def test_a_date_without_its_day_does_not_pick_the_form_in_silence(
    date: str, tmp_path: Path
) -> None:
    vague = archive(tmp_path, date=date)
    audit = await replay(HOME, vague, tmp_path / "a")
    assert f"vague_date:{audit.assessment.rubric}" in audit.warnings
    chosen = await replay(HOME, vague, tmp_path / "b", "nql-2019")
    assert not [code for code in chosen.warnings if code.startswith("vague")]


async def test_the_time_of_the_server_completes_a_vague_date(tmp_path: Path) -> None:
    dated = archive(tmp_path, date="2022", Date="Wed, 04 May 2022 10:11:12 GMT")
    audit = await replay(HOME, dated, tmp_path / "a")
    assert audit.assessment.rubric == "nql-2019"
    assert not [code for code in audit.warnings if code.startswith("vague")]
    assert audit.pages[0].visibility.checked_at == datetime(2022, 5, 4, 10, 11, 12, tzinfo=UTC)


async def test_a_time_of_the_server_from_another_year_completes_nothing(tmp_path: Path) -> None:
    dated = archive(tmp_path, date="2022", Date="Thu, 04 May 2017 10:11:12 GMT")
    audit = await replay(HOME, dated, tmp_path / "a")
    assert f"vague_date:{audit.assessment.rubric}" in audit.warnings


async def test_a_whole_date_needs_no_word(tmp_path: Path) -> None:
    audit = await replay(HOME, archive(tmp_path, date="2021-05-04"), tmp_path / "a")
    assert not [code for code in audit.warnings if code.startswith("vague")]
