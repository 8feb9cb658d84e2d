"""Units that something happened to in a year, each counted once a year.

`counting`: `date`, the day it happened. Over people or days it is a `rate`.
"""

from metrics.counted_set import Measured
from metrics.counting import text
from metrics.definition import Metric, Population


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, counted."""
    date = metric.counting["date"]
    return f"""WITH units AS (
  SELECT jurisdiction, unit_id, {text.period_of(metric, date)} AS period_year{text.kept(metric, "min({name}) AS {name}")}
  FROM {metric.population}
  WHERE {text.scope_filter(scope)} AND {text.is_covered(metric, date)}
  GROUP BY jurisdiction, unit_id, {text.period_of(metric, date)}
)
SELECT units.jurisdiction, units.period_year, dimensions.breakdown,
  {text.category(metric)} AS category, count(*) AS counted
FROM units CROSS JOIN {text.dimensions(metric)}
GROUP BY units.jurisdiction, units.period_year, dimensions.breakdown, {text.category(metric)}"""


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """All that are dated in the year."""
    return [Measured("numerator", text.dated(metric, scope, metric.counting["date"]))]
