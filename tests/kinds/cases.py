"""Cases: small sites, the exact bytes they answer with, and what a visitor sees there."""

from __future__ import annotations

import mimetypes
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FOLDER = HERE / "cases"
SHARED = HERE / "files"
_NUMBERS = (*range(1, 5), "4b", *range(5, 17))
KINDS = (*(f"K{number}" for number in _NUMBERS), "T1", "T2", "R1", "R2", "R3", "R4")
SEED = "{{seed}}"  # stands in files, head lines and expectations for the case's own origin
PORT = "{{port}}"  # in files: the port of that origin
_TEXT = ("text/", "application/json", "application/javascript", "image/svg+xml")
_TABLES = {
    "kind", "make", "source", "date", "confirmed", "description", "seed", "origin", "response",
    "archive", "expect", "formats",
}  # fmt: skip
_ANSWERS = {
    "path", "host", "file", "text", "encoding", "type", "status", "head", "bare", "cookie",
    "newline", "chunked", "record", "date",
}  # fmt: skip


@dataclass(frozen=True)
class Response:
    """One answer: for which request targets it is, and the bytes of its head and body."""

    paths: tuple[str, ...]
    host: str = ""  # empty: the case's own origin
    status: str = "200 OK"
    head: tuple[bytes, ...] = ()
    body: bytes = b""
    bare: bool = False  # the head is sent as it stands, nothing is added
    cookie: str = ""  # answers only requests that bring this cookie
    newline: bytes = b"\r\n"
    chunked: bool = False
    record: str = ""  # the address under which an archive holds it, where it is another
    date: str = ""  # the date of an archive's record

    def raw(self, *, body: bool = True) -> bytes:
        """The whole answer as it goes over the wire; without a body for HEAD."""
        lines = [b"HTTP/1.1 " + self.status.encode("latin-1"), *self.head]
        if self.bare:
            lines[0] = self.status.encode("latin-1")
        else:
            if not self.chunked:
                lines.append(b"Content-Length: %d" % len(self.body))
            lines.append(b"Connection: close")
        head = self.newline.join(lines) + self.newline * 2
        if not body:
            return head
        return head + (chunks(self.body) if self.chunked else self.body)


@dataclass(frozen=True)
class Case:
    """One small site with the outcome that is right."""

    folder: Path
    kind: str
    make: str
    source: str
    date: str
    description: str
    seed: str
    origin: str  # empty: the loopback server's own; else a name that its proxy answers for
    confirmed: str
    formats: tuple[str, ...]
    responses: tuple[Response, ...]
    archive: dict[str, Any] = field(default_factory=dict)
    expect: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The case's name in tables: kind and make."""
        return f"{self.kind}/{self.make}"

    @property
    def hosts(self) -> frozenset[str]:
        """The names that the case's proxy answers for."""
        own = {self.origin.partition("://")[2].partition(":")[0]} if self.origin else set()
        return frozenset(own | {answer.host for answer in self.responses if answer.host})


def chunks(body: bytes) -> bytes:
    """A body in the chunked coding, in two chunks."""
    middle = len(body) // 2
    parts = [part for part in (body[:middle], body[middle:]) if part]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def load(folder: Path, origin: str) -> Case:
    """A case, with ``origin`` written in place of its own address.

    Raises ``ValueError`` for a table that is unknown or lacks something, ``OSError`` for a file
    that is missing.
    """
    table = tomllib.loads((folder / "case.toml").read_text("utf-8"))
    unknown = set(table) - _TABLES
    if unknown:
        raise ValueError(f"{folder}: unknown keys {sorted(unknown)}")
    own = table.get("origin", "") or origin
    try:
        return Case(
            folder=folder,
            kind=table["kind"],
            make=table["make"],
            source=table["source"],
            date=str(table["date"]),
            description=table["description"].strip(),
            seed=own + table["seed"] if table["seed"].startswith("/") else table["seed"],
            origin=table.get("origin", ""),
            confirmed=table.get("confirmed", ""),
            formats=tuple(table.get("formats", ())),
            responses=tuple(_response(folder, entry, own) for entry in table["response"]),
            archive=_with_origin(table.get("archive", {}), own),
            expect=_with_origin(table["expect"], own),
        )
    except KeyError as missing:
        raise ValueError(f"{folder}: {missing} is missing") from missing


def case_folders(kind: str = "") -> list[Path]:
    """The folders of all cases, or of one kind, in the order of the kinds."""
    folders = [path.parent for path in FOLDER.glob("*/*/case.toml")]
    wanted = [path for path in folders if not kind or path.parent.name == kind]
    return sorted(wanted, key=lambda path: (KINDS.index(path.parent.name), path.name))


def _response(folder: Path, entry: dict[str, Any], origin: str) -> Response:
    unknown = set(entry) - _ANSWERS
    if unknown:
        raise ValueError(f"{folder}: unknown keys {sorted(unknown)} in a response")
    media = _media_type(entry)
    head = [_latin(line, origin) for line in entry.get("head", ())]
    if media:
        head.insert(0, b"Content-Type: " + media.encode("latin-1"))
    paths = entry["path"]
    return Response(
        paths=tuple([paths] if isinstance(paths, str) else paths),
        host=entry.get("host", ""),
        status=entry.get("status", "200 OK"),
        head=tuple(head),
        body=_body(folder, entry, media, origin),
        bare=entry.get("bare", False),
        cookie=entry.get("cookie", ""),
        newline=entry.get("newline", "\r\n").encode(),
        chunked=entry.get("chunked", False),
        record=entry.get("record", ""),
        date=entry.get("date", ""),
    )


def _media_type(entry: dict[str, Any]) -> str:
    """The type as the case says it (empty: none is sent), else by the file's name."""
    if "type" in entry or entry.get("bare"):
        return str(entry.get("type", ""))
    name = entry.get("file", "")
    guess = mimetypes.guess_type(name)[0] if name else "text/html"
    kind = guess or "application/octet-stream"
    return f"{kind}; charset={entry.get('encoding', 'utf-8')}" if _is_text(kind) else kind


def _is_text(media: str) -> bool:
    return media.startswith(_TEXT)


def _body(folder: Path, entry: dict[str, Any], media: str, origin: str) -> bytes:
    """The bytes of the body; texts lie in UTF-8 and are sent in the encoding that is named."""
    if "text" in entry:
        content = str(entry["text"]).encode()
    elif "file" in entry:
        path = folder / entry["file"]
        content = (path if path.exists() else SHARED / entry["file"]).read_bytes()
    else:
        return b""
    coded = any(line.casefold().startswith("content-encoding") for line in entry.get("head", ()))
    if coded or not (_is_text(media) or "encoding" in entry or "text" in entry):
        return content
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return content  # a picture that is sent as a text, or bytes that are not UTF-8 on purpose
    text = text.replace(SEED, origin).replace(PORT, origin.rpartition(":")[2])
    return text.encode(entry.get("encoding", "utf-8"))


def _latin(line: str, origin: str) -> bytes:
    """A head line as bytes: one character is one byte."""
    return line.replace(SEED, origin).encode("latin-1")


def _with_origin(value: Any, origin: str) -> Any:
    """A table with the case's own address in its places."""
    if isinstance(value, str):
        return value.replace(SEED, origin)
    if isinstance(value, list):
        return [_with_origin(item, origin) for item in value]
    if isinstance(value, dict):
        return {key: _with_origin(item, origin) for key, item in value.items()}
    return value
