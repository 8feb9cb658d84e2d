"""Figures that agencies keep of themselves (staff, inspections, budgets), added up as they were reported.

`counting`: `date` (when a figure belongs to a year), `part` and optionally `whole` (columns or
expressions), and optionally `currency`, where the figures are money.
"""

from metrics.counted_set import Measured, Stated
from metrics.counting import text
from metrics.definition import Metric, Population


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, currency, part, whole, units (figures reported), unknown (left out)."""
    date, part = metric.counting["date"], metric.counting["part"]
    whole = metric.counting.get("whole", part)
    currency = metric.counting.get("currency", "CAST(NULL AS VARCHAR)")
    return f"""WITH units AS (
  SELECT jurisdiction, {text.year_of(date)} AS period_year{text.kept(metric)}, {currency} AS currency,
    CASE WHEN ({part}) IS NULL OR ({whole}) IS NULL THEN 1 ELSE 0 END AS unknown,
    CAST({part} AS DECIMAL(18, 2)) AS part, CAST({whole} AS DECIMAL(18, 2)) AS whole
  FROM {metric.population}
  WHERE {text.scope_filter(scope)} AND {text.is_covered(metric, date)}
)
SELECT units.jurisdiction, units.period_year, dimensions.breakdown,
  {text.category(metric)} AS category, units.currency,
  sum(CASE WHEN unknown = 0 THEN part END) AS part,
  sum(CASE WHEN unknown = 0 THEN whole END) AS whole,
  sum(1 - unknown) AS units, sum(unknown) AS unknown
FROM units CROSS JOIN {text.dimensions(metric)}
GROUP BY units.jurisdiction, units.period_year, dimensions.breakdown, {text.category(metric)}, units.currency"""


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """What agencies reported of themselves, named by what is added up."""
    counting = metric.counting
    dated = text.dated(metric, scope, counting["date"])
    whole = counting.get("whole", counting["part"])
    found = [Measured("numerator", dated.where(Stated(f"{counting['part']} beside {whole}")))]
    if "whole" in counting:
        found.append(
            Measured("denominator", dated.where(Stated(f"{whole} beside {counting['part']}")))
        )
    return found
