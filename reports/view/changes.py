"""What changed since an earlier audit, told in one language; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reports.audit import AssessmentItem, Audit, Change, ChangeKind, Comparison, Subject
from reports.i18n import messages
from reports.i18n.messages import word
from reports.i18n.translator import Translator, in_language
from reports.view.privacy import mask
from reports.view.references import Reference, reference, references


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One page, artefact or item that differs: what it is, how it was, how it is."""

    what: Reference
    sort: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGroup:
    """The changes that mean the same to a visitor."""

    title: str
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """This audit beside an earlier one; ``cautions`` say what else may explain a change."""

    since: str
    since_for_machines: str
    cautions: tuple[str, ...]
    groups: tuple[ChangeGroup, ...]


def changes(audit: Audit, translator: Translator) -> Changes | None:
    """The comparison that stands in the audit, told; None where it holds none."""
    found = audit.comparison
    if found is None:
        return None
    known = references(audit, translator)
    items = {item.key: item for item in audit.assessment.items}
    grouped: dict[ChangeKind, list[ChangeRow]] = {kind: [] for kind in ChangeKind}
    for one in found.changes:
        grouped[one.change].append(_row(one, known, items, translator))
    when = found.previous_finished_at
    return Changes(
        since=translator.local_time(when),
        since_for_machines=when.isoformat(timespec="seconds").replace("+00:00", "Z"),
        cautions=_cautions(found, translator),
        groups=tuple(
            ChangeGroup(title=translator.text(messages.CHANGES[kind.value]), rows=tuple(rows))
            for kind, rows in grouped.items()
            if rows
        ),
    )


def _cautions(found: Comparison, translator: Translator) -> tuple[str, ...]:
    codes = [f"{part}_differs" for part in found.rules_differ]
    codes += ["coverage_differs"] if found.coverage_differs else []
    return tuple(translator.text(word(messages.CAUTIONS, code)) for code in codes)


def _row(
    one: Change,
    known: Mapping[str, Reference],
    items: Mapping[str, AssessmentItem],
    translator: Translator,
) -> ChangeRow:
    return ChangeRow(
        what=_what(one, known, items, translator),
        sort=translator.text(messages.SUBJECTS[one.subject.value]),
        before=_state(one.subject, one.before, translator) or translator.text("was not there"),
        after=_state(one.subject, one.after, translator) or translator.text("is no longer there"),
    )


def _what(
    one: Change,
    known: Mapping[str, Reference],
    items: Mapping[str, AssessmentItem],
    translator: Translator,
) -> Reference:
    """What changed, by the later audit; by its earlier title where it is gone."""
    if one.subject is Subject.ITEM:
        wording, language = in_language(
            items[one.id].wording if one.id in items else {}, translator.language
        )
        return Reference(title=wording or one.id, url="", language=language)
    if one.id in known:
        return known[one.id]
    bare = reference(one.id, {})
    return Reference(title=mask(one.title) or bare.title, url=bare.url)


def _state(subject: Subject, code: str, translator: Translator) -> str:
    table = messages.OUTCOMES if subject is Subject.ITEM else messages.STATES
    return translator.text(word(table, code))
