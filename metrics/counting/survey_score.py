"""Answers to one item of a survey, or to each of several, beside how many survivors could have answered.

`counting`: `item` (or `items`), `year`, and `least` (the lowest score that counts). Several items
stand side by side as the breakdown `survey_item`, named by `each`: nobody is counted over items.
`odds` instead names assumptions about those who kept silent, assumption -> their odds over the odds
of those who answered; they stand side by side as the breakdown `assumption`.
"""

from metrics.counted_set import CountedSet, Measured, Stated
from metrics.counting import text
from metrics.definition import Metric, Population

SUPPLIED = {"survey_item": "asked.item AS survey_item", "assumption": "asked.assumption"}
"""Columns that come from what is asked, not from who was asked."""


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, period_year, breakdown, category, part, whole (scores given), unknown (no score), eligible, odds."""
    return f"""WITH units AS (
{units(metric, scope, [SUPPLIED.get(name, name) for name in metric.breakdowns])}
)
SELECT units.jurisdiction, units.period_year, dimensions.breakdown,
  {text.category(metric)} AS category,
{sums(metric)}, max(odds) AS odds
FROM units CROSS JOIN {text.dimensions(metric)}
GROUP BY units.jurisdiction, units.period_year, dimensions.breakdown, {text.category(metric)}"""


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """Scores given to an item, and those high enough; assumptions about the silent change no count."""
    counting = metric.counting
    items = counting.get("items") or (counting["item"],)
    members = {"survey_item": items, "assumption": counting.get("odds", ())}
    found = []
    for number, category in enumerate(members.get(counting.get("each"), (None,))):
        item = items[number] if len(items) > 1 else items[0]
        scored = CountedSet(metric.population, counting["year"], scope=scope).where(
            Stated(f"{item} scored")
        )
        best = scored.where(Stated(f"at least {counting['least']}"))
        found.append(Measured("numerator", best, category=category))
        found.append(Measured("denominator", scored, category=category))
    return found


def units(metric: Metric, scope: str, columns: list[str]) -> str:
    """A SELECT of survivors eligible and answers given, once for each item and assumption, with these columns."""
    kept = "".join(f",\n    {column}" for column in columns)
    item = f"{metric.population}.survey_item"
    return f"""  SELECT jurisdiction, {metric.counting["year"]} AS period_year{kept}, is_eligible,
    CASE WHEN {item} = asked.item THEN 1 ELSE 0 END AS is_asked, score, asked.odds
  FROM {metric.population}
  CROSS JOIN ({_asked(metric)}) AS asked
  WHERE {text.scope_filter(scope)} AND (is_eligible = 1 OR {item} = asked.item)"""


def sums(metric: Metric) -> str:
    """The sums of a count table of answers."""
    return f"""  sum(CASE WHEN score >= {metric.counting["least"]} THEN 1 ELSE 0 END) AS part,
  sum(CASE WHEN score IS NOT NULL THEN 1 ELSE 0 END) AS whole,
  sum(CASE WHEN is_asked = 1 AND score IS NULL THEN 1 ELSE 0 END) AS unknown,
  sum(is_eligible) AS eligible"""


def _asked(metric: Metric) -> str:
    items = metric.counting.get("items") or (metric.counting["item"],)
    odds = metric.counting.get("odds") or {"none": 1.0}
    return " UNION ALL ".join(
        f"SELECT '{item}' AS item, '{name}' AS assumption, CAST({ratio!r} AS DOUBLE) AS odds"
        for item in items
        for name, ratio in odds.items()
    )
