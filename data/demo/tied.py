"""Which duty a recommendation is about, and the reports that a place owes the Union."""

from functools import cache

import numpy as np
import pyarrow as pa

from data.demo.dice import NEVER, Dice, day_number
from data.demo.rows import identifiers, table
from data.demo.truths import AS_OF
from data.demo.truths_compliance import Compliance, Reports
from data.instruments import obligations

NONE = (None, None)
EARLY, LATE = 24, 71
"""Days before and after the day they were due on which reports come out on time or late."""


def tied_to_duties(place: str, rules: Compliance, source: np.ndarray, own: Dice) -> dict:
    """Columns of `recommendations` that name the duty; all have a strength, as `source` (who made each) words it."""
    size = len(source)
    strengths = {who: own.pick(shares, size) for who, shares in rules.recommended.strength.items()}
    named = [cell for cell in rules.recommended.cells if _binds(cell[0], place, rules)] or [NONE]
    chosen = own.random.integers(0, len(named), size)
    is_tied = own.chance(rules.recommended.tied, size)
    if place in (rules.silent, rules.claims_only):
        is_tied[:] = False
    cells = np.array(named, dtype=object)[chosen]
    return {
        "obligation_id": np.where(is_tied, cells[:, 0], None),
        "aspect": np.where(is_tied, cells[:, 1], None),
        "strength": np.array([strengths[who][row] for row, who in enumerate(source)], dtype=object),
    }


def _binds(obligation_id: str, place: str, rules: Compliance) -> bool:
    return place in rules.attested.bound_by[_instrument_of()[obligation_id]]


@cache
def _instrument_of() -> dict[str, str]:
    return {row["obligation_id"]: row["instrument"] for row in obligations()}


def reports_due(place: str, rules: Reports) -> pa.Table:
    """Reports that the Union's law asks for; no rows for a place that owes none."""
    if place not in (*rules.on_time, *rules.late, *rules.never):
        owed = []
    else:
        owed = [
            (day, rules.obligation_id, "Report on the use victims made of their rights")
            for day in rules.due
        ]
        owed.append((rules.ahead_due, rules.ahead, "Yearly figures for the Commission"))
    due = np.array([day_number(day) for day, _, _ in owed], dtype=np.int32)
    moved = due + LATE if place in rules.late else due - EARLY
    is_sent = (due < day_number(AS_OF)) & (place not in rules.never)
    return table(
        "statutory_reports",
        jurisdiction=place,
        report_id=identifiers(f"{place}-SU", np.arange(len(owed))),
        agency_id=[f"{place}-OVERSIGHT"] * len(owed),
        name=[name for _, _, name in owed],
        due_on=due,
        published_on=np.where(is_sent, moved, NEVER),
        obligation_id=[obligation_id for _, obligation_id, _ in owed],
    )
