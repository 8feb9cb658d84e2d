"""The tables of the workbook that explain the numbers: definitions, receipts, findings, rules and columns."""

from charts import format as reads
from release.read import Release
from reports.names import records
from reports.sheets import Part, Table
from reports.workbook_tables import DAY, DAYS, filled, readable

REFERENCE = {
    "indicators": "The indicators of the field, and the metrics that answer them or why none does yet.",
    "definitions": "What each metric means and the SQL it was counted with.",
    "populations": "Who is counted and who is not.",
    "submissions": "What agencies sent and what became of it.",
    "data_quality": "What the validations found.",
    "blanks": "How many results have no value, and why.",
    "policy": "The rules that protect people.",
    "codebook": "What every column means.",
}


def reference_tables(release: Release, jurisdiction: str | None) -> list[Table]:
    """Each as the release holds it; receipts and findings of one place only, if one is asked for."""
    found = []
    for name, meaning in REFERENCE.items():
        rows = records(release.table(name))
        if rows and "jurisdiction" in rows[0]:
            rows = [row for row in rows if jurisdiction in (None, row["jurisdiction"])]
        cells = [
            readable({column: filled(cell, row) for column, cell in row.items()}) for row in rows
        ]
        part = Part(cells, readable(dict.fromkeys(DAYS, DAY)))
        found.append(Table(reads.plain(name), reads.plain(name), name, meaning, [part]))
    return found
