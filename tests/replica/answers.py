"""Requests and answers of the replica, and short ways to write an answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlsplit

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Answer:
    """One answer; ``delay`` in seconds, ``drop`` closes the connection, ``stall`` never answers."""

    status: int
    headers: Headers
    body: bytes
    delay: float = 0.0
    drop: bool = False
    stall: bool = False

    def having(self, *headers: tuple[str, str]) -> Answer:
        """The same answer with more headers."""
        return replace(self, headers=(*self.headers, *headers))


@dataclass(frozen=True)
class Ask:
    """One request; ``earlier`` counts the requests for the same address before it."""

    url: str
    earlier: int = 0

    @property
    def host(self) -> str:
        return (urlsplit(self.url).hostname or "").rstrip(".")

    @property
    def path(self) -> str:
        return urlsplit(self.url).path or "/"

    @property
    def query(self) -> dict[str, str]:
        parts = parse_qs(urlsplit(self.url).query, keep_blank_values=True)
        return {name: values[0] for name, values in parts.items()}


Handler = Callable[[Ask], Answer]


def html(page: str, status: int = 200) -> Answer:
    return Answer(status, (("content-type", "text/html; charset=UTF-8"),), page.encode())


def file(body: bytes, media_type: str) -> Answer:
    return Answer(200, (("content-type", media_type),), body)


def text(body: str, status: int = 200) -> Answer:
    return Answer(status, (("content-type", "text/plain; charset=utf-8"),), body.encode())


def data(value: object, status: int = 200) -> Answer:
    return Answer(status, (("content-type", "application/json"),), json.dumps(value).encode())


def to(address: str, status: int = 302) -> Answer:
    return Answer(status, (("location", address), ("content-type", "text/html")), b"")


def simple(title: str, body: str = "", status: int = 200, head: str = "") -> Answer:
    """A small page of no particular site."""
    return html(
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}'
        f"</head><body><h1>{title}</h1>{body}</body></html>",
        status,
    )


def forbidden() -> Answer:
    """What a bare web server says, without a word on why."""
    return html(
        "<html><head><title>403 Forbidden</title></head><body><center>"
        "<h1>403 Forbidden</h1></center><hr><center>nginx</center></body></html>",
        403,
    )


def challenge() -> Answer:
    """A Cloudflare challenge: it stops programs, and says nothing about people."""
    body = "<p>Enable JavaScript and cookies to continue</p>"
    return simple("Just a moment...", body, 403).having(
        ("cf-mitigated", "challenge"), ("server", "cloudflare")
    )


def login(service: str = "EU Login") -> Answer:
    """A login page that answers 200."""
    form = (
        '<form method="post" action="/login"><label>Enter your e-mail address or unique '
        'identifier <input type="email" name="username"></label><label>Password <input '
        'type="password" name="password"></label><button>Sign in</button></form>'
    )
    return simple(f"{service} - Sign in", form)


DROP = Answer(0, (), b"", drop=True)
STALL = Answer(0, (), b"", stall=True)
