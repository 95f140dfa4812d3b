"""Compares an audit with what a case says is right; only names of the contract are read.

An expectation may name:

- ``title``, ``state``, ``complete``, ``code`` (exit code), ``pages_listed``, ``gaps``, ``files``;
- ``witness``: true where a browser must have been compared with the reading; without one, the audit
  must say that nobody compared;
- ``rubric``: the form of the label that the date of the visit asks for;
- ``said``: words, one of which the program's own output must hold;
- ``never_asked``: targets that must not be asked for;
- ``page``: pages that must be listed, with ``title``, ``state``, ``reason``, ``date``;
- ``found``: addresses that must be told, ``as`` an artefact, a link or either, with ``provider``,
  ``kind``, ``role``, ``state``;
- ``absent``: addresses that no page, artefact or link may have;
- ``never``: states that must not be said of an address, whatever it is listed as.

``by = "browser"`` marks what only a browser can know: without one it is not asked for;
``by = "reading"`` what is right where no browser looks.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

_UNRESERVED = re.compile(r"%([0-9A-Fa-f]{2})")
_PORTS = {"http": ":80", "https": ":443"}


def key(url: str) -> str:
    """An address in one spelling: RFC 3986 §6.2.2, without its fragment."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    host = parts.netloc.lower().removesuffix(_PORTS.get(parts.scheme.lower(), "-"))
    rest = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    rest = "".join(f"%{byte:02X}" if byte > 0x7E else chr(byte) for byte in rest.encode())
    return f"{parts.scheme.lower()}://{host}{_UNRESERVED.sub(_escape, rest)}"


def _escape(match: re.Match[str]) -> str:
    letter = chr(int(match[1], 16))
    return letter if re.fullmatch(r"[A-Za-z0-9._~-]", letter) else match[0].upper()


def differences(
    expect: dict[str, Any], audit: dict[str, Any], seed: str, *, browser: bool
) -> list[str]:
    """Differences between an audit and what the case expects; empty where it is right."""
    problems = [
        *_whole(expect, audit, browser=browser),
        *_pages(expect, audit, seed, browser=browser),
        *_found_problems(expect, audit, seed, browser=browser),
        *_wrong(expect, audit, seed, browser=browser),
    ]
    return list(dict.fromkeys(problems))


def _applies(entry: dict[str, Any], browser: bool) -> bool:
    return entry.get("by") in (None, "browser" if browser else "reading")


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def _whole(expect: dict[str, Any], audit: dict[str, Any], *, browser: bool) -> list[str]:
    project, coverage = audit["project"], audit["coverage"]
    problems = []
    if "title" in expect and _words(project["title"]) not in _many(expect["title"]):
        problems.append(f"project is called {_words(project['title'])!r}")
    if "state" in expect and project["state"] not in _many(expect["state"]):
        problems.append(f"project is {project['state']}")
    if "rubric" in expect and audit["assessment"]["rubric"] != expect["rubric"]:
        problems.append(f"judged by {audit['assessment']['rubric']}")
    if "complete" in expect and coverage["complete"] is not expect["complete"]:
        problems.append(f"complete is {coverage['complete']}")
    if "pages_listed" in expect and coverage["pages_listed"] not in _many(expect["pages_listed"]):
        problems.append(f"{coverage['pages_listed']} pages listed")
    reasons = {gap["reason"] for gap in coverage.get("gaps", ())}
    problems += [f"gap {gap} is not told" for gap in expect.get("gaps", ()) if gap not in reasons]
    if expect.get("witness"):
        problems += _witness(coverage, browser=browser)
    return problems


def _witness(coverage: dict[str, Any], *, browser: bool) -> list[str]:
    """A browser must have compared; where none was used, the audit says so with a null."""
    if browser:
        compared = (coverage.get("witness") or {}).get("pages")
        return [] if compared else ["no browser was held against the reading"]
    nobody = coverage.get("witness", "") is None
    return [] if nobody else ["it is not told that nobody compared"]


def _same(seed: str, wanted: Any, *addresses: str | None) -> bool:
    keys = {key(urljoin(seed, url)) for url in _many(wanted)}
    return any(key(address) in keys for address in addresses if address)


def _pages(expect: dict[str, Any], audit: dict[str, Any], seed: str, *, browser: bool) -> list[str]:
    problems = []
    for entry in expect.get("page", ()):
        if not _applies(entry, browser):
            continue
        address = _many(entry["url"])[0]
        page = next(
            (page for page in audit["pages"] if _same(seed, entry["url"], page["url"])), None
        )
        if page is None:
            problems.append(f"page {address} is not listed")
            continue
        visibility = page["visibility"]
        if "title" in entry and _words(page["title"]) not in _many(entry["title"]):
            problems.append(f"page {address} is called {_words(page['title'])!r}")
        problems += _state(entry, visibility, f"page {address}")
        if "date" in entry and not visibility["checked_at"].startswith(entry["date"]):
            problems.append(f"page {address} is dated {visibility['checked_at'][:10]}")
        if "reason" in entry and not re.search(entry["reason"], visibility["reason"]):
            problems.append(f"page {address}: reason {visibility['reason']}")
    return problems


def _state(entry: dict[str, Any], visibility: dict[str, Any], what: str) -> list[str]:
    if "state" not in entry or visibility["state"] in _many(entry["state"]):
        return []
    return [f"{what} is {visibility['state']} ({visibility['reason']})"]


def _things(audit: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        *(("artefact", thing) for thing in audit["artefacts"]),
        *(("link", thing) for thing in audit.get("links", ())),
    ]


def _is(seed: str, entry: dict[str, Any], thing: dict[str, Any]) -> bool:
    if "id" in entry and thing.get("id") in _many(entry["id"]):
        return True
    addresses = (thing["url"], thing.get("canonical_url"))
    return "url" in entry and _same(seed, entry["url"], *addresses)


def _found_problems(
    expect: dict[str, Any], audit: dict[str, Any], seed: str, *, browser: bool
) -> list[str]:
    problems = []
    for entry in expect.get("found", ()):
        if not _applies(entry, browser):
            continue
        wanted = entry.get("as", "artefact")
        name = _many(entry.get("id", entry.get("url")))[0]
        met = [(what, thing) for what, thing in _things(audit) if _is(seed, entry, thing)]
        fitting = [thing for what, thing in met if wanted in ("either", what)]
        if not fitting:
            problems.append(
                f"{name} is a {met[0][0]}, not a {wanted}" if met else f"{name} is not found"
            )
            continue
        thing = fitting[0]
        for part in ("provider", "kind", "role"):
            if part in entry and thing[part] not in _many(entry[part]):
                problems.append(f"{name}: {part} {thing[part]}")
        problems += _state(entry, thing["visibility"], name)
        labels = [_words(sighting["label"]) for sighting in thing["sightings"]]
        if "label" in entry and entry["label"] not in [*labels, _words(thing.get("title"))]:
            problems.append(f"{name}: labels {labels}")
    return problems


def _wrong(expect: dict[str, Any], audit: dict[str, Any], seed: str, *, browser: bool) -> list[str]:
    everything = [("page", page) for page in audit["pages"]] + _things(audit)
    problems = []
    for entry in expect.get("absent", ()):
        met = [
            what
            for what, thing in everything
            if _applies(entry, browser) and _is(seed, entry, thing)
        ]
        problems += [
            f"{entry.get('url', entry.get('id'))} is listed as a {what}" for what in met[:1]
        ]
    for entry in expect.get("never", ()):
        for _, thing in everything:
            state = thing["visibility"]["state"]
            if _is(seed, {"url": "-", **entry}, {"id": "", **thing}) and state in entry["states"]:
                problems.append(f"{entry.get('url', entry.get('id'))} is called {state}")
    return problems
