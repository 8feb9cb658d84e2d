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
    rows = len(days)
    return aalen_johansen_by_group(np.zeros(rows, np.int64), 1, days, events, censored, entered)[0]


def aalen_johansen_by_group(
    groups: np.ndarray,
    size: int,
    days: Sequence[int],
    events: Mapping[str, Sequence[int]],
    censored: Sequence[int],
    entered: Sequence[int] | None = None,
) -> list[Curve]:
    """The curves of each of `size` groups; `groups` says of every row which it belongs to, from 0."""
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
    ever, place = np.unique(given, return_inverse=True)
    if ever.size and ever[0] < 0:
        raise ValueError("a day before the start of the clock")
    keys, place = np.unique(groups * max(1, ever.size) + place, return_inverse=True)
    group, day = np.divmod(keys, max(1, ever.size))
    begins = np.searchsorted(group, np.arange(size + 1))
    summed = {name: _by_day(counts, place, keys.size) for name, counts in columns.items()}
    leaving = sum(summed.values())
    late = _by_day(late, place, keys.size)
    # At risk: all who leave on the day or later, without those who come at its end or later.
    at_risk = _to_come(leaving - late, begins[group + 1])
    if (at_risk < leaving).any():
        raise ValueError("somebody leaves who had not come under observation before")
    ended = sum(summed[cause] for cause in causes)
    n = np.maximum(at_risk, 1)
    survival = (n - ended) / n
    _accumulate(np.multiply, survival, begins)
    before = np.concatenate(([1.0], survival[:-1]))
    before[begins[:-1][begins[:-1] < before.size]] = 1.0
    incidence = {}
    for cause in causes:
        incidence[cause] = before[: n.size] * summed[cause] / n
        _accumulate(np.add, incidence[cause], begins)
    found = (ever[day], at_risk, summed["censored"], late, survival)
    return [
        Curve(
            *(each[rows] for each in found[:2]),
            {cause: summed[cause][rows] for cause in causes},
            *(each[rows] for each in found[2:]),
            {cause: incidence[cause][rows] for cause in causes},
        )
        for rows in map(slice, begins[:-1].tolist(), begins[1:].tolist())
    ]


def _by_day(counts: np.ndarray, place: np.ndarray, days: int) -> np.ndarray:
    return np.bincount(place, weights=counts, minlength=days).astype(np.int64)


def _to_come(counts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """For each day the sum over it and the later ones of its group, which ends before the place in `ends`."""
    reached = np.concatenate(([0], np.cumsum(counts)))
    return reached[ends] - reached[:-1]


def _accumulate(operation: np.ufunc, numbers: np.ndarray, begins: np.ndarray) -> None:
    """Each group's numbers one after the other, in their own place: no group carries on from another."""
    for begin, end in zip(begins[:-1].tolist(), begins[1:].tolist(), strict=True):
        operation.accumulate(numbers[begin:end], out=numbers[begin:end])
