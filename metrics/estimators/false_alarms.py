"""How often a chart raises a signal although nothing changed.

The shares were found by simulation (unrelated normal points, one level throughout, 20,000 series a
length, seed 20260101); `simulated_share` is that simulation, and a test runs it again. Up to eleven
points the rules are those of the run chart, from twelve those of the control chart.
"""

import numpy as np

from metrics.estimators.making_data_count import NO_SIGNAL, signals
from metrics.estimators.run_chart import run_chart
from metrics.estimators.xmr import xmr

FIRST_RUN_CHART, FIRST_LIMITS = 8, 12
"""Points from which a series is judged by its runs, and from which it has limits (docs/methods.md)."""
SHARES = {
    8: 0.000,
    9: 0.000,
    10: 0.008,
    11: 0.007,
    12: 0.071,
    16: 0.107,
    20: 0.144,
    24: 0.184,
    30: 0.242,
    36: 0.291,
    48: 0.389,
    60: 0.468,
}
"""Number of points -> share of series with one signal or more."""


def false_alarm_share(points: int) -> float:
    """Chance that a series of so many points shows a signal by chance; summed over a page, the false alarms to expect.

    Between two simulated lengths the share is interpolated; beyond the longest it stays there.
    """
    if points < FIRST_RUN_CHART:
        return 0.0
    is_run_chart = points < FIRST_LIMITS
    known = {n: share for n, share in SHARES.items() if (n < FIRST_LIMITS) == is_run_chart}
    return float(np.interp(points, list(known), list(known.values())))


def simulated_share(points: int, series: int, seed: int) -> float:
    """Share of simulated series without change that show a signal."""
    drawn = np.random.default_rng(seed).normal(size=(series, points))
    return sum(map(_has_signal, drawn)) / series


def _has_signal(values: np.ndarray) -> bool:
    if values.size < FIRST_LIMITS:
        return run_chart(values).is_signal
    return any(label != NO_SIGNAL for label in signals(values, xmr(values)))
