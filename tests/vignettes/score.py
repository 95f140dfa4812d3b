"""What the program says of the vignettes and of the replica beside what the reviewer said.

``python -m tests.vignettes.score [--case NAME] [--replica]``

Prints every difference, then how many of the vignettes come out as written: in the outcome, and in
everything. Ends with 1 where anything differs.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from auditor.judging import rubric
from auditor.judging.assess import assess
from crawlers.model.inventory import Inventory
from tests.vignettes.build import RUBRICS, Vignette, vignettes

REPLICA: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("replica.toml").read_text("utf-8")
)
_KEY = "results_visible"
_PRODUCTS = {
    "visible": "products_visible",
    "total": "products",
    "undetermined": "products_undetermined",
}
_PICTURES = {"visible": "pictures_visible", "total": "pictures"}


def judged(inventory: Inventory, rubric_id: str) -> dict[str, Any]:
    """The item on visible results as ``audit.json`` writes it."""
    items = assess(rubric.load(rubric_id), inventory).items
    return next(item for item in items if item.key == _KEY).model_dump(mode="json")


def differences(vignette: Vignette, rubric_id: str) -> dict[str, str]:
    """By field what the program says otherwise than the reviewer; empty where they agree."""
    expected = vignette.expected(rubric_id)
    item = judged(vignette.inventory, rubric_id)
    rows = _plain_differences(expected, item, vignette.names)
    return rows | _least_differences(expected, item.get("least_change"), vignette.names)


def _plain_differences(
    expected: Mapping[str, Any], item: Mapping[str, Any], names: Mapping[str, str]
) -> dict[str, str]:
    numbers = item["numbers"]
    said = {
        "outcome": item["outcome"],
        "reason": item["reason"],
        "products": {name: numbers.get(key) for name, key in _PRODUCTS.items()},
        "pictures": {name: numbers.get(key) for name, key in _PICTURES.items()},
        "named": sorted(names.get(part, part) for part in item.get("named", ())),
    }
    hoped = dict(expected) | {"named": sorted(expected.get("named", ()))}
    return {
        field: f"{value}, should be {hoped[field]}"
        for field, value in said.items()
        if field in expected and value != hoped[field]
    }


def _least_differences(
    expected: Mapping[str, Any], least: Mapping[str, Any] | None, names: Mapping[str, str]
) -> dict[str, str]:
    """What differs in the least change; nothing is asked where the reviewer said nothing of it."""
    if expected["outcome"] == "passed":
        return {"least": f"{least}, should be none"} if least else {}
    asked = {"least", "least_from", "least_has", "least_size"} & set(expected)
    if not asked:
        return {}
    if not least:
        return {"least": "none is told"}
    items = {names.get(part, part) for part in least["items"]}
    rows = {}
    if least["possible"] != expected.get("possible", True):
        rows["possible"] = f"{least['possible']}, should be {expected.get('possible', True)}"
    if not _is_least(expected, items, len(least["items"])):
        wanted = {name: expected[name] for name in sorted(asked)}
        rows["least"] = f"{sorted(items)}, should be {wanted}"
    if "effort" in expected and least["effort"] != expected["effort"]:
        rows["effort"] = f"{least['effort']}, should be {expected['effort']}"
    return rows


def _is_least(expected: Mapping[str, Any], items: set[str], size: int) -> bool:
    """Whether the items are those that the reviewer names, or of the kind and number he names."""
    if "least" in expected:
        return items == set(expected["least"])
    return (
        items >= set(expected.get("least_has", ()))
        and items <= set(expected.get("least_from", items))
        and bool(items)
        and size == expected.get("least_size", size)
    )


def replica_differences(name: str, inventory: Inventory, rubric_id: str) -> dict[str, str]:
    """By field what the program says of a replica's project otherwise than the reviewer."""
    expected = REPLICA[name]
    item = judged(inventory, rubric_id)
    fields = {key: value for key, value in expected.items() if key != "named"}
    rows = _plain_differences(fields, item, {})
    if "named" in expected:
        named = [str(part) for part in item.get("named", ())]
        pairs = zip(sorted(named), sorted(expected["named"]), strict=False)
        agree = all(part.endswith(end) for part, end in pairs)
        if len(named) != len(expected["named"]) or not agree:
            rows["named"] = f"{named}, should be {expected['named']}"
    return rows


def _print(title: str, results: Iterable[tuple[str, dict[str, str]]]) -> bool:
    """Print differences and the counts; true where nothing differs."""
    pairs = list(results)
    for name, rows in pairs:
        for field, text in rows.items():
            print(f"{name}: {field} {text}")
    outcomes = sum("outcome" not in rows for _, rows in pairs)
    whole = sum(not rows for _, rows in pairs)
    print(f"{title}: outcome {outcomes} of {len(pairs)}, everything {whole} of {len(pairs)}")
    return whole == len(pairs)


def _replica_results() -> Iterable[tuple[str, dict[str, str]]]:
    from tests.replica.audits import audit_of  # the audits take seconds; only where asked for

    for name in REPLICA:
        audit = audit_of(name)
        inventory = Inventory(
            project=audit.project,
            coverage=audit.coverage,
            pages=audit.pages,
            artefacts=audit.artefacts,
            links=audit.links,
        )
        for rubric_id in RUBRICS:
            yield f"{name} {rubric_id}", replica_differences(name, inventory, rubric_id)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--case", help="the name of one vignette")
    parser.add_argument("--replica", action="store_true", help="the replica's projects too")
    options = parser.parse_args()
    chosen = [item for item in vignettes() if options.case in (None, item.name)]
    agree = _print(
        "vignettes",
        [(f"{v.name} {name}", differences(v, name)) for v in chosen for name in RUBRICS],
    )
    if options.replica:
        agree = _print("replica", _replica_results()) and agree
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main())
