"""A sum of money, each currency by itself.

`counting`: `date` (when the amount belongs to a year), `amount`, and `currency` (columns or expressions).
"""

from metrics.counting import text
from metrics.definition import Metric


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, currency, units (with an amount), unknown (without), amount."""
    date, amount = metric.counting["date"], metric.counting["amount"]
    return f"""WITH units AS (
  SELECT jurisdiction, {text.year_of(date)} AS period_year{text.kept(metric)},
    {metric.counting["currency"]} AS currency,
    -- Decimals add up to the same sum in any order; binary fractions do not.
    CAST({amount} AS DECIMAL(18, 2)) AS amount
  FROM {metric.population}
  WHERE {text.scope_filter(scope)} AND {text.is_covered(metric, date)}
)
SELECT units.jurisdiction, units.period_year, dimensions.breakdown,
  {text.category(metric)} AS category, units.currency,
  sum(CASE WHEN amount IS NULL THEN 0 ELSE 1 END) AS units,
  sum(CASE WHEN amount IS NULL THEN 1 ELSE 0 END) AS unknown, sum(amount) AS amount
FROM units CROSS JOIN {text.dimensions(metric)}
GROUP BY units.jurisdiction, units.period_year, dimensions.breakdown, {text.category(metric)}, units.currency"""
