"""Findings of an inventory, in codes: what to fix, to review or to know.

Nothing undetermined is ever called lost: it gives a finding that asks for a second look. Pages
that the platforms never show to strangers (members, forum, meetings, materials; source: the
platforms' guides for teachers, read 2026-11-23) are notes.

Nothing that by its names may hold personal data gets a remedy that would show it to more people:
whoever made it decides whether it should be public at all.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from auditor.judging.codes import FindingCode, FindingReason, Remedy
from auditor.judging.exposure import (
    artefact_may_hold_personal_data,
    link_may_hold_personal_data,
    page_may_hold_personal_data,
)
from auditor.judging.results import BY_DESIGN, PLATFORM
from crawlers.model.artefact import Artefact, EmbedState, Kind
from crawlers.model.inventory import Inventory
from crawlers.model.link import Link
from crawlers.model.page import Layout, Page, Section
from crawlers.model.verdict import Reason, State, Visibility
from crawlers.urls.parts import split
from reports.audit import Finding, Severity

PROJECT = "project"
# The checks whose evidence is that of the verdict on their subject.
RESTS_ON_VERDICT = frozenset(
    {
        FindingCode.ARTEFACT_LOST,
        FindingCode.ARTEFACT_NOT_CHECKED,
        FindingCode.LINK_DEAD,
        FindingCode.PAGE_NOT_CHECKED,
        FindingCode.PAGE_REFUSED,
        FindingCode.PAGE_TROUBLE,
        FindingCode.PERSONAL_DATA,
    }
)
_ORDER = tuple(Severity)
_TALK = frozenset({Kind.FORUM, Kind.MEETING})
_EDIT_PATH = re.compile(r"/(?:edit|editor)(?:/|$)", re.IGNORECASE)
# Platforms where every page has the project's menu; other sites nest their pages freely.
_WITH_MENU = frozenset({"esep", "legacy"})
_PASSING = frozenset(
    {
        Reason.TIMEOUT,
        Reason.HOST_NOT_FOUND,
        Reason.CONNECTION_FAILED,
        Reason.PROTOCOL_ERROR,
        Reason.PROXY_FAILED,
        Reason.ROBOTS_UNREACHABLE,
        Reason.NOT_RECORDED,
        Reason.NOT_REACHED,
        Reason.RATE_LIMITED,
        Reason.SERVER_ERROR,
    }
)
_EMBED_REMEDY = {
    "x_frame_options": Remedy.ALLOW_EMBEDDING,
    "frame_ancestors": Remedy.ALLOW_EMBEDDING,
    "mixed_content": Remedy.USE_HTTPS,
    "hidden_frame": Remedy.SHOW_FRAME,
    "script_stripped": Remedy.EMBED_AS_FRAME,
    "embedding_off": Remedy.ALLOW_EMBEDDING,
}

# Remedies that let more people see their subject.
_SHOWS_MORE = frozenset(
    {
        Remedy.ALLOW_EMBEDDING,
        Remedy.CONFIRM_CONSENT,
        Remedy.EMBED_AS_FRAME,
        Remedy.FILL_OR_REMOVE,
        Remedy.LINK_FROM_MENU,
        Remedy.MAKE_VIEW_LINK,
        Remedy.PUBLISH_PAGE,
        Remedy.REPLACE_OR_REMOVE,
        Remedy.SHARE_PUBLICLY,
        Remedy.SHOW_FRAME,
        Remedy.USE_HTTPS,
    }
)

# What scripts do, the worst first; the last three are only annoying.
_TROUBLE = (
    "crashed",
    "too_much_memory",
    "endless_script",
    "sent_elsewhere",
    "download",
    "pop_up",
    "dialogs",
)
_PESTERING = frozenset({"download", "pop_up", "dialogs"})


def find(inventory: Inventory) -> tuple[Finding, ...]:
    """All findings, one per subject and check: fix before review before note, then by subject."""
    delicate = _delicate_subjects(inventory)
    findings = (
        *_project(inventory),
        *_pages(inventory),
        *_artefacts(inventory),
        *_links(inventory.links),
    )
    return sort_findings(
        _left_to_people(finding) if finding.subject in delicate else finding for finding in findings
    )


def _delicate_subjects(inventory: Inventory) -> frozenset[str]:
    """The pages, artefacts and links that by their names may hold personal data."""
    pages = {page.url: page for page in inventory.pages}
    return frozenset(
        (
            *(page.url for page in inventory.pages if page_may_hold_personal_data(page)),
            *(a.id for a in inventory.artefacts if artefact_may_hold_personal_data(a, pages)),
            *(link.id for link in inventory.links if link_may_hold_personal_data(link)),
        )
    )


def _left_to_people(finding: Finding) -> Finding:
    """The finding without a remedy that would show its subject to more people."""
    if finding.remedy not in _SHOWS_MORE:
        return finding
    severity = Severity.REVIEW if finding.severity is Severity.FIX else finding.severity
    return finding.model_copy(update={"remedy": Remedy.DECIDE_YOURSELF, "severity": severity})


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The first finding of each subject and check: fix before review before note, by subject."""
    first: dict[tuple[str, str], Finding] = {}
    for finding in findings:
        first.setdefault((finding.check, finding.subject), finding)
    return tuple(
        sorted(first.values(), key=lambda f: (_ORDER.index(f.severity), f.subject, f.check))
    )


def script_findings(pages: Iterable[Page]) -> Iterator[Finding]:
    """What the scripts of visible pages do to their visitors."""
    for page in pages:
        yield from _page_trouble(page)


def _finding(
    check: FindingCode,
    severity: Severity,
    subject: str,
    reason: str,
    remedy: Remedy,
    evidence: tuple[str, ...] = (),
) -> Finding:
    digest = hashlib.sha256(f"{subject}\n{reason}".encode()).hexdigest()[:12]
    return Finding(
        id=f"{check}:{digest}",
        check=check,
        severity=severity,
        subject=subject,
        reason=reason,
        remedy=remedy,
        evidence=evidence,
    )


def _second_look(visibility: Visibility) -> Remedy:
    """The remedy for an undetermined verdict: wait, or look in a private window."""
    return (
        Remedy.WAIT_AND_REPEAT if visibility.reason in _PASSING else Remedy.OPEN_IN_PRIVATE_WINDOW
    )


def _project(inventory: Inventory) -> Iterator[Finding]:
    """Findings about the whole audit: how much was seen and whether it was understood."""
    coverage = inventory.coverage
    if not coverage.layout_known:
        strange = tuple(p.url for p in inventory.pages if p.layout is Layout.UNKNOWN)
        yield _finding(
            FindingCode.LAYOUT_UNKNOWN,
            Severity.REVIEW,
            PROJECT,
            FindingReason.LAYOUT_UNKNOWN,
            Remedy.ASK_SUPPORT,
            strange,
        )
    if not coverage.complete:
        remedy = (
            Remedy.WAIT_AND_REPEAT if coverage.stopped_because else Remedy.OPEN_IN_PRIVATE_WINDOW
        )
        yield _finding(
            FindingCode.COVERAGE_INCOMPLETE, Severity.REVIEW, PROJECT, FindingReason.STOPPED, remedy
        )


def _pages(inventory: Inventory) -> Iterator[Finding]:
    for page in inventory.pages:
        yield from _page_state(page, inventory)
        yield from _page_trouble(page)
        if page.personal_data:
            yield _finding(
                FindingCode.PERSONAL_DATA,
                Severity.REVIEW,
                page.url,
                FindingReason.EMAIL_ADDRESS,
                Remedy.REMOVE_PERSONAL_DATA,
                page.visibility.evidence,
            )
        if _is_unlisted(page, inventory):
            yield _finding(
                FindingCode.PAGE_UNLISTED,
                Severity.NOTE,
                page.url,
                FindingReason.NOT_IN_MENU,
                Remedy.LINK_FROM_MENU,
                page.found_on,
            )


def _page_trouble(page: Page) -> Iterator[Finding]:
    """What the scripts of a visible page do to visitors: send them away, or annoy them.

    A page that is undetermined for this reason has its finding already.
    """
    if page.trouble and page.visibility.visible:
        worst = min(page.trouble, key=_TROUBLE.index)
        severity = Severity.NOTE if worst in _PESTERING else Severity.REVIEW
        evidence = page.visibility.evidence
        yield _finding(
            FindingCode.PAGE_TROUBLE, severity, page.url, worst, Remedy.MEND_SCRIPT, evidence
        )


def _page_state(page: Page, inventory: Inventory) -> Iterator[Finding]:
    """What a stranger meets instead of the page, or that its layout is unknown."""
    strange = page.layout is Layout.UNKNOWN
    if page.visibility.undetermined:
        yield _page_unchecked(page, page.visibility.reason)
    elif strange and page.visibility.state is State.EMPTY:
        # "Empty" cannot be said of a page that could not be read.
        yield _page_unchecked(page, FindingReason.LAYOUT_UNKNOWN)
    elif page.visibility.lost:
        yield _page_refused(page)
    elif strange and inventory.coverage.layout_known:
        yield _finding(
            FindingCode.LAYOUT_UNKNOWN,
            Severity.REVIEW,
            page.url,
            FindingReason.LAYOUT_UNKNOWN,
            Remedy.ASK_SUPPORT,
        )


def _page_unchecked(page: Page, reason: str) -> Finding:
    remedy = _second_look(page.visibility)
    evidence = page.visibility.evidence
    return _finding(
        FindingCode.PAGE_NOT_CHECKED, Severity.REVIEW, page.url, reason, remedy, evidence
    )


def _page_refused(page: Page) -> Finding:
    """A page that a stranger does not get to read, and what opens it."""
    remedy = {State.REMOVED: Remedy.REPLACE_OR_REMOVE, State.EMPTY: Remedy.FILL_OR_REMOVE}
    by_design = page.section in BY_DESIGN and page.visibility.state is not State.REMOVED
    return _finding(
        FindingCode.PAGE_REFUSED,
        Severity.NOTE if by_design else Severity.FIX,
        page.url,
        page.visibility.reason,
        remedy.get(page.visibility.state, Remedy.PUBLISH_PAGE),
        page.visibility.evidence,
    )


def _is_unlisted(page: Page, inventory: Inventory) -> bool:
    """True for a visible page that a single other page links to, and not the home page."""
    if inventory.project.platform not in _WITH_MENU or page.section is not Section.PAGE:
        return False
    homes = {other.url for other in inventory.pages if other.section is Section.HOME}
    own = page.url.partition("?")[0]
    found_on = {url for url in page.found_on if url.partition("?")[0] != own}
    pager = own != page.url and any(other.url == own for other in inventory.pages)
    return page.visibility.visible and not pager and len(found_on) == 1 and not found_on & homes


def _artefacts(inventory: Inventory) -> Iterator[Finding]:
    pages = {page.url for page in inventory.pages}
    for artefact in inventory.artefacts:
        state = artefact.visibility
        if artefact.provider == PLATFORM and artefact.canonical_url in pages:
            continue  # a forum thread or meeting: its page has its own finding
        if state.undetermined:
            yield _finding(
                FindingCode.ARTEFACT_NOT_CHECKED,
                Severity.REVIEW,
                artefact.id,
                state.reason,
                _second_look(state),
                state.evidence,
            )
        elif state.lost:
            yield _artefact_lost(artefact)
        else:
            yield from _embeds(artefact)
        yield from _edit_links(artefact)


def _artefact_lost(artefact: Artefact) -> Finding:
    """An artefact that a stranger cannot see; links to meetings may have ended on purpose."""
    state = artefact.visibility
    remedy = {State.REMOVED: Remedy.REPLACE_OR_REMOVE, State.EMPTY: Remedy.FILL_OR_REMOVE}
    if state.reason is Reason.DEAD_PLUGIN:
        remedy = {State.EMPTY: Remedy.REPLACE_OR_REMOVE}
    share = Remedy.PUBLISH_PAGE if artefact.provider == PLATFORM else Remedy.SHARE_PUBLICLY
    return _finding(
        FindingCode.ARTEFACT_LOST,
        Severity.NOTE if artefact.kind in _TALK else Severity.FIX,
        artefact.id,
        state.reason,
        remedy.get(state.state, share),
        state.evidence,
    )


def _embeds(artefact: Artefact) -> Iterator[Finding]:
    """Embeds that do not show a visible artefact, or only after a click on a cookie notice."""
    blocked = [
        item
        for item in artefact.sightings
        if EmbedState.BLOCKED in (item.embed, item.after_consent)
    ]
    asking = [item for item in artefact.sightings if item.embed is EmbedState.NEEDS_CONSENT]
    if blocked:
        reason = min(
            item.embed_reason or item.after_consent_reason or Reason.REFUSED_HERE_ONLY
            for item in blocked
        )
        remedy = _EMBED_REMEDY.get(reason, Remedy.REPLACE_OR_REMOVE)
        pages = tuple(dict.fromkeys(item.page for item in blocked))
        yield _finding(FindingCode.EMBED_BLOCKED, Severity.FIX, artefact.id, reason, remedy, pages)
    elif asking:
        pages = tuple(dict.fromkeys(item.page for item in asking))
        yield _finding(
            FindingCode.EMBED_BLOCKED,
            Severity.NOTE,
            artefact.id,
            Reason.CONSENT_WALL,
            Remedy.CONFIRM_CONSENT,
            pages,
        )


def _links(links: Iterable[Link]) -> Iterator[Finding]:
    """Links that lead nowhere, and sites of which nobody can say whether the project made them.

    A name that cannot be found may be our network's fault, so it asks for a second look. A link
    that could not be told, or that leads to a log-in, is no fault of the page that has it.
    """
    for link in links:
        state = link.visibility
        gone = state.state is State.REMOVED
        if gone or state.reason is Reason.HOST_NOT_FOUND:
            yield _finding(
                FindingCode.LINK_DEAD,
                Severity.FIX if gone else Severity.REVIEW,
                link.id,
                state.reason,
                Remedy.REPLACE_OR_REMOVE if gone else Remedy.OPEN_IN_PRIVATE_WINDOW,
                state.evidence,
            )
        if link.maybe_own:
            pages = tuple(dict.fromkeys(sighting.page for sighting in link.sightings))
            yield _finding(
                FindingCode.SITE_UNDECIDED,
                Severity.REVIEW,
                link.id,
                FindingReason.SITE_UNDECIDED,
                Remedy.NAME_OWN_SITE,
                pages,
            )


def _edit_links(artefact: Artefact) -> Iterator[Finding]:
    """Links that open the maker's own editor."""
    pages = tuple(
        dict.fromkeys(
            item.page
            for item in artefact.sightings
            if (parts := split(item.url)) and _EDIT_PATH.search(parts.path)
        )
    )
    if pages:
        yield _finding(
            FindingCode.EDIT_LINK,
            Severity.NOTE,
            artefact.id,
            FindingReason.EDIT_ADDRESS,
            Remedy.MAKE_VIEW_LINK,
            pages,
        )
