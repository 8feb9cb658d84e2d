"""What a metric means, as it stood when its numbers were published."""

import streamlit as st

from charts import release_words
from charts.compliance import WORDING
from charts.format import plain
from charts.release_words import inside
from languages import Said, later, phrase, phrase_in
from release.read import Release
from views import compliance_read, frame, held, reading
from views.html import as_stored, bullets, element, facts, join, link

DIRECTIONS = Said(
    {
        "up": later("More is better"),
        "down": later("Less is better"),
        "neither": later("Neither more nor less is better by itself"),
    }
)


def meaning(release: Release, definition: dict) -> None:
    """Definition, who is in and out, caveats, source and worked example."""
    frame.section(phrase("What this number means"))
    given = {
        "units": held.units_in_words(release, definition),
        "kind": inside(plain(definition["value_unit"])),
    }
    direction = DIRECTIONS.get(definition["good_direction"], phrase("Not stated"))
    caveats = bullets(map(as_stored, reading.lines(definition["caveats"])))
    frame.html(
        facts(
            [
                (phrase("Above the line"), as_stored(definition["numerator"])),
                (phrase("Below the line"), _stored(definition["denominator"], NOTHING_BELOW)),
                (phrase("Counted in"), phrase("{units}, given as {kind}", **given)),
                *_population(release, definition),
                (phrase("Direction"), direction),
                (phrase("It does not mean"), caveats),
                (phrase("Follows"), _source(definition)),
                (phrase("Counterpart"), _counterpart(release, definition)),
                (phrase("Worked example"), _stored(definition["worked_example"], NO_EXAMPLE)),
            ]
        )
    )


NOT_DESCRIBED = later("Not described")
NO_SOURCE = later("No published definition")
NOTHING_BELOW, NO_EXAMPLE = later("Nothing: it is a count"), later("None given")


def _stored(text: str | None, instead: str):
    """A text of the release; without one, what stands there instead."""
    return as_stored(text) if text else phrase(instead)


def sql(definition: dict) -> None:
    """The query that counts it, word for word."""
    frame.section(phrase("How it is counted"))
    frame.say(
        phrase("The SQL below reads the cases of the agencies and counts them; nothing else does.")
    )
    with st.expander(phrase("The SQL that counts it")):
        frame.code(definition["sql"] or "-- none stored")


def _population(release: Release, definition: dict) -> list[tuple]:
    found = [
        row
        for row in reading.table(release, "populations")
        if row["population"] == definition["population"]
    ]
    if not found:
        return [(phrase("Population"), plain(definition["population"]))]
    population = found[0]
    return [
        (phrase("Enters on"), as_stored(population["entry"])),
        (phrase("Who is in"), bullets(map(as_stored, reading.lines(population["includes"])))),
        (phrase("Who is out"), bullets(map(as_stored, reading.lines(population["excludes"])))),
    ]


def _source(definition: dict):
    parts = [definition["source"], definition["source_clause"]]
    return _stored(", ".join(part for part in parts if part), NO_SOURCE)


def _counterpart(release: Release, definition: dict):
    other = reading.definitions(release).get(definition["pair"])
    if not other:
        return phrase("None in this release")
    return link(release_words.title(other), other["metric_id"])


def obligations(release: Release, definition: dict) -> None:
    """The duties under treaties and laws that it bears on."""
    wanted = reading.lines(definition["answers_to"])
    frame.section(phrase("Duties it bears on"))
    if not wanted:
        frame.say(phrase("It bears on no duty under a treaty or law that this release knows."))
        return
    known = {row["obligation_id"]: row for row in reading.table(release, "obligations")}
    judged = compliance_read.instruments(release)
    rows = [_duty(key, known.get(key), judged) for key in wanted]
    headings = (phrase("Article"), phrase("Duty"), phrase("Instrument"), phrase("How it stands"))
    caption = phrase("Duties this metric bears on")
    frame.table(release, caption, headings, rows, name=definition["metric_id"])


def _duty(key: str, row: dict | None, judged: dict[str, str]) -> tuple:
    if row is None:
        unknown = phrase_in("instrument", "Unknown")
        return key, phrase("Not described in this release"), unknown, phrase("Not told")
    name = as_stored(row["instrument_title"] or row["instrument"])
    said = [_stored(row["duty"], NOT_DESCRIBED)]
    if row["certainty"] in WORDING:
        said.append(element("span", WORDING[row["certainty"]], class_="answerable-aside"))
    short = judged.get(row["instrument"])
    stands = phrase("Not told")
    if short:
        stands = link(
            phrase("Under {instrument}", instrument=short), "compliance", instrument=short
        )
    return join([row["article"] or key]), join(said), name, stands
