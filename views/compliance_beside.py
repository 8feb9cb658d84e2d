"""What stands beside a cell: replies in full, what binds the place, what its statutes cover, benchmarks of others."""

from charts import format as reads
from charts import joining, release_words
from charts.compliance import WORDING
from charts.format import is_missing
from languages import ENGLISH, current, later, phrase, phrase_in
from release.read import Release
from views import compliance_evidence, compliance_read, frame, reading, results_table
from views.filters import metric_link
from views.html import as_stored, element, join

REACHED = {
    "yes": later("Reached"),
    "no": later("Not reached"),
    "cannot_tell": later("Cannot tell: the interval holds the benchmark"),
    "no_result": later("No result to hold beside it"),
}
NOT_STATED = later("Not stated")
COVERED_MARKS = {"yes": "●", "partly": "◑", "no": "○", "not_known": "?"}


def replies(release: Release, key: tuple) -> None:
    """Every reply in full, as the plain text it is."""
    rows = compliance_read.of_cell(release, "replies", *key)
    if not rows:
        return
    names = reading.labels(release)
    place = names.place(key[0])
    # In which language a place replies is not recorded: the empty word says that it is not that of the page.
    language = None if current() == ENGLISH else ""
    frame.section(phrase("Reply of {place}", place=place))
    for row in sorted(rows, key=lambda each: str(each["replied_on"]), reverse=True):
        day = reads.day(row["replied_on"]) or phrase("undated")
        frame.note(phrase("{place}, {day}, in its own words:", place=place, day=day))
        frame.html(
            element("blockquote", row["reply"] or "", lang=language, class_="answerable-plain")
        )
    results_table.download(release, rows, compliance_read.CELL_PAGE, phrase("replies"))


def participations(release: Release, place: str, duty: dict) -> None:
    """The records that bind the place to the instrument, or free it."""
    frame.section(phrase("What binds this place"))
    instrument = duty.get("instrument")
    rows = reading.rows(release, "participations", jurisdiction=place, instrument=instrument)
    if not rows:
        frame.say(
            phrase(
                "No record of this release says whether the place takes part in this instrument."
            )
        )
        return
    names = reading.labels(release)
    cells = [
        (
            join([names.category("participation_event", row["event"]), *_unread(row)]),
            reads.day(row["from_on"]) or phrase("Not stated"),
            reads.day(row["until_on"]) or phrase_in("until when", "Still"),
            _named(release, row),
            compliance_evidence.outward(
                reads.plain(row["source"]) if row["source"] else phrase("Not stated"), row["link"]
            ),
            as_stored(row["note"]) if row["note"] else phrase("None"),
        )
        for row in sorted(rows, key=lambda row: str(row["from_on"] or ""))
    ]
    headings = (
        phrase("Record"),
        phrase_in("day", "From"),
        phrase("Until"),
        phrase("Duties it names"),
        phrase("Source"),
        phrase("Note"),
    )
    name = compliance_read.instruments(release).get(instrument, instrument)
    frame.table(
        release,
        phrase("Records on {instrument}", instrument=name),
        headings,
        cells,
        name=compliance_read.CELL_PAGE,
        data=rows,
        file="participation",
    )


def statutes(release: Release, place: str) -> None:
    """What the statutes of the place cover, element by element."""
    rows = reading.rows(release, "statutes", jurisdiction=place)
    if not rows:
        return
    frame.section(phrase("What statutes cover"))
    names = reading.labels(release)
    cells = [
        (
            names.category("statute_element", row["element"]),
            covered(row["covered"], names, row["number"]),
            join([_statute(row), *_unread(row)]),
            reads.day(row["valid_from"]) or phrase("Not stated"),
            reads.day(row["valid_until"]) or phrase_in("until when", "Still"),
            as_stored(row["note"]) if row["note"] else phrase("None"),
        )
        for row in rows
    ]
    headings = (
        phrase("Element"),
        phrase("Covered"),
        phrase("Statute"),
        phrase_in("day", "From"),
        phrase("Until"),
        phrase("Note"),
    )
    frame.table(
        release,
        phrase("Elements and the statutes that cover them"),
        headings,
        cells,
        name=compliance_read.CELL_PAGE,
        data=rows,
        file="statutes",
    )


def covered(code: str | None, names, number=None):
    """Mark and word: whether a statute covers an element, or the number it sets."""
    if not is_missing(number):
        return reads.count(number)
    code = code or "not_known"
    mark = element(
        "span", COVERED_MARKS.get(code, "?"), aria_hidden="true", class_="answerable-mark"
    )
    words = names.category("covered", code)
    return join([mark, " ", words])


def benchmarks(release: Release, place: str, pieces: list[dict]) -> None:
    """Aims that somebody set for the metrics of this cell; no instrument sets them."""
    wanted = {row["metric_id"] for row in pieces if row["metric_id"]}
    rows = [
        row
        for row in reading.rows(release, "benchmarks", jurisdiction=place)
        if row["metric_id"] in wanted
    ]
    if not rows:
        return
    frame.section(phrase("Benchmarks that others set"))
    frame.say(phrase("These are not numbers of the instrument, and decide no state."))
    names, definitions = reading.labels(release), reading.definitions(release)
    cells = []
    for row in rows:
        definition = definitions.get(row["metric_id"])
        unit = definition["value_unit"] if definition else "ratio"
        title = row["metric_id"]
        if definition:
            title = metric_link(release, row["metric_id"], place, row)
        direction = release_words.inside(names.category("benchmark_direction", row["direction"]))
        limits = reads.interval(row["lower"], row["upper"], unit)
        said = reads.value(row["value"], unit) or phrase("No number")
        asked = phrase(
            "{direction} {number}", direction=direction, number=reads.value(row["number"], unit)
        )
        cells.append(
            (
                title,
                compliance_evidence.outward(asked, row["link"]),
                names.category("recommendation_source", row["set_by"]),
                _set_on(row),
                f"{said} ({limits})" if limits else said,
                phrase(REACHED.get(row["reached"]) or NOT_STATED),
            )
        )
    headings = (
        phrase("Metric"),
        phrase("Benchmark"),
        phrase("Set by"),
        phrase("Set on"),
        phrase("Newest result"),
        phrase("Reached"),
    )
    frame.table(
        release,
        phrase("Benchmarks, with who set them and when"),
        headings,
        cells,
        name=compliance_read.CELL_PAGE,
        data=[row | WHOLE for row in rows],
        file="benchmarks",
    )


WHOLE = {
    "breakdown": "total",
    "category": "total",
    "scope": "trafficking",
    "horizon_days": None,
}
"""What a benchmark's result is about, by which a file finds its counterpart."""


def _set_on(row: dict) -> str:
    day = reads.day(row["set_on"]) or phrase(NOT_STATED)
    # Whoever sets an aim after the result is known has not set an aim.
    if row["was_set_before"] is False:
        return phrase("{day}, after the period had begun", day=day)
    return day


def _named(release: Release, row: dict) -> str:
    keys = reading.lines(row["obligation_ids"])
    return joining.in_turn(compliance_read.duty_name(release, key) for key in keys) or phrase_in(
        "duties", "All"
    )


def _statute(row: dict):
    parts = [row["title"] or row["statute_id"], row["provision"]]
    return compliance_evidence.outward(as_stored(", ".join(filter(None, parts))), row["link"])


def _unread(row: dict) -> list:
    said = WORDING.get(row["certainty"])
    return [element("span", said, class_="answerable-aside")] if said else []
