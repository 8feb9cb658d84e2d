"""The day by which half would have ended at the pace of a period: the median of its period curve."""

from metrics.estimating.sums import share_left_out, total
from metrics.estimators import Estimate, aalen_johansen, current_pace, median_is_shown
from metrics.figure import Figure, with_estimate


def figure(rows: list[dict]) -> Figure:
    """Ended in the period, of all who were open in it; the value where the curve can be read from its start.

    Over several years a unit stands below the line once for each year, as the years add up; how far
    the value can be relied on is judged by the units themselves.
    """
    usable = [row for row in rows if row["ending"] != "unusable"]
    left_out = total(rows, "units") - total(usable, "units")
    ended = [row["ending"] not in ("open", "came_late") for row in usable]
    found = current_pace(_curve(usable, ended)) if usable else None
    number = total([row for row, is_end in zip(usable, ended, strict=True) if is_end], "units")
    open_in = total(usable, "units")
    shown = Figure(number, open_in, missing_share=share_left_out(left_out, open_in))
    # Half of those who had lasted some time is another question than half of all.
    is_told = found and found.lasted == 0 and median_is_shown(found.estimate, int(number))
    estimate = found.estimate if is_told else Estimate(None, None, None, "")
    return with_estimate(shown, estimate, _units(usable), is_share=False, left_out=left_out)


def _curve(rows: list[dict], ended: list[bool]):
    units = [int(row["units"]) for row in rows]
    late = [row["ending"] == "came_late" for row in rows]
    entered = [int(row["occurrences"]) if came else 0 for row, came in zip(rows, late, strict=True)]
    events = [n if is_end else 0 for n, is_end in zip(units, ended, strict=True)]
    censored = [0 if is_end else n for n, is_end in zip(units, ended, strict=True)]
    return aalen_johansen([int(row["days"]) for row in rows], {"end": events}, censored, entered)


def _units(rows: list[dict]) -> float:
    """Units open in the first year, and those that came in later ones: nobody is counted once a year."""
    first = min((row["period_year"] for row in rows), default=None)
    begun = [row for row in rows if row["period_year"] == first]
    return total(begun, "units") + total(
        [r for r in rows if r["period_year"] != first], "newcomers"
    )
