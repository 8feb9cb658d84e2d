"""How long until something happened, in a cohort with several possible ends, some still open.

`counting`: `events` (endings that count, by scope; or "any"), `estimate` ("cumulative_incidence"
or "median") and optionally `each` (a column whose members are followed side by side). The
population gives entered_on, ended_on, ending ('open' while there is none), censored_on, as_of and
precedence. A unit enters once, at its first entry, and is never taken in again;
whoever entered before the sender began to report is left out, since those who ended by then are not there.
"""

from metrics.counting import text
from metrics.definition import Metric


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, ending, days, units, followable_<horizon>...

    `ending` is 'open' for the censored and 'unusable' where dates are missing or in an order that
    cannot be; `followable` counts those who could be followed to the horizon, seen or not.
    """
    each = f", {metric.counting['each']}" if "each" in metric.counting else ""
    followable = "".join(
        f",\n  sum(CASE WHEN units.potential_days >= {days} THEN 1 ELSE 0 END) AS followable_{days}"
        for days in metric.horizons
    )
    ending, days = "units.ending", "units.days"
    if metric.horizons:
        # Nothing behind the last horizon is needed, so nothing behind it leaves the store.
        last = max(metric.horizons)
        ending = f"CASE WHEN units.days > {last} AND units.ending <> 'unusable' THEN 'open' ELSE units.ending END"
        days = f"CASE WHEN units.days > {last} THEN {last + 1} ELSE units.days END"
    return f"""WITH entries AS (
  SELECT jurisdiction, entered_on, ended_on, ending, censored_on, as_of, reported_from{text.kept(metric)},
    row_number() OVER (
      PARTITION BY jurisdiction, unit_id{each}
      ORDER BY CASE WHEN entered_on IS NULL THEN 2 ELSE 1 END, entered_on, precedence, ended_on
    ) AS entry
  FROM {metric.population}
  WHERE {text.scope_filter(scope)}
),
units AS (
  SELECT jurisdiction, {text.year_of("entered_on")} AS period_year{text.kept(metric)},
    CASE
      WHEN ending = 'open' AND (censored_on IS NULL OR censored_on < entered_on) THEN 'unusable'
      WHEN ending <> 'open' AND (ended_on IS NULL OR ended_on < entered_on) THEN 'unusable'
      ELSE ending
    END AS ending,
    date_diff('day', entered_on, CASE WHEN ending = 'open' THEN censored_on ELSE ended_on END) AS days,
    date_diff('day', entered_on, as_of) AS potential_days
  FROM entries
  WHERE entry = 1 AND (entered_on IS NULL OR entered_on >= coalesce(reported_from, entered_on))
)
SELECT units.jurisdiction, units.period_year, dimensions.breakdown,
  {text.category(metric)} AS category,
  {ending} AS ending,
  {days} AS days, count(*) AS units{followable}
FROM units CROSS JOIN {text.dimensions(metric)}
GROUP BY units.jurisdiction, units.period_year, dimensions.breakdown, {text.category(metric)},
  {ending}, {days}"""
