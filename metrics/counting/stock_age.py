"""What is open at the end of each year, and since how many days.

`counting`: `entered` and `left` (dates), `column` and `open` (the code that says it has not left).
"""

from metrics.counted_set import Longer, Measured
from metrics.counting import text
from metrics.definition import Metric, Population
from metrics.stages import with_stages

OLD = 730
"""Older than two years, in days: what courts call stale."""


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


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """What is open at the end of the year, and what of it is older than two years."""
    pending = text.in_stock(metric, scope)
    return [
        Measured("numerator", pending.where(Longer(OLD))),
        Measured("denominator", pending),
    ]
