"""What matters now, found in the release and said in sentences with numbers."""

from charts import format as reads
from charts.describe import moment
from release.read import Release
from views import found_groups, found_places, found_series, headlines, held, reading
from views.html import Markup, join, link

SILENT_DAYS = 365
MOST_TOLD = 3


def findings(release: Release) -> list[Markup]:
    """Sentences for the front page, the most pressing first."""
    told = [
        _silent(release),
        found_series.over_time(release),
        found_places.places(release),
        found_groups.groups(release),
        _maturity(release),
        _blank(release),
    ]
    return [each for each in told if each]


def _silent(release: Release) -> Markup | None:
    """Agencies whose last accepted period ends long before the newest of the release."""
    names = reading.labels(release)
    agencies = {row["agency_id"]: row["name"] for row in reading.table(release, "agencies")}
    last: dict[tuple, object] = {}
    for row in reading.table(release, "submissions"):
        if row["rows_accepted"]:
            key = (row["jurisdiction"], row["agency_id"])
            last[key] = max(row["period_end"], last.get(key, row["period_end"]))
    if not last:
        return None
    newest = max(last.values())
    silent = [key for key, day in sorted(last.items()) if (newest - day).days > SILENT_DAYS]
    if not silent:
        reported = "it" if len(last) == 1 else f"all {len(last)}"
        return join(
            [f"No agency has fallen silent: {reported} reported within a year of the newest data."]
        )
    listed = "; ".join(
        f"{agencies.get(agency) or agency} ({names.place(place) if place else 'several places'}), last up to "
        f"{reads.day(last[place, agency])}"
        for place, agency in silent[:MOST_TOLD]
    )
    more = f"; and {len(silent) - MOST_TOLD} more" if len(silent) > MOST_TOLD else ""
    return join(
        [
            f"{len(silent)} of {len(last)} agencies stopped reporting: {listed}{more}. ",
            link("Data quality", "data_quality"),
            ".",
        ]
    )


def _maturity(release: Release) -> Markup | None:
    """The newest cohort that has been followed long enough to be judged."""
    told = []
    for metric_id in headlines.metrics(release):
        rows = [r for of_place in headlines.totals(release, metric_id).values() for r in of_place]
        done = [row for row in rows if row["maturity"] == "mature" and row["horizon_days"]]
        young = [row for row in rows if row["maturity"] in ("provisional", "bounds_only")]
        if done:
            newest = max(done, key=lambda row: row["period_end"])
            waiting = len({row["period_end"] for row in young} - {r["period_end"] for r in done})
            title = reading.definitions(release)[metric_id]["title"]
            told.append(
                join([link(title, metric_id), f": {moment(newest)} ({waiting} younger still open)"])
            )
    if not told:
        return None
    return join(["The newest cohorts old enough to be judged: ", join(told, "; "), "."])


def _blank(release: Release) -> Markup:
    """Share of results without a number, by reason."""
    kinds: dict[str, int] = {}
    for row in reading.table(release, "blanks"):
        kinds[row["blank"]] = kinds.get(row["blank"], 0) + row["results"]
    total = held.result_count(release)
    if not kinds or not total:
        return join(["Every result of this release has a number."])
    listed = ", ".join(
        f"{reads.blank(code).lower()} {reads.value(n / total, 'share')}"
        for code, n in sorted(kinds.items(), key=lambda item: -item[1])
    )
    without = reads.value(sum(kinds.values()) / total, "share")
    elsewhere = held.suppressed_by_publishers(release)
    hidden = f" {elsewhere:,} were suppressed by their publisher, not here." if elsewhere else ""
    return join(
        [
            f"{without} of {total:,} results have no number: {listed}.{hidden} ",
            link("What these mean", "blanks"),
            ".",
        ]
    )
