"""The sheet that explains every mark and word of a workbook."""

from collections.abc import Sequence

from charts import format as reads
from charts.compliance import STATE_MARKS
from charts.labels import Labels
from charts.protection import CONCLUSIONS
from languages import later, phrase
from reports.comparison_tables import NOT_TOLD
from reports.sheets import Table, plain_table

NO_SUCH = reads.Words(
    later("No such fact"),
    reads.BLANKS["not_applicable"].shorthand,
    later("In a row that has a number: this column does not apply to it, as a horizon to a count."),
)


def notes(missing: Sequence[str] = (), labels: Labels | None = None) -> Table:
    """A row a mark; `missing` are titles of metrics without results, `labels` name the states of duties if given."""
    blanks = reads.BLANKS | {"suppressed_by_publisher": reads.SUPPRESSED_BY_PUBLISHER}
    groups = (
        (phrase("Blank"), [*blanks.values(), NOT_TOLD]),
        (phrase("Status"), reads.STATUSES.values()),
        (phrase("Cohort"), reads.MATURITIES.values()),
        (phrase("Record"), [reads.PUBLIC_FACT]),
        (phrase("Cell"), [NO_SUCH]),
    )
    rows = [
        _row(kind, words.shorthand or words.label, words.label, words.meaning)
        for kind, group in groups
        for words in group
    ]
    hidden = reads.BLANKS["suppressed"].shorthand
    rows += [
        _row(phrase("Hidden"), hidden, phrase("To conclude"), str(each)) for each in CONCLUSIONS
    ]
    if labels:
        meaning = phrase("How a duty stands; the sheet Compliance rules says what leads to it.")
        rows += [
            _row(phrase("Duty"), state, labels.category("compliance_state", state), meaning)
            for state in STATE_MARKS
        ]
    note = phrase("A blank is never zero, and never without a reason.")
    if missing:
        note += " " + phrase(
            "The release holds no results of: {metrics}.", metrics="; ".join(missing)
        )
    return plain_table(phrase("Notes"), phrase("Notes on marks and words"), "notes", note, rows)


def _row(kind: str, mark: str, word: str, meaning: str) -> dict:
    return {
        phrase("Kind"): kind,
        phrase("Mark"): mark,
        phrase("Word"): word,
        phrase("Meaning"): meaning,
    }
