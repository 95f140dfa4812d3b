"""Every text that a report can say, as a gettext template for translators.

``python -m reports.sources > messages.pot`` prints it; ``pybabel update -i messages.pot -d
reports/locales -D messages`` then adds what is new to each catalogue. The texts are those of
``words`` and of the calls ``t(…)``, ``n(…)``, ``text(…)`` and ``count(…)`` in this storey.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po

from reports.i18n import messages

_FOLDERS = ("view", "formats")
_TEMPLATE = "formats/html/audit.html.j2"
_Keywords = dict[str, tuple[int, ...] | None]
_IN_MODULES: _Keywords = {"text": None, "_text": None, "count": (1, 2), "_count": (1, 2)}
_IN_TEMPLATES: _Keywords = {"t": None, "n": (1, 2)}


def template() -> Catalog:
    """All messages, without translations, in a stable order."""
    found = Catalog(project="TwinSpace Auditor", charset="utf-8")
    for text in sorted(messages.texts()):
        found.add(text, locations=[("reports/i18n/messages.py", 1)])
    for name in _modules():
        _read(found, name, "python", _IN_MODULES)
    _read(found, _TEMPLATE, "jinja2.ext:babel_extract", _IN_TEMPLATES)
    return found


def _modules() -> list[str]:
    """The modules that say something, as paths below ``reports``, in a stable order."""
    top = files("reports")
    found = [f"{folder}/{name}" for folder in _FOLDERS for name in _below(top.joinpath(folder))]
    return sorted(found)


def _below(folder: Traversable) -> Iterator[str]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from (f"{entry.name}/{name}" for name in _below(entry))
        elif entry.name.endswith(".py"):
            yield entry.name


def _read(found: Catalog, name: str, method: str, keywords: _Keywords) -> None:
    with files("reports").joinpath(*name.split("/")).open("rb") as stream:
        for line, message, comments, context in extract(method, stream, keywords):
            found.add(
                message,
                locations=[(f"reports/{name}", line)],
                auto_comments=comments,
                context=context,
            )


if __name__ == "__main__":
    write_po(sys.stdout.buffer, template(), no_location=True, sort_output=True)
