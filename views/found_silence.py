"""Who is silent: agencies that stopped reporting, and places that report nothing."""

from charts import format as reads
from charts.joining import in_turn, with_commas
from languages import phrase, phrase_for, whole
from release.read import Release
from views import held, reading
from views.filled import filled
from views.found import Finding
from views.html import Markup, link, markup
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
    if stopped:
        title = phrase_for(
            len(stopped),
            "{number} of {all} agencies stopped reporting",
            "{number} of {all} agencies stopped reporting",
            all=whole(len(last)),
        )
        said = f"{_listed(release, stopped, last)}."
    else:
        title = phrase("No agency has fallen silent")
        said = phrase_for(
            len(last),
            "It reported within a year of the newest data.",
            "All {number} reported within a year of the newest data.",
        )
    more = link(phrase("Data quality and coverage"), "data_quality")
    points = [filled(phrase("{told} {link}."), told=said, link=more)]
    if places:
        if not stopped:
            title = phrase_for(
                len(places),
                "{number} place reported nothing",
                "{number} places reported nothing",
            )
        points.append(_places(release, places))
    return Finding(title, tuple(points))


def _listed(release: Release, stopped: list[tuple], last: dict) -> str:
    names = reading.labels(release)
    agencies = {row["agency_id"]: row["name"] for row in reading.table(release, "agencies")}
    listed = in_turn(
        phrase(
            "{agency} ({place}), last up to {day}",
            agency=agencies.get(agency) or agency,
            place=names.place(place) if place else phrase("several places"),
            day=reads.day(last[place, agency]),
        )
        for place, agency in stopped[:MOST_TOLD]
    )
    if len(stopped) <= MOST_TOLD:
        return listed
    return in_turn([listed, _more(len(stopped) - MOST_TOLD)])


def _more(number: int) -> str:
    return phrase_for(number, "and {number} more", "and {number} more")


def _places(release: Release, places: list[str]) -> Markup:
    names = reading.labels(release)
    listed = with_commas(names.place(code) for code in places[:MOST_TOLD])
    if len(places) > MOST_TOLD:
        listed = f"{listed} {_more(len(places) - MOST_TOLD)}"
    return markup(phrase("Without any result: {places}.", places=listed))
