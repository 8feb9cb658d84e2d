"""New episodes of trafficking after exit, and how long each survivor was in sight."""

from metrics.counted_set import COHORT, Codes, CountedSet, Stated, followed
from metrics.definition import Population
from metrics.stages import with_stages

EPISODES = """
SELECT sight_after_exit.*, victim_id AS unit_id, TRUE AS is_trafficking,
  EXISTS (
    SELECT 1 FROM followups WHERE followups.jurisdiction = sight_after_exit.jurisdiction
  ) AS is_observable,
  exited_on AS entered_on, CAST(NULL AS DATE) AS episode_on
FROM sight_after_exit
UNION ALL
SELECT sight_after_exit.*, sight_after_exit.victim_id AS unit_id, TRUE AS is_trafficking,
  EXISTS (
    SELECT 1 FROM followups WHERE followups.jurisdiction = sight_after_exit.jurisdiction
  ) AS is_observable,
  sight_after_exit.exited_on AS entered_on, episodes_in_sight.episode_on
FROM sight_after_exit
JOIN episodes_in_sight ON episodes_in_sight.jurisdiction = sight_after_exit.jurisdiction
  AND episodes_in_sight.victim_id = sight_after_exit.victim_id
"""

FOLLOWED = followed("entered_on", "left_on")

population = Population(
    name="episodes_in_follow_up",
    unit="victims",
    entry="The day of the first documented exit from exploitation.",
    includes=(
        "Every survivor with a documented exit: one row for the end of sight, and one for each new episode, confirmed or probable.",
        "Survivors who were never reached afterwards: they are lost from the first day, not left out.",
    ),
    excludes=(
        "Survivors without a documented exit.",
        "Jurisdictions in which nobody follows survivors up.",
    ),
    rows=with_stages(EPISODES, "sight_after_exit", "episodes_in_sight"),
    same=(
        (
            CountedSet("episodes_in_follow_up", FOLLOWED).where(Stated("episode_on")),
            CountedSet("exited_survivors", COHORT).where(
                Codes("ending", frozenset(("retrafficked",)))
            ),
        ),
        (CountedSet("episodes_in_follow_up", FOLLOWED), CountedSet("exited_survivors", COHORT)),
    ),
)
