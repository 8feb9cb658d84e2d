"""Figures as printed, or two of them divided within one publication, unit and detail.

`counting`: nothing but `estimate` ("figure"), or `part` and `whole` (measures) with `estimate`
("share", "ratio" or "enumeration"). Figures of different units never meet.
"""

from metrics.counted_set import Measured
from metrics.definition import Metric, Population

DETAIL = ("offence_label", "sex", "age_group")


def count(metric: Metric, scope: str) -> str:
    """Columns: jurisdiction, origin, period_start, period_end, breakdown, category, unit_counted, and part and whole, or value; value_at_most, blank."""
    if metric.counting["estimate"] == "figure":
        return f"""SELECT jurisdiction, origin, period_start, period_end,
  {_label("'measure'", "'{name}'", "breakdown")} AS breakdown,
  {_label("measure", "{name}", "category")} AS category,
  unit_counted, value, value_at_most, blank
FROM {metric.population}
WHERE scope = '{scope}'"""
    part, whole = metric.counting["part"], metric.counting["whole"]
    grouped = """jurisdiction, origin, period_start, period_end, unit_counted, offence_label,
  breakdown, category, sex, age_group"""
    return f"""SELECT jurisdiction, origin, period_start, period_end,
  {_label("", "'{name}'", "breakdown")} AS breakdown,
  {_label("", "{name}", "category")} AS category,
  unit_counted,
  max(CASE WHEN measure = '{part}' THEN value END) AS part,
  max(CASE WHEN measure = '{whole}' THEN value END) AS whole,
  max(CASE WHEN measure = '{part}' THEN value_at_most END) AS part_at_most,
  max(CASE WHEN measure = '{whole}' THEN value_at_most END) AS whole_at_most
FROM {metric.population}
WHERE scope = '{scope}' AND measure IN ('{part}', '{whole}')
GROUP BY {grouped}
HAVING count(DISTINCT measure) = 2"""


def sets(metric: Metric, scope: str, population: Population) -> list[Measured]:
    """None: a figure that somebody else printed counts no unit of the case store."""
    return []


def _label(first: str, form: str, detail: str) -> str:
    """Every dimension that is split, joined by a dot: its names, or its members."""
    parts = [
        f"CASE WHEN {name} = 'total' THEN '' ELSE ' · ' || {form.format(name=name)} END"
        for name in DETAIL
    ]
    parts.insert(1, f"CASE WHEN breakdown = 'total' THEN '' ELSE ' · ' || {detail} END")
    joined = "\n    || ".join(parts)
    if first:
        return f"{first} || {joined}"
    return f"coalesce(nullif(substr({joined}, 4), ''), 'total')"
