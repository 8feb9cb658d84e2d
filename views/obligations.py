"""Duties under treaties and laws, and which metric bears on each."""

import streamlit as st

from release.read import Release
from views import frame, reading, results_table
from views.html import join, link, table

ALL = "all"


def show(release: Release) -> None:
    """The page."""
    frame.heading(
        "Obligations", "Which duties do states have, and which number tells how they are met?"
    )
    rows = reading.table(release, "obligations")
    instruments = {row["instrument"]: row["instrument_title"] or row["instrument"] for row in rows}
    chosen = st.selectbox(
        "Instrument",
        [ALL, *sorted(instruments, key=instruments.get)],
        format_func=lambda code: "All instruments" if code == ALL else instruments[code],
        key="instrument",
        bind="query-params",
        width=420,
    )
    if chosen != ALL:
        rows = [row for row in rows if row["instrument"] == chosen]
    answering = _answering(release)
    measured = sum(row["obligation_id"] in answering for row in rows)
    frame.announce(f"{len(rows)} duties; a metric of this release bears on {measured} of them.")
    cells = [
        (
            row["article"] or row["obligation_id"],
            row["instrument_title"] or row["instrument"],
            row["duty"] or "Not described",
            _measured(release, row, answering),
        )
        for row in rows
    ]
    frame.section("Each duty and its measure")
    st.html(table("Duties", ("Article", "Instrument", "Duty", "What measures it"), cells))
    results_table.download(release, rows, "obligations", "duties")


def _answering(release: Release) -> dict[str, list[dict]]:
    """Obligation -> the definitions that answer to it."""
    found: dict[str, list[dict]] = {}
    for definition in reading.definitions(release).values():
        for key in reading.lines(definition["answers_to"]):
            found.setdefault(key, []).append(definition)
    return found


def _measured(release: Release, row: dict, answering: dict):
    metrics = answering.get(row["obligation_id"])
    if metrics:
        return join((link(each["title"], each["metric_id"]) for each in metrics), ", ")
    return row.get("not_measured") or "No metric yet"
