"""Which points of a series differ from its natural variation: the rules of Making Data Count.

NHS England, Making Data Count, as in the R package NHSRplotthedots 0.2.2: a point outside the
limits; seven points rising or falling; two of three points close to one limit, all three on one
side of the centre; seven points on one side. A point to which several rules apply is named by the
first of them. No rule says whether a change is good.
"""

from collections.abc import Sequence

import numpy as np

from metrics.estimators.xmr import Limits

RUN = 7
CLOSE = 2 / 3
"""A point beyond this part of the way to a limit is close to it."""
LABELS = {
    "outside": {1: "Above UCL", -1: "Below LCL"},
    "trend": {1: "7 Point Trend (Increasing)", -1: "7 Point Trend (Decreasing)"},
    "close": {1: "2 in 3 Above CL", -1: "2 in 3 Below CL"},
    "shift": {1: "7 Points Above CL", -1: "7 Points Below CL"},
}
"""Rule -> side or direction -> label, in order of priority (UCL, LCL: upper and lower limit; CL: centre)."""
NO_SIGNAL = "Common Cause"


def signals(values: Sequence[float], limits: Limits) -> list[str]:
    """The label of each point; points without a signal read Common Cause."""
    series = np.asarray(values, float)
    side = np.sign(series - limits.centre)
    outside = (series > limits.upper).astype(int) - (series < limits.lower)
    reach = CLOSE * (limits.upper - limits.centre)
    is_close = (outside == 0) & (np.abs(series - limits.centre) > reach)
    marks = {
        "outside": outside,
        "trend": _steps_of_one_direction(np.sign(np.diff(series))),
        "close": np.where(is_close, _windows(side, is_close), 0),
        "shift": _whole_windows(side, RUN),
    }
    return [_label(point, marks) for point in range(series.size)]


def _label(point: int, marks: dict[str, np.ndarray]) -> str:
    for rule, mark in marks.items():
        if mark[point]:
            return LABELS[rule][int(mark[point])]
    return NO_SIGNAL


def _whole_windows(signs: np.ndarray, length: int) -> np.ndarray:
    """For each place its sign, where it belongs to `length` or more equal signs in a row; else 0."""
    found = np.zeros(signs.size, int)
    for start in range(signs.size - length + 1):
        window = signs[start : start + length]
        if window[0] and (window == window[0]).all():
            found[start : start + length] = int(window[0])
    return found


def _steps_of_one_direction(steps: np.ndarray) -> np.ndarray:
    """The same for the points of seven in a row, which have six steps between them."""
    found = np.zeros(steps.size + 1, int)
    marked = _whole_windows(steps, RUN - 1)
    found[:-1] = marked
    # Where two trends meet in a point, it belongs to the earlier one.
    found[1:] = np.where(marked != 0, marked, found[1:])
    return found


def _windows(side: np.ndarray, is_close: np.ndarray) -> np.ndarray:
    """For each point the side on which it belongs to three points, two or more of them close to the limit."""
    found = np.zeros(side.size, int)
    for start in range(side.size - 2):
        window = slice(start, start + 3)
        if abs(side[window].sum()) == 3 and is_close[window].sum() >= 2:
            found[window] = int(side[start])
    return found
