"""The columns of the two tables of comparisons: column -> (DuckDB type, meaning), in order."""

from metrics.result import RESULT_COLUMNS


def _as_in_results(*names: str) -> dict[str, tuple[str, str]]:
    return {name: RESULT_COLUMNS[name] for name in names}


_SET = _as_in_results(
    "metric_id", "scope", "source", "origin", "period_start", "period_end", "horizon_days"
)

COMPARISON_COLUMNS: dict[str, tuple[str, str]] = {
    **_SET,
    **_as_in_results(
        "breakdown", "category", "jurisdiction", "unit_counted", "numerator", "denominator", "value"
    ),
    "target": (
        "DOUBLE",
        "Pooled share or rate of all other places of the set: what the place is compared with.",
    ),
    "lower_95": (
        "DOUBLE",
        "Line of the funnel: 95 % lower limit around the target at this size (exact, interpolated; to draw, not to judge by).",
    ),
    "upper_95": ("DOUBLE", "The same, upper."),
    "lower_998": ("DOUBLE", "The same at 99.8 %, lower."),
    "upper_998": ("DOUBLE", "The same at 99.8 %, upper."),
    "od_lower_95": (
        "DOUBLE",
        "95 % lower limit that allows for places differing more than by chance; empty with fewer than ten places of 15.",
    ),
    "od_upper_95": ("DOUBLE", "The same, upper."),
    "od_lower_998": ("DOUBLE", "The same at 99.8 %, lower."),
    "od_upper_998": ("DOUBLE", "The same at 99.8 %, upper."),
    "tail_probability": (
        "DOUBLE",
        "Exact chance of a count so far from the target, on its side, given the counts of the others too.",
    ),
    "flag": (
        "VARCHAR",
        "high_alarm or low_alarm (tail up to 0.001), high_alert or low_alert (up to 0.025), within, or not_assessable.",
    ),
    "reason": ("VARCHAR", "Why the place cannot be assessed; empty where it can."),
    "q_value": (
        "DOUBLE",
        "Benjamini-Hochberg value over all places and metrics of the same scope, source and period.",
    ),
    "p_holm": (
        "DOUBLE",
        "Two-sided chance after Holm's correction over the same family: for a statement about this one place.",
    ),
    "is_signal": (
        "BOOLEAN",
        "q_value up to 0.05, so that about 5 % of a list of these are false; in an overdispersed set only outside the 99.8 % limits that allow for it.",
    ),
    "shrunken": (
        "DOUBLE",
        "Estimate pulled towards the average of all places (empirical Bayes); to look at, never to judge by.",
    ),
    "shrunken_lower": ("DOUBLE", "Lower end of its 95 % interval."),
    "shrunken_upper": ("DOUBLE", "Upper end of its 95 % interval."),
    "rank_lower": (
        "INTEGER",
        "First place in the order from high to low that chance allows (95 %); there is no single rank.",
    ),
    "rank_upper": ("INTEGER", "Last place in that order that chance allows (95 %)."),
    "phi": (
        "DOUBLE",
        "Dispersion of the set: 1 is chance alone; winsorised 10 %, corrected for the winsorising.",
    ),
    "is_overdispersed": (
        "BOOLEAN",
        "Dispersion above 2: these places are not comparable on this measure before case mix and definitions are looked at.",
    ),
    "expected_false_alarms": (
        "DOUBLE",
        "Alarms to be expected in the set if no place differed: 0.002 for each place assessed.",
    ),
    "units_compared": ("INTEGER", "Places of the set whose numbers are published and comparable."),
    "observed": ("DOUBLE", "Events observed: the numerator, where there are expected ones."),
    "expected": (
        "DOUBLE",
        "Events expected at the rates of the same strata (case mix) in the other places that tell them; made of the table strata.",
    ),
    "ratio": (
        "DOUBLE",
        "Observed over expected. Says how the place stands to the others, not to one other place.",
    ),
    "ratio_lower": (
        "DOUBLE",
        "Lower end of its 95 % interval (exact below ten events, else Byar).",
    ),
    "ratio_upper": ("DOUBLE", "Upper end of its 95 % interval."),
    "case_mix_strata": ("INTEGER", "Strata used for the expected events."),
    "c_statistic": (
        "DOUBLE",
        "How well the case mix tells who counts, over the set: 0.5 not at all, 1 always; each place told by the others.",
    ),
    "calibration_slope": (
        "DOUBLE",
        "1 where the expected shares are right; below 1 they exaggerate differences.",
    ),
}

DISPARITY_COLUMNS: dict[str, tuple[str, str]] = {
    **_SET,
    **_as_in_results("jurisdiction", "unit_counted", "breakdown", "category"),
    "reference": ("VARCHAR", "Category the group is compared with."),
    "numerator": ("DOUBLE", "Count above the line in the group."),
    "denominator": ("DOUBLE", "Count below the line in the group."),
    "value": ("DOUBLE", "Share in the group."),
    "reference_numerator": ("DOUBLE", "Count above the line in the reference group."),
    "reference_denominator": ("DOUBLE", "Count below the line in the reference group."),
    "reference_value": ("DOUBLE", "Share in the reference group."),
    "difference": ("DOUBLE", "Share in the group minus share in the reference group."),
    "difference_lower": ("DOUBLE", "Lower end of its 95 % interval (Newcombe)."),
    "difference_upper": ("DOUBLE", "Upper end of its 95 % interval."),
    "ratio": ("DOUBLE", "Share in the group over share in the reference group."),
    "ratio_lower": ("DOUBLE", "Lower end of its 95 % interval (log)."),
    "ratio_upper": ("DOUBLE", "Upper end of its 95 % interval."),
    "adjusted_difference": (
        "DOUBLE",
        "Difference within strata of case mix (the table strata), put together by Mantel-Haenszel; three decimals.",
    ),
    "adjusted_difference_lower": ("DOUBLE", "Lower end of its 95 % interval."),
    "adjusted_difference_upper": ("DOUBLE", "Upper end of its 95 % interval."),
    "adjusted_ratio": ("DOUBLE", "Ratio within strata of case mix, put together; three decimals."),
    "adjusted_ratio_lower": ("DOUBLE", "Lower end of its 95 % interval."),
    "adjusted_ratio_upper": ("DOUBLE", "Upper end of its 95 % interval."),
    "homogeneity_p": (
        "DOUBLE",
        "Breslow-Day-Tarone test that strata agree; small where one adjusted number hides different gaps.",
    ),
    "strata_used": ("INTEGER", "Strata that hold both groups."),
    "is_reversed": (
        "BOOLEAN",
        "Crude and adjusted difference both exclude zero and point in opposite directions.",
    ),
    "p_value": (
        "DOUBLE",
        "Two-sided test of no difference; only where both groups are large enough.",
    ),
    "p_holm": (
        "DOUBLE",
        "Holm's correction over all comparisons of the place, period, scope and source: for a statement about this one.",
    ),
    "q_bh": ("DOUBLE", "Benjamini-Hochberg value over the same family: for lists of differences."),
    "smallest_detectable_gap": (
        "DOUBLE",
        "True difference that groups of this size would show with 80 % power.",
    ),
    "gap_not_ruled_out": (
        "DOUBLE",
        "Largest end of the interval, in size: a gap up to this cannot be ruled out.",
    ),
    "verdict": (
        "VARCHAR",
        "cannot_tell, no_difference_shown, possible_difference (alone, not among so many comparisons, or not compared like with like), difference, or difference_explained (by case mix).",
    ),
    "reason": ("VARCHAR", "Why nothing can be told; empty elsewhere."),
    "unknown_share": ("DOUBLE", "Share of all counted whose group is not known."),
    "bound_lower": ("DOUBLE", "Smallest difference those of unknown group could bring about."),
    "bound_upper": ("DOUBLE", "Largest difference those of unknown group could bring about."),
}
