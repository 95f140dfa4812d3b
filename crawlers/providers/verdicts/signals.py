"""Signals of a provider in an answer, and how they are weighed with the general walls; pure."""

from __future__ import annotations

import re
from dataclasses import replace

from crawlers.detection import walls
from crawlers.detection.wall_signs import is_login_host
from crawlers.model.capture import Capture
from crawlers.model.verdict import Failure, Reason, State, Visibility
from crawlers.providers.engine.schema import Provider, Signal
from crawlers.providers.verdicts.protocol import Answer
from crawlers.urls.parts import brand, host_fits, host_of, registrable, split

# A home page, also one by language.
_HOME = re.compile(r"/?(?:[a-z]{2}(?:-[a-z]{2})?/?)?", re.IGNORECASE)
# States of a thing that is there and is not shown.
_CLOSED = frozenset({State.LOGIN_REQUIRED, State.PERMISSION_REQUIRED, State.EMPTY})
# A refusal that a provider's own signal may explain.
_EXPLAINABLE = {Reason.REFUSED_UNEXPLAINED, Reason.UNEXPECTED_ANSWER, Reason.NEEDS_BROWSER}
# Walls that no sign of being shown can outweigh: the page belongs to the log-in.
_OVERRULING = {Reason.LOGIN_REDIRECT, Reason.LOGIN_FORM, Reason.PASSWORD_ASKED}
_SELF = ("og:title", "og:url", "twitter:title")
_SHORT = 4  # characters; anything shorter stands in any page


def judge_answer(provider: Provider, answer: Answer) -> Visibility:
    """The verdict that one answer allows.

    Strong signs decide in this order: no answer, bot and consent walls, the provider's seen
    signals, generic walls. Two inferred signals that agree are worth a seen one; a lone one
    makes the answer undetermined. A sign of being shown counts for nothing on a log-in form,
    behind a redirect to a log-in, or on the home page that the visitor was sent to instead.
    """
    capture, document = answer.capture, answer.document
    wall = walls.detect_wall(capture, document)
    if (forbidden := _target_of_robots(provider, answer)) is not None:
        return capture.visibility(forbidden.state, forbidden.reason)
    if wall is not None and wall.state is State.UNDETERMINED and wall.reason not in _EXPLAINABLE:
        return capture.visibility(wall.state, wall.reason)
    if is_foreign_host(provider, capture):
        return capture.visibility(State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)
    elsewhere = is_redirected_home(capture) or (wall is not None and wall.reason in _OVERRULING)
    hits = [
        signal
        for signal in provider.all_signals
        if signal_fits(signal, answer) and not (elsewhere and signal.state is State.VISIBLE)
    ]
    strong = next((signal for signal in hits if not signal.inferred), None)
    if strong is not None:
        return capture.visibility(strong.state, strong.reason)
    if wall is not None and wall.state is State.REMOVED and _is_own_page(answer):
        return capture.visibility(State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)
    if wall is not None:
        return capture.visibility(wall.state, wall.reason)
    if elsewhere:
        return capture.visibility(State.UNDETERMINED, Reason.NO_PUBLIC_SIGN)
    return _weigh(provider, answer, hits)


def _weigh(provider: Provider, answer: Answer, hits: list[Signal]) -> Visibility:
    """The verdict of a page without walls, from inferred signals alone."""
    capture = answer.capture
    states = {signal.state for signal in hits}
    is_shown = State.VISIBLE in states or provider.page_proves
    if answer.document is not None and walls.has_wall_title(answer.document):
        return capture.visibility(State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)
    if is_shown and provider.hosts and not mentions_resource(answer):
        return capture.visibility(State.UNDETERMINED, Reason.NO_PUBLIC_SIGN)
    if len(hits) > 1 and len(states) == 1:
        return capture.visibility(hits[0].state, hits[0].reason)
    if states & _CLOSED:
        # One sign that the thing exists but is closed: an oEmbed 404 must not call it removed.
        return capture.visibility(State.UNDETERMINED, Reason.UNEXPECTED_ANSWER)
    if not provider.page_proves:
        # A 200 page without a wall is a first sign; an inferred sign of being shown agrees.
        hides = provider.written_pages and _shows_only_its_name(answer)
        if states == {State.VISIBLE} and not hides:
            return capture.visibility(State.VISIBLE, hits[0].reason)
        return capture.visibility(State.UNDETERMINED, Reason.NEEDS_BROWSER)
    if states - {State.VISIBLE} or not has_content(answer):
        return capture.visibility(State.UNDETERMINED, Reason.NO_PUBLIC_SIGN)
    return capture.visibility(State.VISIBLE, Reason.CONTENT_SHOWN)


def judge_rendered(provider: Provider, answer: Answer, *, complete: bool) -> Visibility:
    """The verdict on a page as a browser shows it: by ``rendered_signals``, then as any page.

    Where not everything came (``complete`` is false) only what is seen counts; what is
    missing proves nothing.
    """
    seeing = replace(provider, signals=(*provider.rendered_signals, *provider.signals))
    verdict = judge_answer(seeing, answer)
    if verdict.visible or (complete and not verdict.undetermined):
        return verdict
    if verdict.undetermined and verdict.reason is not Reason.NEEDS_BROWSER:
        return verdict
    return answer.capture.visibility(State.UNDETERMINED, Reason.NO_PUBLIC_SIGN)


def without_visible(provider: Provider) -> Provider:
    """The provider for a form of address whose page proves nothing by its signals."""
    others = tuple(
        signal
        for signal in provider.signals
        if signal.state is not State.VISIBLE or signal.any_form
    )
    return replace(provider, signals=others, titled_by=())


def agrees_removed(provider: Provider, answer: Answer) -> bool:
    """True when a page has a sign of removal, if only an inferred one, and none of anything else.

    Such a sign decides nothing alone; beside an oEmbed 404 it is the second one.
    """
    hits = {signal.state for signal in provider.all_signals if signal_fits(signal, answer)}
    return hits - {State.UNDETERMINED} == {State.REMOVED}


def is_titled_itself(answer: Answer) -> bool:
    """True when a page gives machines a title for the thing that is no wall's and no tool's."""
    document = answer.document
    if document is None or not answer.capture.ok or walls.has_wall_title(document):
        return False
    titles = {document.meta(name).strip() for name in ("og:title", "twitter:title")} - {""}
    site = document.meta("og:site_name").strip().lower()
    tool = brand(host_of(answer.capture.final_url))
    return any(not _is_of_tool(title.lower(), (site, tool)) for title in titles)


def _is_of_tool(title: str, names: tuple[str, ...]) -> bool:
    """True for a title that begins with a name of the tool ("Padlet: a board for all")."""
    return any(name and title.startswith(name) for name in names)


def _is_own_page(answer: Answer) -> bool:
    """True for a "not found" whose page names the thing: by a title, and by its own address."""
    document = answer.document
    if document is None or walls.has_wall_title(document) or not document.meta("og:title"):
        return False
    name = _own_name(answer.capture.url)
    address = document.meta("og:url").lower()
    return bool(name) and bool(document.meta("og:image")) and name in address


def _target_of_robots(provider: Provider, answer: Answer) -> Signal | None:
    """The seen signal of an address that a redirect leads to and that robots.txt closes.

    Where the visitor is sent is known although nobody opens it (WordPress.com's "/typo/").
    """
    if answer.capture.failure is not Failure.ROBOTS_DISALLOWED:
        return None
    known = (
        signal for signal in provider.signals if signal.where == "final_url" and not signal.inferred
    )
    place = _place("final_url", answer)
    return next((signal for signal in known if place and signal.occurs_in(place)), None)


def _shows_only_its_name(answer: Answer) -> bool:
    """True for a page on which a visitor reads nothing but the title that it has anyway."""
    document = answer.document
    if document is None or document.soup.find(["img", "video", "canvas"]) is not None:
        return False
    text = " ".join(document.text.split())
    return text in {"", document.title.strip(), document.meta("og:title").strip()}


def is_redirected_home(capture: Capture) -> bool:
    """True when a deeper address ended on the home page of the same domain.

    A number in the query (``/?p=12``) is as deep as a path.
    """
    start, end = split(capture.url), split(capture.final_url)
    if start is None or end is None or end.query or _HOME.fullmatch(end.path) is None:
        return False
    same = registrable(start.hostname or "") == registrable(end.hostname or "")
    deeper = _HOME.fullmatch(start.path) is None or re.search(r"\d", start.query) is not None
    return same and deeper and (start.path, start.query) != (end.path, end.query)


def is_foreign_host(provider: Provider, capture: Capture) -> bool:
    """True when an answer comes from a foreign host, which knows nothing about the thing.

    A lapsed domain, a filter or a portal answers there. Hosts of the tool, those of the asked
    name under other endings, and hosts where people sign in belong to it; tools that owners
    may give a domain of their own (``own_domains``) may lead anywhere.
    """
    first, final = host_of(capture.url), host_of(capture.final_url)
    if not provider.hosts or "*" in provider.hosts or provider.own_domains or first == final:
        return False
    if brand(final) == brand(first) or any(host_fits(final, host) for host in provider.hosts):
        return False
    return not any(is_login_host(url) for url in (capture.final_url, *capture.redirects))


def mentions_resource(answer: Answer) -> bool:
    """True when a page names what was asked for: in its metadata, or by its address or its id.

    A notice in place of the page (maintenance, an error with status 200, in any language)
    has a title and a text too, but says nothing of the thing.
    """
    document = answer.document
    if document is not None and any(document.meta(name) for name in _SELF):
        return True
    body = answer.capture.body.decode("utf-8", "replace").lower()
    name = _own_name(answer.capture.url)
    return bool(name) and name in body


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


def has_content(answer: Answer) -> bool:
    """True when an HTML page is more than an empty shell: a title and a text, picture or frame."""
    document = answer.document
    if document is None or not (document.title or document.meta("og:title")):
        return False
    return (
        document.words > 0 or document.soup.find(["img", "iframe", "video", "canvas"]) is not None
    )


def signal_fits(signal: Signal, answer: Answer) -> bool:
    """True when a signal is found where it looks, at a status it speaks of."""
    status = answer.capture.status or 0
    if status not in signal.status if signal.status else not 200 <= status < 300:
        return False
    if signal.where == "element":
        shows = answer.document.shows if answer.document is not None else None
        return shows is not None and all(shows(selector) for selector in signal.patterns)
    return signal.occurs_in(_place(signal.where, answer))


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
    raise ValueError(f"unknown place of a signal: {where}")
