"""A quantile of durations that are all known, with limits from order statistics.

The limits hold for any distribution (Conover 1999, section 3.2): they are observed values whose
ranks leave at most 2.5 % of the binomial distribution on each side. Ties make them wider, never
narrower. The quantile averages at a jump (Hyndman & Fan 1996, type 2), which for the median is
what a Kaplan-Meier curve without censoring gives.
"""

from collections.abc import Sequence

import numpy as np
from scipy.special import bdtr

from metrics.estimators.estimate import Estimate

METHOD = "Order statistics, 95 %"


def quantile_interval(days: Sequence[int], counts: Sequence[int], share: float = 0.5) -> Estimate:
    """The day by which `share` of the durations had ended, from a table of day and count.

    A limit is None where too few durations lie beyond the quantile to give one.
    """
    if not 0 < share < 1:
        raise ValueError("the quantile is a share between 0 and 1")
    days, counts = np.asarray(days, float), np.asarray(counts, np.int64)
    order = np.argsort(days, kind="stable")
    days, reached = days[order], np.cumsum(counts[order])
    total = int(reached[-1]) if reached.size else 0
    if total == 0:
        return Estimate(None, None, None, METHOD)

    def at_rank(rank: int) -> float:
        return days[np.searchsorted(reached, rank)]

    exact = total * share
    rank = int(np.ceil(exact - 1e-9))
    value = at_rank(rank)
    if abs(exact - rank) < 1e-9:
        value = (value + at_rank(rank + 1)) / 2
    # P(at most k durations end before the quantile), for k = 0 to total
    cumulative = bdtr(np.arange(total + 1, dtype=float), total, share)
    low = int(np.searchsorted(cumulative, 0.025, side="right"))
    high = int(np.searchsorted(cumulative, 0.975)) + 1
    return Estimate(
        value,
        at_rank(low) if low >= 1 else None,
        at_rank(high) if high <= total else None,
        METHOD,
    )
