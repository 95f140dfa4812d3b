"""``links.csv`` holds every link with what was met there, and nothing that a spreadsheet runs."""

from __future__ import annotations

import csv
import io

from crawlers.model.artefact import Form, Sighting
from crawlers.model.link import Link, LinkRole
from crawlers.model.verdict import Reason, State
from reports.audit import Audit
from reports.formats import registry
from reports.i18n.translator import Translator
from tests.unit import sample

PAPER = "https://avisen.example/the-river"
PROFILE = "https://www.linkedin.com/in/anna-broskov"


def link(number: int, url: str, role: LinkRole, state: State, label: str) -> Link:
    return Link(
        id=f"link:{number}",
        role=role,
        url=url,
        canonical_url=url,
        sightings=(Sighting(page=sample.SITE, form=Form.LINK, label=label, url=url),),
        visibility=sample.verdict(state, Reason.CONTENT_SHOWN),
    )


def table(audit: Audit) -> list[list[str]]:
    data = registry()["links"].render(audit, Translator("da"))
    assert data.startswith(b"\xef\xbb\xbfid;role;url;")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_every_link_has_a_row_with_its_state_and_its_pages():
    audit = sample.audit_with(
        links=(
            link(1, PAPER, LinkRole.SITE, State.REMOVED, "In the paper"),
            link(2, PROFILE, LinkRole.PROFILE, State.UNDETERMINED, sample.FORMULA),
        )
    )
    head, *rows = table(audit)
    first, second = (dict(zip(head, row, strict=True)) for row in rows)
    assert (first["id"], first["role"], first["url"]) == ("link:1", "site", PAPER)
    assert (first["state"], first["pages"], first["labels"]) == (
        "removed",
        sample.SITE,
        "In the paper",
    )
    assert second["role"] == "profile"
    assert second["labels"] == f"'{sample.FORMULA}"


def test_an_audit_without_links_gives_the_head_alone():
    assert len(table(sample.audit_with(links=()))) == 1
