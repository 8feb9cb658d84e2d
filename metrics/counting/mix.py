"""How the units of a year are made up: each member of one column, those nobody recorded included.

`counting`: `date` (when a unit belongs to a year) and `column`, which is the metric's only breakdown.
A unit with several rows in a year counts once, so that the members add up to the whole.
"""

from metrics.counted_set import Measured
from metrics.counting import text
from metrics.definition import Metric, Population


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, part (units of the member), whole (all units of the year)."""
    date, column = metric.counting["date"], metric.counting["column"]
    # Every member of a place stands in every year of the place, so that sums over years are whole.
    return f"""WITH units AS (
  SELECT jurisdiction, unit_id, {text.year_of(date)} AS period_year,
    coalesce(min({column}), 'unknown') AS category
  FROM {metric.population}
  WHERE {text.scope_filter(scope)} AND {text.is_covered(metric, date)}
  GROUP BY jurisdiction, unit_id, {text.year_of(date)}
),
members AS (
  SELECT DISTINCT jurisdiction, category FROM units
)
SELECT units.jurisdiction, units.period_year, '{column}' AS breakdown, members.category,
  sum(CASE WHEN units.category = members.category THEN 1 ELSE 0 END) AS part, count(*) AS whole
FROM units JOIN members ON members.jurisdiction = units.jurisdiction
GROUP BY units.jurisdiction, units.period_year, members.category"""


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """A member is one category of all that are dated in the year; the whole stands on the row of each."""
    dated = text.dated(metric, scope, metric.counting["date"])
    return [Measured("numerator", dated), Measured("denominator", dated.whole)]
