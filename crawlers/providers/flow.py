"""The common flow: how one artefact's answers become a verdict; pure.

Order of tests: the provider's oEmbed answer if it has one, then the page (redirect target,
walls, the provider's markers), then a second look before anything is called removed. Where the
signs do not suffice the verdict is ``undetermined``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from urllib.parse import quote

from crawlers.model import Artefact, Capture, Reason, State, Visibility
from crawlers.providers.base import Answer, Flow, Marker, Probe, Provider
from crawlers.reading import walls
from crawlers.reading.wall_signs import login_host
from crawlers.urls import brand, host_fits, host_of, registrable, split

# A home page, also one by language.
_HOME = re.compile(r"/?(?:[a-z]{2}(?:-[a-z]{2})?/?)?", re.IGNORECASE)


def flow_of(provider: Provider, artefact: Artefact) -> Flow:
    """The flow that judges an artefact of this provider."""
    return (provider.flow or common_flow)(provider, artefact)


def common_flow(provider: Provider, artefact: Artefact) -> Flow:
    """oEmbed, page, second look. A retired service is removed whatever it answers."""
    if provider.retired:
        answer = yield Probe(url=probe_url(provider, artefact))
        return answer.capture.visibility(State.REMOVED, Reason.SERVICE_CLOSED)
    first = None
    if provider.oembed:
        first = yield Probe(url=oembed_url(provider, artefact))
        if oembed_says_public(first.capture, provider.oembed_keys):
            return first.capture.visibility(State.VISIBLE, Reason.OEMBED_ANSWER)
    verdict = yield from page_flow(provider, probe_url(provider, artefact))
    if first is None or not says_missing(provider, first) or verdict.reason not in _SILENT:
        return verdict
    second = yield Probe(url=oembed_url(provider, artefact), fresh=True)
    if oembed_says_public(second.capture, provider.oembed_keys):
        return second.capture.visibility(State.VISIBLE, Reason.OEMBED_ANSWER)
    if says_missing(provider, second):
        verdict = second.capture.visibility(State.REMOVED, Reason.NOT_FOUND)
        return together(first.capture, verdict)
    return verdict


def says_missing(provider: Provider, answer: Answer, also: tuple[int, ...] = ()) -> bool:
    """True for a plain 404 or 410 (or a status of ``also``): no failure, no wall in its name."""
    capture = answer.capture
    if capture.failure is not None or capture.status not in (404, 410, *also):
        return False
    if strayed(provider, capture):
        return False
    wall = walls.seen(capture, answer.document)
    unexplained = wall is None or wall.reason is Reason.UNEXPECTED_ANSWER
    return (unexplained and capture.status in also) or (
        wall is not None and wall.state is State.REMOVED
    )


# Reasons of a page that says nothing either way; then an oEmbed 404, asked twice, decides.
_SILENT = {Reason.NO_PUBLIC_SIGN, Reason.NEEDS_BROWSER}


def together(first: Capture, second: Visibility) -> Visibility:
    """A verdict that rests on two answers: their attempts and their evidence."""
    return second.model_copy(
        update={
            "attempts": first.attempts + second.attempts,
            "evidence": (*first.record_ids, *second.evidence),
        }
    )


def doubted(verdict: Visibility, *states: State) -> Visibility:
    """A verdict, or ``undetermined`` where the provider gives strangers this state for other ends.

    Some ask every robot to log in, some answer 404 for what is merely not public.
    """
    if verdict.state not in states:
        return verdict
    open_state = {"state": State.UNDETERMINED, "reason": Reason.NO_PUBLIC_SIGN}
    return verdict.model_copy(update=open_state)


def page_flow(provider: Provider, url: str) -> Flow:
    """Opens one address and judges it; asks again before it says ``removed``."""
    return settled(url, partial(judge, provider))


def settled(url: str, verdict_of: Callable[[Answer], Visibility]) -> Flow:
    """The verdict on one address; ``removed`` only when a second, fresh look says so too."""
    answer = yield Probe(url=url)
    verdict = verdict_of(answer)
    if verdict.state is not State.REMOVED:
        return verdict
    second = verdict_of((yield Probe(url=url, fresh=True)))
    return together(answer.capture, second) if second.state is State.REMOVED else second


def probe_url(provider: Provider, artefact: Artefact) -> str:
    """The address to open for an artefact."""
    return _filled(provider.probe, artefact)


def look_url(provider: Provider, artefact: Artefact) -> str:
    """The address that a browser opens for an artefact."""
    return _filled(provider.eyes_at or provider.probe, artefact)


def _filled(template: str, artefact: Artefact) -> str:
    return template.format(
        native_id=artefact.native_id,
        canonical_url=artefact.canonical_url,
        url=artefact.url,
        quoted_url=quote(artefact.canonical_url, safe=""),
    )


def oembed_url(provider: Provider, artefact: Artefact) -> str:
    """The oEmbed request for an artefact."""
    return provider.oembed.format(url=quote(artefact.canonical_url, safe=""))


def oembed_says_public(capture: Capture, keys: tuple[str, ...] = ()) -> bool:
    """True for a 200 answer that is an oEmbed document with all of ``keys`` (or html or title).

    The body is parsed, since an error text may come with status 200 (YouTube, 2020).
    """
    if not capture.ok or capture.failure is not None:
        return False
    try:
        found = json.loads(capture.body)
    except (ValueError, RecursionError):
        return False
    if not isinstance(found, dict) or _tells_an_error(found):
        return False
    if keys:
        return all(found.get(key) for key in keys)
    return any(isinstance(found.get(key), str) and found[key] for key in ("html", "title"))


def _tells_an_error(found: dict[str, object]) -> bool:
    """True for a document about a failure: it may have a title too ("Service Unavailable")."""
    if found.get("error") or found.get("errors"):
        return True
    told = (found.get(name) for name in ("status", "code"))
    return any(isinstance(number, int) and number >= 400 for number in told)


def judge(provider: Provider, answer: Answer) -> Visibility:
    """The verdict that one answer allows.

    Strong signs decide in this order: no answer, bot and consent walls, the provider's seen
    markers, generic walls. Two inferred markers that agree are worth a seen one; a lone one
    makes the answer undetermined. A sign of being shown counts for nothing on a log-in form,
    behind a redirect to a log-in, or on the home page that the visitor was sent to instead.
    """
    capture, document = answer.capture, answer.document
    wall = walls.seen(capture, document)
    if wall is not None and wall.state is State.UNDETERMINED and wall.reason not in _EXPLAINABLE:
        return capture.visibility(wall.state, wall.reason)
    if strayed(provider, capture):
        return capture.visibility(State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)
    elsewhere = sent_home(capture) or (wall is not None and wall.reason in _OVERRULING)
    hits = [
        marker
        for marker in provider.markers
        if marker_fits(marker, answer) and not (elsewhere and marker.state is State.VISIBLE)
    ]
    strong = next((marker for marker in hits if not marker.inferred), None)
    if strong is not None:
        return capture.visibility(strong.state, strong.reason)
    if wall is not None:
        return capture.visibility(wall.state, wall.reason)
    if elsewhere:
        return capture.visibility(State.UNDETERMINED, Reason.NO_PUBLIC_SIGN)
    return _weigh(provider, answer, hits)


def _weigh(provider: Provider, answer: Answer, hits: list[Marker]) -> Visibility:
    """The verdict of a page without walls, from inferred markers alone."""
    capture = answer.capture
    states = {marker.state for marker in hits}
    shown = State.VISIBLE in states or provider.page_proves
    if shown and provider.hosts and not speaks_of_it(answer):
        return capture.visibility(State.UNDETERMINED, Reason.NO_PUBLIC_SIGN)
    if answer.document is not None and walls.titled(answer.document):
        return capture.visibility(State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)
    if len(hits) > 1 and len(states) == 1:
        return capture.visibility(hits[0].state, hits[0].reason)
    if states & _CLOSED:
        # One sign that the thing is there, behind a door: then no oEmbed 404 may call it removed.
        return capture.visibility(State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)
    if not provider.page_proves:
        # A 200 page without a wall is a first sign; an inferred sign of being shown agrees.
        if states == {State.VISIBLE}:
            return capture.visibility(State.VISIBLE, hits[0].reason)
        return capture.visibility(State.UNDETERMINED, Reason.NEEDS_BROWSER)
    if states - {State.VISIBLE} or not document_says_something(answer):
        return capture.visibility(State.UNDETERMINED, Reason.NO_PUBLIC_SIGN)
    return capture.visibility(State.VISIBLE, Reason.CONTENT_SHOWN)


def look(provider: Provider, answer: Answer, *, whole: bool) -> Visibility:
    """The verdict on a page as a browser shows it: by the provider's ``eyes``, then as any page.

    Where not everything came (``whole`` is false) only what is seen counts: nothing that is missing
    is called so.
    """
    seeing = replace(provider, markers=(*provider.eyes, *provider.markers))
    verdict = judge(seeing, answer)
    if verdict.visible or (whole and not verdict.undetermined):
        return verdict
    if verdict.undetermined and verdict.reason is not Reason.NEEDS_BROWSER:
        return verdict
    return answer.capture.visibility(State.UNDETERMINED, Reason.NO_PUBLIC_SIGN)


# States of a thing that is there and is not shown.
_CLOSED = frozenset({State.LOGIN_REQUIRED, State.PERMISSION_REQUIRED, State.EMPTY})
# A refusal that a provider's own marker may explain.
_EXPLAINABLE = {Reason.REFUSED_UNEXPLAINED, Reason.UNEXPECTED_ANSWER, Reason.NEEDS_BROWSER}
# Walls that no sign of being shown can outweigh: the page belongs to the log-in.
_OVERRULING = {Reason.LOGIN_REDIRECT, Reason.LOGIN_FORM, Reason.PASSWORD_ASKED}


def sent_home(capture: Capture) -> bool:
    """True when a deeper address ended on the home page of the same domain.

    A number in the query (``/?p=12``) is as deep as a path.
    """
    asked, shown = split(capture.url), split(capture.final_url)
    if asked is None or shown is None or shown.query or _HOME.fullmatch(shown.path) is None:
        return False
    same = registrable(asked.hostname or "") == registrable(shown.hostname or "")
    deeper = _HOME.fullmatch(asked.path) is None or re.search(r"\d", asked.query) is not None
    return same and deeper and (asked.path, asked.query) != (shown.path, shown.query)


def strayed(provider: Provider, capture: Capture) -> bool:
    """True when an answer comes from somebody else's host, which knows nothing of the thing.

    A lapsed domain, a filter or a portal answers there. Hosts of the tool, those of the asked
    name under other endings, and hosts where people sign in belong to it; tools that owners
    may give a domain of their own (``own_domains``) may lead anywhere.
    """
    asked, final = host_of(capture.url), host_of(capture.final_url)
    if not provider.hosts or "*" in provider.hosts or provider.own_domains or asked == final:
        return False
    if brand(final) == brand(asked) or any(host_fits(final, host) for host in provider.hosts):
        return False
    return not any(login_host(url) for url in (capture.final_url, *capture.redirects))


def speaks_of_it(answer: Answer) -> bool:
    """True when a page names what was asked for: to machines, or by its address or its id.

    A notice that stands in for the page (maintenance, an error with status 200, in any language)
    has a title and a text too, but says nothing of the thing.
    """
    document = answer.document
    if document is not None and any(document.meta(name) for name in _SELF):
        return True
    body = answer.capture.body.decode("utf-8", "replace").lower()
    name = _own_name(answer.capture.url)
    return bool(name) and name in body


_SELF = ("og:title", "og:url", "twitter:title")
_SHORT = 4  # characters; anything shorter stands in any page


def _own_name(url: str) -> str:
    """The part of an address that most likely names a thing.

    The longest with a digit in it, of path and query; else the longest there; else the sub-domain.
    """
    parts = split(url.lower())
    if parts is None:
        return ""
    host = parts.hostname or ""
    pieces = re.split(r"[/=&?]", f"{parts.path}&{parts.query}")
    above = host.removesuffix(registrable(host)).split(".")
    numbered = [piece for piece in pieces if re.search(r"\d", piece)]
    chosen = (numbered, pieces, above)
    return next(
        (name for row in chosen if len(name := max(row, key=len, default="")) >= _SHORT), ""
    )


def document_says_something(answer: Answer) -> bool:
    """True when an HTML page is more than an empty shell: a title and a text, picture or frame."""
    document = answer.document
    if document is None or not (document.title or document.meta("og:title")):
        return False
    return (
        document.words > 0 or document.soup.find(["img", "iframe", "video", "canvas"]) is not None
    )


def marker_fits(marker: Marker, answer: Answer) -> bool:
    """True when a marker's pattern is found where it looks, at a status it speaks of."""
    status = answer.capture.status or 0
    if status not in marker.status if marker.status else not 200 <= status < 300:
        return False
    if marker.where == "element":
        return answer.document is not None and answer.document.shows(marker.pattern)
    return marker.compiled.search(_place(marker.where, answer)) is not None


def _place(where: str, answer: Answer) -> str:
    capture, document = answer.capture, answer.document
    kind, _, name = where.partition(":")
    match kind:
        case "header":
            return capture.header(name)
        case "final_url":
            return capture.final_url if capture.final_url != capture.url else ""
        case "body":
            return capture.body.decode("utf-8", "replace")
        case "title":
            return document.title if document else ""
        case "text":
            return document.text if document else ""
        case "meta":
            return document.meta(name) if document else ""
    raise ValueError(f"unknown place of a marker: {where}")
