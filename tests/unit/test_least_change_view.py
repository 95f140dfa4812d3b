"""What reports, tables and terminal tell of products, pictures and the least change."""

from __future__ import annotations

from pathlib import Path

from auditor.cli.verdict import short_verdict
from auditor.judging import rubric
from auditor.judging.assess import assess
from auditor.judging.checks import registry
from auditor.judging.facts import facts_of
from auditor.judging.topics import Topic
from auditor.judging.verdict import Verdict
from auditor.session.audit_folder import Placement
from crawlers.model.artefact import Artefact, Form, Kind, Sighting
from crawlers.model.inventory import Inventory
from crawlers.model.link import Link, LinkRole
from crawlers.model.verdict import State
from reports.audit import AssessmentItem, Audit, PhaseEvidence
from reports.formats import registry as formats
from reports.i18n.translator import Translator
from reports.view.assessment import Item, items
from reports.view.workbook import sheets
from tests.unit.inventories import (
    HOME,
    WORK,
    artefact,
    artefacts,
    home,
    inventory,
    page,
    visibility,
)
from tests.unit.sample import audit_with

RESULTS = f"{HOME}/pages/results"
KEY = "results_visible"
ENGLISH = Translator("en")


def audit_of(project: Inventory) -> Audit:
    """The sample's audit with another project, judged by the Danish form."""
    return audit_with(
        pages=project.pages,
        artefacts=project.artefacts,
        links=project.links,
        assessment=assess(rubric.load("nql-2023-dk"), project),
    )


def closed_results() -> Audit:
    pages = [home(), page(), page(RESULTS, "Results", state=State.LOGIN_REQUIRED)]
    return audit_of(inventory(pages, artefacts(visible=5)))


def item(audit: Audit, key: str = KEY) -> AssessmentItem:
    return next(part for part in audit.assessment.items if part.key == key)


def view_of(audit: Audit, key: str = KEY) -> Item:
    return next(part for part in items(audit, ENGLISH) if part.key == key)


def test_the_condition_names_what_is_closed_and_what_would_change_it():
    named, _, least = view_of(closed_results()).listings
    assert named.text.startswith("These are main results by name or place")
    assert [thing.title for thing in named.things] == ["Results"]
    assert least.text.startswith("Enough would be visible")
    assert [thing.title for thing in least.things] == ["Results"]


def test_where_nothing_would_do_that_is_said():
    least = view_of(audit_of(inventory())).listings[-1]
    assert (least.text, least.things) == ("Opening what was found would not be enough.", ())


def test_unknown_things_are_for_a_person_to_look_at():
    least = view_of(audit_of(inventory(things=artefacts(undetermined=2)))).listings[-1]
    assert least.text.startswith("Only a person can tell.")
    assert len(least.things) == 2


def test_every_report_tells_it():
    audit = closed_results()
    html = formats()["html"].render(audit, ENGLISH).decode()
    assert "Publish or share them:" in html
    assert "products found (copies count once)" in html
    assert formats()["docx"].render(audit, ENGLISH)


def test_tables_and_terminal_tell_it():
    audit = closed_results()
    sheet = next(part for part in sheets(audit, ENGLISH) if part.name == "What the label asks for")
    why = next(str(row[3]) for row in sheet.rows if row[-1] == KEY)
    assert "Publish or share them:\nResults" in why
    lines = short_verdict(audit, Placement(folder=Path("out")), ENGLISH).splitlines()
    assert "  Products found (copies count once): 5" in lines
    assert f"    {RESULTS}" in lines


def test_an_audit_of_before_tells_nothing_of_it():
    old = item(closed_results()).model_dump(mode="json")
    for name in ("named", "least_change", "phases"):
        del old[name]
    loaded = AssessmentItem.model_validate(old)
    assert (loaded.named, loaded.least_change, loaded.phases) == ((), None, ())


# The criterion on documentation.


def documented(project: Inventory) -> Verdict:
    topics = (Topic.PRODUCT, Topic.DISSEMINATION)
    return registry()["documentation"](facts_of(project), topics=topics)


def gallery(number: int, on: str = WORK) -> list[Artefact]:
    return [artefact(100 + n, kind=Kind.IMAGE, on=on, provider="twinspace") for n in range(number)]


def test_products_stand_first_and_pictures_are_summed_up():
    shown = page(title="Results")
    things = [
        *gallery(12),
        artefact(1, kind=Kind.DOCUMENT),
        artefact(2, kind=Kind.VIDEO),
        artefact(3, State.REMOVED),
    ]
    verdict = documented(inventory([home(), shown], things))
    (row,) = verdict.table
    assert (row.artefacts, row.pictures) == (("padlet:2", "padlet:1"), 12)
    assert verdict.phases[0] == PhaseEvidence(
        topic="product", strength="narrow", strongest="padlet:2", pages=1, products=2, pictures=12
    )
    view = view_of(audit_of(inventory([home(), shown], things)), "results_documentation")
    assert view.table[0].pictures == "12 pictures"


def test_a_phase_of_pictures_alone_is_argued_as_that():
    verdict = documented(inventory([home(), page(title="Results")], gallery(3)))
    assert (verdict.phases[0].strength, verdict.phases[0].strongest) == ("pictures", WORK)
    assert verdict.phases[1].strength == "missing"


def test_links_to_newspapers_that_open_are_traces_of_dissemination():
    url = "https://newspaper.example/our-school"
    links = tuple(
        Link(
            id=f"link:{number}",
            role=LinkRole.SITE,
            url=url,
            canonical_url=url,
            sightings=(Sighting(page=WORK, form=Form.LINK, url=url, label=label),),
            visibility=visibility(state),
        )
        for number, (label, state) in enumerate(
            [
                ("In the press: our school", State.VISIBLE),
                ("In the press", State.REMOVED),
                ("Weather", State.VISIBLE),
            ]
        )
    )
    project = inventory([home(), page(title="About us")]).model_copy(update={"links": links})
    verdict = documented(project)
    assert verdict.numbers == {"links": 1}
    assert verdict.phases[1].strength == "links"
    assert verdict.phases[1].strongest == "link:0"
