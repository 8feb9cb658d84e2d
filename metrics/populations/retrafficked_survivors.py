"""Survivors known to have been trafficked again within two years of exit, the two years being over."""

from metrics.counted_set import COHORT, Codes, CountedSet, Ended
from metrics.definition import Population
from metrics.stages import with_stages

AGAIN = """
SELECT survivor_path.*, victim_id AS unit_id,
  -- Only these are counted; the others tell for which years the data can answer.
  coalesce(date_diff('day', exited_on, onset_on) <= 730, FALSE)
    AND coalesce(onset_on <= died_on, TRUE)
    AND date_diff('day', exited_on, as_of) >= 730 AS is_trafficking,
  EXISTS (
    SELECT 1 FROM followups WHERE followups.jurisdiction = survivor_path.jurisdiction
  ) AS is_observable,
  exited_on AS entered_on, as_of AS censored_on, 1 AS precedence,
  'retrafficked' AS ending, onset_on AS ended_on
FROM survivor_path
"""

population = Population(
    name="retrafficked_survivors",
    unit="victims",
    entry="The day of the first documented exit from exploitation.",
    includes=(
        "Survivors with a new episode, confirmed or probable, within 730 days of exit, where 730 days have passed since.",
    ),
    excludes=(
        "Survivors not known to have been trafficked again, whether they were not or were lost from sight.",
        "Episodes later than 730 days after exit.",
        "Jurisdictions in which nobody follows survivors up.",
    ),
    rows=with_stages(AGAIN, "survivor_path"),
    same=(
        (
            CountedSet("retrafficked_survivors", COHORT).where(
                Ended(), Codes("ending", frozenset(("retrafficked",)))
            ),
            CountedSet("retrafficked_survivors", COHORT),
        ),
    ),
    inside=(
        (
            CountedSet("retrafficked_survivors", COHORT),
            CountedSet("exited_survivors", COHORT).where(
                Ended(730), Codes("ending", frozenset(("retrafficked",)))
            ),
        ),
    ),
)
