"""The report as a workbook: cover, contents, notes, then one named table a sheet.

After the accessible-spreadsheet rules of the UK Government Analysis Function: no merged cells, no
blank rows, one header row with unique names, every blank a shorthand that the notes explain.
"""

from datetime import UTC, datetime, time
from pathlib import Path

import xlsxwriter

from charts import format as reads
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
    """Write every result of the report, its comparisons, definitions and the data behind it to `path`."""
    results = group_tables(material)
    others = comparison_tables(material) + reference_tables(release, material.jurisdiction)
    missing = [
        row["title"] for name, row in material.definitions.items() if name not in material.results
    ]
    with xlsxwriter.Workbook(str(path), AS_IT_IS) as workbook:
        _state_properties(workbook, release, cover)
        book = Book(workbook, cover["mark"])
        book.texts("Cover", _cover_lines(cover))
        book.table(_contents(results, others, material))
        book.table(notes(missing))
        for table in results + others:
            book.table(table)


def _state_properties(workbook, release: Release, cover: dict) -> None:
    released_on = records(release.table("release"))[0]["released_on"]
    workbook.set_properties(
        {
            "title": f"{cover['title']}: {cover['place']}",
            "subject": f"Release {cover['release_id']}",
            "author": "Answerable",
            "comments": cover["mark"],
            "created": datetime.combine(released_on, time(), UTC).replace(tzinfo=None),
        }
    )


def _cover_lines(cover: dict) -> list[str]:
    lines = [cover["title"], cover["place"], cover["period"]]
    lines += (
        [f"{cover['mark']}. No number is about a real place or person."] if cover["mark"] else []
    )
    lines += [cover["scope"]] if cover["scope"] else []
    return [
        *lines,
        f"Published {cover['released_on']}; data as of {cover['data_date']}.",
        f"Release {cover['release_id']}, content hash {cover['content_hash']}.",
        f"{cover['results']} results. Each stands beside its interval, its status, its counts and "
        "its counter-metric.",
        "The sheet Contents says which sheet holds which metric; the sheet Notes explains every mark "
        "and word.",
        "The same numbers stand in the release file and on screen.",
    ]


def _contents(results: list[Table], others: list[Table], material: Material) -> Table:
    """A row a metric with its sheet, then a row for each further sheet."""
    headline = {
        row["title"]: "yes" if row["headline"] == "yes" else "no"
        for row in material.definitions.values()
    }
    rows = [
        {
            "Sheet": table.sheet,
            "Holds": part.title,
            "Stands for its stage": headline[part.title],
            "Rows": len(part.rows),
        }
        for table in results
        for part in table.parts
    ]
    rows += [
        {
            "Sheet": table.sheet,
            "Holds": table.note,
            "Stands for its stage": reads.BLANKS["not_applicable"].shorthand,
            "Rows": table.length,
        }
        for table in others
    ]
    note = "Every sheet of numbers holds one table, which begins in row 4."
    return plain_table("Contents", "Contents", "contents", note, rows)
