"""The front page: what matters now, and the headline numbers of a place, each beside its counterpart."""

import streamlit as st

from charts import format as reads
from charts.format import many, plain
from charts.labels import ALL_CRIME_ONLY
from release.read import Release
from views import findings, frame, group, headlines, held, places, reading, summary_table
from views.html import bullets, element, join, link
from views.summaries import summaries


def show(release: Release) -> None:
    """The page."""
    frame.heading(
        "How justice systems answer for human-trafficking cases",
        "What became of the cases, of the people in them, and how sure can one be?",
    )
    frame.announce(_sentence(release))
    if not held.is_about_trafficking(release):
        frame.say(element("strong", ALL_CRIME_ONLY))
    frame.section("What matters now")
    frame.html(_told(release, release.release_id))
    metrics = headlines.metrics(release)
    if not metrics:
        _published(release)
        return
    frame.section("Headline numbers")
    place = places.choose(release, "overview")
    found = summaries(release, tuple(metrics), place)
    frame.note(_how_to_read(release, found))
    name = reading.labels(release).place(place)
    frame.html(summary_table.numbers(release, f"Newest numbers of {name}", found, place))
    summary_table.download(release, found, "overview", f"newest numbers of {name}")
    _stages(release)


def _how_to_read(release: Release, found) -> str:
    origins = {
        each.row["origin"] for each in found if each.row and each.row["source"] == "official"
    }
    names = reading.labels(release)
    if origins:
        publications = "; ".join(sorted(map(names.publication, origins)))
        paired = f"Published by somebody else, not counted here: {publications}."
    else:
        paired = (
            "Every metric stands beside the one that would show if it were improved at the cost "
            "of justice."
        )
    return f"In the order of justice. {paired} Follow a metric to its page, where all places stand."


def _stages(release: Release) -> None:
    """The way to all other metrics."""
    frame.section("Every stage of justice")
    has_results = held.metrics_with_results(release)
    counted: dict[str, int] = {}
    for key, row in reading.definitions(release).items():
        counted[row["metric_group"]] = counted.get(row["metric_group"], 0) + (key in has_results)
    frame.html(
        bullets(
            join(
                [
                    link(plain(name), group.address(name)),
                    f": {group.QUESTIONS.get(name, '')} {many(count, 'metric')} with results.",
                ]
            )
            for name, count in counted.items()
        )
    )


def _published(release: Release) -> None:
    """Where figures of many kinds are all there is: where each of them stands."""
    frame.section("What has been published")
    frame.say("No one number sums these figures up. Each stands on its page, as it was printed:")
    has_results = held.metrics_with_results(release)
    found = [row for key, row in reading.definitions(release).items() if key in has_results]
    frame.html(
        bullets(
            join([link(row["title"], row["metric_id"]), ": ", row["question"]]) for row in found
        )
    )


@st.cache_data(show_spinner="Reading the release")
def _told(_release: Release, release_id: str) -> str:
    """The findings: they depend on nothing but the release."""
    listed = join(element("li", each) for each in findings.findings(_release))
    return str(element("ul", listed, class_="answerable-points"))


def _sentence(release: Release) -> str:
    submissions = reading.table(release, "submissions")
    agencies = {row["agency_id"] for row in submissions}
    number = len(reading.table(release, "jurisdictions"))
    latest = reads.day(frame.data_date(release)) or "an unknown day"
    return (
        f"{many(held.result_count(release), 'result')} about {many(number, 'place')}, from "
        f"{many(len(submissions), 'submission')} of {many(len(agencies), 'agency', 'agencies')}, "
        f"with data up to {latest}."
    )
