"""Survivors after a documented exit from exploitation."""

from metrics.counted_set import COHORT, Codes, CountedSet, Stated
from metrics.definition import Population
from metrics.stages import with_stages

SURVIVORS = """
SELECT survivor_path.*, victim_id AS unit_id, TRUE AS is_trafficking,
  EXISTS (
    SELECT 1 FROM followups WHERE followups.jurisdiction = survivor_path.jurisdiction
  ) AS is_observable,
  exited_on AS entered_on, last_seen_on AS censored_on, 1 AS precedence,
  CASE
    WHEN onset_on <= coalesce(died_on, onset_on) THEN 'retrafficked'
    WHEN died_on IS NOT NULL THEN 'died'
    ELSE 'open'
  END AS ending,
  CASE WHEN onset_on <= coalesce(died_on, onset_on) THEN onset_on ELSE died_on END AS ended_on
FROM survivor_path
"""

IS_AGAIN = "CASE WHEN ending = 'retrafficked' THEN 1 ELSE 0 END"
"""1 for who was trafficked again."""

population = Population(
    name="exited_survivors",
    unit="victims",
    entry="The day of the first documented exit from exploitation.",
    includes=(
        "Every survivor with a documented exit, counted once, at the first exit.",
        "Survivors who were never reached afterwards: they are lost from the first day, not left out.",
    ),
    excludes=(
        "Survivors without a documented exit.",
        "Jurisdictions in which nobody follows survivors up.",
    ),
    rows=with_stages(SURVIVORS, "survivor_path"),
    inside=(
        (
            CountedSet("exited_survivors", COHORT).where(
                Codes("ending", frozenset(("retrafficked",)))
            ),
            CountedSet("exited_survivors", "entered_on").where(Stated(IS_AGAIN)),
        ),
        (CountedSet("exited_survivors", COHORT), CountedSet("exited_survivors", "entered_on")),
    ),
)
