"""Identified victims, each followed through the stages of their case."""

from metrics.definition import Population
from metrics.stages import with_stages

STAGES = """
SELECT jurisdiction, unit_id, stage, TRUE AS is_trafficking, is_observable, covered_from,
  reported_from, sent_by, censored_on AS as_of, entered_on, 1 AS precedence, ending,
  -- The steps of a staircase are over the same people: without a date for one step, without any.
  CASE WHEN max(CASE WHEN ending <> 'open' AND ended_on IS NULL THEN 1 ELSE 0 END)
    OVER (PARTITION BY jurisdiction, unit_id) = 0 THEN ended_on END AS ended_on,
  CASE WHEN max(CASE WHEN ending <> 'open' AND ended_on IS NULL THEN 1 ELSE 0 END)
    OVER (PARTITION BY jurisdiction, unit_id) = 0 THEN censored_on END AS censored_on,
  sex, age_group, citizenship_group, exploitation_form, migration_status, cross_border, support
FROM (
  SELECT victim_stages.*, victim_support.support, victim_stages.victim_id AS unit_id, identified_on AS entered_on,
    CASE
      WHEN is_reached = 1 AND NOT coalesce(exit_on < reached_on, FALSE) THEN 'reached'
      ELSE coalesce(exit_kind, 'open')
    END AS ending,
    -- Steps taken before identification count from the first day.
    CASE
      WHEN is_reached = 1 AND NOT coalesce(exit_on < reached_on, FALSE)
        THEN CASE WHEN reached_on < identified_on THEN identified_on ELSE reached_on END
      ELSE CASE WHEN exit_on < identified_on THEN identified_on ELSE exit_on END
    END AS ended_on
  FROM victim_stages
  JOIN victim_support ON victim_support.jurisdiction = victim_stages.jurisdiction
    AND victim_support.victim_id = victim_stages.victim_id
) AS steps
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
        "Victims of whom a step is recorded without its day: they are left out of every step and count as missing.",
        "Jurisdictions whose victims' pseudonyms cannot be linked to those of the courts.",
    ),
    rows=with_stages(STAGES, "victim_stages", "victim_support"),
)
