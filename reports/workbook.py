"""The report as a workbook: cover, contents, notes, then one named table a sheet.

After the accessible-spreadsheet rules of the UK Government Analysis Function: no merged cells, no
blank rows, one header row with unique names, every blank a shorthand that the notes explain.
"""

from datetime import UTC, datetime, time
from pathlib import Path

import xlsxwriter

from charts import format as reads
from charts.counterpart import Counterparts
from charts.labels import Labels
from charts.order import in_justice_order
from release.read import Release
from reports.names import records
from reports.sheets import Table, text_sheet, write_table
from reports.workbook_tables import reference_tables, result_table


def write_workbook(
    release: Release, jurisdiction: str | None, results: list[dict], cover: dict, path: Path
) -> None:
    """Write every result of the report, its definitions and the data behind it to `path`."""
    definitions = in_justice_order(records(release.definitions()))
    labels = Labels.from_records(
        records(release.table("jurisdictions")), records(release.table("vocabulary"))
    )
    by_metric: dict[str, list[dict]] = {row["metric_id"]: [] for row in definitions}
    for row in results:
        by_metric[row["metric_id"]].append(row)
    by_id = {row["metric_id"]: row for row in definitions}
    found = [
        result_table(
            definition,
            by_metric[definition["metric_id"]],
            labels,
            by_id[definition["pair"]],
            Counterparts(definition["pair"], by_metric[definition["pair"]]),
        )
        for definition in definitions
        if by_metric[definition["metric_id"]]
    ]
    missing = [row["title"] for row in definitions if not by_metric[row["metric_id"]]]
    tables = found + reference_tables(release, jurisdiction)
    # Cells hold what the release holds: a text that looks like a formula or a link stays a text.
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as workbook:
        _state_properties(workbook, release, cover)
        text_sheet(workbook, "Cover", _cover_lines(cover))
        _contents_sheet(workbook, tables, cover["mark"])
        _notes_sheet(workbook, missing, cover["mark"])
        for table in tables:
            write_table(workbook, table, cover["mark"])


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
        f"{cover['results']} results. Each stands beside its interval, its status and its counts.",
        "The sheet Contents lists every table; the sheet Notes explains every mark and word.",
        "The same numbers stand in the release file and on screen.",
    ]


def _contents_sheet(workbook, tables: list[Table], mark: str) -> None:
    rows = [
        {"Sheet": table.sheet, "Table": table.title, "Rows": len(table.rows)} for table in tables
    ]
    note = "Every sheet of numbers holds one table, which begins in row 4."
    write_table(workbook, Table("Contents", "Contents", "contents", note, rows, {}), mark)


def _notes_sheet(workbook, missing: list[str], mark: str) -> None:
    blanks = reads.BLANKS | {"suppressed_by_publisher": reads.SUPPRESSED_BY_PUBLISHER}
    groups = (("Blank", blanks), ("Status", reads.STATUSES), ("Cohort", reads.MATURITIES))
    rows = [
        {
            "Kind": kind,
            "Mark": words.shorthand or words.label,
            "Word": words.label,
            "Meaning": words.meaning,
        }
        for kind, group in groups
        for words in group.values()
    ]
    rows.append(
        {
            "Kind": "Cell",
            "Mark": reads.BLANKS["not_applicable"].shorthand,
            "Word": "No such fact",
            "Meaning": "In a row that has a number: this column does not apply to it, as a horizon to a count.",
        }
    )
    note = "A blank is never zero, and never without a reason."
    if missing:
        note += f" The release holds no results of: {'; '.join(missing)}."
    write_table(workbook, Table("Notes", "Notes on marks and words", "notes", note, rows, {}), mark)
