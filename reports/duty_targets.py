"""Targets that somebody set for a metric, beside what was reached."""

from charts import format as reads
from charts import release_words
from charts.units import UNITS
from languages import later, phrase
from reports.blocks import Table
from reports.reading import Reading
from reports.sourced import of_table
from reports.subject import Subject

REACHED = {
    "yes": later("Reached"),
    "no": later("Not reached"),
    "cannot_tell": later("Cannot tell: the interval holds the benchmark"),
}


def targets(reading: Reading, subject: Subject) -> list[Table]:
    """One table; none where no target was set."""
    rows = [
        _row(row, reading, subject)
        for row in reading.about("benchmarks", subject.codes)
        if row["metric_id"] in reading.definitions
    ]
    if not rows:
        return []
    place = () if subject.code else (phrase("Place"),)
    headings = (
        *place,
        phrase("Measure"),
        phrase("Target"),
        phrase("Set by, and when"),
        phrase("Period"),
        phrase("Number and 95% interval"),
        phrase("What follows"),
    )
    note = phrase("A target that was set after its period began is no promise kept or broken.")
    note += " " + of_table("benchmarks", reading.release.release_id)
    return [
        Table(
            phrase("Targets that were set, and what was reached"), headings, tuple(rows), note=note
        )
    ]


def _row(row: dict, reading: Reading, subject: Subject) -> tuple:
    definition, labels = reading.definitions[row["metric_id"]], reading.labels
    unit = definition["value_unit"]
    asked = labels.category("benchmark_direction", row["direction"])
    place = () if subject.code else (labels.place(row["jurisdiction"]),)
    value = reads.value(row["value"], unit) or "–"
    limits = reads.interval(row["lower"], row["upper"], unit) if UNITS.get(unit) else ""
    is_estimate = limits and row["lower"] != row["upper"]
    follows = phrase(REACHED.get(row["reached"], row["reached"] or "–"))
    if row["was_set_before"] is False:
        follows += "\n" + phrase("Set after its period began")
    return (
        *place,
        release_words.title(definition),
        f"{asked} {reads.value(row['number'], unit)}",
        f"{labels.category('recommendation_source', row['set_by'])}\n{reads.day(row['set_on'])}",
        reads.period(row["period_start"], row["period_end"]),
        f"{value} ({limits})" if is_estimate else value,
        follows,
    )
