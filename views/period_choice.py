"""The choice of a period on pages that tell many metrics of one place; it stands in the address as `period`."""

from collections.abc import Iterable

import streamlit as st

from charts import format as reads
from charts.describe import quality
from languages import later, phrase
from views import shown
from views.filter_box import filter_box
from views.filters import carry_over

Period = tuple
"""First and last day."""


def days(row: dict) -> Period:
    """The period of a result."""
    return row["period_start"], row["period_end"]


def choose(
    rows: Iterable[dict], page: str, *, label: str = later("Period"), likes: Period | None = None
) -> Period | None:
    """The chosen period of those that `rows` have, newest first; None where there are no rows.

    It starts at `likes` or, without it, at the newest period with a number.
    """
    rows = list(rows)
    found = sorted({days(row) for row in rows}, key=lambda each: (each[1], each[0]), reverse=True)
    if not found:
        return None
    numbered = {days(row) for row in rows if quality(row) != "blank"}
    first = (
        likes if likes in found else next((each for each in found if each in numbered), found[0])
    )
    chosen, label = first, phrase(label)
    if len(found) > 1:
        carry_over("period", found, page)
        chosen = filter_box(
            label,
            found,
            index=found.index(first),
            format_func=lambda each: reads.period(*each),
            key="period",
            width=230,
        )
        st.session_state.setdefault("kept", {})["period"] = chosen
    shown.choice(label, reads.period(*chosen))
    return chosen


def of_period(rows: Iterable[dict], period: Period) -> list[dict]:
    """The rows of this period or, where it has no numbers, of the shortest period around it that has some."""
    rows = list(rows)
    around = {days(row) for row in rows if days(row)[0] <= period[0] and period[1] <= days(row)[1]}
    nearest_first = sorted(around, key=lambda each: (each[1] - each[0], each))
    for each in nearest_first:
        told = [row for row in rows if days(row) == each]
        if any(quality(row) != "blank" for row in told):
            return told
    return [row for row in rows if nearest_first and days(row) == nearest_first[0]]


def other_period(rows: list[dict], period: Period) -> str:
    """Says of rows told for another period than the chosen one which period that is; else empty."""
    told = {days(row) for row in rows}
    return "" if not told or period in told else reads.period(*max(told))
