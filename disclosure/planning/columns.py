"""The table of a release that says how coarsely each table is told, and why."""

PLAN_COLUMNS: dict[str, tuple[str, str]] = {
    "metric_id": ("VARCHAR", "Metric, as in results."),
    "scope": ("VARCHAR", "Scope, as in results."),
    "jurisdiction": ("VARCHAR", "Jurisdiction, as in results."),
    "breakdown": ("VARCHAR", "Dimension of the detail, as in results."),
    "currency": ("VARCHAR", "ISO 4217 code where money is counted."),
    "offer": ("VARCHAR", "Offer of the publication plan it is told by; left_out where it is not."),
    "told": ("VARCHAR", "Period lengths and categories it is told by, in words."),
    "passed_over": ("VARCHAR", "Finer offers that were passed over, one a line."),
    "sensitive": (
        "VARCHAR",
        "Of the finest offer passed over for it, the share of counts of few people: above the limit, or more than half.",
    ),
    "reason": ("VARCHAR", "Why it is told so, as a sentence."),
}
"""Column -> (DuckDB type, meaning), in order."""

PLAN_KEY = ("metric_id", "scope", "jurisdiction", "breakdown", "currency")

ABOVE, HALF = "above the limit", "more than half"


def band(share: float) -> str:
    """A share above the limit, told so coarsely that nobody can count the cells behind it.

    Only shares of offers that were not taken are told: of one that is, the share and the number of
    blanks would tell which of the blanks are of few people.
    """
    return HALF if share > 0.5 else ABOVE
