"""The front page: what matters now, and every place's newest numbers side by side."""

import streamlit as st

from charts import format as reads
from charts.describe import is_whole, limits_of
from charts.format import many
from charts.labels import ALL_CRIME_ONLY
from release.read import Release
from views import findings, frame, headlines, marks, reading, results_table
from views.filters import place_label
from views.html import Markup, bullets, element, join, link, table


def show(release: Release) -> None:
    """The page."""
    frame.heading(
        "How justice systems answer for human-trafficking cases",
        "What became of the cases, of the people in them, and how sure can one be?",
    )
    sentence, told, shown = _page(release, release.release_id)
    frame.announce(sentence)
    if not reading.is_about_trafficking(release):
        frame.say(element("strong", ALL_CRIME_ONLY))
    frame.section("What matters now")
    st.html(told)
    if not headlines.newest_numbers(release):
        _published(release)
        return
    frame.section("Each place's newest numbers")
    frame.note(_how_to_read(release))
    st.html(shown)
    rows = [
        row for of_place in headlines.newest_numbers(release).values() for row in of_place.values()
    ]
    results_table.download(release, rows, "overview", "newest numbers")


def _how_to_read(release: Release) -> str:
    rows = [r for of_place in headlines.newest_numbers(release).values() for r in of_place.values()]
    origins = {row["origin"] for row in rows if row["source"] == "official"}
    names = reading.labels(release)
    if origins:
        publications = "; ".join(sorted(map(names.publication, origins)))
        paired = f"Published by somebody else, not counted here: {publications}."
    else:
        paired = (
            "Every metric stands beside the one that would show if it were improved at the cost "
            "of justice."
        )
    return f"Sorted by name, never by number. {paired} Follow a number to its page."


def _published(release: Release) -> None:
    """Where figures of many kinds are all there is: where each of them stands."""
    frame.section("What has been published")
    frame.say("No one number sums these figures up. Each stands on its page, as it was printed:")
    held = reading.metrics_with_results(release)
    found = [row for key, row in reading.definitions(release).items() if key in held]
    st.html(
        bullets(
            join([link(row["title"], row["metric_id"]), ": ", row["question"]]) for row in found
        )
    )


@st.cache_data(show_spinner="Reading the release")
def _page(_release: Release, release_id: str) -> tuple[str, str, str]:
    """All texts of the page: they depend on nothing but the release."""
    told = element(
        "ul",
        join(element("li", each) for each in findings.findings(_release)),
        class_="answerable-points",
    )
    return _sentence(_release), str(told), str(_numbers(_release))


def _sentence(release: Release) -> str:
    submissions = reading.table(release, "submissions")
    agencies = {row["agency_id"] for row in submissions}
    places = len(reading.table(release, "jurisdictions"))
    latest = reads.day(frame.data_date(release)) or "an unknown day"
    return (
        f"{many(reading.result_count(release), 'result')} about {many(places, 'place')}, from "
        f"{many(len(submissions), 'submission')} of {many(len(agencies), 'agency', 'agencies')}, "
        f"with data up to {latest}."
    )


def _numbers(release: Release) -> Markup:
    names, definitions = reading.labels(release), reading.definitions(release)
    columns = headlines.metrics(release)
    found = headlines.newest_numbers(release)
    rows = [
        (
            names.place(place),
            *(_cell(definitions[key], found[place].get(key), names) for key in columns),
        )
        for place in sorted(found, key=names.place)
    ]
    headings = ["Place", *(_heading(definitions[key], found, key) for key in columns)]
    return table("Newest number of each place", headings, rows, is_wide=True)


def _heading(definition: dict, found: dict, key: str) -> Markup:
    """Title and horizon, which all places share."""
    rows = [of_place[key] for of_place in found.values() if key in of_place]
    horizon = reads.horizon(rows[0]["horizon_days"]) if rows else ""
    within = element("div", f"within {horizon}") if horizon else ""
    return join([link(definition["title"], key), within])


def _cell(definition: dict, row: dict | None, names) -> Markup | str:
    if row is None:
        return "Not part of what was reported"
    unit, currency = definition["value_unit"], row["currency"]
    limits = limits_of(row, unit) or ("complete count" if is_whole(row) else "")
    value = reads.value(row["value"], unit, currency)
    if row["blank"]:
        value, limits = "No number", ""
    elif row["status"] == "very_uncertain":
        value, limits = limits, ""
    place = place_label(row["jurisdiction"], names)
    shown = link(value or "No number", definition["metric_id"], jurisdiction=place)
    period = reads.period(row["period_start"], row["period_end"])
    when = f"cohort of {period}" if row["period_kind"] == "cohort" else period
    crime = names.scope("all_crime") if row["scope"] == "all_crime" else ""
    lines = [element("strong", shown), limits, when, crime]
    return join([*(element("div", each) for each in lines if each), marks.status(row)])
