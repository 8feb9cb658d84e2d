"""Answers to one item of a survey by the traits that weights can even out, beside everybody eligible.

`counting`: `item`, `year`, `least`, as for a survey score, and `traits`: columns of the population
known of respondents and of everybody eligible alike. There are no breakdowns: a part of a survey
cannot be weighted to the whole.
"""

from metrics.counted_set import Measured
from metrics.counting import survey_score
from metrics.definition import Metric, Population


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, the traits, part, whole, unknown, eligible."""
    traits = list(metric.counting["traits"])
    named = ", ".join(f"units.{trait}" for trait in traits)
    return f"""WITH units AS (
{survey_score.units(metric, scope, traits)}
)
SELECT units.jurisdiction, units.period_year, 'total' AS breakdown, 'total' AS category, {named},
{survey_score.sums(metric)}
FROM units
GROUP BY units.jurisdiction, units.period_year, {named}"""


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """The answers that are weighted: those of the survey score."""
    return survey_score.sets(metric, scope, population)
