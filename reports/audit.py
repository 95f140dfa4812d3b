"""The document of an audit, in codes and numbers.

Schema versions: 1 first form.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pydantic import Field

from crawlers.model.artefact import Artefact
from crawlers.model.base import Value
from crawlers.model.inventory import Coverage, Screenshot
from crawlers.model.link import Link
from crawlers.model.page import Page
from crawlers.model.project import Project

SCHEMA_VERSION = 1


class Severity(StrEnum):
    """What a finding asks of its reader."""

    FIX = "fix"
    REVIEW = "review"
    NOTE = "note"


class Outcome(StrEnum):
    """EARL's outcomes and ``for_human``; the order is that of ``RANK``."""

    INAPPLICABLE = "inapplicable"
    PASSED = "passed"
    CANT_TELL = "cant_tell"
    FAILED = "failed"
    FOR_HUMAN = "for_human"


class Mode(StrEnum):
    """Who decides an item of the rubric."""

    AUTOMATIC = "automatic"
    SEMI_AUTOMATIC = "semi_automatic"
    MANUAL = "manual"


class ItemKind(StrEnum):
    """Whether an item must hold or is weighed."""

    CONDITION = "condition"
    CRITERION = "criterion"


class Visitor(Value):
    """The stranger in whose place the site was opened."""

    user_agent: str
    language: str
    cookies: str = "none"


class Run(Value):
    """When and how the audit was made; the only part in which a replay differs.

    ``rules_version`` is that of the providers' rules; empty in audits of before they had one.
    ``evidence_sha256`` is that of the archive that was written or replayed; empty without one.
    """

    id: str
    tool_version: str
    rules_version: str = ""
    evidence_sha256: str = ""
    started_at: datetime
    finished_at: datetime
    replayed: bool
    visitor: Visitor
    settings: dict[str, Any]


class Finding(Value):
    """Something to fix, to look at or to know.

    ``subject`` is a page address, the id of an artefact or a link, or ``project``; ``remedy`` is a
    code.
    """

    id: str
    check: str
    severity: Severity
    subject: str
    reason: str
    remedy: str
    numbers: dict[str, int | float | str] = Field(default_factory=dict)
    evidence: tuple[str, ...] = ()


class EvidenceRow(Value):
    """One row of an item's evidence table: a topic (phase) and where it is documented.

    ``pictures`` counts the visible pictures on the page, which are not among the artefacts.
    """

    topic: str
    page: str
    artefacts: tuple[str, ...] = ()
    pictures: int = 0


class CountGroup(StrEnum):
    """What a count of the breakdown counts: seen results by kind, the others by their reason."""

    VISIBLE_KIND = "visible_kind"
    LOST_REASON = "lost_reason"
    UNDETERMINED_REASON = "undetermined_reason"


class Count(Value):
    """One line of a breakdown; ``code`` is a kind or a visibility reason."""

    group: CountGroup
    code: str
    number: int


class Points(Value):
    """The points of an item in an NSO's own rubric; the program gives none."""

    maximum: float
    minimum: float | None = None


class Effort(StrEnum):
    """What a change asks for: a click, an afternoon's work, or first a look of a person's own.

    The order is that in which changes are chosen.
    """

    CLICK = "click"
    AFTERNOON = "afternoon"
    LOOK = "look"


class LeastChange(Value):
    """The fewest things whose opening would turn an outcome to passed, the easiest of such sets.

    ``items`` are page addresses and ids of artefacts. Not ``possible`` means that nothing that was
    found would do. With the effort ``look``, a person must look at the items, since nobody could
    determine them.
    """

    possible: bool
    items: tuple[str, ...] = ()
    effort: Effort = Effort.CLICK


class PhaseEvidence(Value):
    """How one phase is shown to visitors: a strength in a code, and what it rests on.

    ``strongest`` is the id of the thing that shows most of it, or the address of a page; ``links``
    counts traces outside the project.
    """

    topic: str
    strength: str
    strongest: str = ""
    pages: int = 0
    products: int = 0
    pictures: int = 0
    links: int = 0


class AssessmentItem(Value):
    """One condition or criterion: official wording by language, outcome, numbers and evidence.

    Of the topics that a check looks for, the ``table`` says where they are shown, ``missing`` those
    that certainly are not, and ``untold`` those that are undetermined.
    ``reasons`` are those of all its checks, ``breakdown`` divides the numbers of
    visible, lost and undetermined results, ``latest`` is the latest change that a page states.
    A ``compulsory`` criterion has a minimum of its own; ``definition`` is how an NSO reads the
    wording, by language. ``named`` are closed pages and artefacts that keep the outcome from passed
    whatever else is open, ``least_change`` is what would turn it to passed; ``phases`` say how well
    each phase is shown.
    """

    key: str
    kind: ItemKind
    mode: Mode
    outcome: Outcome
    reason: str
    wording: dict[str, str]
    numbers: dict[str, int | float] = Field(default_factory=dict)
    evidence: tuple[str, ...] = ()
    table: tuple[EvidenceRow, ...] = ()
    missing: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    breakdown: tuple[Count, ...] = ()
    latest: str | None = None
    compulsory: bool = False
    definition: dict[str, str] = Field(default_factory=dict)
    definition_source: str = ""
    points: Points | None = None
    named: tuple[str, ...] = ()
    least_change: LeastChange | None = None
    phases: tuple[PhaseEvidence, ...] = ()


class Assessment(Value):
    """The rubric applied to what was gathered.

    The dates are those between which the rubric's form was in use, where they are known;
    ``pass_mark`` stands in an NSO's own rubric alone.
    """

    rubric: str
    title: dict[str, str]
    source: str
    items: tuple[AssessmentItem, ...]
    valid_from: date | None = None
    valid_until: date | None = None
    pass_mark: float | None = None


class ChangeKind(StrEnum):
    """What became of one page, artefact or item between two audits."""

    APPEARED = "appeared"
    VANISHED = "vanished"
    OPENED = "opened"
    CLOSED = "closed"
    UNSETTLED = "unsettled"
    SETTLED = "settled"
    ALTERED = "altered"


class Subject(StrEnum):
    """What a change is about."""

    PAGE = "page"
    ARTEFACT = "artefact"
    LINK = "link"
    ITEM = "item"


class Change(Value):
    """One difference; ``id`` is a page address, the id of an artefact or a link, or an item's key.

    ``before`` and ``after`` are states (outcomes, of an item), empty where there was nothing;
    ``title`` is that of the later audit, else of the earlier one.
    """

    subject: Subject
    id: str
    change: ChangeKind
    title: str = ""
    before: str = ""
    after: str = ""


class Comparison(Value):
    """This audit beside an earlier one of the same project.

    ``rules_differ`` names what judged otherwise than before (``tool``, ``rules``, ``rubric``): a
    change may then come from the rules and not from the site. ``coverage_differs`` is true where
    one of the two did not see the whole site, so that nothing is said of what only one has met.
    """

    previous_run: str
    previous_finished_at: datetime
    rules_differ: tuple[str, ...] = ()
    coverage_differs: bool = False
    changes: tuple[Change, ...] = ()


class Audit(Value):
    """One audit of one project: the source of truth for every report."""

    schema_version: int = SCHEMA_VERSION
    run: Run
    project: Project
    coverage: Coverage
    pages: tuple[Page, ...]
    artefacts: tuple[Artefact, ...]
    links: tuple[Link, ...] = ()
    screenshots: tuple[Screenshot, ...] = ()
    findings: tuple[Finding, ...]
    assessment: Assessment
    comparison: Comparison | None = None
    claims: tuple[()] = ()
    warnings: tuple[str, ...] = ()


def json_schema() -> dict[str, Any]:
    """The JSON Schema of ``audit.json``; its id is a URN, since no host promises to keep it."""
    published = Audit.model_json_schema(mode="serialization")
    name = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:twinspace-auditor:audit:{SCHEMA_VERSION}",
    }
    return {**name, **published}
