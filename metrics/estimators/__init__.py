"""Count tables in, estimates with intervals out: one method a file, each naming its source.

Nothing here reads rows of persons. Every function takes counts (or sums) and returns an `Estimate`;
what a table cannot support comes back as None, never as a made-up number, infinity or NaN.
"""

from metrics.estimators.aalen_johansen import aalen_johansen
from metrics.estimators.cumulative_incidence import cumulative_incidence_at, survival_until
from metrics.estimators.curve import Curve
from metrics.estimators.estimate import Estimate
from metrics.estimators.exact_poisson import exact_poisson
from metrics.estimators.kaplan_meier import (
    kaplan_meier,
    kaplan_meier_median,
    kaplan_meier_quantile,
    median_is_shown,
    survival_quantile,
)
from metrics.estimators.late_entry import Spells
from metrics.estimators.manski_bounds import manski_bounds
from metrics.estimators.mean_cumulative import Recurrences, mean_cumulative_at
from metrics.estimators.period_curve import current_pace
from metrics.estimators.quantile_interval import quantile_interval
from metrics.estimators.ratio_of_flows import ratio_of_flows
from metrics.estimators.ratio_of_sums import ratio_of_sums
from metrics.estimators.restricted_mean import restricted_mean, restricted_mean_error
from metrics.estimators.survival_band import survival_band
from metrics.estimators.wilson import wilson

__all__ = [
    "Curve",
    "Estimate",
    "Recurrences",
    "Spells",
    "aalen_johansen",
    "cumulative_incidence_at",
    "current_pace",
    "exact_poisson",
    "kaplan_meier",
    "kaplan_meier_median",
    "kaplan_meier_quantile",
    "manski_bounds",
    "mean_cumulative_at",
    "median_is_shown",
    "quantile_interval",
    "ratio_of_flows",
    "ratio_of_sums",
    "restricted_mean",
    "restricted_mean_error",
    "survival_band",
    "survival_quantile",
    "survival_until",
    "wilson",
]
