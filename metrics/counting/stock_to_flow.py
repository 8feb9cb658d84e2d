"""What is open at the end of a year, over what left during it.

`counting`: as for `stock_age`.
"""

from metrics.counted_set import Measured
from metrics.counting import text
from metrics.definition import Metric, Population
from metrics.stages import with_stages


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, part (open), whole (left), unknown; rows without year count dated (whole) and undated (unknown) units."""
    left, undated = metric.counting["left"], text.is_undated(metric)
    scoped = text.scope_filter(scope)
    statement = f"""WITH units AS (
  SELECT jurisdiction, calendar_year AS period_year{text.kept(metric)},
    1 AS part, 0 AS whole, 0 AS unknown
  FROM {metric.population}
  JOIN calendar_years ON {text.is_in_stock(metric)}
  WHERE {scoped}
  UNION ALL
  SELECT jurisdiction, {text.year_of(left)} AS period_year{text.kept(metric)},
    0 AS part, 1 AS whole, 0 AS unknown
  FROM {metric.population}
  WHERE {scoped} AND {left} IS NOT NULL AND {text.is_covered(metric, left)}
  UNION ALL
  SELECT jurisdiction, NULL AS period_year{text.kept(metric)}, 0 AS part,
    CASE WHEN {undated} THEN 0 ELSE 1 END AS whole, CASE WHEN {undated} THEN 1 ELSE 0 END AS unknown
  FROM {metric.population}
  WHERE {scoped}
)
SELECT units.jurisdiction, units.period_year, dimensions.breakdown,
  {text.category(metric)} AS category,
  sum(part) AS part, sum(whole) AS whole, sum(unknown) AS unknown
FROM units CROSS JOIN {text.dimensions(metric)}
GROUP BY units.jurisdiction, units.period_year, dimensions.breakdown, {text.category(metric)}"""
    return with_stages(statement, "calendar_years")


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """What is open at the end of the year, and what left during it."""
    return [
        Measured("numerator", text.in_stock(metric, scope)),
        Measured("denominator", text.dated(metric, scope, metric.counting["left"])),
    ]
