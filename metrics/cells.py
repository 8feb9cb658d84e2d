"""The cells a metric is expected to fill, and what was counted for each."""

from collections.abc import Iterator
from datetime import date
from functools import cache, partial
from typing import NamedTuple

from metrics.counting.rate import RESIDENTS
from metrics.counts import NONE, Counts
from metrics.court_record import NOBODY, is_told, not_open_rows
from metrics.coverage import Coverage, Period
from metrics.definition import Metric
from metrics.estimating.undated import undated_share
from metrics.groupings import merged_counts
from metrics.places import Years, by_place

TOTAL = ("total", "total")
STAGE = "stage"
STOCKS = ("stock_age", "stock_to_flow", "stock_share")
"""Kinds whose years share units, so that they cannot be added up."""
OWED_BY_YEAR = ("count", "mix")
"""Kinds of which a statute or a form asks the detail year by year."""


class Cell(NamedTuple):
    """One jurisdiction, period and category: the rows of the count table, or the reason why it stays blank.

    `reached` is the day up to which anybody in the jurisdiction has reported; `span` names the
    length of the period, `merged` is 1 where the category is a coarser one. `not_open` are the rows
    of those not on open court record; None where nothing is told of that.
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
    span: str = "year"
    merged: int = 0
    not_open: Counts | None = None


def cells(
    metric: Metric,
    rows: Counts,
    covered: dict[str, Coverage],
    expected: dict[str, Coverage],
    record: Counts = NONE,
) -> Iterator[Cell]:
    """Every expected cell: `covered` is what the metric's population covers, `expected` what anybody reported at all.

    A category that a jurisdiction has in one year is expected in all its years. Numbers of several
    years are counted from the rows of each of them.
    """
    counted = by_place(rows)
    closed, tells_record = not_open_rows(record), is_told(metric)
    coarser = [by_place(each) for each in merged_counts(metric, rows)]
    for jurisdiction in sorted(expected):
        coverage, reached = covered.get(jurisdiction), expected[jurisdiction].as_of
        span = coverage or expected[jurisdiction]
        spans = Spans.of(span, expected[jurisdiction])
        periods = cache(partial(_periods_told, metric, spans=spans))
        mine = closed.get(jurisdiction, NOBODY)
        if coverage is None or not coverage.is_observable:
            for name, period in periods_of(metric, TOTAL[0], spans):
                blank = {"blank": "not_reported", "span": name}
                yield Cell(jurisdiction, period, *TOTAL, span, reached, **blank)
            continue
        told = [(0, counted.get(jurisdiction) or {TOTAL: Years(NONE)})]
        told += [(1, each[jurisdiction]) for each in coarser if jurisdiction in each]
        for merged, places in told:
            for (breakdown, category), years in sorted(places.items()):
                undated = undated_share(metric.kind, years.without_year, years.with_year)
                tells = tells_record and (breakdown == TOTAL[0] or metric.kind == "mix")
                for name, period, blank, first, last in periods(breakdown):
                    found = NONE if blank else years.between(first, last)
                    place = jurisdiction, period, breakdown, category, coverage, reached
                    not_open = mine.between(first, last) if tells else None
                    yield Cell(*place, blank, found, undated, name, merged, not_open)


class Spans(NamedTuple):
    """The periods of a jurisdiction by their length; of data within one year there is one period only."""

    years: list[Period]
    blocks: list[Period]
    doubles: list[Period]

    @classmethod
    def of(cls, coverage: Coverage, expected: Coverage) -> "Spans":
        return cls(
            coverage.periods(expected), coverage.blocks(expected), coverage.doubles(expected)
        )


def periods_of(metric: Metric, breakdown: str, spans: Spans) -> list[tuple[str, Period]]:
    """The periods a breakdown is told for, each with the name of its length: detail over blocks of years, where few people would be seen in one.

    What stands open at the end of a year, a staircase of stages and the lists of what agencies owe
    are told year by year. Totals, plain counts and the make-up of a whole are told in years and in
    blocks: statutes ask who was counted in a year. What is told in blocks is told in two of them
    together as well.
    """
    if len(spans.years) == 1:
        return [("part", spans.years[0])]
    years = [("year", year) for year in spans.years]
    of_agencies = metric.kind == "completeness" and metric.unit_counted == "periods"
    if metric.period_kind == "stock" or metric.kind in STOCKS or of_agencies or breakdown == STAGE:
        return years
    blocks = [("block", block) for block in spans.blocks]
    doubles = [("double", double) for double in spans.doubles]
    if breakdown != TOTAL[0] and metric.kind not in OWED_BY_YEAR:
        return blocks + doubles
    single = {(year.start, year.end) for year in spans.years}
    longer = [each for each in blocks + doubles if (each[1].start, each[1].end) not in single]
    return years + longer


def _periods_told(
    metric: Metric, breakdown: str, *, spans: Spans
) -> list[tuple[str, Period, str | None, int, int]]:
    """Length, period, why it stays blank, first and last year of each period of a breakdown."""
    return [
        (
            name,
            period,
            period.blank or _blank_part_of_a_year(metric, period),
            period.start.year,
            period.end.year,
        )
        for name, period in periods_of(metric, breakdown, spans)
    ]


def _blank_part_of_a_year(metric: Metric, period: Period) -> str | None:
    """A pace of a year needs a whole year; a missed start never comes."""
    is_pace = metric.kind == "stock_to_flow" or metric.counting.get("exposure") == RESIDENTS
    if not is_pace or period.is_whole:
        return None
    return "not_yet" if period.starts_a_year else "not_reported"
