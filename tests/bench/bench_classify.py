"""How many addresses per second are recognised: ``python -m tests.bench.bench_classify [rounds]``.

The corpus' addresses, repeated and each made different by a parameter of no meaning, so that no
answer is remembered from an address before; one core; the best of some rounds counts.
"""

from __future__ import annotations

import sys
from itertools import count, islice
from time import perf_counter

from crawlers.providers.engine.registry import shipped_rules
from tests.corpus.measure import rows

RULES = shipped_rules()
ADDRESSES = 100_000
GOAL = 20_000


def fresh_addresses(some: list[str], turn: int) -> list[str]:
    """The addresses repeated, each with a text that did not occur before."""
    numbered = (
        f"{url}{'&' if '?' in url else '?'}utm_id={turn}{number}" if "#" not in url else url
        for number in count()
        for url in some
    )
    return list(islice(numbered, ADDRESSES))


def seconds(some: list[str]) -> float:
    start = perf_counter()
    for url in some:
        RULES.classify(url)
    return perf_counter() - start


def main() -> None:
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    urls = [row.url for row in rows()]
    seconds(urls)  # the rules and their patterns are read once
    spans = [seconds(fresh_addresses(urls, turn)) for turn in range(turns)]
    again = min(seconds((urls * (ADDRESSES // len(urls) + 1))[:ADDRESSES]) for _ in range(turns))
    print(
        f"{len(RULES.providers)} web tools, {len(urls)} addresses, {ADDRESSES} a round, {turns} rounds"
    )
    print(f"never seen before: {ADDRESSES / min(spans):,.0f} addresses a second (best)")
    print(f"seen before:       {ADDRESSES / again:,.0f} addresses a second (best)")
    print(f"goal: {GOAL:,}")


if __name__ == "__main__":
    main()
