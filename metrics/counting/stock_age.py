"""What is open at the end of each year, and since how many days.

`counting`: `entered` and `left` (dates), `column` and `open` (the code that says it has not left).
"""

from metrics.counting import text
from metrics.definition import Metric
from metrics.stages import with_stages


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, days, units, unknown. Rows without year count dated (units) and undated (unknown) units."""
    statement = f"""WITH units AS (
{text.stock(metric, scope)}
)
SELECT units.jurisdiction, units.period_year, dimensions.breakdown,
  {text.category(metric)} AS category, units.days,
  sum(units.units) AS units, sum(units.unknown) AS unknown
FROM units CROSS JOIN {text.dimensions(metric)}
GROUP BY units.jurisdiction, units.period_year, dimensions.breakdown, {text.category(metric)}, units.days"""
    return with_stages(statement, "calendar_years")
