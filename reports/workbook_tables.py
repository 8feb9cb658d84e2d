"""The tables of the workbook, from those of the release: every column, every row, every blank marked."""

from charts import format as reads
from charts.counterpart import Counterparts
from charts.describe import blank_words
from charts.labels import Labels
from charts.units import UNITS
from release.read import Release
from reports.names import records
from reports.sheets import Table

DAY = "yyyy-mm-dd"
COUNTS = ("numerator", "denominator")
LIMITS = ("lower", "upper")
ESTIMATES = ("value", *LIMITS, "bound_lower", "bound_upper")
NUMBERS = (*COUNTS, *ESTIMATES, "missing_share")
NONE_HERE = reads.BLANKS["not_applicable"].shorthand
LONGEST_SHEET_NAME = 31
REFERENCE = {
    "definitions": "What each metric means and the SQL it was counted with.",
    "populations": "Who is counted and who is not.",
    "submissions": "What agencies sent and what became of it.",
    "data_quality": "What the validations found.",
    "blanks": "How many results have no value, and why.",
    "policy": "The rules that protect people.",
    "codebook": "What every column means.",
}


def result_table(
    definition: dict, rows: list[dict], labels: Labels, pair: dict, counterparts: Counterparts
) -> Table:
    """All results of one metric, each with its counterpart; the columns are those of `results`, in readable words."""
    values = UNITS[definition["value_unit"]].cell
    formats = {reads.plain(name): values for name in ESTIMATES}
    formats |= {
        reads.plain(f"pair_{name}"): UNITS[pair["value_unit"]].cell for name in ("value", *LIMITS)
    }
    formats |= {reads.plain(f"pair_{name}"): "#,##0" for name in COUNTS}
    formats |= {reads.plain(name): "#,##0" for name in COUNTS}
    formats |= {reads.plain("missing_share"): "0.0%"}
    formats |= {reads.plain(name): DAY for name in ("period_start", "period_end", "as_of")}
    return Table(
        definition["metric_id"][:LONGEST_SHEET_NAME],
        definition["title"],
        definition["metric_id"],
        f"{definition['question']} Above the line: {definition['numerator']}. "
        f"Below the line: {definition['denominator']}. "
        f"To be read beside its counterpart, whose columns begin with Pair: {pair['title']}.",
        [_result_row(row, labels) | _counterpart(counterparts.columns(row)) for row in rows],
        formats,
    )


def reference_tables(release: Release, jurisdiction: str | None) -> list[Table]:
    """Definitions, populations, receipts, findings, policy and codebook; receipts of one place only, if one is asked for."""
    found = []
    for name, meaning in REFERENCE.items():
        rows = records(release.table(name))
        if rows and "jurisdiction" in rows[0]:
            rows = [row for row in rows if jurisdiction in (None, row["jurisdiction"])]
        cells = [
            {reads.plain(column): _filled(cell, row) for column, cell in row.items()}
            for row in rows
        ]
        days = {reads.plain(c): DAY for c in ("period_start", "period_end", "as_of")}
        found.append(Table(reads.plain(name), reads.plain(name), name, meaning, cells, days))
    return found


def _result_row(row: dict, labels: Labels) -> dict:
    cells = {"Place": labels.place(row["jurisdiction"])}
    for name, cell in row.items():
        cells[reads.plain(name)] = _filled(cell, row)
    if row["category"] != "total":
        cells[reads.plain("category")] = labels.category(row["breakdown"], row["category"])
    cells[reads.plain("blank")] = blank_words(row).label if row["blank"] else NONE_HERE
    status = reads.STATUSES.get(row["status"])
    cells[reads.plain("status")] = status.label if status else NONE_HERE
    return cells


def _counterpart(columns: dict) -> dict:
    """The counterpart's columns in readable words, every empty one with its mark."""
    own = {"blank": columns["pair_blank"]}
    cells = {reads.plain(name): _filled(cell, own) for name, cell in columns.items()}
    blank = reads.BLANKS.get(columns["pair_blank"])
    status = reads.STATUSES.get(columns["pair_status"])
    cells[reads.plain("pair_blank")] = blank.label if blank else NONE_HERE
    cells[reads.plain("pair_status")] = status.label if status else NONE_HERE
    return cells


def _filled(cell, row: dict):
    """A cell, or the mark of why it is empty: the row's own reason, else that there is no such fact."""
    if not reads.is_missing(cell):
        return cell
    reason = reads.BLANKS.get(row.get("blank"))
    return reason.shorthand if reason else NONE_HERE
