"""How good an expectation is: does it tell units apart, and is it right on average (Harrell 2015, chapter 10)."""

import warnings

import numpy as np
from statsmodels.genmod.families import Binomial
from statsmodels.genmod.generalized_linear_model import GLM
from statsmodels.tools.sm_exceptions import PerfectSeparationWarning

from metrics.estimators.intervals import parts_of


def concordance(part, whole, expected_share) -> float | None:
    """The c statistic: how often a unit that counts had a higher expected share than one that does not.

    One number a stratum in each argument; equal shares count half. None where all or none count.
    """
    part, whole = parts_of(part, whole)
    group = np.unique(np.asarray(expected_share, float), return_inverse=True)[1]
    yes, no = np.bincount(group, part), np.bincount(group, whole - part)
    if not yes.sum() or not no.sum():
        return None
    below = np.cumsum(no) - no
    return float((yes * (below + no / 2)).sum() / (yes.sum() * no.sum()))


def calibration_slope(part, whole, expected_share) -> float | None:
    """Slope of the logistic regression of what came about on the log odds of the expected share.

    1 is right; below 1 the expectation exaggerates differences. Strata expected to hold nobody or
    everybody have no log odds and are left out; None where the rest cannot show a slope.
    """
    part, whole = parts_of(part, whole)
    share = np.asarray(expected_share, float)
    usable = (whole > 0) & (share > 0) & (share < 1)
    part, rest, share = part[usable], (whole - part)[usable], share[usable]
    if len(np.unique(share)) < 2 or not part.sum() or not rest.sum():
        return None
    design = np.column_stack([np.ones(len(share)), np.log(share / (1 - share))])
    with warnings.catch_warnings():
        # Said of every perfect fit, also where the expectation is simply right.
        warnings.simplefilter("ignore", PerfectSeparationWarning)
        fit = GLM(np.column_stack([part, rest]), design, Binomial()).fit()
    return float(fit.params[1]) if fit.converged else None
