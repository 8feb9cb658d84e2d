"""How much of what should have been seen was seen: a whole list, so nothing is estimated.

`counting`: optionally `estimate` (see `metrics/estimating/completeness.py`); `year` (a column or expression), `part` and `whole` (expressions; `{horizon}` stands
for the follow-up), `usable` (a condition), `people` (an expression: who stands behind the sums).
"""

from metrics.counted_set import CountedSet, Measured, Stated
from metrics.counting import text
from metrics.definition import Metric, Population


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, horizon_days, part, whole, people, unknown."""
    usable = metric.counting.get("usable", "TRUE")
    horizons = " UNION ALL ".join(
        f"SELECT CAST({days or 'NULL'} AS INTEGER) AS horizon_days"
        for days in metric.horizons or (None,)
    )
    part, whole = (
        metric.counting[name].replace("{horizon}", "horizons.horizon_days")
        for name in ("part", "whole")
    )
    return f"""WITH units AS (
  SELECT jurisdiction, {metric.counting["year"]} AS period_year, horizons.horizon_days{text.kept(metric)},
    CASE WHEN {usable} THEN 0 ELSE 1 END AS unknown,
    CASE WHEN {usable} THEN {part} ELSE 0 END AS part,
    CASE WHEN {usable} THEN {whole} ELSE 0 END AS whole,
    CASE WHEN {usable} THEN {metric.counting["people"]} ELSE 0 END AS people
  FROM {metric.population}
  CROSS JOIN ({horizons}) AS horizons
  WHERE {text.scope_filter(scope)}
)
SELECT units.jurisdiction, units.period_year, dimensions.breakdown,
  {text.category(metric)} AS category, units.horizon_days,
  sum(part) AS part, sum(whole) AS whole, sum(people) AS people, sum(unknown) AS unknown
FROM units CROSS JOIN {text.dimensions(metric)}
GROUP BY units.jurisdiction, units.period_year, dimensions.breakdown, {text.category(metric)},
  units.horizon_days"""


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """What was seen and what should have been; the people behind them where both are sums of days."""
    counting = metric.counting
    usable = (Stated(counting["usable"]),) if "usable" in counting else ()
    dated = CountedSet(metric.population, counting["year"], frozenset(usable), scope)
    if metric.unit_counted == "person_days":
        return [Measured("contributors", dated, days) for days in metric.horizons]
    part = dated.where(Stated(counting["whole"]), Stated(counting["part"]))
    return [
        Measured("numerator", part),
        Measured("denominator", dated.where(Stated(counting["whole"]))),
    ]
