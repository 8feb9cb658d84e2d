"""The report as a workbook: cover, contents, notes, then one named table a sheet.

After the accessible-spreadsheet rules of the UK Government Analysis Function: no merged cells, no
blank rows, one header row with unique names, every blank a shorthand that the notes explain.
"""

from datetime import UTC, datetime, time
from pathlib import Path

import xlsxwriter

from charts import format as reads
from charts.release_words import title
from languages import current, phrase
from release.read import Release
from reports.comparison_tables import comparison_tables
from reports.material import Material
from reports.names import records
from reports.notes import notes
from reports.reference_tables import reference_tables
from reports.sheets import Book, Table, plain_table
from reports.workbook_tables import group_tables

# Cells hold what the release holds: a text that looks like a formula or a link stays a text.
AS_IT_IS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_workbook(release: Release, material: Material, cover: dict, path: Path) -> None:
    """Write every result of the report, its comparisons, duties, definitions and the data behind it to `path`."""
    results = group_tables(material) or [_no_results()]
    others = comparison_tables(material) + reference_tables(release, material)
    missing = [
        title(row) for name, row in material.definitions.items() if name not in material.results
    ]
    with xlsxwriter.Workbook(str(path), AS_IT_IS) as workbook:
        _state_properties(workbook, release, cover)
        book = Book(workbook, cover["mark"])
        book.texts(phrase("Cover"), _cover_lines(cover))
        book.table(_contents(results, others, material))
        book.table(notes(missing, material.labels))
        for table in results + others:
            book.table(table)


def _state_properties(workbook, release: Release, cover: dict) -> None:
    released_on = records(release.table("release"))[0]["released_on"]
    workbook.set_properties(
        {
            "title": f"{cover['title']}: {cover['place']}",
            "subject": phrase("Release {release}", release=cover["release_id"]),
            "author": "Answerable",
            "comments": cover["mark"],
            "created": datetime.combine(released_on, time(), UTC).replace(tzinfo=None),
        }
    )
    # The format knows no language of a whole file; readers of its properties find it here.
    workbook.set_custom_property("Language", current())


def _cover_lines(cover: dict) -> list[str]:
    made_up = phrase("{mark}. No number is about a real place or person.", mark=cover["mark"])
    lines = [
        cover["title"],
        cover["place"],
        cover["period"],
        made_up if cover["mark"] else "",
        cover["scope"],
        phrase(
            "Published {day}; data as of {data_date}.",
            day=cover["released_on"],
            data_date=cover["data_date"],
        ),
        phrase(
            "Release {release}, content hash {content_hash}.",
            release=cover["release_id"],
            content_hash=cover["content_hash"],
        ),
        phrase(
            "{results} results. Each stands beside its interval, its status, its counts and "
            "its counter-metric.",
            results=cover["results"],
        ),
        phrase(
            "The sheet Contents says which sheet holds which metric; the sheet Notes explains every mark "
            "and word."
        ),
        phrase("The same numbers stand in the release file and on screen."),
    ]
    # A blank row would end the text for whoever hears it read.
    return [line for line in lines if line]


def _no_results() -> Table:
    note = phrase("This release holds no results of what was asked for. That is no zero.")
    return Table(phrase("Results"), phrase("Results"), "results", note, [])


def _contents(results: list[Table], others: list[Table], material: Material) -> Table:
    """A row a metric with its sheet, then a row for each further sheet."""
    first = {title(row) for row in material.definitions.values() if row["headline"] == "yes"}
    none = reads.BLANKS["not_applicable"].shorthand

    def row(table: Table, holds: str, stands: str, rows: int) -> dict:
        return {
            phrase("Sheet"): table.sheet,
            phrase("Holds"): holds,
            phrase("Stands for its stage"): stands,
            phrase("Rows"): rows,
        }

    rows = [
        row(
            table,
            part.title,
            phrase("yes") if part.title in first else phrase("no"),
            len(part.rows),
        )
        for table in results
        for part in table.parts
    ]
    further = [table for table in results if not table.parts] + others
    rows += [row(table, table.note, none, table.length) for table in further]
    note = phrase("Every sheet of numbers holds one table, which begins in row 4.")
    name = phrase("Contents")
    return plain_table(name, name, "contents", note, rows, links=phrase("Sheet"))
