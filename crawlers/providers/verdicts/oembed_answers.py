"""What an oEmbed answer says by itself: shown, known, refused or missing; pure."""

from __future__ import annotations

import json

from crawlers.detection import walls
from crawlers.model.capture import Capture
from crawlers.model.verdict import Reason, State, Visibility
from crawlers.providers.engine.schema import Provider
from crawlers.providers.verdicts.protocol import Answer
from crawlers.providers.verdicts.signals import is_foreign_host

# Keys under which a document with status 200 may give another status, that of a failure.
_STATUS_KEYS = ("status", "code", "status_code", "error_code")
# 403 where the owner lets only some sites show the film (vimeo/player.js, read 2026-11-30).
_RESTRICTED_KEY = "domain_status_code"
# 401 and 403: there is such a thing, and not for you or not here. The specification asks for 401
# of what is private (oembed.com, 2.3.5), providers take 403 as well (iamcal/oembed#7).
_REFUSALS = (401, 403)
_ERROR = 400  # statuses from here on are failures


def says_missing(provider: Provider, answer: Answer, also: tuple[int, ...] = ()) -> bool:
    """True for a plain 404 or 410 (or a status of ``also``): no failure, no wall in its name."""
    capture = answer.capture
    if capture.failure is not None or capture.status not in (404, 410, *also):
        return False
    if is_foreign_host(provider, capture):
        return False
    wall = walls.detect_wall(capture, answer.document)
    unexplained = wall is None or wall.reason is Reason.UNEXPECTED_ANSWER
    return (unexplained and capture.status in also) or (
        wall is not None and wall.state is State.REMOVED
    )


def oembed_says_public(capture: Capture, keys: tuple[str, ...] = ()) -> bool:
    """True for a 200 answer that is an oEmbed document with all of ``keys`` (or html or title).

    The body is parsed, since an error text may come with status 200 (YouTube, 2020).
    """
    document = json_object(capture)
    if document is None or _is_failure(document) or _status_in(document, _RESTRICTED_KEY) >= _ERROR:
        return False
    return _texts_of(document).issuperset(keys) if keys else _describes(document)


def names_thing(capture: Capture) -> bool:
    """True for a 200 answer that describes a thing: it exists, whether strangers see it or not."""
    document = json_object(capture)
    return document is not None and not _is_failure(document) and _describes(document)


def unless_known(oembed: Capture, verdict: Visibility) -> Visibility:
    """The verdict, which is no longer ``removed`` where oEmbed names the thing or refuses it."""
    if verdict.state is not State.REMOVED:
        return verdict
    refused = oembed.failure is None and oembed.status in _REFUSALS
    if not refused and not names_thing(oembed):
        return verdict
    reason = Reason.REFUSED_UNEXPLAINED if refused else Reason.UNEXPECTED_ANSWER
    return verdict.model_copy(
        update={
            "state": State.UNDETERMINED,
            "reason": reason,
            "evidence": (*oembed.record_ids, *verdict.evidence),
        }
    )


def json_object(capture: Capture) -> dict[str, object] | None:
    """The JSON object in a 2xx answer; None when it holds none."""
    if not capture.ok or capture.failure is not None:
        return None
    try:
        document = json.loads(capture.body)
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) else None


def _describes(document: dict[str, object]) -> bool:
    return not _texts_of(document).isdisjoint(("html", "title"))


def _texts_of(document: dict[str, object]) -> frozenset[str]:
    return frozenset(key for key, value in document.items() if isinstance(value, str) and value)


def _is_failure(document: dict[str, object]) -> bool:
    """True for a document about a failure: it may have a title too ("Service Unavailable")."""
    if document.get("error") or document.get("errors"):
        return True
    return any(_status_in(document, key) >= _ERROR for key in _STATUS_KEYS)


def _status_in(document: dict[str, object], key: str) -> int:
    value = document.get(key)
    return value if isinstance(value, int) else 0
