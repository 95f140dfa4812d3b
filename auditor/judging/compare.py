"""Compare two audits of one project: what changed for a stranger; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crawlers.model.link import LinkMode
from crawlers.model.verdict import State
from reports.audit import Audit, Change, ChangeKind, Comparison, Outcome, Subject

_OPEN = frozenset({State.VISIBLE.value, Outcome.PASSED.value})
_UNKNOWN = frozenset({State.UNDETERMINED.value, Outcome.CANT_TELL.value})
_ORDER = tuple(ChangeKind)


class NotComparableError(ValueError):
    """Two audits of different projects."""


def compare(before: Audit, after: Audit) -> Comparison:
    """What changed from one audit to a later one; raises ``NotComparableError``.

    What only one of them found is a change only when both saw the whole site: a page that was
    not reached did not vanish.
    """
    old, new = (audit.project for audit in (before, after))
    if (old.platform, old.id) != (new.platform, new.id):
        raise NotComparableError(f"{old.url} and {new.url} are two projects")
    whole = before.coverage.complete and after.coverage.complete
    changes = (
        change for subject in Subject for change in _changes(subject, before, after, whole=whole)
    )
    return Comparison(
        previous_run=before.run.id,
        previous_finished_at=before.run.finished_at,
        rules_differ=tuple(_differences(before, after)),
        coverage_differs=not whole,
        changes=tuple(
            sorted(changes, key=lambda c: (c.subject.value, _ORDER.index(c.change), c.id))
        ),
    )


def _differences(before: Audit, after: Audit) -> Iterator[str]:
    if before.run.tool_version != after.run.tool_version:
        yield "tool"
    if before.run.rules_version != after.run.rules_version:
        yield "rules"
    if before.assessment.rubric != after.assessment.rubric:
        yield "rubric"


def _states(subject: Subject, audit: Audit) -> Mapping[str, tuple[str, str]]:
    """Title and state of all subjects of one kind, by id."""
    match subject:
        case Subject.PAGE:
            return {p.url: (p.title, p.visibility.state.value) for p in audit.pages}
        case Subject.ARTEFACT:
            return {a.id: (a.title, a.visibility.state.value) for a in audit.artefacts}
        case Subject.LINK:
            return {k.id: (k.canonical_url, k.visibility.state.value) for k in audit.links}
    return {item.key: ("", item.outcome.value) for item in audit.assessment.items}


def _changes(subject: Subject, before: Audit, after: Audit, *, whole: bool) -> Iterator[Change]:
    old, new = _states(subject, before), _states(subject, after)
    same_form = before.assessment.rubric == after.assessment.rubric
    if subject is Subject.ITEM and not same_form:
        return
    if subject is Subject.LINK and not (_checks_links(before) and _checks_links(after)):
        return
    for name in (*new, *(key for key in old if key not in new)):
        (was_called, was), (called, now) = old.get(name, ("", "")), new.get(name, ("", ""))
        if was == now or (not whole and "" in (was, now)):
            continue
        yield Change(
            subject=subject,
            id=name,
            change=_kind(was, now),
            title=called or was_called,
            before=was,
            after=now,
        )


def _checks_links(audit: Audit) -> bool:
    """True for an audit that opened links; earlier versions of the program knew none."""
    return audit.run.settings.get("links") == LinkMode.CHECK.value


def _kind(was: str, now: str) -> ChangeKind:
    """What a change from one state to another means to a stranger."""
    if not was or not now:
        return ChangeKind.VANISHED if was else ChangeKind.APPEARED
    if now in _UNKNOWN:
        return ChangeKind.UNSETTLED
    if was in _UNKNOWN:
        return ChangeKind.SETTLED
    if now in _OPEN:
        return ChangeKind.OPENED
    return ChangeKind.CLOSED if was in _OPEN else ChangeKind.ALTERED
