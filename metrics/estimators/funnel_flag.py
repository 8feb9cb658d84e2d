"""Whether a place differs from the target more than chance allows: exact tail probabilities.

Thresholds are those of the UK health agency (0.001 and 0.025 on each side; Spiegelhalter 2005). A
target that is itself the pooled rate of other places is uncertain too: given the counts behind it,
the tail is that of the hypergeometric distribution (shares; Fisher 1935) or of the binomial
distribution given the sum (rates; Przyborowski & Wilenski 1940). Both become the plain binomial and
Poisson tails as the rest grows. A cell that is too small never has a flag.
"""

from typing import NamedTuple

import numpy as np
from scipy.special import betainc, gammainc, gammaincc
from scipy.stats import hypergeom

from metrics.estimators.intervals import counts, divided, parts_of

ALARM, ALERT = 0.001, 0.025
"""Tail probabilities, on each side, of an alarm and of an alert."""
FEWEST_UNITS = 10
FEWEST_EXPECTED = 5
"""Units, and events and non-events expected, below which nothing is said."""
_ROUNDING = 1e-9
"""Five expected as a product of fractions may come out a little below five."""
FLAGS = ("high_alarm", "high_alert", "low_alarm", "low_alert", "within", "not_assessable")


class Flags(NamedTuple):
    """Arrays of one shape: the flag, the probabilities of so low and so high a count, and why there is no flag.

    `reason` is empty where there is a flag, else too_few_units, too_few_expected or no_target.
    """

    flag: np.ndarray
    at_most: np.ndarray
    at_least: np.ndarray
    reason: np.ndarray

    @property
    def tail(self) -> np.ndarray:
        """The smaller tail."""
        return np.minimum(self.at_most, self.at_least)


def flag_shares(
    part, whole, target=None, rest=None, fewest: int = FEWEST_UNITS, alarm=ALARM, alert=ALERT
) -> Flags:
    """Compare part/whole with `target`, a known share, or with the pooled share of `rest` = (part, whole).

    `fewest` may raise the minimum of units, never lower it.
    """
    part, whole = parts_of(part, whole)
    if (target is None) == (rest is None):
        raise ValueError("compare with a target or with the rest, one of the two")
    if target is not None:
        _, target = np.broadcast_arrays(part, np.asarray(target, float))
        at_most, at_least = _at_most(part, whole, target), _at_least(part, whole, target)
    else:
        rest_part, rest_whole = parts_of(*rest)
        target = divided(rest_part, rest_whole)
        law = hypergeom(whole + rest_whole, part + rest_part, whole)
        at_most, at_least = law.cdf(part), law.sf(part - 1)
    expected = np.minimum(whole * target, whole * (1 - target))
    # The most extreme result there can be has to be able to reach an alarm.
    extreme = np.minimum(target, 1 - target) ** whole
    small = (expected < FEWEST_EXPECTED - _ROUNDING) | (extreme > alarm)
    return _flags(at_most, at_least, whole < max(fewest, FEWEST_UNITS), small, target, alarm, alert)


def flag_rates(events, exposure, target=None, rest=None, alarm=ALARM, alert=ALERT) -> Flags:
    """Compare events over exposure with `target`, a known rate, or with the pooled rate of `rest`.

    With exposure = expected events and target = 1 this compares observed with expected.
    """
    events, exposure = counts(events, exposure)
    if (target is None) == (rest is None):
        raise ValueError("compare with a target or with the rest, one of the two")
    if target is not None:
        _, target = np.broadcast_arrays(events, np.asarray(target, float))
        expected = target * exposure
        at_most = gammaincc(events + 1, expected)
        at_least = np.where(events > 0, gammainc(np.maximum(events, 0.5), expected), 1.0)
    else:
        rest_events, rest_exposure = counts(*rest)
        target = divided(rest_events, rest_exposure)
        expected = target * exposure
        both, share = events + rest_events, divided(exposure, exposure + rest_exposure)
        at_least = _at_least(events, both, share)
        at_most = _at_most(events, both, share)
    nobody = np.zeros(events.shape, bool)
    small = expected < FEWEST_EXPECTED - _ROUNDING
    return _flags(at_most, at_least, nobody, small, target, alarm, alert)


def _at_least(part, whole, share) -> np.ndarray:
    """P(count ≥ part) of a binomial count; counts need not be whole numbers."""
    found = betainc(np.maximum(part, 0.5), np.maximum(whole - part, 0) + 1, share)
    return np.where(part > 0, found, 1.0)


def _at_most(part, whole, share) -> np.ndarray:
    return _at_least(whole - part, whole, 1 - share)


def _flags(at_most, at_least, few, small, target, alarm, alert) -> Flags:
    unknown = np.isnan(target) | np.isnan(at_most) | np.isnan(at_least)
    reason = np.select(
        [unknown, few, small], ["no_target", "too_few_units", "too_few_expected"], ""
    )
    flag = np.select(
        [reason != "", at_least <= alarm, at_most <= alarm, at_least <= alert, at_most <= alert],
        ["not_assessable", "high_alarm", "low_alarm", "high_alert", "low_alert"],
        "within",
    )
    return Flags(flag, at_most, at_least, reason)
