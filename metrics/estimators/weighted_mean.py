"""A weighted mean or share of a sample, with its linearised standard error (Cochran 1977, sections 5 and 6).

Drawn with replacement, or in strata with finite population correction. The interval of a share is
that of its logit (Korn & Graubard 1999, section 3.3), which stays within 0 and 1.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from scipy.special import expit, logit, stdtrit

from metrics.estimators.estimate import Estimate
from metrics.estimators.kish import kish_size
from metrics.estimators.wilson import wilson

METHOD = "Weighted mean, linearised, t, 95 %"
METHOD_SHARE = "Weighted share, linearised, logit, t, 95 %"
METHOD_WILSON = "Weighted share, Wilson score on Kish's size, 95 %"


@dataclass(frozen=True)
class Cell:
    """Answers that share a weight: how many, their sum and sum of squares; for a share, squares = total.

    `population` is the size of the stratum they were drawn from, None where it is not known.
    """

    count: float
    total: float
    squares: float
    weight: float
    stratum: str = ""
    population: float | None = None


def mean_and_error(cells: Iterable[Cell]) -> tuple[float | None, float | None, int]:
    """The weighted mean, its standard error, and the degrees of freedom (answers less strata).

    Without answers there is no mean; a stratum with one answer leaves the error unknown.
    """
    cells = [cell for cell in cells if cell.count]
    whole = sum(cell.count * cell.weight for cell in cells)
    if not whole:
        return None, None, 0
    mean = sum(cell.total * cell.weight for cell in cells) / whole
    strata = defaultdict(list)
    for cell in cells:
        strata[cell.stratum].append(cell)
    freedom = int(sum(cell.count for cell in cells)) - len(strata)
    parts = [_stratum_variance(inside, mean, whole) for inside in strata.values()]
    return mean, None if None in parts else math.sqrt(sum(parts)), freedom


def weighted_mean(cells: Iterable[Cell]) -> Estimate:
    """The mean with the t interval of its linearised error."""
    mean, error, freedom = mean_and_error(cells)
    if error is None or freedom < 1:
        return Estimate(mean, None, None, METHOD)
    reach = stdtrit(freedom, 0.975) * error
    return Estimate(mean, mean - reach, mean + reach, METHOD)


def weighted_share(cells: Iterable[Cell]) -> Estimate:
    """The share with the interval of its logit; Wilson's on Kish's size where every answer is the same."""
    cells = [cell for cell in cells if cell.count]
    share, error, freedom = mean_and_error(cells)
    if not error or freedom < 1:
        return weighted_wilson(cells)
    reach = stdtrit(freedom, 0.975) * error / (share * (1 - share))
    return Estimate(share, expit(logit(share) - reach), expit(logit(share) + reach), METHOD_SHARE)


def weighted_wilson(cells: Iterable[Cell]) -> Estimate:
    """The share with Wilson's interval for as many answers as the weighted sample is worth."""
    cells = [cell for cell in cells if cell.count]
    size = kish_size([cell.weight for cell in cells], [cell.count for cell in cells])
    if not size:
        return Estimate(None, None, None, METHOD_WILSON)
    whole = sum(cell.count * cell.weight for cell in cells)
    share = min(1.0, sum(cell.total * cell.weight for cell in cells) / whole)
    interval = wilson(share * size, size)
    return Estimate(share, interval.lower, interval.upper, METHOD_WILSON)


def _stratum_variance(cells: list[Cell], mean: float, whole: float) -> float | None:
    """What one stratum adds to the variance of the mean."""
    count = sum(cell.count for cell in cells)
    if count < 2:
        return None
    apart = sum(cell.weight * (cell.total - mean * cell.count) for cell in cells) / whole
    squares = sum(
        cell.weight**2 * (cell.squares - 2 * mean * cell.total + mean**2 * cell.count)
        for cell in cells
    )
    population = cells[0].population
    left = 1.0 if population is None else 1 - count / population
    return max(0.0, left * count / (count - 1) * (squares / whole**2 - apart**2 / count))
