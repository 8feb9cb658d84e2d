"""Between which places in an order a place may stand, given chance (Goldstein & Spiegelhalter 1996).

There is no function that gives a rank without its interval: a single rank is noise told as news.
"""

import numpy as np

from metrics.estimators.intervals import counts, parts_of

DRAWS, SEED = 1000, 20240229
"""Draws behind an interval, and the seed that makes it the same each time."""


def rank_intervals_of_shares(part, whole, level: float = 0.95) -> tuple[np.ndarray, np.ndarray]:
    """Lowest and highest place of each share, 1 being the largest share; whole numbers.

    Truths are drawn from what the counts leave open (Jeffreys prior) and put in order each time.
    """
    part, whole = parts_of(part, whole)
    draw = np.random.default_rng(SEED)
    return _places(draw.beta(part + 0.5, whole - part + 0.5, (DRAWS, part.size)), level)


def rank_intervals_of_rates(events, exposure, level: float = 0.95) -> tuple[np.ndarray, np.ndarray]:
    """The same for rates of events over exposure."""
    events, exposure = counts(events, exposure)
    draw = np.random.default_rng(SEED)
    return _places(draw.gamma(events + 0.5, 1 / exposure, (DRAWS, events.size)), level)


def _places(truths: np.ndarray, level: float) -> tuple[np.ndarray, np.ndarray]:
    order = np.argsort(-truths, axis=1)
    places = np.empty_like(order)
    np.put_along_axis(places, order, np.arange(1, order.shape[1] + 1)[None, :], axis=1)
    ends = ((1 - level) / 2, (1 + level) / 2)
    low, high = np.quantile(places, ends, axis=0, method="inverted_cdf")
    return low.astype(int), high.astype(int)
