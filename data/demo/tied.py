"""Which duty a recommendation is about, and the yearly figures that a place owes the Commission."""

from datetime import date

import numpy as np
import pyarrow as pa

from data.demo.dice import NEVER, Dice, day_number
from data.demo.rows import identifiers, table
from data.demo.truths_compliance import Compliance, Figures

EARLY, LATE = 24, 71
"""Days before and after the day they were due on which figures are sent on time or late."""


def tied_to_duties(place: str, rules: Compliance, source: np.ndarray, own: Dice) -> dict:
    """Columns of `recommendations` that name the duty; all have a strength, as `source` (who made each) words it."""
    size = len(source)
    strengths = {who: own.pick(shares, size) for who, shares in rules.recommended.strength.items()}
    chosen = own.random.integers(0, len(rules.recommended.cells), size)
    is_tied = own.chance(rules.recommended.tied, size)
    if place in (rules.silent, rules.claims_only):
        is_tied[:] = False
    cells = np.array(rules.recommended.cells, dtype=object)[chosen]
    return {
        "obligation_id": np.where(is_tied, cells[:, 0], None),
        "aspect": np.where(is_tied, cells[:, 1], None),
        "strength": np.array([strengths[who][row] for row, who in enumerate(source)], dtype=object),
    }


def figures_due(place: str, rules: Figures) -> pa.Table:
    """One report a year; no rows for a place that owes none."""
    owes = place in (*rules.on_time, *rules.late, *rules.never)
    years = rules.years if owes else ()
    due = np.array([day_number(date(year + 1, 12, 31)) for year in years], dtype=np.int32)
    if place in rules.never:
        sent = np.full(len(years), NEVER)
    else:
        sent = due + LATE if place in rules.late else due - EARLY
    return table(
        "statutory_reports",
        jurisdiction=place,
        report_id=identifiers(f"{place}-SY", np.arange(len(years))),
        agency_id=[f"{place}-LINK"] * len(years),
        name=[f"Figures of {year} for the Commission" for year in years],
        due_on=due,
        published_on=sent,
        obligation_id=[rules.obligation_id] * len(years),
    )
