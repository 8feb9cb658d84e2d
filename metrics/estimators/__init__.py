"""Count tables in, estimates with intervals out: one method a file, each naming its source.

Nothing here reads rows of persons. Every function takes counts (or sums) and returns an `Estimate`;
what a table cannot support comes back as None, never as a made-up number, infinity or NaN.
"""

from metrics.estimators.aalen_johansen import aalen_johansen
from metrics.estimators.byar import byar, byar_or_exact, exact_count
from metrics.estimators.calibration import calibration_slope, concordance
from metrics.estimators.cumulative_incidence import cumulative_incidence_at, survival_until
from metrics.estimators.curve import Curve
from metrics.estimators.detectable_gap import detectable_gap
from metrics.estimators.empirical_bayes import pulled_rates, pulled_shares
from metrics.estimators.estimate import Estimate
from metrics.estimators.exact_poisson import exact_poisson
from metrics.estimators.funnel_flag import Flags, flag_rates, flag_shares
from metrics.estimators.funnel_limits import (
    normal_share_limits,
    rate_curve,
    rate_limits,
    share_limits,
)
from metrics.estimators.incidence_quantile import incidence_quantile
from metrics.estimators.indirect_standardisation import (
    expected_events,
    standardised_rate,
    standardised_ratio,
)
from metrics.estimators.intervals import Intervals
from metrics.estimators.james_stein import james_stein
from metrics.estimators.kaplan_meier import (
    kaplan_meier,
    kaplan_meier_median,
    kaplan_meier_quantile,
    median_is_shown,
    survival_quantile,
)
from metrics.estimators.late_entry import Spells
from metrics.estimators.log_ratio import log_ratio
from metrics.estimators.manski_bounds import manski_bounds
from metrics.estimators.mantel_haenszel import Adjusted, mantel_haenszel
from metrics.estimators.mean_cumulative import Recurrences, mean_cumulative_at
from metrics.estimators.missing_label import gap_bounds
from metrics.estimators.multiplicity import benjamini_hochberg, holm
from metrics.estimators.newcombe_difference import newcombe_difference
from metrics.estimators.overdispersion import Dispersion, dispersed_limits, overdispersion
from metrics.estimators.period_curve import current_pace
from metrics.estimators.pulled import Pulled
from metrics.estimators.quantile_interval import quantile_interval
from metrics.estimators.rank_interval import rank_intervals_of_rates, rank_intervals_of_shares
from metrics.estimators.ratio_of_flows import ratio_of_flows
from metrics.estimators.ratio_of_sums import ratio_of_sums
from metrics.estimators.restricted_mean import restricted_mean, restricted_mean_error
from metrics.estimators.survival_band import survival_band
from metrics.estimators.wilson import wilson

__all__ = [
    "Adjusted",
    "Curve",
    "Dispersion",
    "Estimate",
    "Flags",
    "Intervals",
    "Pulled",
    "Recurrences",
    "Spells",
    "aalen_johansen",
    "benjamini_hochberg",
    "byar",
    "byar_or_exact",
    "calibration_slope",
    "concordance",
    "cumulative_incidence_at",
    "current_pace",
    "detectable_gap",
    "dispersed_limits",
    "exact_count",
    "exact_poisson",
    "expected_events",
    "flag_rates",
    "flag_shares",
    "gap_bounds",
    "holm",
    "incidence_quantile",
    "james_stein",
    "kaplan_meier",
    "kaplan_meier_median",
    "kaplan_meier_quantile",
    "log_ratio",
    "manski_bounds",
    "mantel_haenszel",
    "mean_cumulative_at",
    "median_is_shown",
    "newcombe_difference",
    "normal_share_limits",
    "overdispersion",
    "pulled_rates",
    "pulled_shares",
    "quantile_interval",
    "rank_intervals_of_rates",
    "rank_intervals_of_shares",
    "rate_curve",
    "rate_limits",
    "ratio_of_flows",
    "ratio_of_sums",
    "restricted_mean",
    "restricted_mean_error",
    "share_limits",
    "standardised_rate",
    "standardised_ratio",
    "survival_band",
    "survival_quantile",
    "survival_until",
    "wilson",
]
