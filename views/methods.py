"""How numbers come about: every metric, every population, the protection of people, every column."""

import streamlit as st

from charts import release_words
from charts.format import plain
from languages import SaidLines, later, phrase, phrase_for
from release.read import Release
from views import frame, held, reading, results_table
from views.filled import filled
from views.html import as_stored, bullets, element, facts, link

STEPS = SaidLines(
    later(
        "Agencies submit anonymised case outcomes. What cannot be believed is set aside, row by row, with its reason."
    ),
    later(
        "SQL reduces rows to counts: how many persons, how many days, how many facts missing. The SQL stands on each metric's page."
    ),
    later(
        "Counts become estimates with a 95% interval. The method stands beside every number in the data."
    ),
    later(
        "Whoever is still open is followed up to the data date of their agencies and no further: an open case is not a failed one."
    ),
    later(
        "Before anything is published, numbers that could point to a person are hidden, and so are those that would reveal them; another program then tries to work them out."
    ),
    later(
        "The result is a dated release that never changes. Screen, report and database show the same numbers."
    ),
)


def show(release: Release) -> None:
    """The page."""
    frame.heading(
        phrase("Methods and definitions"),
        phrase("How does a case become a number, and what is it worth?"),
    )
    definitions = reading.definitions(release)
    frame.announce(
        phrase_for(
            len(definitions),
            "This release defines {number} metrics.",
            "This release defines {number} metrics.",
        )
    )
    frame.section(phrase("From a case to a number"))
    frame.html(bullets(STEPS))
    frame.section(phrase("Every metric"))
    rows = [
        (
            link(release_words.title(row), key),
            release_words.question(row),
            held.units_in_words(release, row),
            plain(row["kind"]),
            _pair(definitions, row),
        )
        for key, row in definitions.items()
    ]
    headings = [phrase("Metric"), phrase("Question"), phrase("Counts"), phrase("Kind")]
    headings.append(phrase("Counterpart"))
    told = list(definitions.values())
    frame.table(
        release,
        phrase("Metrics"),
        headings,
        rows,
        name="methods",
        data=told,
        file=phrase("definitions"),
    )
    frame.section(phrase("Who is counted"))
    for row in reading.table(release, "populations"):
        with st.expander(plain(row["population"])):
            frame.html(_population(row))
            # In colours, each sign of each query is an element of the page: a hundred thousand of them.
            frame.code(row["sql"] or "-- none stored", language=None)
    frame.section(phrase("How people are protected"))
    more = link(phrase("How people are protected"), "protection")
    said = phrase("The rules, how much is shown, and which attacks were tried: {link}.")
    frame.say(filled(said, link=more))
    frame.section(phrase("What each column of the results holds"))
    codebook = reading.table(release, "codebook")
    of_results = [row for row in codebook if row["table_name"] == "results"]
    rows = [
        (
            element("code", row["column_name"]),
            as_stored(row["meaning"]),
            element("code", row["type"]),
        )
        for row in of_results
    ]
    frame.table(
        release,
        phrase("Columns of the table results"),
        (phrase("Column"), phrase("Meaning"), phrase("Type")),
        rows,
        name="methods",
        data=of_results,
    )
    results_table.download(release, codebook, "methods", phrase("columns of all tables"))


def _pair(definitions: dict, row: dict):
    other = definitions.get(row["pair"])
    if not other:
        return phrase("Not in this release")
    return link(release_words.title(other), other["metric_id"])


def _population(row: dict):
    return facts(
        [
            (phrase("Counts"), release_words.unit(row["unit_counted"])),
            (phrase("Enters on"), as_stored(row["entry"])),
            (phrase("Who is in"), bullets(map(as_stored, reading.lines(row["includes"])))),
            (phrase("Who is out"), bullets(map(as_stored, reading.lines(row["excludes"])))),
        ]
    )
