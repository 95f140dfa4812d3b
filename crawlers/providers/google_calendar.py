"""Google Calendar: calendars, published events and booking pages."""

import binascii
from base64 import urlsafe_b64decode
from urllib.parse import quote

from crawlers.model import Artefact, Capture, Kind, Reason, State, Visibility
from crawlers.providers.base import Example, Flow, Live, Probe, Provider, Shape
from crawlers.providers.flow import common_flow

_HOST = r"(?:(?:www|calendar)\.)?google\.[a-z.]+"
_PLACE = r"/calendar(?:/(?:hosted|a)/[^/]+)?(?:/[ub]/\d+)?"
_EMBED = "https://calendar.google.com/calendar/embed?src="
_EVENT = "https://calendar.google.com/calendar/event?eid={id}"
# A calendar is named by its address, plain or in Base64.
_NAMES = (
    (r"(?P<id>[A-Za-z0-9_-]{10,})=*", "{id}", "{id}"),
    (
        r"(?P<user>[A-Za-z0-9_.-]+)@(?P<domain>[A-Za-z0-9.-]+)",
        "{user}%40{domain}",
        "{user}@{domain}",
    ),
    (
        r"(?P<user>[A-Za-z0-9_.-]+)#(?P<list>[A-Za-z0-9_.-]+)@(?P<domain>[A-Za-z0-9.-]+)",
        "{user}%23{list}%40{domain}",
        "{user}#{list}@{domain}",
    ),
)
_ICAL = "https://calendar.google.com/calendar/ical/{name}/public/basic.ics"
_SOURCE = (
    "Google Calendar's help on embedding and on the public iCal address; addresses in public "
    "code; read 2026-11-25"
)


def flow(provider: Provider, artefact: Artefact) -> Flow:
    """A calendar's public iCal address first: it holds the events of public calendars only.

    That there is none says nothing, since the page of an embed answers 200 for any calendar.
    """
    name = _address(artefact)
    if name:
        url = _ICAL.format(name=quote(name, safe=""))
        verdict = _told((yield Probe(url=url)).capture)
        if verdict is not None:
            return verdict
    return (yield from common_flow(provider, artefact))


def _address(artefact: Artefact) -> str:
    """The calendar's address, decoded; empty for events, bookings and what is no address."""
    if not artefact.canonical_url.startswith(_EMBED):
        return ""
    name = artefact.native_id
    if "@" in name:
        return name
    try:
        decoded = urlsafe_b64decode(name + "=" * (-len(name) % 4)).decode("ascii")
    except (binascii.Error, UnicodeDecodeError):
        return ""
    return decoded if "@" in decoded else ""


def _told(capture: Capture) -> Visibility | None:
    """Visible or empty when a whole calendar came, else None."""
    body = capture.body.strip()
    if not capture.ok or capture.failure is not None:
        return None
    if not body.startswith(b"BEGIN:VCALENDAR") or not body.endswith(b"END:VCALENDAR"):
        return None
    if b"\nBEGIN:VEVENT" not in body:
        return capture.visibility(State.EMPTY, Reason.NOTHING_IN_IT)
    return capture.visibility(State.VISIBLE, Reason.CONTENT_SHOWN)


PROVIDER = Provider(
    id="google-calendar",
    name="Google Calendar",
    kinds=(Kind.OTHER,),
    hosts=("google.*", "calendar.app.google"),
    shapes=(
        *(
            Shape(
                path=path,
                query={parameter: pattern},
                canonical=_EMBED + spelt,
                native_id=native_id,
                host=_HOST,
                hosts=("google.*",),
            )
            for path, parameter in (
                (rf"{_PLACE}/(?:html|new)?embed/?", "src"),
                (rf"{_PLACE}(?:/(?:r|render))?/?", "cid"),
            )
            for pattern, spelt, native_id in _NAMES
        ),
        *(
            Shape(
                path=rf"(?:{_PLACE})?/event/?",
                query={parameter: r"(?P<id>[A-Za-z0-9_-]{10,})=*"},
                canonical=_EVENT,
                native_id="event/{id}",
                host=_HOST,
                hosts=("google.*",),
            )
            for parameter in ("eid", "tmeid")
        ),
        Shape(
            path=rf"{_PLACE}/(?:r/)?eventedit/(?P<id>[A-Za-z0-9_-]{{10,}})(?:=|%3D)*/?",
            canonical=_EVENT,
            native_id="event/{id}",
            host=_HOST,
            hosts=("google.*",),
        ),
        Shape(
            path=rf"{_PLACE}/appointments/(?:schedules/)?(?P<id>[A-Za-z0-9_-]{{12,}})(?:=|%3D)*/?",
            canonical="https://calendar.google.com/calendar/appointments/schedules/{id}",
            native_id="appointments/{id}",
            host=_HOST,
            hosts=("google.*",),
        ),
        Shape(
            path=rf"{_PLACE}/selfsched/?",
            query={"sstoken": r"(?P<id>[A-Za-z0-9_-]{10,})=*"},
            canonical="https://calendar.google.com/calendar/selfsched?sstoken={id}",
            native_id="selfsched/{id}",
            host=_HOST,
            hosts=("google.*",),
        ),
        Shape(
            path=r"/(?P<id>[\w-]{8,})/?",
            canonical="https://calendar.app.google/{id}",
            native_id="app/{id}",
            hosts=("calendar.app.google",),
        ),
    ),
    examples=(
        *(
            Example(
                url=url,
                native_id="c_0a1b2c3d@group.calendar.google.com",
                canonical_url=_EMBED + "c_0a1b2c3d%40group.calendar.google.com",
                kind=Kind.OTHER,
            )
            for url in (
                "https://calendar.google.com/calendar/embed"
                "?src=c_0a1b2c3d%40group.calendar.google.com&ctz=Europe%2FRome",
                "http://www.google.com/calendar/embed?mode=WEEK"
                "&src=c_0a1b2c3d@group.calendar.google.com&color=%23B1365F",
                "https://calendar.google.com/calendar/b/1/embed"
                "?src=c_0a1b2c3d%40group.calendar.google.com",
                "https://www.google.com/calendar/hosted/school.example.org/embed"
                "?src=c_0a1b2c3d%40group.calendar.google.com",
            )
        ),
        *(
            Example(
                url=url,
                native_id="Y18wYTFiMmMzZEBncm91cC5jYWxlbmRhci5nb29nbGUuY29t",
                canonical_url=_EMBED + "Y18wYTFiMmMzZEBncm91cC5jYWxlbmRhci5nb29nbGUuY29t",
                kind=Kind.OTHER,
            )
            for url in (
                "https://calendar.google.com/calendar/u/0"
                "?cid=Y18wYTFiMmMzZEBncm91cC5jYWxlbmRhci5nb29nbGUuY29t",
                "https://calendar.google.com/calendar/embed?height=600&wkst=2"
                "&src=Y18wYTFiMmMzZEBncm91cC5jYWxlbmRhci5nb29nbGUuY29t&color=%230B8043",
            )
        ),
        Example(
            url="https://www.google.com/calendar/embed"
            "?src=en.danish%23holiday%40group.v.calendar.google.com",
            native_id="en.danish#holiday@group.v.calendar.google.com",
            canonical_url=_EMBED + "en.danish%23holiday%40group.v.calendar.google.com",
            kind=Kind.OTHER,
        ),
        *(
            Example(
                url=url,
                native_id="event/aW52ZW50ZWQgZXZlbnQ",
                canonical_url="https://calendar.google.com/calendar/event?eid=aW52ZW50ZWQgZXZlbnQ",
                kind=Kind.OTHER,
            )
            for url in (
                "https://www.google.com/calendar/event?eid=aW52ZW50ZWQgZXZlbnQ&ctz=Europe/Rome",
                "https://calendar.google.com/event?action=TEMPLATE&tmeid=aW52ZW50ZWQgZXZlbnQ",
            )
        ),
        Example(
            url="https://calendar.google.com/calendar/u/0/appointments/AcZssZ0Invented12345?gv=true",
            native_id="appointments/AcZssZ0Invented12345",
            canonical_url="https://calendar.google.com/calendar/appointments/schedules/"
            "AcZssZ0Invented12345",
            kind=Kind.OTHER,
        ),
        Example(
            url="https://calendar.google.com/calendar/selfsched?sstoken=VVVJbnZlbnRlZDAx",
            native_id="selfsched/VVVJbnZlbnRlZDAx",
            canonical_url="https://calendar.google.com/calendar/selfsched?sstoken=VVVJbnZlbnRlZDAx",
            kind=Kind.OTHER,
        ),
        Example(
            url="https://calendar.app.google/aBcDeFgHiJkLmNoP1",
            native_id="app/aBcDeFgHiJkLmNoP1",
            canonical_url="https://calendar.app.google/aBcDeFgHiJkLmNoP1",
            kind=Kind.OTHER,
        ),
    ),
    not_artefacts=(
        "https://calendar.google.com/",
        "https://calendar.google.com/calendar/u/0/r",
        "https://www.google.com/calendar/render?action=TEMPLATE&text=Meeting&dates=20260105/20260106",
        "https://calendar.google.com/calendar/embed",
        "https://calendar.google.com/calendar/ical/c_0a1b%40group.calendar.google.com/public/basic.ics",
        "https://support.google.com/calendar/answer/41207",
        "https://calendar.google.com.example.org/calendar/embed?src=c_0a1b%40group.example",
    ),
    flow=flow,
    live=Live(
        public="https://calendar.google.com/calendar/embed?src=92600p5mb857b0t0jq0f6l8vpg%40group.calendar.google.com&ctz=America/Toronto",
        missing="https://calendar.google.com/calendar/embed?src=92600p5mb857b0t0jq0f9z9zzz%40group.calendar.google.com&ctz=America/Toronto",
        source="an example in iframely's tests; met 2026-11-25",
    ),
    source=_SOURCE,
)
