"""What a report calls itself, where it is wrong, and how it reads a release."""

from datetime import date

from languages import phrase
from release.read import Release, ReleaseError


class ReportError(Exception):
    """A report cannot be made; the message is a sentence for the person who asked."""

    def text(self) -> str:
        return str(self)


def file_stem(release: Release, jurisdiction: str | None, results: list[dict]) -> str:
    """Report, jurisdiction, period and release, in a name that sorts."""
    start, end = covered(results)
    years = f"{start.year}" if start.year == end.year else f"{start.year}-{end.year}"
    mark = "SYNTHETIC_" if release.is_synthetic else ""
    return f"{mark}answerable-report_{jurisdiction or 'all'}_{years}_{release.release_id}"


def covered(results: list[dict]) -> tuple[date, date]:
    """First and last day any of the results is about."""
    return min(row["period_start"] for row in results), max(row["period_end"] for row in results)


def check_jurisdiction(jurisdiction: str | None, known: list[str]) -> None:
    """Raise ReportError where the release holds nothing about a jurisdiction."""
    if not known:
        raise ReportError("The release holds no results, so there is nothing to report.")
    if jurisdiction is not None and jurisdiction not in known:
        raise ReportError(
            f"The release holds no results for {jurisdiction!r}. It holds: {', '.join(known)}."
        )


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
