"""Up to which day each agency has reported, and which of them stopped."""

from datetime import date

from charts import format as reads
from languages import phrase
from release.read import Release
from views import reading

SILENT_DAYS = 365
"""An agency whose data end so much earlier than the newest has stopped reporting."""


def warnings(release: Release, place: str) -> list[str]:
    """A sentence for each agency of one place that stopped reporting: no later year of it is what it seems."""
    last = last_reports(release)
    if not last:
        return []
    newest = max(last.values())
    agencies = {row["agency_id"]: row["name"] for row in reading.table(release, "agencies")}
    return [
        phrase(
            "{agency} stopped reporting: what it has sent ends on {day}.",
            agency=agencies.get(agency) or agency,
            day=reads.day(day),
        )
        for (where, agency), day in sorted(last.items())
        if where == place and (newest - day).days > SILENT_DAYS
    ]


def last_reports(release: Release) -> dict[tuple[str, str], date]:
    """Place and agency -> last day of a period of which rows were accepted.

    Who only published figures is no agency on record, and falls silent only where nobody else reports.
    """
    last: dict[tuple[str, str], date] = {}
    on_record = {row["agency_id"] for row in reading.table(release, "agencies")}
    rows = [row for row in reading.table(release, "submissions") if row["rows_accepted"]]
    rows = [row for row in rows if row["agency_id"] in on_record] or rows
    for row in rows:
        key = (row["jurisdiction"] or "", row["agency_id"])
        last[key] = max(row["period_end"], last.get(key, row["period_end"]))
    return last
