"""Complete an overlay, a rubric that only says how it differs from another one; pure.

What it leaves out of an item of the base is taken from there; a new item says after which one it
stands. Title and sources are added to the base's. Its identity (id, date, source), its validity
and its points are its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict


class _Loose(BaseModel):
    """Only the keys that merging needs; the rest is validated in the whole rubric."""

    model_config = ConfigDict(extra="allow")


class _Item(_Loose):
    key: str
    after: str | None = None


class _Overlay(_Loose):
    extends: str
    title: dict[str, Any] = {}
    sources: list[Any] = []
    items: list[_Item] = []


def base_of(raw: Mapping[str, Any]) -> str:
    """The id of the rubric that an overlay extends; raises ``ValidationError`` on its shape."""
    return _Overlay.model_validate(raw).extends


def merge(
    raw: Mapping[str, Any], base: Mapping[str, Any]
) -> tuple[dict[str, Any], tuple[int | None, ...]]:
    """The overlay merged with its base, and for each item its number in the overlay, if any.

    ``raw`` has passed ``base_of``. Raises ``ValueError`` where the two do not fit.
    """
    items: Sequence[Mapping[str, Any]] = raw.get("items", [])
    numbers = {item["key"]: number for number, item in enumerate(items)}
    base_items = {item["key"]: item for item in base["items"]}
    _check_sources(items, raw.get("sources", []))
    followers = _followers(items, base_items, raw["extends"])
    order = tuple(_order_keys(base_items, followers))
    placed = frozenset(order)
    for number, item in enumerate(items):
        if item["key"] not in placed:
            raise ValueError(f"items.{number}.after: there is no item {item['after']!r}")
    merged = {
        **raw,
        "title": {**base["title"], **raw.get("title", {})},
        "sources": [*base["sources"], *raw.get("sources", [])],
        "items": [
            {
                **base_items.get(key, {}),
                **_without_place(items[numbers[key]] if key in numbers else {}),
            }
            for key in order
        ],
    }
    return merged, tuple(numbers.get(key) for key in order)


def _without_place(item: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name != "after"}


def _check_sources(items: Iterable[Mapping[str, Any]], sources: Iterable[Any]) -> None:
    """Raise ``ValueError`` when the overlay quotes a language without its own source."""
    quoted = {
        language
        for item in items
        if isinstance(item.get("wording"), dict)
        for language in item["wording"]
    }
    own = {source.get("language") for source in sources if isinstance(source, dict)}
    if quoted - own:
        raise ValueError(
            f"sources: none of its own for the wording in {', '.join(sorted(quoted - own))}"
        )


def _followers(
    items: Sequence[Mapping[str, Any]], base_items: Mapping[str, Any], base: str
) -> dict[str, list[str]]:
    """The new items by the item that they stand after, in the overlay's order."""
    followers: dict[str, list[str]] = {}
    keys: set[str] = set()
    for number, item in enumerate(items):
        key, after = item["key"], item.get("after")
        if key in keys:
            raise ValueError(f"items.{number}.key: the key {key!r} stands twice")
        keys.add(key)
        if key in base_items and after is not None:
            raise ValueError(f"items.{number}.after: {key!r} keeps its place in {base}")
        if key not in base_items and after is None:
            raise ValueError(
                f"items.{number}: {base} has no item {key!r}; a new one needs after = "
                '"<key of the item it stands after>"'
            )
        if after is not None:
            followers.setdefault(after, []).append(key)
    return followers


def _order_keys(keys: Iterable[str], followers: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The keys, each with what stands after it."""
    left = list(reversed(tuple(keys)))
    while left:
        key = left.pop()
        yield key
        left.extend(reversed(followers.get(key, ())))
