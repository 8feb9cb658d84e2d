"""Files read by two readers, by what the one and the other found.

`counting`: `date`, `statistic` (ac1, kappa or weighted_kappa), `first` and `second` (columns with what
each reader found), and `categories`: the findings that count, in order. A file where either reader
found anything else is left out as unknown.
"""

from metrics.counted_set import Measured, Stated
from metrics.counting import text
from metrics.definition import Metric, Population


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, one_read, other_read, units, unknown."""
    date, first, second = (metric.counting[name] for name in ("date", "first", "second"))
    codes = metric.counting["categories"]
    read = f"({text.one_of(first, codes)} AND {text.one_of(second, codes)})"
    return f"""WITH units AS (
  SELECT jurisdiction, {text.year_of(date)} AS period_year{text.kept(metric)},
    {first} AS one_read, {second} AS other_read, CASE WHEN {read} THEN 1 ELSE 0 END AS is_read
  FROM {metric.population}
  WHERE {text.scope_filter(scope)} AND {text.is_covered(metric, date)}
)
SELECT units.jurisdiction, units.period_year, dimensions.breakdown,
  {text.category(metric)} AS category, one_read, other_read,
  sum(is_read) AS units, sum(1 - is_read) AS unknown
FROM units CROSS JOIN {text.dimensions(metric)}
GROUP BY units.jurisdiction, units.period_year, dimensions.breakdown, {text.category(metric)},
  one_read, other_read"""


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """Files on which two readers agree, of those both could read."""
    read = text.dated(metric, scope, metric.counting["date"]).where(Stated("read by both"))
    return [
        Measured("numerator", read.where(Stated("the same found by both"))),
        Measured("denominator", read),
    ]
