"""A number for each unit, to be averaged.

`counting`: `date` (when a unit belongs to a year) and `amount` (a column or expression; empty where not known).
A unit with several rows in a year counts once, with the largest amount.
"""

from metrics.counted_set import Measured, Stated
from metrics.counting import text
from metrics.definition import Metric, Population


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, units, unknown, sum_x, sum_xx (sum of squares)."""
    date = metric.counting["date"]
    return f"""WITH units AS (
  SELECT jurisdiction, unit_id, {text.period_of(metric, date)} AS period_year{text.kept(metric, "min({name}) AS {name}")},
    -- Decimals add up to the same sum in any order; binary fractions do not.
    max(CAST({metric.counting["amount"]} AS DECIMAL(12, 3))) AS x
  FROM {metric.population}
  WHERE {text.scope_filter(scope)} AND {text.is_covered(metric, date)}
  GROUP BY jurisdiction, unit_id, {text.period_of(metric, date)}
)
SELECT units.jurisdiction, units.period_year, dimensions.breakdown,
  {text.category(metric)} AS category,
  sum(CASE WHEN x IS NULL THEN 0 ELSE 1 END) AS units,
  sum(CASE WHEN x IS NULL THEN 1 ELSE 0 END) AS unknown, sum(x) AS sum_x, sum(x * x) AS sum_xx
FROM units CROSS JOIN {text.dimensions(metric)}
GROUP BY units.jurisdiction, units.period_year, dimensions.breakdown, {text.category(metric)}"""


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """Units dated in the year whose number is known; above the line stands a sum."""
    known = Stated(f"{metric.counting['amount']} known")
    return [
        Measured("denominator", text.dated(metric, scope, metric.counting["date"]).where(known))
    ]
