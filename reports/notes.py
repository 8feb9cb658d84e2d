"""The sheet that explains every mark and word of a workbook."""

from collections.abc import Sequence

from charts import format as reads
from charts.protection import CONCLUSIONS
from reports.comparison_tables import NOT_TOLD
from reports.sheets import Table, plain_table


def notes(missing: Sequence[str] = ()) -> Table:
    """A row a mark; `missing` are titles of metrics without results."""
    blanks = reads.BLANKS | {"suppressed_by_publisher": reads.SUPPRESSED_BY_PUBLISHER}
    groups = (
        ("Blank", [*blanks.values(), NOT_TOLD]),
        ("Status", reads.STATUSES.values()),
        ("Cohort", reads.MATURITIES.values()),
        ("Record", [reads.PUBLIC_FACT]),
    )
    rows = [
        {
            "Kind": kind,
            "Mark": words.shorthand or words.label,
            "Word": words.label,
            "Meaning": words.meaning,
        }
        for kind, group in groups
        for words in group
    ]
    rows.append(
        {
            "Kind": "Cell",
            "Mark": reads.BLANKS["not_applicable"].shorthand,
            "Word": "No such fact",
            "Meaning": "In a row that has a number: this column does not apply to it, as a horizon to a count.",
        }
    )
    rows += [
        {
            "Kind": "Hidden",
            "Mark": reads.BLANKS["suppressed"].shorthand,
            "Word": "To conclude",
            "Meaning": each,
        }
        for each in CONCLUSIONS
    ]
    note = "A blank is never zero, and never without a reason."
    if missing:
        note += f" The release holds no results of: {'; '.join(missing)}."
    return plain_table("Notes", "Notes on marks and words", "notes", note, rows)
