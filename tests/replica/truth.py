"""The ground truth: what a careful visitor would find, computed from the pages' own pieces.

``python -m tests.replica.truth`` writes it beside this file; a test holds both together.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from tests.replica.sites import esep, legacy, plain
from tests.replica.sites.site import Project, SitePage
from tests.replica.things import THINGS

FOLDER = Path(__file__).parent / "truth"
PROJECTS: tuple[Project, ...] = (*esep.PROJECTS, *legacy.PROJECTS, *plain.PROJECTS)
# What the archive did not keep cannot be known from it.
_NOT_KEPT = {"river-lost", "river-private"}


def _page(page: SitePage) -> dict[str, str]:
    verdict = {"state": page.state, "section": page.section}
    return verdict | ({"reason": page.reason} if page.reason else {})


def _artefact(project: Project, key: str, count: int, embeds: Counter[str]) -> dict[str, Any]:
    thing = THINGS[key]
    archived = project.name == "legacy_archived"
    unknown = archived and key in _NOT_KEPT
    state = "undetermined" if unknown else thing.state
    reason = "not_recorded" if unknown else thing.reason
    name = "canonical_url" if thing.ident.startswith("http") else "native_id"
    found: dict[str, Any] = {
        "provider": thing.provider,
        "kind": thing.kind,
        name: thing.ident,
        "state": state,
    }
    if reason:
        found["reason"] = reason
    found["sightings"] = count
    if embeds and not archived:
        found["embed"] = {name: embeds[name] for name in ("shown", "blocked", "needs_consent")}
    return found


def truth(project: Project) -> dict[str, Any]:
    """The truth about one project as its JSON file says it."""
    counts: Counter[str] = Counter()
    embeds: dict[str, Counter[str]] = {}
    for page in project.pages:
        for sight in (sight for piece in page.pieces for sight in piece.sights):
            counts[sight.thing] += 1
            if sight.embed:
                embeds.setdefault(sight.thing, Counter())[sight.embed] += 1
    return {
        "seed": project.seed,
        "platform": project.platform,
        "id": project.ident,
        "title": project.title,
        "state": project.state,
        "layout_known": project.layout_known,
        "pages": {project.address(page.path): _page(page) for page in project.pages},
        "artefacts": [
            _artefact(project, key, count, embeds.get(key, Counter()))
            for key, count in sorted(counts.items())
        ],
    }


def written(project: Project) -> str:
    return json.dumps(truth(project), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for each in PROJECTS:
        (FOLDER / f"{each.name}.json").write_text(written(each), encoding="utf-8")
