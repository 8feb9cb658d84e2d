"""What is open at the end of each year, and how much of it longer than so many days.

`counting`: as for `stock_age`, and `older_than` (days).
"""

from metrics.counted_set import Longer, Measured
from metrics.counting import text
from metrics.definition import Metric, Population
from metrics.stages import with_stages


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, part (older), whole (open), unknown; rows without year count dated (whole) and undated (unknown) units."""
    statement = f"""WITH units AS (
{text.stock(metric, scope)}
)
SELECT units.jurisdiction, units.period_year, dimensions.breakdown,
  {text.category(metric)} AS category,
  sum(CASE WHEN units.days > {metric.counting["older_than"]} THEN units.units ELSE 0 END) AS part,
  sum(units.units) AS whole, sum(units.unknown) AS unknown
FROM units CROSS JOIN {text.dimensions(metric)}
GROUP BY units.jurisdiction, units.period_year, dimensions.breakdown, {text.category(metric)}"""
    return with_stages(statement, "calendar_years")


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """What is open at the end of the year, and what of it is older than so many days."""
    pending = text.in_stock(metric, scope)
    return [
        Measured("numerator", pending.where(Longer(metric.counting["older_than"]))),
        Measured("denominator", pending),
    ]
