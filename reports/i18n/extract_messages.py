"""All texts that a report can contain, as a gettext template for translators.

``python -m reports.i18n.extract_messages > messages.pot`` prints it; ``pybabel update -i
messages.pot -d reports/locales -D messages`` then adds new texts to each catalogue. The texts are
those of ``messages`` and ``terminal`` in ``reports.i18n``, and of the calls ``text(…)`` and
``count(…)`` in ``reports.view`` and ``reports.formats`` (``t(…)`` and ``n(…)`` in the template).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po

from reports.i18n import messages, terminal

_FOLDERS = ("view", "formats")
_TEMPLATE = "formats/html/audit.html.j2"
_Keywords = dict[str, tuple[int, ...] | None]
_IN_MODULES: _Keywords = {"text": None, "_text": None, "count": (1, 2), "_count": (1, 2)}
_IN_TEMPLATES: _Keywords = {"t": None, "n": (1, 2)}


def template() -> Catalog:
    """All messages, without translations, in a stable order."""
    catalogue = Catalog(project="TwinSpace Auditor", charset="utf-8")
    for module, texts in (("messages", messages.texts()), ("terminal", terminal.texts())):
        for text in sorted(texts):
            catalogue.add(text, locations=[(f"reports/i18n/{module}.py", 1)])
    for name in _modules():
        _read(catalogue, name, "python", _IN_MODULES)
    _read(catalogue, _TEMPLATE, "jinja2.ext:babel_extract", _IN_TEMPLATES)
    return catalogue


def _modules() -> list[str]:
    """The modules that contain texts, as paths below ``reports``, in a stable order."""
    top = files("reports")
    paths = [f"{folder}/{name}" for folder in _FOLDERS for name in _below(top.joinpath(folder))]
    return sorted(paths)


def _below(folder: Traversable) -> Iterator[str]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from (f"{entry.name}/{name}" for name in _below(entry))
        elif entry.name.endswith(".py"):
            yield entry.name


def _read(catalogue: Catalog, name: str, method: str, keywords: _Keywords) -> None:
    with files("reports").joinpath(*name.split("/")).open("rb") as stream:
        for line, message, comments, context in extract(method, stream, keywords):
            catalogue.add(
                message,
                locations=[(f"reports/{name}", line)],
                auto_comments=comments,
                context=context,
            )


if __name__ == "__main__":
    write_po(sys.stdout.buffer, template(), no_location=True, sort_output=True)
