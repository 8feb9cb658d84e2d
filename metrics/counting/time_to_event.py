"""How long until something happened, in a cohort with several possible ends, some still open.

`counting`: `events` (endings that count, by scope; or "any"), `estimate` and optionally `each` (a
column whose members are followed side by side). Estimates are "cumulative_incidence" (at each
horizon), "median", "quantile" (with `share`), "restricted_mean" (at each horizon) and
"current_pace" (see `pace_of_year`); the last two need events "any". The population gives
entered_on, ended_on, ending ('open' while there is none), censored_on, as_of and precedence. A unit
enters once, at its first entry, and is never taken in again; whoever entered before the sender began
to report is left out, since those who ended by then are not there.
"""

from metrics.counted_set import COHORT, Codes, CountedSet, Ended, Measured, Step
from metrics.counting import pace_of_year, text
from metrics.counting.entries import ENDING, LEFT, entries
from metrics.definition import Metric, Population


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, ending, days, units, followable_<horizon>...

    `ending` is 'open' for the censored and 'unusable' where dates are missing or in an order that
    cannot be; `followable` counts those who could be followed to the horizon, seen or not.
    """
    if metric.counting["estimate"] == "current_pace":
        return pace_of_year.count(metric, scope)
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
    return f"""WITH {_units(metric, scope)}
SELECT units.jurisdiction, units.period_year, dimensions.breakdown,
  {text.category(metric)} AS category,
  {ending} AS ending,
  {days} AS days, count(*) AS units{followable}
FROM units CROSS JOIN {text.dimensions(metric)}
GROUP BY units.jurisdiction, units.period_year, dimensions.breakdown, {text.category(metric)},
  {ending}, {days}"""


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """Who entered, and who had ended in a way that counts: by each horizon, or by the data date where there is none."""
    if metric.counting["estimate"] == "current_pace":
        return pace_of_year.sets(metric, scope, population)
    entered = CountedSet(metric.population, COHORT, scope=scope)
    events = text.by_scope(metric.counting["events"], scope)
    so = () if events == "any" else (Codes("ending", frozenset(events)),)
    found = []
    for category in population.steps if "each" in metric.counting else (None,):
        stair = (Step(population.steps, category),) if category else ()
        for days in metric.horizons or (None,):
            ended = entered.where(Ended(days), *so, *stair)
            found.append(Measured("numerator", ended, days, category))
            found.append(Measured("denominator", entered, days, category))
    return found


def settled(metric: Metric, scope: str) -> str:
    """Of whom it is known by each horizon whether they had ended, and how many had in a way that counts.

    Columns: jurisdiction, period_year, breakdown, category, part_<horizon>..., whole_<horizon>...
    """
    events = text.by_scope(metric.counting["events"], scope)
    counts = "TRUE" if events == "any" else text.one_of("ending", events)
    flags, sums = "", ""
    for horizon in metric.horizons:
        ended = f"ending NOT IN ('open', 'unusable') AND days <= {horizon}"
        known = f"ending <> 'unusable' AND ({ended} OR days >= {horizon})"
        for side, holds in (("part", f"{ended} AND {counts}"), ("whole", known)):
            flags += f",\n    sum(CASE WHEN {holds} THEN 1 ELSE 0 END) AS {side}_{horizon}"
            sums += f",\n  sum({side}_{horizon}) AS {side}_{horizon}"
    kept = text.kept(metric)
    return f"""WITH {_units(metric, scope)},
groups AS (
  SELECT jurisdiction, period_year{kept}{flags}
  FROM units
  GROUP BY jurisdiction, period_year{kept}
)
SELECT groups.jurisdiction, groups.period_year, dimensions.breakdown,
  {text.category(metric, "groups")} AS category{sums}
FROM groups CROSS JOIN {text.dimensions(metric)}
GROUP BY groups.jurisdiction, groups.period_year, dimensions.breakdown, {text.category(metric, "groups")}"""


def _units(metric: Metric, scope: str) -> str:
    """Common table expressions: who entered, when and how it ended, one row a unit."""
    return f"""{entries(metric, scope)},
units AS (
  SELECT jurisdiction, {text.period_of(metric, "entered_on")} AS period_year{text.kept(metric)},
    {ENDING} AS ending,
    date_diff('day', entered_on, {LEFT}) AS days,
    date_diff('day', entered_on, as_of) AS potential_days
  FROM entries
  WHERE entry = 1 AND (entered_on IS NULL OR entered_on >= coalesce(reported_from, entered_on))
)"""
