"""Google Calendar: a public calendar has a public iCal address."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode
from urllib.parse import quote

from crawlers.model.capture import Capture
from crawlers.model.verdict import Reason, State, Visibility
from crawlers.providers.engine.target import Target
from crawlers.providers.verdicts.flow import common_flow
from crawlers.providers.verdicts.protocol import Flow, Probe

_ICAL = "https://calendar.google.com/calendar/ical/{name}/public/basic.ics"


def flow(target: Target) -> Flow:
    """A calendar's public iCal address first: it holds the events of public calendars only.

    A missing one says nothing, since the page of an embed answers 200 for any calendar.
    """
    name = _calendar_address(target.artefact.native_id)
    if name:
        url = _ICAL.format(name=quote(name, safe=""))
        verdict = _verdict((yield Probe(url=url)).capture)
        if verdict is not None:
            return verdict
    return (yield from common_flow(target))


def _calendar_address(name: str) -> str:
    """The calendar's address, decoded; empty for what is no address."""
    if "@" in name:
        return name
    try:
        decoded = urlsafe_b64decode(name + "=" * (-len(name) % 4)).decode("ascii")
    except (binascii.Error, UnicodeDecodeError):
        return ""
    return decoded if "@" in decoded else ""


def _verdict(capture: Capture) -> Visibility | None:
    """Visible or empty when a whole calendar came, else None."""
    body = capture.body.strip()
    if not capture.ok or capture.failure is not None:
        return None
    if not body.startswith(b"BEGIN:VCALENDAR") or not body.endswith(b"END:VCALENDAR"):
        return None
    if b"\nBEGIN:VEVENT" not in body:
        return capture.visibility(State.EMPTY, Reason.NOTHING_IN_IT)
    return capture.visibility(State.VISIBLE, Reason.CONTENT_SHOWN)
