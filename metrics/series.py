"""Numbers by quarter and half-year of the metrics that are looked at over time: undisclosed points, totals only."""

from dataclasses import replace
from datetime import date

from metrics.counting.text import PARTS
from metrics.coverage import Coverage
from metrics.definition import Metric
from metrics.estimating.sums import total
from metrics.sql import counting_statement

SERIES_COLUMNS = (
    "metric_id",
    "scope",
    "jurisdiction",
    "grain",
    "period_start",
    "period_end",
    "numerator",
    "denominator",
    "value",
)
GRAINS = ("quarter", "half")
"""Years are among the results already."""
COUNTED = {
    "share": ("part", "whole"),
    "ratio": ("part", "whole"),
    "mean": ("sum_x", "units"),
    "count": ("counted", None),
}
"""Kind -> columns of its count table above and below the line. Other kinds have no series."""


def series_of(cursor, metric: Metric, scope: str, covered: dict[str, Coverage]) -> list[dict]:
    """One row a jurisdiction, grain and part of a year that is covered from its first to its last day."""
    if not metric.is_trended or metric.kind not in COUNTED:
        return []
    identity = {"metric_id": metric.name, "scope": scope}
    found = []
    for grain in GRAINS:
        fine = replace(metric, breakdowns=(), counting=metric.counting | {"grain": grain})
        counted = cursor.execute(counting_statement(fine, scope))
        names = [column[0] for column in counted.description]
        by_place: dict[tuple, list[dict]] = {}
        for row in (dict(zip(names, values, strict=True)) for values in counted.fetchall()):
            by_place.setdefault((row["jurisdiction"], row["period_year"]), []).append(row)
        for jurisdiction, coverage in sorted(covered.items()):
            for number, start, end in covered_parts(coverage, grain):
                place = {"jurisdiction": jurisdiction, "grain": grain}
                span = {"period_start": start, "period_end": end}
                point = _point(metric.kind, by_place.get((jurisdiction, number), []))
                found.append(identity | place | span | point)
    return found


def covered_parts(coverage: Coverage, grain: str) -> list[tuple[int, date, date]]:
    """Number, first and last day of each quarter or half-year that the data cover whole."""
    if not coverage.is_observable:
        return []
    found = []
    for year in range(coverage.covered_from.year, coverage.as_of.year + 1):
        for part, (start, end) in enumerate(PARTS[grain]):
            days = date.fromisoformat(f"{year}-{start}"), date.fromisoformat(f"{year}-{end}")
            whole = coverage.covered_from <= days[0] and days[1] <= coverage.as_of
            if whole and year not in coverage.gaps:
                found.append((len(PARTS[grain]) * year + part, *days))
    return found


def _point(kind: str, rows: list[dict]) -> dict:
    above, below = COUNTED[kind]
    numerator = total(rows, above)
    if below is None:
        return {"numerator": numerator, "denominator": None, "value": numerator}
    denominator = total(rows, below)
    value = numerator / denominator if denominator else None
    return {"numerator": numerator, "denominator": denominator, "value": value}
