"""Numbers by quarter and half-year of the metrics that are looked at over time: undisclosed points, totals only."""

from dataclasses import replace
from datetime import date

from metrics.counting.text import PARTS
from metrics.counts import NONE, Counts
from metrics.coverage import Coverage
from metrics.definition import Metric
from metrics.places import by_place
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
TOTAL = ("total", "total")
GRAINS = ("quarter", "half")
"""Years are among the results already."""
COUNTED = {
    "share": ("part", "whole"),
    "ratio": ("part", "whole"),
    "mean": ("sum_x", "units"),
    "count": ("counted", None),
}
"""Kind -> columns of its count table above and below the line. Other kinds have no series."""


def series_statements(metric: Metric, scope: str) -> dict[str, str]:
    """Grain -> the statement that counts by it; none for a metric that is not looked at over time."""
    if not metric.is_trended or metric.kind not in COUNTED:
        return {}
    return {
        grain: counting_statement(
            replace(metric, breakdowns=(), counting=metric.counting | {"grain": grain}), scope
        )
        for grain in GRAINS
    }


def series_of(
    metric: Metric, scope: str, counted: dict[str, Counts], covered: dict[str, Coverage]
) -> list[dict]:
    """One row a jurisdiction, grain and part of a year that is covered from its first to its last day."""
    identity = {"metric_id": metric.name, "scope": scope}
    found = []
    for grain, rows in counted.items():
        totals = {name: places[TOTAL] for name, places in by_place(rows).items()}
        for jurisdiction, coverage in sorted(covered.items()):
            for number, start, end in covered_parts(coverage, grain):
                place = {"jurisdiction": jurisdiction, "grain": grain}
                span = {"period_start": start, "period_end": end}
                mine = (
                    totals[jurisdiction].between(number, number) if jurisdiction in totals else NONE
                )
                found.append(identity | place | span | _point(metric.kind, mine))
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


def _point(kind: str, rows: Counts) -> dict:
    above, below = COUNTED[kind]
    numerator = rows.total(above)
    if below is None:
        return {"numerator": numerator, "denominator": None, "value": numerator}
    denominator = rows.total(below)
    value = numerator / denominator if denominator else None
    return {"numerator": numerator, "denominator": denominator, "value": value}
