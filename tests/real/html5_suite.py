"""The cases of html5lib-tests, and the share that the program's trees get right inside ``body``."""

from __future__ import annotations

import io
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import Tag
from bs4.element import Comment, Doctype, NavigableString

from crawlers.extraction.html_tree import read_html
from tests.real.beside import shared_path

_PREFIXES = {
    "http://www.w3.org/2000/svg": "svg ",
    "http://www.w3.org/1998/Math/MathML": "math ",
}
_PREFIXED = re.compile(r"(xlink|xml|xmlns):(\w+)")


@dataclass(frozen=True, kw_only=True)
class TreeCase:
    """A document, and its tree as the suite writes it."""

    file: str
    data: str
    tree: tuple[str, ...]


def tree_cases() -> Iterator[TreeCase]:
    """The whole documents of the suite, as a browser with scripts reads them.

    Left out are fragments, and what needs a script to run or to be switched off.
    """
    with tarfile.open(
        shared_path("real", "suites", "html5", "tree-construction.tar.gz")
    ) as archive:
        for member in archive.getmembers():
            stream = archive.extractfile(member)
            if (
                stream is not None
                and member.name.endswith(".dat")
                and "scripted" not in member.name
            ):
                text = io.TextIOWrapper(stream, "utf-8", newline="\n").read()
                yield from _cases(member.name, text)


def _cases(file: str, text: str) -> Iterator[TreeCase]:
    for block in re.split(r"(?:\A|\n\n)#data\n", text):
        if "#document\n" not in block or re.search(
            r"^#(?:document-fragment|script-off)", block, re.M
        ):
            continue
        data = re.split(r"(?:\A|\n)#errors(?:\n|\Z)", block)[0]
        tree = block.partition("#document\n")[2].rstrip("\n")
        lines = tuple(re.split(r"\n(?=\| )", tree))
        yield TreeCase(file=file, data=data, tree=lines)


def expected_body(case: TreeCase) -> list[str]:
    """The lines of a case's tree that stand below ``body``, its own attributes among them."""
    lines: list[str] = []
    inside = False
    for line in case.tree:
        if inside and not line.startswith("|     "):
            break
        if inside:
            lines.append(line[6:])
        inside = inside or line == "|   <body>"
    return lines


def body_of(markup: str) -> list[str]:
    """What stands below ``body`` in the program's tree, as the suite writes it."""
    soup = read_html(markup)
    body = soup.html.find("body", recursive=False) if soup.html else None
    return [*_attributes(body, ""), *_dumped(body, 0)] if isinstance(body, Tag) else []


def _dumped(parent: Tag, depth: int) -> Iterator[str]:
    """The lines of everything below a tag; what follows each other as text is one text."""
    blank = "  " * depth
    for child in parent.children:
        if isinstance(child, Tag):
            yield f"{blank}<{_PREFIXES.get(child.namespace or '', '')}{child.name}>"
            inner = depth + 1
            yield from _attributes(child, "  " * inner)
            if child.name == "template" and child.namespace is None:
                yield f"{'  ' * inner}content"
                inner += 1
            yield from _dumped(child, inner)
        elif isinstance(child, Comment):
            yield f"{blank}<!-- {child} -->"
        elif isinstance(child, NavigableString) and not isinstance(child, Doctype):
            yield f'{blank}"{child}"'


def _attributes(tag: Tag, blank: str) -> list[str]:
    return sorted(
        f'{blank}{_attribute(name, tag.namespace)}="{_value(value)}"'
        for name, value in tag.attrs.items()
    )


def _attribute(name: str, namespace: str | None) -> str:
    return _PREFIXED.sub(r"\1 \2", name) if namespace else name


def _value(value: object) -> str:
    return " ".join(value) if isinstance(value, list) else str(value)
