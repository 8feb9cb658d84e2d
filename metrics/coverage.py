"""What the data of each jurisdiction cover: which years can be expected of a metric."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Period:
    """A calendar year, or the part of the only year covered; `blank` where the data cover it in part only."""

    start: date
    end: date
    blank: str | None = None

    @property
    def year(self) -> int:
        return self.end.year

    @property
    def is_whole_year(self) -> bool:
        return self.start == date(self.year, 1, 1) and self.end == date(self.year, 12, 31)


@dataclass(frozen=True)
class Coverage:
    """Of one jurisdiction and population: first day covered, data date, and whether the data can answer at all."""

    jurisdiction: str
    covered_from: date
    as_of: date
    is_observable: bool

    def periods(self, expected: "Coverage | None" = None) -> list[Period]:
        """Every calendar year that anybody in the jurisdiction covers or is expected to (`expected`), or this alone.

        A year not covered from its start is not_reported; one not covered to its end is not_yet,
        or not_reported where others have got so far. Data that lie within one year are one
        period, from the first day covered to the data date.
        """
        expected = expected or self
        first = min(self.covered_from, expected.covered_from)
        last = max(self.as_of, expected.as_of)
        if first.year == last.year:
            return [Period(self.covered_from, self.as_of)]
        found = []
        for year in range(first.year, last.year + 1):
            start, end = date(year, 1, 1), date(year, 12, 31)
            blank = None
            if start < self.covered_from or self.as_of < end <= last:
                blank = "not_reported"
            elif end > self.as_of:
                blank = "not_yet"
            found.append(Period(start, end, blank))
        return found


def coverage_of(con, population: str) -> dict[str, Coverage]:
    """Jurisdiction -> coverage, from the population's rows, whatever their scope."""
    rows = con.execute(
        f"""SELECT jurisdiction, min(coalesce(covered_from, as_of)), max(as_of), min(CASE WHEN is_observable THEN 1 ELSE 0 END)
        FROM {population} WHERE as_of IS NOT NULL GROUP BY jurisdiction ORDER BY jurisdiction"""
    ).fetchall()
    return {row[0]: Coverage(row[0], _day(row[1]), _day(row[2]), row[3] == 1) for row in rows}


def of_any(coverages: list[dict[str, Coverage]]) -> dict[str, Coverage]:
    """Jurisdiction -> the span of all its populations taken together; nothing there is observable."""
    found: dict[str, Coverage] = {}
    for one in (coverage for each in coverages for coverage in each.values()):
        known = found.get(one.jurisdiction, one)
        found[one.jurisdiction] = Coverage(
            one.jurisdiction,
            min(known.covered_from, one.covered_from),
            max(known.as_of, one.as_of),
            False,
        )
    return dict(sorted(found.items()))


def _day(value) -> date:
    return value.date() if hasattr(value, "date") else value
