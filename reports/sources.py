"""Every source text that a report can say, for translators and their tests; pure.

Texts come from ``words``, from the glossary, and from the calls ``t(…)``, ``n(…)``,
``text(…)`` and ``count(…)`` in this storey's modules and templates.
"""

from __future__ import annotations

import ast
import re
from importlib.resources import files

from reports import view, words

_MODULES = ("view.py", "items.py")
_CALL = re.compile(r"\b([tn])\(\s*((?:\"(?:[^\"\\]|\\.)*\"\s*,?\s*)+)")
_STRING = re.compile(r"\"((?:[^\"\\]|\\.)*)\"")


def singular() -> frozenset[str]:
    """The texts that have one form."""
    found = set(words.texts() | view.glossary_texts() | view.group_titles())
    for call, strings in (*_in_templates(), *_in_modules()):
        if call in ("t", "text"):
            found.add(strings[0])
    return frozenset(found)


def plural() -> frozenset[tuple[str, str]]:
    """The texts with a form for one and a form for many."""
    calls = (*_in_templates(), *_in_modules())
    return frozenset((s[0], s[1]) for call, s in calls if call in ("n", "count"))


def _in_templates() -> list[tuple[str, list[str]]]:
    text = files("reports").joinpath("templates", "audit.html.j2").read_text("utf-8")
    return [(m[1], _STRING.findall(m[2])) for m in _CALL.finditer(text)]


def _in_modules() -> list[tuple[str, list[str]]]:
    found = []
    for name in _MODULES:
        tree = ast.parse(files("reports").joinpath(name).read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (strings := _constants(node)):
                found.append((_name(node.func), strings))
    return found


def _constants(node: ast.Call) -> list[str]:
    return [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
