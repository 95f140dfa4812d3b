"""Shortens the published oEmbed registry: ``python -m tests.providers.refresh_oembed_registry DIR``.

``DIR`` is the unpacked npm package ``oembed-providers`` (MIT); the short form goes to stdout; it is
``crawlers/providers/verdicts/oembed/oembed.json``.
Nothing is fetched here.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


def shorten(providers: Sequence[Mapping[str, Any]], version: str) -> str:
    """The registry with name, schemes and endpoint only, one endpoint per line.

    Endpoints without schemes (found by discovery only) and those that speak no JSON are left out.
    """
    rows = [
        {"name": provider["provider_name"], "endpoint": end["url"], "schemes": end["schemes"]}
        for provider in providers
        for end in provider["endpoints"]
        if end.get("schemes") and "json" in end.get("formats", ["json"])
    ]
    source = json.dumps(f"npm oembed-providers {version}, MIT, github.com/iamcal/oembed")
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f'{{"source": {source}, "entries": [\n{lines}\n]}}\n'


def main(folder: Path) -> str:
    """The short form of an unpacked package."""
    package = json.loads((folder / "package.json").read_text("utf-8"))
    providers = json.loads((folder / "providers.json").read_text("utf-8"))
    return shorten(providers, package["version"])


if __name__ == "__main__":
    sys.stdout.buffer.write(main(Path(sys.argv[1])).encode("utf-8"))
