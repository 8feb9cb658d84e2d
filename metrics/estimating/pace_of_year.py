"""The day by which half would have ended at the pace of a period: the median of its period curve."""

import numpy as np

from metrics.counts import Counts
from metrics.estimating.sums import share_left_out
from metrics.estimators import Estimate, aalen_johansen, current_pace, median_is_shown
from metrics.figure import Figure, with_estimate


def figure(rows: Counts) -> Figure:
    """Ended in the period, of all who were open in it; the value where the curve can be read from its start.

    Over several years a unit stands below the line once for each year, as the years add up; how far
    the value can be relied on is judged by the units themselves.
    """
    if not len(rows):
        return with_estimate(Figure(0.0, 0.0), Estimate(None, None, None, ""), 0, is_share=False)
    usable = rows.take(~rows.column("ending").among(("unusable",)))
    left_out = rows.total("units") - usable.total("units")
    ended = ~usable.column("ending").among(("open", "came_late"))
    found = current_pace(_curve(usable, ended)) if len(usable) else None
    number, open_in = usable.take(ended).total("units"), usable.total("units")
    shown = Figure(number, open_in, missing_share=share_left_out(left_out, open_in))
    # Half of those who had lasted some time is another question than half of all.
    is_told = found and found.lasted == 0 and median_is_shown(found.estimate, int(number))
    estimate = found.estimate if is_told else Estimate(None, None, None, "")
    return with_estimate(shown, estimate, _units(usable), is_share=False, left_out=left_out)


def _curve(rows: Counts, ended: np.ndarray):
    units = rows.column("units")
    came = rows.column("ending").among(("came_late",))
    entered = np.where(came, rows.column("occurrences"), 0)
    events, censored = np.where(ended, units, 0), np.where(ended, 0, units)
    return aalen_johansen(rows.column("days"), {"end": events}, censored, entered)


def _units(rows: Counts) -> float:
    """Units open in the first year, and those that came in later ones: nobody is counted once a year."""
    if not len(rows):
        return 0.0
    years = rows.column("period_year")
    first = years == years.min()
    return rows.take(first).total("units") + rows.take(~first).total("newcomers")
