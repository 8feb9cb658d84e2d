"""Protecting the people behind a whole set of results, beside computing it."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.case_store import demo_case_store
from benchmarks.measure import Measurement, seconds_of
from disclosure.step import disclose
from metrics.catalogue import metrics
from metrics.compute import compute
from metrics.counted_sets import counted_sets, nested_sets

CASES = 5_000
"""How many results there are hardly depends on how many cases; how many are small does."""


def measure() -> Iterator[Measurement]:
    catalogue = metrics()
    with tempfile.TemporaryDirectory() as folder, demo_case_store(Path(folder), CASES) as con:
        computed = []
        floor = seconds_of(lambda: computed.append(compute(con).results))
    results = computed[0]
    scopes = sorted(set(results["scope"]))
    sets = [each(catalogue.values(), scopes) for each in (counted_sets, nested_sets)]
    seconds = seconds_of(lambda: disclose(results, catalogue, *sets))
    title = f"protecting {len(results):,} results of {CASES:,} cases"
    yield Measurement(title, seconds, "computing them", floor)
