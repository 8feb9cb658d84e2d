"""Events of a year over the people, or the days, that they could have befallen.

`counting`: `date` (when a unit belongs to a year), optionally `events` (an expression, 1 where
nothing is named), `exposure` ("residents", or an expression in days over the population), and `per`
(how many residents, or days, the rate is told for). A unit counts once a year.
"""

from metrics.counted_set import Measured, Stated
from metrics.counting import text
from metrics.definition import Metric, Population
from metrics.stages import with_stages

RESIDENTS = "residents"


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, counted, units, exposure (empty where nobody knows the residents)."""
    date, exposure = metric.counting["date"], metric.counting["exposure"]
    days = "CAST(NULL AS BIGINT)" if exposure == RESIDENTS else f"max({exposure})"
    counted = f"""units AS (
  SELECT jurisdiction, unit_id, {text.year_of(date)} AS period_year{text.kept(metric, "min({name}) AS {name}")},
    max({metric.counting.get("events", "1")}) AS counted, {days} AS exposure
  FROM {metric.population}
  WHERE {text.scope_filter(scope)} AND {text.is_covered(metric, date)}
  GROUP BY jurisdiction, unit_id, {text.year_of(date)}
),
counts AS (
  SELECT units.jurisdiction, units.period_year, dimensions.breakdown,
    {text.category(metric)} AS category,
    units.counted, 1 AS units, units.exposure
  FROM units CROSS JOIN {text.dimensions(metric)}
)"""
    if exposure != RESIDENTS:
        return f"WITH {counted}\n{_summed('counts')}"
    # A year in which nothing happened has residents all the same, whatever the category.
    statement = f"""WITH {counted},
places AS (
  SELECT DISTINCT jurisdiction, breakdown, category FROM counts
  UNION
  SELECT DISTINCT jurisdiction, 'total' AS breakdown, 'total' AS category FROM {metric.population}
),
exposed AS (
  SELECT jurisdiction, period_year, breakdown, category, counted, units, exposure FROM counts
  UNION ALL
  SELECT places.jurisdiction, resident_years.period_year, places.breakdown, places.category,
    0 AS counted, 0 AS units, resident_years.residents AS exposure
  FROM places
  JOIN resident_years ON resident_years.jurisdiction = places.jurisdiction
)
{_summed("exposed")}"""
    return with_stages(statement, "resident_years")


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """Units dated in the year, of which an event may be asked; below the line stand residents or days, not units."""
    dated = text.dated(metric, scope, metric.counting["date"])
    events = metric.counting.get("events")
    found = [Measured("numerator", dated.where(Stated(events)) if events else dated)]
    if metric.counting["exposure"] != RESIDENTS:
        found.append(Measured("contributors", dated))
    return found


def _summed(table: str) -> str:
    return f"""SELECT jurisdiction, period_year, breakdown, category,
  sum(counted) AS counted, sum(units) AS units, sum(exposure) AS exposure
FROM {table}
GROUP BY jurisdiction, period_year, breakdown, category"""
