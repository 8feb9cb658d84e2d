"""Who enters a cohort, once each, and how it went on: SQL that the cohort and the pace of a year share."""

from metrics.counting import text
from metrics.definition import Metric

ENDING = """CASE
      WHEN ending = 'open' AND (censored_on IS NULL OR censored_on < entered_on) THEN 'unusable'
      WHEN ending <> 'open' AND (ended_on IS NULL OR ended_on < entered_on) THEN 'unusable'
      ELSE ending
    END"""
"""How a unit ended; 'open' for the censored, 'unusable' where dates are missing or in an order that cannot be."""
LEFT = "CASE WHEN ending = 'open' THEN censored_on ELSE ended_on END"
"""The day a unit ended, or was last seen open."""


def entries(metric: Metric, scope: str) -> str:
    """A common table expression: every entry, the one that counts with `entry` 1."""
    each = f", {metric.counting['each']}" if "each" in metric.counting else ""
    return f"""entries AS (
  SELECT jurisdiction, entered_on, ended_on, ending, censored_on, as_of, reported_from{text.kept(metric)},
    row_number() OVER (
      PARTITION BY jurisdiction, unit_id{each}
      ORDER BY CASE WHEN entered_on IS NULL THEN 2 ELSE 1 END, entered_on, precedence, ended_on
    ) AS entry
  FROM {metric.population}
  WHERE {text.scope_filter(scope)}
)"""
