"""How often something happened to each person, when it can happen again, some lost from sight.

`counting`: `entered` (the day the clock starts), `event` (the day it happened; empty on the row that
stands for the end of sight) and `ended` (the last day in sight, the same on all rows of a person).
The population has a row a person and event, and one a person for the end of sight. Two rows of one
person and day are one event. Death ends the sight of a person; it competes with nothing.
"""

from metrics.counted_set import CountedSet, Ended, Measured, Stated, followed
from metrics.counting import text
from metrics.definition import Metric, Population


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, fact, days, other_days, occurrences, units, unknown, followable_<horizon>...

    A `fact` is the 'end' of sight on day `days` (the only rows that count units; those without
    usable dates are unknown), an 'event' on day `days` of somebody in sight to day `other_days`, the
    'first' of a person, or a 'pair' of days of events of one person, each with itself too.
    """
    entered, event, ended = (metric.counting[name] for name in ("entered", "event", "ended"))
    last = max(metric.horizons)
    kept = text.kept(metric)
    no_horizon = "".join(f", 0 AS followable_{days}" for days in metric.horizons)
    followable = "".join(
        f",\n    CASE WHEN is_usable = 1 AND potential_days >= {days} THEN 1 ELSE 0 END AS followable_{days}"
        for days in metric.horizons
    )
    sums = "".join(
        f",\n  sum(facts.followable_{days}) AS followable_{days}" for days in metric.horizons
    )
    return f"""WITH followed AS (
  SELECT jurisdiction, unit_id, min({entered}) AS entered_on, max({ended}) AS left_on, min(as_of) AS as_of{text.kept(metric, "min({name}) AS {name}")}
  FROM {metric.population}
  WHERE {text.scope_filter(scope)} AND ({entered} IS NULL OR {entered} >= coalesce(reported_from, {entered}))
  GROUP BY jurisdiction, unit_id
),
persons AS (
  SELECT jurisdiction, unit_id, {text.year_of("entered_on")} AS period_year{kept}, entered_on,
    CASE WHEN left_on >= entered_on THEN 1 ELSE 0 END AS is_usable,
    -- Nothing behind the last horizon is needed, so nothing behind it leaves the store.
    least(date_diff('day', entered_on, left_on), {last + 1}) AS end_days,
    date_diff('day', entered_on, as_of) AS potential_days
  FROM followed
),
happened AS (
  SELECT DISTINCT jurisdiction, unit_id, {event} AS happened_on
  FROM {metric.population}
  WHERE {event} IS NOT NULL
),
events AS (
  SELECT persons.*, date_diff('day', persons.entered_on, happened.happened_on) AS event_days
  FROM persons
  JOIN happened ON happened.jurisdiction = persons.jurisdiction AND happened.unit_id = persons.unit_id
  WHERE persons.is_usable = 1
    AND date_diff('day', persons.entered_on, happened.happened_on) BETWEEN 0 AND least(persons.end_days, {last})
),
facts AS (
  SELECT jurisdiction, period_year{kept}, 'end' AS fact,
    CASE WHEN is_usable = 1 THEN end_days END AS days, NULL AS other_days,
    is_usable AS units, 1 - is_usable AS unknown{followable}
  FROM persons
  UNION ALL
  SELECT jurisdiction, period_year{kept}, 'event' AS fact, event_days AS days, end_days AS other_days,
    0 AS units, 0 AS unknown{no_horizon}
  FROM events
  UNION ALL
  SELECT jurisdiction, period_year{kept}, 'first' AS fact, min(event_days) AS days, NULL AS other_days,
    0 AS units, 0 AS unknown{no_horizon}
  FROM events
  GROUP BY jurisdiction, unit_id, period_year{kept}
  UNION ALL
  SELECT events.jurisdiction, events.period_year{text.kept(metric, "events.{name}")}, 'pair' AS fact,
    events.event_days AS days, others.event_days AS other_days, 0 AS units, 0 AS unknown{no_horizon}
  FROM events
  JOIN events AS others ON others.jurisdiction = events.jurisdiction AND others.unit_id = events.unit_id
)
SELECT facts.jurisdiction, facts.period_year, dimensions.breakdown,
  {text.category(metric, "facts")} AS category, facts.fact, facts.days, facts.other_days,
  count(*) AS occurrences, sum(facts.units) AS units, sum(facts.unknown) AS unknown{sums}
FROM facts CROSS JOIN {text.dimensions(metric)}
GROUP BY facts.jurisdiction, facts.period_year, dimensions.breakdown, {text.category(metric, "facts")},
  facts.fact, facts.days, facts.other_days"""


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """Events by each horizon, the people who had one, and all who were followed."""
    counting = metric.counting
    clock = followed(counting["entered"], counting["ended"])
    persons = CountedSet(metric.population, clock, scope=scope)
    happened = CountedSet(
        metric.population, f"{counting['event']}, each, after {clock}", scope=scope
    )
    found = []
    for days in metric.horizons:
        found += [
            Measured("numerator", happened.where(Ended(days)), days),
            Measured("denominator", persons, days),
            Measured("contributors", persons.where(Stated(counting["event"]), Ended(days)), days),
        ]
    return found
