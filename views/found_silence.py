"""Who is silent: agencies that stopped reporting, and places that report nothing."""

from charts import format as reads
from charts.format import many
from release.read import Release
from views import held, reading
from views.found import Finding
from views.html import Markup, join, link
from views.silence import SILENT_DAYS, last_reports

MOST_TOLD = 3


def silent(release: Release) -> Finding | None:
    """Agencies whose last accepted period ends long before the newest of the release, and silent places."""
    last = last_reports(release)
    if not last:
        return None
    newest = max(last.values())
    stopped = [key for key, day in sorted(last.items()) if (newest - day).days > SILENT_DAYS]
    places = held.silent_places(release)
    more = link("Data quality and coverage", "data_quality")
    if stopped:
        title = f"{len(stopped)} of {len(last)} agencies stopped reporting"
        points = [join([_listed(release, stopped, last), ". ", more, "."])]
    else:
        title = "No agency has fallen silent"
        reported = "It" if len(last) == 1 else f"All {len(last)}"
        points = [join([f"{reported} reported within a year of the newest data. ", more, "."])]
    if places:
        title = title if stopped else f"{many(len(places), 'place')} reported nothing"
        points.append(_places(release, places))
    return Finding(title, tuple(points))


def _listed(release: Release, stopped: list[tuple], last: dict) -> str:
    names = reading.labels(release)
    agencies = {row["agency_id"]: row["name"] for row in reading.table(release, "agencies")}
    listed = "; ".join(
        f"{agencies.get(agency) or agency} ({names.place(place) if place else 'several places'}), "
        f"last up to {reads.day(last[place, agency])}"
        for place, agency in stopped[:MOST_TOLD]
    )
    return listed + (f"; and {len(stopped) - MOST_TOLD} more" if len(stopped) > MOST_TOLD else "")


def _places(release: Release, places: list[str]) -> Markup:
    names = reading.labels(release)
    listed = ", ".join(names.place(code) for code in places[:MOST_TOLD])
    more = f" and {len(places) - MOST_TOLD} more" if len(places) > MOST_TOLD else ""
    return join([f"Without any result: {listed}{more}."])
