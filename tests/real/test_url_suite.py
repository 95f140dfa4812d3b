"""The program's addresses against the WHATWG URL test data (web-platform-tests)."""

from __future__ import annotations

import json
import re
from typing import Any

from crawlers.urls.canonical import absolute, tidy
from crawlers.urls.parts import split
from tests.real.beside import shared_path

# Browsers take it for a host; nobody can have registered it.
NO_HOSTS = {"!\"$&'()*+,-.;=_`{}~"}


def suite_cases() -> list[dict[str, Any]]:
    """The cases whose base is a web address or none."""
    rows = json.loads(shared_path("real", "suites", "url", "urltestdata.json").read_text("utf-8"))
    cases = [row for row in rows if isinstance(row, dict) and "relativeTo" not in row]
    return [case for case in cases if not case["base"] or split(case["base"])]


def expected(case: dict[str, Any]) -> str | None:
    """The address of a case, without what the program leaves out by design; None for no web page.

    These are user names, passwords, dots that close a host, and port 0, on which nobody listens.
    """
    if case.get("failure") or case["protocol"] not in ("http:", "https:") or case["port"] == "0":
        return None
    host = case["hostname"].rstrip(".")
    if not host or host in NO_HOSTS:
        return None
    port = f":{case['port']}" if case["port"] else ""
    return re.sub(r"//[^/]*", lambda _: f"//{host}{port}", case["href"], count=1)


def resolved(case: dict[str, Any]) -> str | None:
    return absolute(case["base"] or "", case["input"])


def test_every_case_is_resolved_as_browsers_do() -> None:
    cases = suite_cases()
    assert len(cases) > 500
    wrong = [
        (case["input"], case["base"], resolved(case), expected(case))
        for case in cases
        if resolved(case) != expected(case)
    ]
    assert wrong == []


def test_what_came_out_stays_as_it_is() -> None:
    urls = [url for case in suite_cases() if (url := resolved(case))]
    assert [(url, tidy(url)) for url in urls if tidy(url) != url] == []
