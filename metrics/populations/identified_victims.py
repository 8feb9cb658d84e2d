"""Identified victims, each followed through the stages of their case."""

from metrics.definition import Population
from metrics.stages import with_stages

STAGES = """
SELECT jurisdiction, victim_id AS unit_id, stage, TRUE AS is_trafficking, is_observable,
  covered_from, censored_on AS as_of, identified_on AS entered_on, censored_on, 1 AS precedence,
  CASE
    WHEN is_reached = 1 AND NOT coalesce(exit_on < reached_on, FALSE) THEN 'reached'
    ELSE coalesce(exit_kind, 'open')
  END AS ending,
  -- Steps taken before identification count from the first day.
  CASE
    WHEN is_reached = 1 AND NOT coalesce(exit_on < reached_on, FALSE)
      THEN CASE WHEN reached_on < identified_on THEN identified_on ELSE reached_on END
    ELSE CASE WHEN exit_on < identified_on THEN identified_on ELSE exit_on END
  END AS ended_on,
  sex, age_group, citizenship_group, exploitation_form
FROM victim_stages
"""

population = Population(
    name="identified_victims",
    unit="victims",
    entry="The day of the first formal identification.",
    includes=(
        "Every victim formally identified, counted once, at the first identification.",
        "Victims whose case was opened before they were identified, and victims without any case.",
    ),
    excludes=(
        "Persons presumed to be victims but not formally identified.",
        "Jurisdictions whose victims' pseudonyms cannot be linked to those of the courts.",
    ),
    rows=with_stages(STAGES, "victim_stages"),
)
