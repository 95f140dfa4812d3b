"""The changes since an earlier audit, in one language; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reports.audit import AssessmentItem, Audit, Change, ChangeKind, Comparison, Subject
from reports.i18n import messages
from reports.i18n.messages import source_text
from reports.i18n.translator import Translator, text_in_language
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
    """The comparison of the audit in one language; None when it has none."""
    comparison = audit.comparison
    if comparison is None:
        return None
    index = references(audit, translator)
    items = {item.key: item for item in audit.assessment.items}
    grouped: dict[ChangeKind, list[ChangeRow]] = {kind: [] for kind in ChangeKind}
    for change in comparison.changes:
        grouped[change.change].append(_row(change, index, items, translator))
    when = comparison.previous_finished_at
    return Changes(
        since=translator.local_time(when),
        since_for_machines=when.isoformat(timespec="seconds").replace("+00:00", "Z"),
        cautions=_cautions(comparison, translator),
        groups=tuple(
            ChangeGroup(title=translator.text(messages.CHANGES[kind.value]), rows=tuple(rows))
            for kind, rows in grouped.items()
            if rows
        ),
    )


def _cautions(comparison: Comparison, translator: Translator) -> tuple[str, ...]:
    codes = [f"{part}_differs" for part in comparison.rules_differ]
    codes += ["coverage_differs"] if comparison.coverage_differs else []
    return tuple(translator.text(source_text(messages.CAUTIONS, code)) for code in codes)


def _row(
    change: Change,
    index: Mapping[str, Reference],
    items: Mapping[str, AssessmentItem],
    translator: Translator,
) -> ChangeRow:
    return ChangeRow(
        what=_what(change, index, items, translator),
        sort=translator.text(messages.SUBJECTS[change.subject.value]),
        before=_state(change.subject, change.before, translator)
        or translator.text("was not there"),
        after=_state(change.subject, change.after, translator)
        or translator.text("is no longer there"),
    )


def _what(
    change: Change,
    index: Mapping[str, Reference],
    items: Mapping[str, AssessmentItem],
    translator: Translator,
) -> Reference:
    """What changed, by the later audit, or by its earlier title when it is gone."""
    if change.subject is Subject.ITEM:
        wording, language = text_in_language(
            items[change.id].wording if change.id in items else {}, translator.language
        )
        return Reference(title=wording or change.id, url="", language=language)
    if change.id in index:
        return index[change.id]
    bare = reference(change.id, {})
    return Reference(title=mask(change.title) or bare.title, url=bare.url)


def _state(subject: Subject, code: str, translator: Translator) -> str:
    table = messages.OUTCOMES if subject is Subject.ITEM else messages.STATES
    return translator.text(source_text(table, code))
