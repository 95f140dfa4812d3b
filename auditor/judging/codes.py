"""The codes of findings and outcomes, as ``audit.json`` writes them; pure."""

from __future__ import annotations

from enum import StrEnum


class FindingCode(StrEnum):
    """What a finding is about."""

    ARTEFACT_LOST = "artefact_lost"
    ARTEFACT_NOT_CHECKED = "artefact_not_checked"
    COVERAGE_INCOMPLETE = "coverage_incomplete"
    EDIT_LINK = "edit_link"
    EMBED_BLOCKED = "embed_blocked"
    LAYOUT_UNKNOWN = "layout_unknown"
    LINK_DEAD = "link_dead"
    PAGE_NOT_CHECKED = "page_not_checked"
    PAGE_REFUSED = "page_refused"
    PAGE_TROUBLE = "page_trouble"
    PAGE_UNLISTED = "page_unlisted"
    PERSONAL_DATA = "personal_data"
    SITE_UNDECIDED = "site_undecided"


class FindingReason(StrEnum):
    """Reasons of findings that are no reason of a verdict."""

    EDIT_ADDRESS = "edit_address"
    EMAIL_ADDRESS = "email_address"
    LAYOUT_UNKNOWN = "layout_unknown"
    NOT_IN_MENU = "not_in_menu"
    SITE_UNDECIDED = "site_undecided"
    STOPPED = "stopped"


class Remedy(StrEnum):
    """What to do about a finding."""

    ALLOW_EMBEDDING = "allow_embedding"
    ASK_SUPPORT = "ask_support"
    CONFIRM_CONSENT = "confirm_consent"
    DECIDE_YOURSELF = "decide_yourself"
    EMBED_AS_FRAME = "embed_as_frame"
    FILL_OR_REMOVE = "fill_or_remove"
    LINK_FROM_MENU = "link_from_menu"
    MAKE_VIEW_LINK = "make_view_link"
    MEND_SCRIPT = "mend_script"
    NAME_OWN_SITE = "name_own_site"
    OPEN_IN_PRIVATE_WINDOW = "open_in_private_window"
    PUBLISH_PAGE = "publish_page"
    REMOVE_PERSONAL_DATA = "remove_personal_data"
    REPLACE_OR_REMOVE = "replace_or_remove"
    SHARE_PUBLICLY = "share_publicly"
    SHOW_FRAME = "show_frame"
    USE_HTTPS = "use_https"
    WAIT_AND_REPEAT = "wait_and_repeat"


class OutcomeReason(StrEnum):
    """Why a check comes to its outcome."""

    COVERAGE_UNCERTAIN = "coverage_uncertain"
    DOCUMENTATION_FOUND = "documentation_found"
    DOCUMENTATION_NONE = "documentation_none"
    DOCUMENTATION_PARTIAL = "documentation_partial"
    KEY_PAGE_CLOSED = "key_page_closed"
    LEFT_TO_HUMAN = "left_to_human"
    PART_MISSING = "part_missing"
    RESULTS_NONE_FOUND = "results_none_found"
    RESULTS_VISIBLE_CANT_TELL = "results_visible_cant_tell"
    RESULTS_VISIBLE_FAILED = "results_visible_failed"
    RESULTS_VISIBLE_PASSED = "results_visible_passed"
