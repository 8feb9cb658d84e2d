"""What a result is: the one declaration of the columns every number carries."""

RESULT_COLUMNS: dict[str, tuple[str, str]] = {
    "metric_id": ("VARCHAR", "Metric, as in definitions."),
    "scope": ("VARCHAR", "trafficking (ICCS 0204 only) or all_crime."),
    "source": (
        "VARCHAR",
        "case: counted from case data; official: a figure somebody else published.",
    ),
    "origin": ("VARCHAR", "Publication and vintage of an official figure; empty for case data."),
    "jurisdiction": ("VARCHAR", "ISO 3166-1 alpha-3, parts behind a hyphen; fictional XAA to XZZ."),
    "period_kind": (
        "VARCHAR",
        "period: things that happened in it; cohort: people who entered in it; stock: things open at its end.",
    ),
    "period_start": ("DATE", "First day."),
    "period_end": ("DATE", "Last day, inclusive."),
    "horizon_days": ("INTEGER", "Follow-up horizon in days; empty where there is none."),
    "breakdown": ("VARCHAR", "Dimension of the detail; total where there is none."),
    "category": (
        "VARCHAR",
        "Member of the dimension; total where there is none; unknown is a category.",
    ),
    "unit_counted": ("VARCHAR", "What numerator and denominator count."),
    "currency": ("VARCHAR", "ISO 4217 code where money is counted."),
    "numerator": ("DOUBLE", "Count, or sum of money, above the line."),
    "denominator": ("DOUBLE", "Count, or sum of money, below the line."),
    "value": (
        "DOUBLE",
        "The estimate, in the metric's value_unit; shares run 0 to 1, durations are days.",
    ),
    "lower": ("DOUBLE", "Lower end of the 95 % interval."),
    "upper": ("DOUBLE", "Upper end of the 95 % interval."),
    "interval_method": ("VARCHAR", "How the interval was computed."),
    "bound_lower": (
        "DOUBLE",
        "Lowest value the unseen part could bring about (non-response, loss, open cases).",
    ),
    "bound_upper": ("DOUBLE", "Highest value the unseen part could bring about."),
    "maturity": ("VARCHAR", "mature, provisional or bounds_only; for cohorts with a horizon."),
    "status": (
        "VARCHAR",
        "reportable, use_with_care, very_uncertain, insufficient or suppressed; empty beside other blanks.",
    ),
    "blank": (
        "VARCHAR",
        "Why there is no value: not_reported, not_applicable, not_yet, suppressed, insufficient, withheld.",
    ),
    "missing_share": (
        "DOUBLE",
        "Share of the population left out because a needed fact is missing.",
    ),
    "public_fact": (
        "BOOLEAN",
        "Whether the row is a matter of open court record and told exactly, however small; no rule for small counts holds for it.",
    ),
    "linkage_recall": (
        "DOUBLE",
        "Of figures about people who come again: share of true repeats that the linkage unit says it recognises; empty where it has not said.",
    ),
    "as_of": ("DATE", "Data date: the day up to which the feeding agencies have reported."),
    "definition_hash": ("VARCHAR", "Hash of the definition the number was computed with."),
}
"""Column -> (DuckDB type, meaning), in order. `metrics.compute` makes these rows, disclosure protects them, the release stores them."""

KEY = (
    "metric_id",
    "scope",
    "source",
    "origin",
    "jurisdiction",
    "period_kind",
    "period_start",
    "period_end",
    "horizon_days",
    "breakdown",
    "category",
    "currency",
)
"""The columns that together name one number."""

STATUSES = ("reportable", "use_with_care", "very_uncertain", "insufficient", "suppressed")
BLANKS = ("not_reported", "not_applicable", "not_yet", "suppressed", "insufficient", "withheld")

UNRELEASED = {
    "span": "Length of the period: year, block (three years), double (six), or part (the one period of data that lie within one year).",
    "merged": "1 where the category is a coarser one of `groupings.toml`.",
    "contributors": "Units behind sums.",
    "largest": "The largest contribution to a numerator that is a sum of money.",
    "second_largest": "The one after it.",
    "unsettled": "Of a cohort with a horizon: units whose fate by the horizon is not known.",
    "not_open": "Units of a total that are not on open court record; empty where the population does not tell.",
}
"""What is computed beside a result for planning and protecting it, and stands in no release."""
