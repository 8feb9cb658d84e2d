"""The first chapter about a place that reports nothing: what it was asked, and that silence is not zero."""

from charts import release_words
from languages import ENGLISH, current, phrase, phrase_for
from reports.blocks import Bullets, Heading, NewPage, Paragraph, Table
from reports.duties import short_sentence
from reports.material import Material
from reports.reading import Reading
from reports.sourced import of_table
from reports.subject import Subject


def silence(reading: Reading, subject: Subject, material: Material) -> list:
    """The chapter."""
    others = len(reading.places_with_results)
    told = [
        phrase(
            "{place} has published no result in this release. That is not zero: it does not say that there is no trafficking, no case and no "
            "victim there. It says that nobody has told.",
            place=subject.name,
        ),
        _sent(reading, subject),
    ]
    if others:
        told.append(
            phrase_for(
                others,
                "In the same release {number} place has results.",
                "In the same release {number} places have results.",
            )
        )
    if duties := short_sentence(reading, subject):
        told.append(duties)
    return [
        NewPage(is_whole=True),
        Heading(1, phrase("In short"), anchor="in-short"),
        Bullets(tuple(told)),
        Heading(2, phrase("What was asked")),
        Paragraph(_asked(reading)),
        _questions(material),
    ]


def _sent(reading: Reading, subject: Subject) -> str:
    found = reading.about("submissions", subject.codes)
    if not found:
        return phrase("No agency of it has sent a submission of case data.")
    return phrase_for(
        len(found),
        "Its agencies have sent {number} submission, of which no result could be published.",
        "Its agencies have sent {number} submissions, of which no result could be published.",
    )


def _asked(reading: Reading) -> str:
    return phrase_for(
        len(reading.definitions),
        "Every place is asked the same: {number} measure from identification to recurrence. These are the ones that stand for their stage, and what "
        "each would be counted from.",
        "Every place is asked the same: {number} measures from identification to recurrence. These are the ones that stand for their stage, and what "
        "each would be counted from.",
    )


def _questions(material: Material) -> Table:
    rows = tuple(
        (
            release_words.title(definition),
            release_words.question(definition),
            definition["numerator"],
            definition["denominator"] or "–",
        )
        for definition in map(material.definitions.get, material.headlines)
    )
    headings = (
        phrase("Measure"),
        phrase("Question"),
        phrase("Above the line"),
        phrase("Below the line"),
    )
    # What is counted is told as it was published.
    languages = ("", "", ENGLISH, ENGLISH) if current() != ENGLISH else ()
    title = phrase_for(
        len(rows),
        "{number} measure, none of them answered",
        "{number} measures, none of them answered",
    )
    note = of_table("definitions", material.release_id)
    widths = (1.4, 2, 2.4, 1.9)
    return Table(title, headings, rows, note=note, widths=widths, column_languages=languages)
