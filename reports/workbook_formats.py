"""Number formats of a workbook, and how an empty cell is filled: a number carries its unit, a blank its reason."""

from charts import format as reads
from languages import later, phrase

DAY = "yyyy-mm-dd"
COUNT = "#,##0"
SHARE = "0.0%"
NUMBER = "0.00"
DAYS = (
    "period_start",
    "period_end",
    "as_of",
    "received_at",
    "newest",
    "oldest",
    "dated_on",
    "due_on",
    "done_on",
    "replied_on",
    "from_on",
    "until_on",
    "valid_from",
    "valid_until",
    "set_on",
)
"""Columns that hold days."""
SHARES = (
    "missing_share",
    "unknown_share",
    "linkage_recall",
    "share_lower",
    "share_upper",
    "share_shown",
)
"""Columns that hold shares, whatever the metric."""
UNITS = {
    "share": (SHARE, ""),
    "days": (COUNT, later("days")),
    "months": ("0.0", later("months")),
    "ratio": (NUMBER, ""),
    "count": (COUNT, ""),
    "money": (COUNT, ""),
    "mean": (NUMBER, later("on average")),
    "agreement": (NUMBER, later("of 1")),
    "per_hundred_thousand": (NUMBER, later("per 100,000")),
    "per_hundred_person_years": (NUMBER, later("per 100 person-years")),
}
"""Unit of a value -> its number format and what follows the number; money has its currency in a column."""
NONE_HERE = reads.BLANKS["not_applicable"].shorthand


def number_format(unit: str) -> str:
    """Format of cells of values in a unit: 512 is shown as 512 days."""
    form, words = UNITS[unit]
    return f'{form}" {phrase(words)}"' if words else form


def filled(cell, row: dict):
    """A cell, or the mark of why it is empty: the row's own reason, else that there is no such fact."""
    if not reads.is_missing(cell):
        return cell
    reason = reads.BLANKS.get(row.get("blank"))
    return reason.shorthand if reason else NONE_HERE
