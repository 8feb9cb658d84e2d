"""What a metric means, as it stood when its numbers were published."""

import streamlit as st

from charts.compliance import WORDING
from charts.format import plain
from release.read import Release
from views import compliance_read, frame, held, reading
from views.html import bullets, element, facts, join, link

DIRECTIONS = {
    "up": "More is better",
    "down": "Less is better",
    "neither": "Neither more nor less is better by itself",
}


def meaning(release: Release, definition: dict) -> None:
    """Definition, who is in and out, caveats, source and worked example."""
    frame.section("What this number means")
    unit = " or ".join(held.units(release, definition)).replace("_", " ")
    frame.html(
        facts(
            [
                ("Above the line", definition["numerator"]),
                ("Below the line", definition["denominator"] or "Nothing: it is a count"),
                ("Counted in", f"{unit}, given as {plain(definition['value_unit']).lower()}"),
                *_population(release, definition),
                ("Direction", DIRECTIONS.get(definition["good_direction"], "Not stated")),
                ("It does not mean", bullets(reading.lines(definition["caveats"]))),
                ("Follows", _source(definition)),
                ("Counterpart", _counterpart(release, definition)),
                ("Worked example", definition["worked_example"] or "None given"),
            ]
        )
    )


def sql(definition: dict) -> None:
    """The query that counts it, word for word."""
    frame.section("How it is counted")
    frame.say("The SQL below reads the cases of the agencies and counts them; nothing else does.")
    with st.expander("The SQL that counts it"):
        frame.code(definition["sql"] or "-- none stored")


def _population(release: Release, definition: dict) -> list[tuple]:
    found = [
        row
        for row in reading.table(release, "populations")
        if row["population"] == definition["population"]
    ]
    if not found:
        return [("Population", plain(definition["population"]))]
    population = found[0]
    return [
        ("Enters on", population["entry"]),
        ("Who is in", bullets(reading.lines(population["includes"]))),
        ("Who is out", bullets(reading.lines(population["excludes"]))),
    ]


def _source(definition: dict) -> str:
    parts = [definition["source"], definition["source_clause"]]
    return ", ".join(part for part in parts if part) or "No published definition"


def _counterpart(release: Release, definition: dict):
    other = reading.definitions(release).get(definition["pair"])
    return link(other["title"], other["metric_id"]) if other else "None in this release"


def obligations(release: Release, definition: dict) -> None:
    """The duties under treaties and laws that it bears on."""
    wanted = reading.lines(definition["answers_to"])
    frame.section("Duties it bears on")
    if not wanted:
        frame.say("It bears on no duty under a treaty or law that this release knows.")
        return
    known = {row["obligation_id"]: row for row in reading.table(release, "obligations")}
    judged = compliance_read.instruments(release)
    rows = [_duty(key, known.get(key), judged) for key in wanted]
    headings = ("Article", "Duty", "Instrument", "How it stands")
    metric_id = definition["metric_id"]
    frame.table(release, "Duties this metric bears on", headings, rows, name=metric_id)


def _duty(key: str, row: dict | None, judged: dict[str, str]) -> tuple:
    if row is None:
        return key, "Not described in this release", "Unknown", "Not told"
    name = row["instrument_title"] or row["instrument"]
    said = [row["duty"] or "Not described"]
    if row["certainty"] in WORDING:
        said.append(element("span", WORDING[row["certainty"]], class_="answerable-aside"))
    short = judged.get(row["instrument"])
    stands = link(f"Under {short}", "compliance", instrument=short) if short else "Not told"
    return join([row["article"] or key]), join(said), name, stands
