"""A sum of money, each currency by itself.

`counting`: `date` (when the amount belongs to a year), `amount`, and `currency` (columns or expressions).
"""

from metrics.counted_set import Measured, Stated
from metrics.counting import text
from metrics.definition import Metric, Population


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, currency, units (with an amount), unknown (without), amount, largest and second_largest of them."""
    date, amount = metric.counting["date"], metric.counting["amount"]
    return f"""WITH units AS (
  SELECT jurisdiction, {text.year_of(date)} AS period_year{text.kept(metric)},
    {metric.counting["currency"]} AS currency,
    -- Decimals add up to the same sum in any order; binary fractions do not.
    CAST({amount} AS DECIMAL(18, 2)) AS amount
  FROM {metric.population}
  WHERE {text.scope_filter(scope)} AND {text.is_covered(metric, date)}
), placed AS (
  SELECT units.*, dimensions.breakdown, {text.category(metric)} AS category,
    row_number() OVER (
      PARTITION BY units.jurisdiction, units.period_year, dimensions.breakdown,
        {text.category(metric)}, units.currency
      ORDER BY coalesce(units.amount, -1) DESC
    ) AS place
  FROM units CROSS JOIN {text.dimensions(metric)}
)
SELECT jurisdiction, period_year, breakdown, category, currency,
  sum(CASE WHEN amount IS NULL THEN 0 ELSE 1 END) AS units,
  sum(CASE WHEN amount IS NULL THEN 1 ELSE 0 END) AS unknown, sum(amount) AS amount,
  max(CASE WHEN place = 1 THEN amount END) AS largest,
  max(CASE WHEN place = 2 THEN amount END) AS second_largest
FROM placed
GROUP BY jurisdiction, period_year, breakdown, category, currency"""


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """Units dated in the year whose amount is known: those behind the sum."""
    known = Stated(f"{metric.counting['amount']} known")
    dated = text.dated(metric, scope, metric.counting["date"])
    return [Measured("contributors", dated.where(known))]
