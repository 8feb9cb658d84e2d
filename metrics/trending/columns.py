"""The columns of the table of trends: column -> (DuckDB type, meaning), in order."""

from metrics.result import RESULT_COLUMNS


def _as_in_results(*names: str) -> dict[str, tuple[str, str]]:
    return {name: RESULT_COLUMNS[name] for name in names}


TREND_COLUMNS: dict[str, tuple[str, str]] = {
    **_as_in_results("metric_id", "scope", "jurisdiction"),
    "grain": ("VARCHAR", "quarter, half or year: one for all points of a series."),
    **_as_in_results("period_start", "period_end", "numerator", "denominator", "value"),
    "centre": (
        "DOUBLE",
        "Centre line: the mean, of a run chart the median; empty with fewer than eight points.",
    ),
    "lower_limit": (
        "DOUBLE",
        "Lower limit of natural variation; empty with fewer than twelve points.",
    ),
    "upper_limit": ("DOUBLE", "The same, upper."),
    "signal": (
        "VARCHAR",
        "Rule by which the point differs from natural variation, in the words of Making Data Count; of a run chart, said of the whole series at its last point. Empty where there is none. It never says that a change is good or bad.",
    ),
    "chart": ("VARCHAR", "laney_p (shares), xmr (other values), run (runs only) or line."),
    "limits_kind": (
        "VARCHAR",
        "none (fewer than 8 points), median (8 to 11), trial (12 to 19), firm (20 or more).",
    ),
    "points": ("INTEGER", "Points of the series that have a value."),
    "is_autocorrelated": (
        "BOOLEAN",
        "Each value leans on the one before it: the signals of the series are not to be relied on.",
    ),
    "expected_false_alarms": (
        "DOUBLE",
        "Chance that a series of this length shows a signal although nothing changed. Summed over series, the false alarms to expect on a page.",
    ),
}
