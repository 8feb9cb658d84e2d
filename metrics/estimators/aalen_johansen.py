"""Time to one of several ends, from a daily count table (Aalen & Johansen 1978).

Ties are exact: F_k(t) grows by S(t-) d_k/n, whatever else happens that day. Censoring on a day
counts as after the events of that day. Whoever comes under observation late is at risk from the
day after. The standard error is the delta method's (Dinse & Larson 1986), which without late entry
equals the infinitesimal jackknife; `late_entry` has the jackknife itself.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from metrics.estimators.curve import Curve


def aalen_johansen(
    days: Sequence[int],
    events: Mapping[str, Sequence[int]],
    censored: Sequence[int],
    entered: Sequence[int] | None = None,
) -> Curve:
    """The curves of a daily count table: one row a day, one column a cause and one for censoring.

    Days may come in any order and more than once (their counts add up); a day without any count
    may be left out. Day 0 is allowed: an end on the day the clock starts is kept. `entered` counts
    those who came under observation at the end of a day; everybody else was there from the start.
    """
    if not events:
        raise ValueError("name at least one cause of an end")
    given = np.asarray(days, float)
    columns = {cause: np.asarray(counts, np.int64) for cause, counts in events.items()}
    columns["censored"], causes = np.asarray(censored, np.int64), list(events)
    if "censored" in events:
        raise ValueError("'censored' is the name of no end")
    late = np.zeros(given.shape, np.int64) if entered is None else np.asarray(entered, np.int64)
    for counts in (*columns.values(), late):
        if counts.shape != given.shape or (counts < 0).any():
            raise ValueError("each column holds one count of zero or more for each day")
    distinct, place = np.unique(given, return_inverse=True)
    if distinct.size and distinct[0] < 0:
        raise ValueError("a day before the start of the clock")
    summed = {name: _by_day(counts, place, distinct.size) for name, counts in columns.items()}
    leaving = sum(summed.values())
    late = _by_day(late, place, distinct.size)
    # At risk: all who leave on the day or later, without those who come at its end or later.
    at_risk = leaving[::-1].cumsum()[::-1] - late[::-1].cumsum()[::-1]
    if (at_risk < leaving).any():
        raise ValueError("somebody leaves who had not come under observation before")
    ended = sum(summed[cause] for cause in causes)
    n = np.maximum(at_risk, 1)
    survival = np.cumprod((n - ended) / n)
    before = np.concatenate(([1.0], survival[:-1]))
    incidence = {cause: np.cumsum(before * summed[cause] / n) for cause in causes}
    counted = {cause: summed[cause] for cause in causes}
    return Curve(distinct, at_risk, counted, summed["censored"], late, survival, incidence)


def _by_day(counts: np.ndarray, place: np.ndarray, days: int) -> np.ndarray:
    return np.bincount(place, weights=counts, minlength=days).astype(np.int64)
