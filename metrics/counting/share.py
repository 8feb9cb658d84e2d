"""Units that count, of units of one period or cohort.

`counting`: `date` (when a unit belongs to a year), `column`, and codes of it by scope: `part`
(above the line), `whole` (below it, part included), `unknown` (left out because not known).
A unit with several rows in a year counts once: above the line if any row does.
"""

from metrics.counted_set import Codes, Measured, Stated
from metrics.counting import text
from metrics.definition import Metric, Population


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, part, whole, unknown."""
    date, column = metric.counting["date"], metric.counting["column"]
    flags = [
        f"max(CASE WHEN {text.one_of(column, text.by_scope(metric.counting[name], scope))} THEN 1 ELSE 0 END) AS is_{name}"
        for name in ("part", "whole", "unknown")
    ]
    return f"""WITH units AS (
  SELECT jurisdiction, unit_id, {text.period_of(metric, date)} AS period_year{text.kept(metric, "min({name}) AS {name}")},
    {(", " + chr(10) + "    ").join(flags)}
  FROM {metric.population}
  WHERE {text.scope_filter(scope)} AND {text.is_covered(metric, date)}
  GROUP BY jurisdiction, unit_id, {text.period_of(metric, date)}
)
SELECT units.jurisdiction, units.period_year, dimensions.breakdown,
  {text.category(metric)} AS category,
  sum(CASE WHEN is_whole = 1 THEN is_part ELSE 0 END) AS part, sum(is_whole) AS whole,
  sum(CASE WHEN is_whole = 0 THEN is_unknown ELSE 0 END) AS unknown
FROM units CROSS JOIN {text.dimensions(metric)}
GROUP BY units.jurisdiction, units.period_year, dimensions.breakdown, {text.category(metric)}"""


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """Part and whole are the units with such a code, of all that are dated in the year."""
    column, dated = metric.counting["column"], text.dated(metric, scope, metric.counting["date"])
    part, whole = (
        dated.where(Codes(column, frozenset(text.by_scope(metric.counting[name], scope))))
        for name in ("part", "whole")
    )
    if not population.sides or "each" not in metric.counting:
        return [Measured("numerator", part), Measured("denominator", whole)]
    found = []
    for category in population.sides:
        found.append(Measured("numerator", part.where(Stated(category)), category=category))
        found.append(Measured("denominator", whole, category=category))
    return found
