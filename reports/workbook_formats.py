"""Number formats of a workbook, and how an empty cell is filled: a number carries its unit, a blank its reason."""

from charts import format as reads
from charts.units import UNITS
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
FOLLOWED_BY = {
    "days": later("days"),
    "months": later("months"),
    "mean": later("on average"),
    "agreement": later("of 1"),
    "per_hundred_thousand": later("per 100,000"),
    "per_hundred_person_years": later("per 100 person-years"),
}
"""Unit of a value -> what follows the number in its cell; a share has its sign, money its currency in a column."""
NONE_HERE = reads.BLANKS["not_applicable"].shorthand


def number_format(unit: str) -> str:
    """Format of cells of values in a unit: 512 is shown as 512 days."""
    form = UNITS[unit].cell
    return f'{form}" {phrase(FOLLOWED_BY[unit])}"' if unit in FOLLOWED_BY else form


def filled(cell, row: dict):
    """A cell, or the mark of why it is empty: the row's own reason, else that there is no such fact."""
    if not reads.is_missing(cell):
        return cell
    reason = reads.BLANKS.get(row.get("blank"))
    return reason.shorthand if reason else NONE_HERE
