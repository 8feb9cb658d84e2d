"""How numbers come about: every metric, every population, the protection of people, every column."""

import streamlit as st

from charts.format import plain
from release.read import Release
from views import frame, held, reading, results_table
from views.html import bullets, element, facts, join, link

STEPS = (
    "Agencies submit anonymised case outcomes. What cannot be believed is set aside, row by row, with its reason.",
    "SQL reduces rows to counts: how many persons, how many days, how many facts missing. The SQL stands on each metric's page.",
    "Counts become estimates with a 95% interval. The method stands beside every number in the data.",
    "Whoever is still open is followed up to the data date of their agencies and no further: an open case is not a failed one.",
    "Before anything is published, numbers that could point to a person are hidden, and so are those that would reveal them; another program then tries to work them out.",
    "The result is a dated release that never changes. Screen, report and database show the same numbers.",
)


def show(release: Release) -> None:
    """The page."""
    frame.heading(
        "Methods and definitions", "How does a case become a number, and what is it worth?"
    )
    definitions = reading.definitions(release)
    frame.announce(f"This release defines {len(definitions)} metrics.")
    frame.section("From a case to a number")
    frame.html(bullets(STEPS))
    frame.section("Every metric")
    rows = [
        (
            link(row["title"], key),
            row["question"],
            " or ".join(held.units(release, row)).replace("_", " "),
            plain(row["kind"]),
            _pair(definitions, row),
        )
        for key, row in definitions.items()
    ]
    headings = ("Metric", "Question", "Counts", "Kind", "Counterpart")
    told = list(definitions.values())
    frame.table(release, "Metrics", headings, rows, name="methods", data=told, file="definitions")
    frame.section("Who is counted")
    for row in reading.table(release, "populations"):
        with st.expander(plain(row["population"])):
            frame.html(_population(row))
            frame.code(row["sql"] or "-- none stored")
    frame.section("How people are protected")
    more = link("How people are protected", "protection")
    frame.say(join(["The rules, how much is shown, and which attacks were tried: ", more, "."]))
    frame.section("What each column of the results holds")
    codebook = reading.table(release, "codebook")
    of_results = [row for row in codebook if row["table_name"] == "results"]
    rows = [
        (element("code", row["column_name"]), row["meaning"], element("code", row["type"]))
        for row in of_results
    ]
    frame.table(
        release,
        "Columns of the table results",
        ("Column", "Meaning", "Type"),
        rows,
        name="methods",
        data=of_results,
    )
    results_table.download(release, codebook, "methods", "columns of all tables")


def _pair(definitions: dict, row: dict):
    other = definitions.get(row["pair"])
    return link(other["title"], other["metric_id"]) if other else "Not in this release"


def _population(row: dict):
    return facts(
        [
            ("Counts", row["unit_counted"].replace("_", " ")),
            ("Enters on", row["entry"]),
            ("Who is in", bullets(reading.lines(row["includes"]))),
            ("Who is out", bullets(reading.lines(row["excludes"]))),
        ]
    )
