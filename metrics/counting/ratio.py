"""Two flows of one period: what left over what came in. They are different units, so it is not a share.

`counting`: `part` and `whole`, each a `date`, and optionally `column` with codes `in` by scope and
codes `unknown`. A unit counts once a year in each flow.
"""

from metrics.counted_set import Codes, CountedSet, Measured, Stated
from metrics.counting import text
from metrics.definition import Metric, Population


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, part, whole, unknown."""
    flows = "\n  UNION ALL\n".join(_flow(metric, scope, side) for side in ("part", "whole"))
    return f"""WITH flows AS (
{flows}
)
SELECT flows.jurisdiction, flows.period_year, dimensions.breakdown,
  {text.category(metric, "flows")} AS category,
  sum(part) AS part, sum(whole) AS whole, sum(unknown) AS unknown
FROM flows CROSS JOIN {text.dimensions(metric)}
GROUP BY flows.jurisdiction, flows.period_year, dimensions.breakdown, {text.category(metric, "flows")}"""


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """Two flows, each dated in its own way."""
    return [
        Measured(measure, _set(metric, scope, metric.counting[side]))
        for measure, side in (("numerator", "part"), ("denominator", "whole"))
    ]


def _set(metric: Metric, scope: str, flow: dict) -> CountedSet:
    dated = text.dated(metric, scope, flow["date"])
    if "column" in flow:
        return dated.where(Codes(flow["column"], frozenset(text.by_scope(flow["in"], scope))))
    asked = flow.get("happened", "TRUE")
    return dated if asked == "TRUE" else dated.where(Stated(asked))


def _flow(metric: Metric, scope: str, side: str) -> str:
    flow = metric.counting[side]
    counted, unknown, happened = "TRUE", "FALSE", f"{flow['date']} IS NOT NULL"
    if "column" in flow:
        counted = text.one_of(flow["column"], text.by_scope(flow["in"], scope))
        unknown = text.one_of(flow["column"], text.by_scope(flow["unknown"], scope))
        happened = f"({counted} OR {unknown})"
    elif "happened" in flow:
        happened = flow["happened"]
    counted = f"max(CASE WHEN {counted} THEN 1 ELSE 0 END)"
    unknown = f"max(CASE WHEN {unknown} THEN 1 ELSE 0 END)"
    zero = "0 AS whole" if side == "part" else "0 AS part"
    year = text.period_of(metric, flow["date"])
    columns = [f"{counted} AS {side}", zero] if side == "part" else [zero, f"{counted} AS {side}"]
    return f"""  SELECT jurisdiction, unit_id, {year} AS period_year{text.kept(metric, "min({name}) AS {name}")},
    {", ".join(columns)},
    CASE WHEN {counted} = 1 THEN 0 ELSE {unknown} END AS unknown
  FROM {metric.population}
  WHERE {text.scope_filter(scope)} AND {happened} AND {text.is_covered(metric, flow["date"])}
  GROUP BY jurisdiction, unit_id, {year}"""
