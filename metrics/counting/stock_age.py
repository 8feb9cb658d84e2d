"""What is open at the end of each year, and since how many days.

`counting`: `entered` and `left` (dates), `column` and `open` (the code that says it has not left).
"""

from metrics.counting import text
from metrics.definition import Metric
from metrics.stages import with_stages


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, days, units, unknown. Rows without year count dated (units) and undated (unknown) units."""
    undated = text.is_undated(metric)
    statement = f"""WITH units AS (
  SELECT jurisdiction, calendar_year AS period_year{text.kept(metric)},
    date_diff('day', {metric.counting["entered"]}, {text.stock_day(metric)}) AS days,
    1 AS units, 0 AS unknown
  FROM {metric.population}
  JOIN calendar_years ON {text.is_in_stock(metric)}
  WHERE {text.scope_filter(scope)}
  UNION ALL
  SELECT jurisdiction, NULL AS period_year{text.kept(metric)}, NULL AS days,
    CASE WHEN {undated} THEN 0 ELSE 1 END AS units, CASE WHEN {undated} THEN 1 ELSE 0 END AS unknown
  FROM {metric.population}
  WHERE {text.scope_filter(scope)}
)
SELECT units.jurisdiction, units.period_year, dimensions.breakdown,
  {text.category(metric)} AS category, units.days,
  sum(units.units) AS units, sum(units.unknown) AS unknown
FROM units CROSS JOIN {text.dimensions(metric)}
GROUP BY units.jurisdiction, units.period_year, dimensions.breakdown, {text.category(metric)}, units.days"""
    return with_stages(statement, "calendar_years")
