"""What each agency, or each place, reported on each year, read from a release."""

from charts.coverage import Year
from charts.describe import is_pooled
from release.read import Release
from views import reading

METRIC = "reporting_completeness"


def years(release: Release, place: str | None) -> list[Year]:
    """Agencies of one place, or where none is named all places; nothing where no month due is known of any."""
    found = of_agencies(release, place) if place else of_places(release)
    return found if any(each.is_told for each in found) else []


def of_agencies(release: Release, place: str) -> list[Year]:
    """One a year and agency of the place that was due to report, agencies by name."""
    names = agency_names(release)
    corrected = corrections(release)
    rows = _rows(release, jurisdiction=place, breakdown="agency")
    found = [
        Year(
            names.get(row["category"], row["category"]),
            row["period_start"].year,
            row["numerator"],
            row["denominator"],
            any(start <= row["period_end"] and end >= row["period_start"] for start, end in spans),
        )
        for row in rows
        for spans in [corrected.get(row["category"], [])]
    ]
    return sorted(found, key=lambda each: (each.who, each.year))


def of_places(release: Release) -> list[Year]:
    """One a year and place, all its agencies together, places by name."""
    names = reading.labels(release)
    found = [
        Year(
            names.place(row["jurisdiction"]),
            row["period_start"].year,
            row["numerator"],
            row["denominator"],
        )
        for row in _rows(release, breakdown="total")
        if row["jurisdiction"] not in names.groups
    ]
    return sorted(found, key=lambda each: (each.who, each.year))


def agency_names(release: Release) -> dict[str, str]:
    """Agency -> its name; its code where it has none."""
    rows = reading.table(release, "agencies")
    return {row["agency_id"]: row["name"] or row["agency_id"] for row in rows}


def corrections(release: Release) -> dict[str, list[tuple]]:
    """Agency -> periods of its submissions that a later one replaced."""
    found: dict[str, list[tuple]] = {}
    for row in reading.table(release, "submissions"):
        if row["superseded_by"]:
            found.setdefault(row["agency_id"], []).append((row["period_start"], row["period_end"]))
    return found


def _rows(release: Release, **wanted) -> list[dict]:
    """Single years of the widest scope there is: which crimes a submission is about changes nothing of who sent it."""
    if METRIC not in reading.definitions(release):
        return []
    rows = [row for row in reading.results(release, METRIC, **wanted) if not is_pooled(row)]
    scopes = {row["scope"] for row in rows}
    scope = "trafficking" if "trafficking" in scopes else next(iter(scopes), None)
    return [row for row in rows if row["scope"] == scope]
