"""Answers to one item of a survey, beside how many survivors could have answered.

`counting`: `item`, `year`, and `least` (the lowest score that counts).
"""

from metrics.counting import text
from metrics.definition import Metric


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, part, whole (scores given), unknown (no score), eligible."""
    year, item = metric.counting["year"], metric.counting["item"]
    return f"""WITH units AS (
  SELECT jurisdiction, {year} AS period_year{text.kept(metric)}, is_eligible,
    CASE WHEN item = '{item}' THEN 1 ELSE 0 END AS is_asked, score
  FROM {metric.population}
  WHERE {text.scope_filter(scope)} AND (is_eligible = 1 OR item = '{item}')
)
SELECT units.jurisdiction, units.period_year, dimensions.breakdown,
  {text.category(metric)} AS category,
  sum(CASE WHEN score >= {metric.counting["least"]} THEN 1 ELSE 0 END) AS part,
  sum(CASE WHEN score IS NOT NULL THEN 1 ELSE 0 END) AS whole,
  sum(CASE WHEN is_asked = 1 AND score IS NULL THEN 1 ELSE 0 END) AS unknown,
  sum(is_eligible) AS eligible
FROM units CROSS JOIN {text.dimensions(metric)}
GROUP BY units.jurisdiction, units.period_year, dimensions.breakdown, {text.category(metric)}"""
