"""What the data of each jurisdiction cover: which years can be expected of a metric."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Coverage:
    """Of one jurisdiction and population: first day covered, data date, and whether the data can answer at all."""

    jurisdiction: str
    covered_from: date
    as_of: date
    is_observable: bool

    def years(self) -> dict[int, str | None]:
        """Every year touched, with the blank of those that are covered in part only: not_reported before, not_yet after."""
        found: dict[int, str | None] = {}
        for year in range(self.covered_from.year, self.as_of.year + 1):
            found[year] = None
            if date(year, 1, 1) < self.covered_from:
                found[year] = "not_reported"
            elif date(year, 12, 31) > self.as_of:
                found[year] = "not_yet"
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
