"""Sums of money at two steps of the same claims, each currency by itself.

`counting`: `date`, `part` and `whole` (columns with sums of one claim), `incomplete` (a flag that
sets the claim aside).
"""

from metrics.counted_set import Measured, Stated
from metrics.counting import text
from metrics.definition import Metric, Population


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, currency, claims, sums of y (part), x (whole), their squares and product, largest and second_largest y, unknown."""
    date, y, x = (metric.counting[name] for name in ("date", "part", "whole"))
    return f"""WITH units AS (
  SELECT jurisdiction, {text.year_of(date)} AS period_year, currency{text.kept(metric)},
    CASE WHEN {metric.counting["incomplete"]} = 1 OR coalesce({x}, 0) = 0 THEN 1 ELSE 0 END AS unknown,
    -- Decimals add up to the same sum in any order; binary fractions do not.
    CAST({y} AS DECIMAL(18, 2)) AS y, CAST({x} AS DECIMAL(18, 2)) AS x
  FROM {metric.population}
  WHERE {text.scope_filter(scope)} AND {text.is_covered(metric, date)}
), placed AS (
  SELECT units.*, dimensions.breakdown, {text.category(metric)} AS category,
    row_number() OVER (
      PARTITION BY units.jurisdiction, units.period_year, dimensions.breakdown,
        {text.category(metric)}, units.currency
      ORDER BY units.unknown, coalesce(units.y, -1) DESC
    ) AS place
  FROM units CROSS JOIN {text.dimensions(metric)}
)
SELECT jurisdiction, period_year, breakdown, category, currency,
  sum(1 - unknown) AS claims, sum(unknown) AS unknown,
  sum(CASE WHEN unknown = 0 THEN y END) AS sum_y, sum(CASE WHEN unknown = 0 THEN x END) AS sum_x,
  sum(CASE WHEN unknown = 0 THEN y * y END) AS sum_yy,
  sum(CASE WHEN unknown = 0 THEN x * x END) AS sum_xx,
  sum(CASE WHEN unknown = 0 THEN x * y END) AS sum_xy,
  max(CASE WHEN unknown = 0 AND place = 1 THEN y END) AS largest,
  max(CASE WHEN unknown = 0 AND place = 2 THEN y END) AS second_largest
FROM placed
GROUP BY jurisdiction, period_year, breakdown, category, currency"""


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """Claims dated in the year of which both sums are known: those behind the sums."""
    counting = metric.counting
    known = Stated(f"{counting['part']} of {counting['whole']} known, not {counting['incomplete']}")
    dated = text.dated(metric, scope, counting["date"])
    return [Measured("contributors", dated.where(known))]
