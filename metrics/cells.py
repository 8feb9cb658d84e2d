"""The cells a metric is expected to fill, and what was counted for each."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from metrics.coverage import Coverage, Period
from metrics.estimating.undated import undated_share


@dataclass(frozen=True)
class Cell:
    """One jurisdiction, year and category: the rows of the count table, or the reason why it stays blank.

    `reached` is the day up to which anybody in the jurisdiction has reported.
    """

    jurisdiction: str
    period: Period
    breakdown: str
    category: str
    coverage: Coverage
    reached: date
    blank: str | None = None
    rows: list[dict] = field(default_factory=list)
    undated_share: float = 0.0


def cells(
    kind: str, rows: list[dict], covered: dict[str, Coverage], expected: dict[str, Coverage]
) -> Iterator[Cell]:
    """Every expected cell: `covered` is what the metric's population covers, `expected` what anybody reported at all.

    A category that a jurisdiction has in one year is expected in all its years.
    """
    counted = _by_cell(rows)
    for jurisdiction in sorted(expected):
        coverage, reached = covered.get(jurisdiction), expected[jurisdiction].as_of
        if coverage is None or not coverage.is_observable:
            span = coverage or expected[jurisdiction]
            for period in span.periods(expected[jurisdiction]):
                yield Cell(
                    jurisdiction, period, "total", "total", span, reached, blank="not_reported"
                )
            continue
        categories = counted[jurisdiction] or {("total", "total"): {}}
        for (breakdown, category), by_year in sorted(categories.items()):
            without_year = by_year.get(None, [])
            dated = [row for year, group in by_year.items() if year is not None for row in group]
            undated = undated_share(kind, without_year, dated)
            for period in coverage.periods(expected[jurisdiction]):
                blank = period.blank
                if kind == "stock_to_flow" and not period.is_whole_year:
                    # Days at the pace of a year need the pace of a year; a missed start never comes.
                    blank = blank or ("not_yet" if period.starts_a_year else "not_reported")
                found = [] if blank else by_year.get(period.year, [])
                yield Cell(
                    jurisdiction,
                    period,
                    breakdown,
                    category,
                    coverage,
                    reached,
                    blank,
                    found,
                    undated,
                )


def _by_cell(rows: list[dict]) -> dict:
    """jurisdiction -> (breakdown, category) -> year -> rows."""
    found: dict = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for row in rows:
        place = (row["breakdown"], row["category"] or "unknown")
        year = row["period_year"]
        found[row["jurisdiction"]][place][None if year is None else int(year)].append(row)
    return found
