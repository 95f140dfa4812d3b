"""Every text that a report can say, as a gettext template for translators.

``python -m reports.sources > messages.pot`` prints it; ``pybabel update -i messages.pot -d
reports/locales -D messages`` then adds what is new to each catalogue. The texts are those of
``words`` and of the calls ``t(…)``, ``n(…)``, ``text(…)`` and ``count(…)`` in this storey.
"""

from __future__ import annotations

import sys
from importlib.resources import files

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po

from reports import words

_MODULES = (
    "application.py",
    "changes.py",
    "items.py",
    "method.py",
    "overview.py",
    "plates.py",
    "tasks.py",
    "view.py",
    "formats/docx.py",
)
_TEMPLATE = "audit.html.j2"
_Keywords = dict[str, tuple[int, ...] | None]
_IN_MODULES: _Keywords = {"text": None, "_text": None, "count": (1, 2), "_count": (1, 2)}
_IN_TEMPLATES: _Keywords = {"t": None, "n": (1, 2)}


def template() -> Catalog:
    """All messages, without translations, in a stable order."""
    found = Catalog(project="TwinSpace Auditor", charset="utf-8")
    for text in sorted(words.texts()):
        found.add(text, locations=[("reports/words.py", 1)])
    for name in _MODULES:
        _read(found, name, "python", _IN_MODULES)
    _read(found, f"templates/{_TEMPLATE}", "jinja2.ext:babel_extract", _IN_TEMPLATES)
    return found


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
