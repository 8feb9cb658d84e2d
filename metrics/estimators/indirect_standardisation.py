"""Observed over expected: what came about, over what the standard's rates would have brought (Breslow & Day 1987, chapter 2).

Each ratio compares its place with the standard only: two places' ratios weigh their strata
differently and must not be compared with one another.
"""

import numpy as np

from metrics.estimators.byar import byar_or_exact
from metrics.estimators.intervals import Intervals, counts, divided

METHOD = "Exact Poisson below ten events, else Byar, 95 %"


def expected_events(whole, standard_part, standard_whole) -> float:
    """Events expected among `whole` units in each stratum at the standard's rates.

    NaN where a stratum with units has no rate in the standard.
    """
    whole, standard_part, standard_whole = counts(whole, standard_part, standard_whole)
    rate = divided(standard_part, standard_whole)
    return float(np.where(whole > 0, whole * rate, 0.0).sum())


def standardised_ratio(observed, expected, level: float = 0.95, per: float = 1.0) -> Intervals:
    """Observed over expected, times `per`; the expected is taken as known. NaN where nothing is expected."""
    return byar_or_exact(observed, expected, level, per)


def standardised_rate(
    observed, expected, standard_rate, level: float = 0.95, per: float = 1.0
) -> Intervals:
    """The standard's overall rate times observed over expected: the rate with the standard's mix of strata."""
    return Intervals(
        *(each * standard_rate for each in standardised_ratio(observed, expected, level, per))
    )
