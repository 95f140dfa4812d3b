"""Which rubric an audit is judged by, from the request to the document."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from auditor.errors import BadInputError
from auditor.judging import rubric
from crawlers.http.exchange import RawExchange
from crawlers.warc.recorder import Recorder
from reports.audit import Audit
from tests.integration.audits import live_audit, replay_audit
from tests.replica.transport import WorldTransport
from tests.replica.world import world

SITE = "https://skole.example/projekt/"
SEED = "https://school-education.ec.europa.eu/en/etwinning/projects/sea-between-us/twinspace"
OWN = """
id = "nql-2023-xx"
extends = "nql-2023-dk"
date = 2026-01-31
source = "https://example.org/call"
points = { pass_mark = 18 }

[[items]]
key = "collaboration"
points = { maximum = 5, minimum = 2 }
"""


def archive_of(year: int, folder: Path) -> Path:
    """An archive made by another tool, recorded in that year."""
    path = folder / f"{year}.warc.gz"
    when = datetime(year, 5, 1, 12, 0, tzinfo=UTC)
    recorder = Recorder(path, "another tool", when)
    raw = RawExchange(
        target="/projekt/",
        request_headers=(("Host", "skole.example"),),
        status=200,
        reason="OK",
        headers=(("Content-Type", "text/html; charset=utf-8"),),
        body=b"<title>Our river</title><main><h1>Our river</h1><p>" + b"word " * 200,
    )
    recorder.write(SITE, when, raw)
    recorder.close()
    return path


@pytest.mark.parametrize(
    ("year", "name"), [(2016, "nql-2019"), (2021, "nql-2019"), (2024, "nql-2023")]
)
async def test_a_replay_is_judged_by_the_form_of_the_recorded_day(
    year: int, name: str, tmp_path: Path
) -> None:
    audit = await replay_audit(SITE, tmp_path / "out", archive_of(year, tmp_path), rubric=None)
    assert audit.pages[0].visibility.visible
    assert audit.assessment.rubric == name


async def test_a_named_rubric_is_taken_whatever_the_day(tmp_path: Path) -> None:
    audit = await replay_audit(
        SITE, tmp_path / "o", archive_of(2016, tmp_path), rubric="nql-2023-dk"
    )
    assert audit.assessment.rubric == "nql-2023-dk"


async def test_an_own_file_reaches_the_document_and_comes_back_from_it(tmp_path: Path) -> None:
    path = tmp_path / "Our rubric.toml"
    path.write_text(OWN, "utf-8")
    audit = await live_audit(SEED, tmp_path / "o", WorldTransport(world()), rubric=str(path))
    items = {item.key: item for item in audit.assessment.items}
    assert audit.assessment.rubric == "nql-2023-xx"
    assert audit.assessment.pass_mark == 18
    assert items["collaboration"].points is not None
    assert items["results_visible"].definition
    assert items["results_visible"].breakdown
    assert items["use_of_ict"].compulsory
    assert Audit.model_validate_json(audit.model_dump_json()) == audit


@pytest.mark.parametrize("name", ["nql-1066", "missing.toml", "bad.toml"])
async def test_a_bad_rubric_ends_the_audit_before_anything_is_asked_or_written(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / "bad.toml").write_text(OWN.replace("18", "-18"), "utf-8")
    value = name if name == "nql-1066" else str(tmp_path / name)
    archive = archive_of(2024, tmp_path)
    with pytest.raises(BadInputError):
        await replay_audit(SITE, tmp_path / "out", archive, rubric=value)
    assert not (tmp_path / "out").exists()


async def test_a_live_audit_takes_the_form_of_today(tmp_path: Path) -> None:
    audit = await live_audit(
        SEED, tmp_path / "o", WorldTransport(world()), max_pages=3, rubric=None
    )
    assert audit.assessment.rubric == rubric.rubric_of_day(datetime.now(UTC).date()).id
