"""Everybody open in a year, or part of one, followed in that time only: what a period curve needs.

Who had entered before the year, or before the sender began to report, comes under observation late:
at risk from the age they had on that day. One row a unit and year stands for its time in that year,
so that the rows of several years together are the curve of all of them.
"""

from metrics.counted_set import OPEN_IN_YEAR, CountedSet, Ended, Measured
from metrics.counting import text
from metrics.counting.entries import ENDING, LEFT, entries
from metrics.definition import Metric, Population
from metrics.stages import with_stages

BEGUN = "greatest(entered_on, coalesce(reported_from, entered_on))"
"""The day from which a unit could be followed."""


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, ending, days, units, newcomers.

    `ending` is as for cohorts, 'open' also for those who were so at the end of the year, and
    'came_late' for those who came under observation at the end of day `days` of their own clock:
    these rows count no unit. `newcomers` are the units that no earlier year counts.
    """
    statement = f"""WITH {entries(metric, scope)},
usable AS (
  SELECT jurisdiction, entered_on, as_of, reported_from{text.kept(metric)},
    {ENDING} AS ending, {LEFT} AS left_on
  FROM entries
  WHERE entry = 1
),
parts AS (
{_parts(metric)}
),
lived AS (
  SELECT usable.*, parts.number, parts.last_day,
    greatest(parts.first_day, coalesce(reported_from, entered_on)) AS first_seen
  FROM usable
  JOIN parts ON parts.last_day >= entered_on AND parts.first_day <= left_on
  WHERE ending <> 'unusable' AND entered_on IS NOT NULL
),
seen AS (
  SELECT jurisdiction, number AS period_year{text.kept(metric)},
    CASE WHEN left_on > last_day THEN 'open' ELSE ending END AS ending,
    date_diff('day', entered_on, least(left_on, last_day)) AS days,
    date_diff('day', entered_on, first_seen) - 1 AS came,
    CASE WHEN {text.period_of(metric, BEGUN)} = number THEN 1 ELSE 0 END AS newcomer
  FROM lived
  WHERE left_on >= first_seen AND first_seen <= last_day
),
units AS (
  SELECT jurisdiction, period_year{text.kept(metric)}, ending, days, 1 AS unit, newcomer
  FROM seen
  UNION ALL
  SELECT jurisdiction, period_year{text.kept(metric)}, 'came_late' AS ending, came AS days, 0 AS unit, 0 AS newcomer
  FROM seen
  WHERE came >= 0
  UNION ALL
  SELECT jurisdiction, {text.period_of(metric, "entered_on")} AS period_year{text.kept(metric)},
    'unusable' AS ending, NULL AS days, 1 AS unit, 1 AS newcomer
  FROM usable
  WHERE ending = 'unusable' OR entered_on IS NULL
)
SELECT units.jurisdiction, units.period_year, dimensions.breakdown,
  {text.category(metric)} AS category, units.ending, units.days,
  count(*) AS occurrences, sum(units.unit) AS units, sum(units.newcomer) AS newcomers
FROM units CROSS JOIN {text.dimensions(metric)}
GROUP BY units.jurisdiction, units.period_year, dimensions.breakdown, {text.category(metric)},
  units.ending, units.days"""
    return with_stages(statement, "calendar_years")


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """Everybody open at some time of the year, and who ended in it; once for each year."""
    seen = CountedSet(metric.population, OPEN_IN_YEAR, scope=scope)
    return [Measured("numerator", seen.where(Ended())), Measured("denominator", seen)]


def _parts(metric: Metric) -> str:
    """Number, first and last day of each year, or of each part of a year that a series asks for."""
    parts = text.PARTS[text.grain(metric)]
    return "\n  UNION ALL\n".join(
        f"  SELECT {len(parts)} * calendar_year + {n} AS number, {_day(start)} AS first_day, {_day(end)} AS last_day FROM calendar_years"
        for n, (start, end) in enumerate(parts)
    )


def _day(month_and_day: str) -> str:
    return f"CAST(CAST(calendar_year AS VARCHAR) || '-{month_and_day}' AS DATE)"
