"""What the data of each jurisdiction cover: which years can be expected of a metric."""

from dataclasses import dataclass
from datetime import date, timedelta

NO_GAPS: frozenset[int] = frozenset()
BLOCK = 3
"""Years that breakdowns are counted over together: 2020 to 2022, 2023 to 2025, and so on."""
DOUBLE = 2 * BLOCK
"""Two blocks together, where one holds too few people: 2014 to 2019, 2020 to 2025."""


@dataclass(frozen=True)
class Period:
    """A calendar year, several of them, or the part of the only year covered; `blank` where the data cover it in part only."""

    start: date
    end: date
    blank: str | None = None

    @property
    def year(self) -> int:
        return self.end.year

    @property
    def years(self) -> range:
        return range(self.start.year, self.end.year + 1)

    @property
    def starts_a_year(self) -> bool:
        return self.start == date(self.year, 1, 1)

    @property
    def is_whole(self) -> bool:
        """One calendar year or several, none of them in part."""
        return self.start == date(self.start.year, 1, 1) and self.end == date(self.year, 12, 31)


@dataclass(frozen=True)
class Coverage:
    """Of one jurisdiction and population: first day covered, data date, and whether the data can answer at all.

    `gaps` are years between the two of which no accepted submission covers the whole.
    """

    jurisdiction: str
    covered_from: date
    as_of: date
    is_observable: bool
    gaps: frozenset[int] = NO_GAPS

    def periods(self, expected: "Coverage | None" = None) -> list[Period]:
        """Every calendar year that anybody in the jurisdiction covers or is expected to (`expected`), or this alone.

        A year not covered from its start is not_reported; one not covered to its end is not_yet,
        or not_reported where others have got so far; a year that was skipped is not_reported. Data that lie within one year are one
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
            elif year in self.gaps:
                blank = "not_reported"
            found.append(Period(start, end, blank))
        return found

    def blocks(self, expected: "Coverage | None" = None) -> list[Period]:
        """The blocks of years that detail is counted over; data within one year stay one period.

        A block is whole or blank: not_reported where one of its years was skipped or others have
        got to its end, not_yet otherwise. Only the first may be shorter, since it begins with the
        first whole year covered and can never grow.
        """
        return self._spans(BLOCK, expected)

    def doubles(self, expected: "Coverage | None" = None) -> list[Period]:
        """Two blocks each, whole or blank as a block is; none that is only one of the blocks."""
        blocks = {(block.start, block.end) for block in self.blocks(expected)}
        doubles = self._spans(DOUBLE, expected)
        return [each for each in doubles if (each.start, each.end) not in blocks]

    def _spans(self, length: int, expected: "Coverage | None") -> list[Period]:
        years = self.periods(expected)
        if len(years) == 1:
            return years
        last = max(self.as_of, (expected or self).as_of)
        first = _first_of_span(years[0].year, length)
        return [
            self._span(
                [year for year in years if year.year in range(start, start + length)], length, last
            )
            for start in range(first, last.year + 1, length)
        ]

    def _span(self, years: list[Period], length: int, last: date) -> Period:
        seen = [year for year in years if year.start >= self.covered_from]
        final = _first_of_span(years[0].year, length) + length - 1
        start, end = (seen or years)[0].start, date(final, 12, 31)
        blank = None
        if not seen or any(year.year in self.gaps for year in seen):
            blank = "not_reported"
        elif end > self.as_of:
            blank = "not_reported" if end <= last else "not_yet"
        return Period(start, end, blank)


EPOCH = 2014
"""A year with which spans of every length begin."""


def _first_of_span(year: int, length: int) -> int:
    return year - (year - EPOCH) % length


def coverage_of(con, population: str) -> dict[str, Coverage]:
    """Jurisdiction -> coverage, from the population's rows, whatever their scope."""
    rows = con.execute(
        f"""SELECT jurisdiction, min(coalesce(covered_from, as_of)), max(as_of), min(CASE WHEN is_observable THEN 1 ELSE 0 END)
        FROM {population} WHERE as_of IS NOT NULL GROUP BY jurisdiction ORDER BY jurisdiction"""
    ).fetchall()
    gaps = _gaps(con, population)
    return {
        row[0]: Coverage(row[0], _day(row[1]), _day(row[2]), row[3] == 1, gaps.get(row[0], NO_GAPS))
        for row in rows
    }


def next_year_end(day: date) -> date:
    """The first end of a year after a day."""
    end = date(day.year, 12, 31)
    return end if end > day else date(day.year + 1, 12, 31)


def _gaps(con, population: str) -> dict[str, frozenset[int]]:
    """Jurisdiction -> years between the first and the last submission of those who feed it that they did not cover."""
    sent: dict[str, list[tuple[date, date]]] = {}
    for jurisdiction, start, end in con.execute(
        f"""SELECT DISTINCT senders.jurisdiction, submissions.period_start,
          greatest(submissions.period_end, coalesce(submissions.as_of, submissions.period_end))
        FROM (SELECT DISTINCT jurisdiction, sent_by FROM {population}) AS senders
        JOIN submissions ON submissions.agency_id = senders.sent_by
        WHERE submissions.superseded_by IS NULL AND submissions.verdict <> 'fail'
        ORDER BY 1, 2, 3"""
    ).fetchall():
        sent.setdefault(jurisdiction, []).append((_day(start), _day(end)))
    return {jurisdiction: _between(spans) for jurisdiction, spans in sent.items()}


def _between(spans: list[tuple[date, date]]) -> frozenset[int]:
    """Years touched by the time between spans, which are ordered by their start."""
    found: set[int] = set()
    seen = spans[0][1]
    for start, end in spans:
        if start > seen + timedelta(days=1):
            found |= set(
                range((seen + timedelta(days=1)).year, (start - timedelta(days=1)).year + 1)
            )
        seen = max(seen, end)
    return frozenset(found)


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
