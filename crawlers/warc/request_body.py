"""The body of a request as a query, so that an index can tell the answers of one address apart.

After https://specs.webrecorder.net/request-body-canonicalization/latest/ (read 2026-11-30).
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.utils import collapse_rfc2231_value
from urllib.parse import unquote_plus, urlencode

_MOST = 4096  # characters of a query, as other indexers have it


def body_query(media_type: str, body: bytes) -> str:
    """Give the body of a POST or PUT as a query of at most 4,096 characters.

    Forms and JSON give their fields, JSON that cannot be read gives none. Any other body, and one
    that is not what its media type says, is one field ``__wb_post_data`` in base64.
    """
    kind = media_type.partition(";")[0].strip().lower()
    try:
        query = _fields(kind, media_type, body)
    except (ValueError, RecursionError):
        query = "" if kind == "application/json" else None
    if query is None:
        query = f"__wb_post_data={base64.b64encode(body).decode()}"
    return query[:_MOST]


def _fields(kind: str, media_type: str, body: bytes) -> str | None:
    """The fields of a body as a query; None for a kind of body that has none."""
    if kind == "application/x-www-form-urlencoded":
        return unquote_plus(body.decode())
    if kind.startswith("multipart/"):
        return _multipart(media_type, body)
    if kind in ("application/json", "text/plain"):
        return _json(body)
    return None


def _multipart(media_type: str, body: bytes) -> str | None:
    """The parts of a form by name; None without parts, as when the boundary is missing."""
    message = message_from_bytes(f"Content-Type: {media_type}\r\n\r\n".encode() + body)
    if not message.is_multipart():
        return None
    parts = [part for part in message.walk() if not part.is_multipart()]
    return urlencode([(_name(part), part.get_payload(decode=True)) for part in parts])


def _name(part: Message) -> str:
    name = part.get_param("name", "", "content-disposition")
    return name if isinstance(name, str) else collapse_rfc2231_value(name)


def _json(body: bytes) -> str:
    """The values by name of a JSON text, or of one per line; repeated names get a number."""
    try:
        values = [json.loads(body)]
    except json.JSONDecodeError:
        values = [json.loads(line) for line in body.splitlines()]
    fields: dict[str, str] = {}
    counts: dict[str, int] = {}
    for name, value in _leaves(values, ""):
        counts[name] = counts.get(name, 0) + 1
        fields[name if counts[name] == 1 else f"{name}.{counts[name]}_"] = value
    return urlencode(fields)


def _leaves(value: object, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, name)
    elif name:
        yield name, str(value)
