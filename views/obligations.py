"""Duties under treaties and laws, and which metric bears on each."""

import streamlit as st

from release.read import Release
from views import compliance_list, compliance_read, frame, reading, shown
from views.html import Markup, element, join, link

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
    shown.choice("Instrument", "All instruments" if chosen == ALL else instruments[chosen])
    if chosen != ALL:
        rows = [row for row in rows if row["instrument"] == chosen]
    answering = _answering(release)
    measured = sum(row["obligation_id"] in answering for row in rows)
    frame.announce(f"{len(rows)} duties; a metric of this release bears on {measured} of them.")
    known = compliance_read.instruments(release)
    cells = [
        (
            row["article"] or row["obligation_id"],
            _duty(row),
            known[row["instrument"]],
            _force(release, row),
            _themes(release, row),
            _shown(release, row, answering),
        )
        for row in rows
    ]
    frame.section("Each duty and its measure")
    headings = ("Article", "Duty", "Instrument", "Force", "Themes", "What would show it")
    frame.table(release, "Duties", headings, cells, name="obligations", data=rows)
    if compliance_read.cells(release):
        more = compliance_read.page_link(
            release, "Compliance", instrument=None if chosen == ALL else chosen
        )
        frame.note(join(["How each of them stands, place by place: ", more, "."]))


def _answering(release: Release) -> dict[str, list[dict]]:
    """Obligation -> the definitions that answer to it."""
    found: dict[str, list[dict]] = {}
    for definition in reading.definitions(release).values():
        for key in reading.lines(definition["answers_to"]):
            found.setdefault(key, []).append(definition)
    return found


def _duty(row: dict) -> Markup:
    """The duty in plain words; says where its wording was not read in the text."""
    said = element("div", row["duty"] or "Not described", class_="answerable-duty")
    return join([said, *compliance_list.wording(row)])


def _force(release: Release, row: dict) -> Markup:
    """How strongly the text binds, and by which words that is weakened."""
    if not row.get("force"):
        return join(["Not stated"])
    names = reading.labels(release)
    note = row.get("force_note")
    more = [element("span", note, class_="answerable-aside")] if note else []
    return join([names.category("obligation_force", row["force"]), *more])


def _themes(release: Release, row: dict) -> str:
    names = (compliance_read.theme_name(release, each) for each in compliance_read.themes(row))
    return ", ".join(names)


def _shown(release: Release, row: dict, answering: dict) -> Markup:
    """Metrics, what a statement has to show, a number of the instrument; or why nothing shows it."""
    metrics = answering.get(row["obligation_id"])
    said = []
    if metrics:
        said.append(join((link(each["title"], each["metric_id"]) for each in metrics), ", "))
    said += [row[column] for column in ("attested", "number_text") if row.get(column)]
    if row.get("not_measured") and not metrics:
        said.append(row["not_measured"])
    return join(element("div", each) for each in said or ["No metric yet"])
