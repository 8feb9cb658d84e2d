"""The tables of the workbook that explain the numbers: definitions, receipts, findings, rules and columns."""

from charts import format as reads
from release.read import Release
from reports.names import table_or_none
from reports.sheets import Part, Table
from reports.workbook_tables import DAY, DAYS, filled, readable

ALL = "all"
"""Stands in some of these tables for every place."""

REFERENCE = {
    "indicators": "The indicators of the field, and the metrics that answer them or why none does yet.",
    "definitions": "What each metric means and the SQL it was counted with.",
    "populations": "Who is counted and who is not.",
    "submissions": "What agencies sent and what became of it.",
    "data_quality": "What the validations found.",
    "blanks": "How many results have no value, and why.",
    "policy": "The rules that protect people.",
    "protection": "How many results are shown, shown in part, hidden, or not there for another reason.",
    "audits": "Attacks that were tried on this release before it was published.",
    "plan": "What is told at which detail, and why.",
    "research_notes": "Which places the data for research hold, and why not others.",
    "research_utility": "How far the data for research can be relied on.",
    "codebook": "What every column means.",
}

TITLES = {"protection": "Shown and hidden"}
"""Table -> its title, where its name in words is that of a stage of justice."""


def reference_tables(release: Release, jurisdiction: str | None) -> list[Table]:
    """Each as the release holds it, of one place and of all together if one is asked for.

    A table that the release, an older one, does not hold has no sheet.
    """
    found = []
    for name, meaning in REFERENCE.items():
        rows = table_or_none(release, name)
        if rows is None:
            continue
        if rows and "jurisdiction" in rows[0] and jurisdiction is not None:
            rows = [row for row in rows if row["jurisdiction"] in (jurisdiction, ALL)]
        cells = [
            readable({column: filled(cell, row) for column, cell in row.items()}) for row in rows
        ]
        part = Part(cells, readable(dict.fromkeys(DAYS, DAY)))
        title = TITLES.get(name, reads.plain(name))
        found.append(Table(title, title, name, meaning, [part]))
    return found
