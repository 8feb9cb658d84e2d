"""The ratio of two rates, exact given the sum of both counts (Przyborowski & Wilenski 1940; Clopper & Pearson 1934)."""

import numpy as np
from scipy.special import betaincinv

from metrics.estimators.intervals import Intervals, counts, divided, normal_quantile

METHOD = "Exact conditional ratio of rates, 95 %"


def exact_rate_ratio(
    events, exposure, other_events, other_exposure, level: float = 0.95
) -> Intervals:
    """(events/exposure) over (other_events/other_exposure); no value or upper limit without other events."""
    events, exposure, other_events, other_exposure = counts(
        events, exposure, other_events, other_exposure
    )
    normal_quantile(level)  # refuses a level that is none
    tail = (1 - level) / 2
    low = betaincinv(np.maximum(events, 0.5), other_events + 1, tail)
    high = betaincinv(events + 1, np.maximum(other_events, 0.5), 1 - tail)
    low, high = np.where(events > 0, low, 0.0), np.where(other_events > 0, high, np.nan)
    times = divided(np.where(other_exposure > 0, other_exposure, np.nan), exposure)
    value = divided(events, other_events) * times
    return Intervals(value, *(each / (1 - each) * times for each in (low, high)))
