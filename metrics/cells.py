"""The cells a metric is expected to fill, and what was counted for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from metrics.counting.rate import RESIDENTS
from metrics.counts import NONE, Counts
from metrics.coverage import Coverage, Period
from metrics.definition import Metric
from metrics.estimating.undated import undated_share
from metrics.places import Years, by_place

TOTAL = ("total", "total")
STAGE = "stage"
STOCKS = ("stock_age", "stock_to_flow", "stock_share")
"""Kinds whose years share units, so that they cannot be added up."""


@dataclass(frozen=True)
class Cell:
    """One jurisdiction, period and category: the rows of the count table, or the reason why it stays blank.

    `reached` is the day up to which anybody in the jurisdiction has reported.
    """

    jurisdiction: str
    period: Period
    breakdown: str
    category: str
    coverage: Coverage
    reached: date
    blank: str | None = None
    rows: Counts = NONE
    undated_share: float = 0.0


def cells(
    metric: Metric, rows: Counts, covered: dict[str, Coverage], expected: dict[str, Coverage]
) -> Iterator[Cell]:
    """Every expected cell: `covered` is what the metric's population covers, `expected` what anybody reported at all.

    A category that a jurisdiction has in one year is expected in all its years. Numbers of several
    years are counted from the rows of each of them.
    """
    counted = by_place(rows)
    for jurisdiction in sorted(expected):
        coverage, reached = covered.get(jurisdiction), expected[jurisdiction].as_of
        span = coverage or expected[jurisdiction]
        spans = span.periods(expected[jurisdiction]), span.blocks(expected[jurisdiction])
        if coverage is None or not coverage.is_observable:
            for period in periods_of(metric, TOTAL[0], *spans):
                yield Cell(jurisdiction, period, *TOTAL, span, reached, blank="not_reported")
            continue
        for (breakdown, category), years in sorted(
            (counted.get(jurisdiction) or {TOTAL: Years(NONE)}).items()
        ):
            undated = undated_share(metric.kind, years.without_year, years.with_year)
            for period in periods_of(metric, breakdown, *spans):
                blank = period.blank or _blank_part_of_a_year(metric, period)
                found = NONE if blank else years.between(period.years[0], period.years[-1])
                place = jurisdiction, period, breakdown, category, coverage, reached
                yield Cell(*place, blank, found, undated)


def periods_of(
    metric: Metric, breakdown: str, years: list[Period], blocks: list[Period]
) -> list[Period]:
    """The periods a breakdown is told for: detail over blocks of years, where few people would be seen in one.

    What stands open at the end of a year, a staircase of stages and the lists of what agencies owe
    are told year by year. Totals, and the make-up of a whole, are told both ways.
    """
    of_agencies = metric.kind == "completeness" and metric.unit_counted == "periods"
    if metric.period_kind == "stock" or metric.kind in STOCKS or of_agencies or breakdown == STAGE:
        return years
    if breakdown != TOTAL[0] and metric.kind != "mix":
        return blocks
    spans = {(year.start, year.end) for year in years}
    return years + [block for block in blocks if (block.start, block.end) not in spans]


def _blank_part_of_a_year(metric: Metric, period: Period) -> str | None:
    """A pace of a year needs a whole year; a missed start never comes."""
    is_pace = metric.kind == "stock_to_flow" or metric.counting.get("exposure") == RESIDENTS
    if not is_pace or period.is_whole:
        return None
    return "not_yet" if period.starts_a_year else "not_reported"
