"""From the counts of one cell to figures, one file a kind.

Each file has `estimate(metric, rows, scope) -> list[Figure]`: `rows` are the rows of the count
table that belong to one jurisdiction, year and category; they may be none. One that works on many
cells at once has `estimate_each(metric, cells, scope)` as well.
"""

from collections.abc import Sequence
from importlib import import_module

from metrics.counts import Counts
from metrics.definition import Metric
from metrics.figure import Figure


def figures_of(metric: Metric, cells: Sequence[Counts], scope: str) -> list[list[Figure]]:
    """The figures of each cell, whose rows are given."""
    kind = import_module(f"metrics.estimating.{metric.kind}")
    if hasattr(kind, "estimate_each"):
        return kind.estimate_each(metric, cells, scope)
    return [kind.estimate(metric, rows, scope) for rows in cells]
