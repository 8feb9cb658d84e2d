"""Estimators agree with statsmodels on tables drawn at random; statsmodels is used nowhere else."""

import numpy as np
import pytest

from metrics.estimators import aalen_johansen, wilson

proportion = pytest.importorskip("statsmodels.stats.proportion")
survival = pytest.importorskip("statsmodels.duration.survfunc")

# Its own standard errors divide by zero where everybody left ends at once; they are not used here.
pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning:statsmodels.*")


def persons(seed: int, n: int = 300):
    """Days with many ties, and a status: 0 censored, 1 and 2 the causes."""
    draw = np.random.default_rng(seed)
    return np.ceil(draw.exponential(20, n)).astype(int), draw.choice(
        [0, 1, 2], n, p=[0.4, 0.4, 0.2]
    )


def table(days, status):
    distinct = np.unique(days)
    counts = [
        [int(((days == day) & (status == code)).sum()) for day in distinct] for code in range(3)
    ]
    return distinct, {"1": counts[1], "2": counts[2]}, counts[0]


@pytest.mark.parametrize("counts", [(0, 12), (1, 12), (7, 19), (121, 233), (233, 233)])
def test_wilson(counts):
    found = wilson(*counts)
    wanted = proportion.proportion_confint(*counts, method="wilson")
    assert (found.lower, found.upper) == pytest.approx(wanted, abs=1e-12)


@pytest.mark.parametrize("seed", range(4))
def test_incidence_and_survival(seed):
    days, status = persons(seed)
    curve = aalen_johansen(*table(days, status))
    incidence = survival.CumIncidenceRight(days, status)
    for cause in (1, 2):
        found = [curve.incidence_at(day, str(cause)) for day in incidence.times]
        assert found == pytest.approx(incidence.cinc[cause - 1], abs=1e-12)
    function = survival.SurvfuncRight(days, (status > 0).astype(int))
    found = [curve.survival_at(day) for day in function.surv_times]
    assert found == pytest.approx(function.surv_prob, abs=1e-12)
