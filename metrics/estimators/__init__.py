"""Count tables in, estimates with intervals out: one method a file, each naming its source.

Nothing here reads rows of persons. Every function takes counts (or sums) and returns an `Estimate`;
what a table cannot support comes back as None, never as a made-up number, infinity or NaN.
"""

from metrics.estimators.aalen_johansen import aalen_johansen, aalen_johansen_by_group
from metrics.estimators.agreement import cohen_kappa, gwet_ac1, weighted_kappa
from metrics.estimators.autocorrelation import autocorrelation, is_autocorrelated
from metrics.estimators.breslow_day import breslow_day
from metrics.estimators.byar import byar, byar_or_exact, exact_count
from metrics.estimators.calibration import calibration_slope, concordance
from metrics.estimators.clark_completeness import clark_completeness
from metrics.estimators.cumulative_incidence import cumulative_incidence_at, survival_until
from metrics.estimators.curve import Curve
from metrics.estimators.detectable_gap import detectable_gap
from metrics.estimators.empirical_bayes import pulled_rates, pulled_shares
from metrics.estimators.estimate import Estimate
from metrics.estimators.exact_poisson import exact_poisson
from metrics.estimators.exact_rate_ratio import exact_rate_ratio
from metrics.estimators.false_alarms import false_alarm_share
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
from metrics.estimators.kish import kish_size
from metrics.estimators.korn_graubard import korn_graubard
from metrics.estimators.laney import laney
from metrics.estimators.late_entry import Spells
from metrics.estimators.log_ratio import log_ratio
from metrics.estimators.making_data_count import signals
from metrics.estimators.manski_bounds import manski_bounds
from metrics.estimators.mantel_haenszel import (
    Adjusted,
    mantel_haenszel,
    mantel_haenszel_odds,
)
from metrics.estimators.mean_cumulative import Recurrences, mean_cumulative_at
from metrics.estimators.missing_label import gap_bounds
from metrics.estimators.multiplicity import benjamini_hochberg, holm
from metrics.estimators.newcombe_difference import newcombe_difference
from metrics.estimators.odds_band import odds_band, share_if_silent_differ
from metrics.estimators.overdispersion import Dispersion, dispersed_limits, overdispersion
from metrics.estimators.period_curve import current_pace
from metrics.estimators.pulled import Pulled
from metrics.estimators.quantile_interval import quantile_interval
from metrics.estimators.raking import capped_weights, raked_weights
from metrics.estimators.rank_interval import rank_intervals_of_rates, rank_intervals_of_shares
from metrics.estimators.ratio_of_flows import ratio_of_flows
from metrics.estimators.ratio_of_sums import ratio_of_sums
from metrics.estimators.response_rate import contact_rate, response_rate
from metrics.estimators.restricted_mean import restricted_mean, restricted_mean_error
from metrics.estimators.run_chart import run_chart
from metrics.estimators.survival_band import survival_band
from metrics.estimators.weighted_mean import weighted_mean, weighted_share, weighted_wilson
from metrics.estimators.wilson import wilson
from metrics.estimators.xmr import Limits, xmr

__all__ = [
    "Adjusted",
    "Curve",
    "Dispersion",
    "Estimate",
    "Flags",
    "Intervals",
    "Limits",
    "Pulled",
    "Recurrences",
    "Spells",
    "aalen_johansen",
    "aalen_johansen_by_group",
    "autocorrelation",
    "benjamini_hochberg",
    "breslow_day",
    "byar",
    "byar_or_exact",
    "calibration_slope",
    "capped_weights",
    "clark_completeness",
    "cohen_kappa",
    "concordance",
    "contact_rate",
    "cumulative_incidence_at",
    "current_pace",
    "detectable_gap",
    "dispersed_limits",
    "exact_count",
    "exact_poisson",
    "exact_rate_ratio",
    "expected_events",
    "false_alarm_share",
    "flag_rates",
    "flag_shares",
    "gap_bounds",
    "gwet_ac1",
    "holm",
    "incidence_quantile",
    "is_autocorrelated",
    "james_stein",
    "kaplan_meier",
    "kaplan_meier_median",
    "kaplan_meier_quantile",
    "kish_size",
    "korn_graubard",
    "laney",
    "log_ratio",
    "manski_bounds",
    "mantel_haenszel",
    "mantel_haenszel_odds",
    "mean_cumulative_at",
    "median_is_shown",
    "newcombe_difference",
    "normal_share_limits",
    "odds_band",
    "overdispersion",
    "pulled_rates",
    "pulled_shares",
    "quantile_interval",
    "raked_weights",
    "rank_intervals_of_rates",
    "rank_intervals_of_shares",
    "rate_curve",
    "rate_limits",
    "ratio_of_flows",
    "ratio_of_sums",
    "response_rate",
    "restricted_mean",
    "restricted_mean_error",
    "run_chart",
    "share_if_silent_differ",
    "share_limits",
    "signals",
    "standardised_rate",
    "standardised_ratio",
    "survival_band",
    "survival_quantile",
    "survival_until",
    "weighted_kappa",
    "weighted_mean",
    "weighted_share",
    "weighted_wilson",
    "wilson",
    "xmr",
]
