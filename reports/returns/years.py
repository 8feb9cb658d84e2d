"""Which year a return is about."""

from datetime import date

from languages import phrase
from release.read import Release
from reports.names import COVERED, ReportError


def whole_year(year: int) -> tuple[date, date]:
    """First and last day of a calendar year."""
    return date(year, 1, 1), date(year, 12, 31)


def last_complete_year(release: Release, results: list[dict]) -> int:
    """The last calendar year that the data of a place cover to its end and that has a number; of the whole release where there is none."""
    ends = [
        row["period_end"].year
        for row in results
        if row["blank"] is None
        and (row["period_start"], row["period_end"]) == whole_year(row["period_end"].year)
        and (row["as_of"] is None or row["as_of"] >= row["period_end"])
    ]
    return max(ends) if ends else _told(release)[1]


def check_year(release: Release, year: int) -> int:
    """The year, if the release says anything about it; else ReportError."""
    first, last = _told(release)
    if not first <= year <= last:
        raise ReportError(
            phrase(
                "The release is about {first} to {last}, not about {year}.",
                first=first,
                last=last,
                year=year,
            )
        )
    return year


def _told(release: Release) -> tuple[int, int]:
    """First and last year that case data are about; where there are none, that anything is about."""
    with release.cursor() as cursor:
        for rows in ("results WHERE source = 'case'", "results"):
            first, last = cursor.execute(f"SELECT {COVERED} FROM {rows}").fetchone()
            if first is not None:
                return first.year, last.year
    raise ReportError(phrase("The release holds no results, so there is nothing to file."))
