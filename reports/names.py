"""What a report calls itself, where it is wrong, and how it reads a release."""

from datetime import date

from languages import phrase
from release.read import Release, ReleaseError


class ReportError(Exception):
    """A report cannot be made; the message is a sentence for the person who asked."""

    def text(self) -> str:
        return str(self)


COVERED = "min(period_start), max(least(period_end, coalesce(as_of, period_end)))"
"""First and last day any results are about, in SQL: years told together may end after the data do."""


def covered(results: list[dict]) -> tuple[date, date]:
    """First and last day any of the results is about."""
    ends = (min(row["period_end"], row["as_of"] or row["period_end"]) for row in results)
    return min(row["period_start"] for row in results), max(ends)


def synthetic_mark(release: Release) -> str:
    """The words every page and sheet of a made-up release carries; empty for a real one."""
    return phrase("SYNTHETIC: made-up data for demonstration") if release.is_synthetic else ""


def records(frame) -> list[dict]:
    """Rows of a table of a release as plain dicts: None where empty, dates as dates."""
    found = frame.astype(object).where(frame.notna(), None).to_dict("records")
    for name in frame.columns[frame.dtypes.astype(str).str.startswith("datetime64")]:
        for row in found:
            row[name] = row[name] and row[name].date()
    return found


def table_or_none(release: Release, name: str) -> list[dict] | None:
    """The rows of a table; None where the release, an older one, holds no such table."""
    try:
        return records(release.table(name))
    except ReleaseError:
        return None
