"""Which pictures are products: those that are made with a tool, not taken and put up; pure.

``picture_tools.toml`` lists the tools.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from crawlers.model.artefact import Artefact, Kind


@cache
def picture_tools() -> frozenset[str]:
    """The ids of the tools with which pictures are made."""
    raw = files("auditor.judging.results_visible").joinpath("picture_tools.toml").read_text("utf-8")
    return frozenset(tomllib.loads(raw)["tools"])


def is_picture(artefact: Artefact) -> bool:
    """True for a photo or a drawing; what a tool for pictures made is a product."""
    return artefact.kind is Kind.IMAGE and artefact.provider not in picture_tools()
