"""How finely a series may be told: all points of one grain or none of them.

A reader can subtract the quarters shown from the year shown. So a grain is taken only if each of its
points is safe by itself, every year it touches is published, and what is left of each year after its
points is safe too. Then there is nothing to find by subtracting, and no point has to be hidden,
which others would give away. Otherwise the series is told by years, as the results tell them.
"""

from collections import defaultdict
from collections.abc import Iterable

from metrics.definition import Metric

FINE = ("quarter", "half")
"""From the finest on."""
SUMS = ("mean", "amount")
"""Kinds whose numerator is a sum over units, not a count of people."""
PARTS = ("share", "time_to_event")
"""Kinds whose numerator is part of the denominator, so that the rest are people as well."""


def finest_safe(
    points: Iterable[dict], years: dict[int, dict], metric: Metric, minimum: float
) -> tuple[str, list[dict]]:
    """The grain, and its points in order of time.

    `points` have grain, period_start, period_end, numerator, denominator and value; `years` are the
    published results of whole years. Points before the first and after the last of these are left
    away: the year in which reporting began, and the one that is not over.
    """
    by_grain = defaultdict(list)
    for point in points:
        if min(years) <= point["period_start"].year <= max(years):
            by_grain[point["grain"]].append(point)
    for grain in FINE:
        ordered = sorted(by_grain[grain], key=lambda point: point["period_start"])
        if ordered and _is_safe(ordered, years, metric, minimum):
            return grain, ordered
    return "year", [years[year] for year in sorted(years)]


def _is_safe(points: list[dict], years: dict[int, dict], metric: Metric, minimum: float) -> bool:
    of_year = defaultdict(list)
    for point in points:
        of_year[point["period_start"].year].append(_counts(point, metric))
    if not set(of_year) <= set(years):
        return False
    lefts = [
        [
            abs(total - sum(each))
            for total, each in zip(whole, zip(*parts, strict=True), strict=True)
        ]
        for year, parts in of_year.items()
        for whole in [_counts(years[year], metric)]
    ]
    everything = [counts for parts in of_year.values() for counts in parts] + lefts
    return all(count == 0 or count >= minimum for counts in everything for count in counts)


def _counts(point: dict, metric: Metric) -> list[float]:
    """Every number of people that a point tells or lets a reader work out; an empty number is none."""
    part, whole = point["numerator"] or 0, point["denominator"] or 0
    if metric.kind in SUMS:
        return [whole]
    if metric.kind in PARTS:
        return [part, whole, whole - part]
    return [part, whole]
