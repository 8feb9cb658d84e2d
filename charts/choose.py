"""Which results stand for a metric: those that may be set side by side, the newest, the headline."""

from collections.abc import Sequence

from charts.describe import is_pooled, quality
from charts.format import is_missing
from charts.labels import CROSSED

STRAND = ("scope", "source", "origin", "currency", "unit_counted", "period_kind")
"""Results that differ in one of these are about different things and never share a chart."""


UNKNOWN = "unknown"
"""Member of every breakdown: those about whom the fact is not known."""


def strands(rows: Sequence[dict]) -> list[list[dict]]:
    """Rows that may share a chart, the strand with most numbers first."""
    found: dict[tuple, list[dict]] = {}
    for row in rows:
        key = tuple(None if is_missing(row[name]) else row[name] for name in STRAND)
        found.setdefault(key, []).append(row)
    return sorted(found.values(), key=numbers_in, reverse=True)


def headline(rows: Sequence[dict]) -> list[dict]:
    """The rows a metric is summed up by: its totals or, where stages have numbers instead, its last stage."""
    totals = [row for row in rows if row["breakdown"] == "total"]
    stages = [row for row in rows if row["breakdown"] == "stage"]
    if not stages or numbers_in(totals):
        return totals
    passed: dict[str, float] = {}
    for row in stages:
        passed[row["category"]] = passed.get(row["category"], 0) + number(row["numerator"])
    last = min(passed, key=passed.get)
    return totals + [row for row in stages if row["category"] == last]


def coarsest(rows: Sequence[dict]) -> list[dict]:
    """The rows of the plainest breakdowns: those that cross the fewest dimensions."""
    if not rows:
        return []
    fewest = min(row["breakdown"].count(CROSSED) for row in rows)
    return [row for row in rows if row["breakdown"].count(CROSSED) == fewest]


def newest(rows: Sequence[dict]) -> dict:
    """The latest row with a number, or the latest at all."""
    with_number = [row for row in rows if quality(row) != "blank"]
    return max(with_number or rows, key=lambda row: (row["period_end"], row["period_start"]))


def one_span(rows: Sequence[dict]) -> list[dict]:
    """Single years or, where pooled years have more numbers to tell, the pooled ones: never both in a line."""
    single = [row for row in rows if not is_pooled(row)]
    pooled = [row for row in rows if is_pooled(row)]
    if numbers_in(pooled) > numbers_in(single):
        return pooled
    return single or pooled


def unknown_last(rows: Sequence[dict]) -> list[dict]:
    """The same order, but those about whom the fact is not known come after all others."""
    return sorted(rows, key=lambda row: UNKNOWN in row["category"].split(CROSSED))


def one_horizon(rows: list[dict]) -> list[dict]:
    """The rows of the horizon with most numbers; of equals, the longer one."""
    by_horizon = by_column(rows, "horizon_days")
    if not by_horizon:
        return []
    best = max(by_horizon, key=lambda days: (numbers_in(by_horizon[days]), number(days)))
    return by_horizon[best]


def by_column(rows: Sequence[dict], name: str) -> dict:
    found: dict = {}
    for row in rows:
        found.setdefault(None if is_missing(row[name]) else row[name], []).append(row)
    return found


def numbers_in(rows: Sequence[dict]) -> int:
    return sum(quality(row) != "blank" for row in rows)


def number(value) -> float:
    return 0.0 if is_missing(value) else float(value)
