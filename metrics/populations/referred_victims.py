"""Persons referred as presumed victims, each followed to the final decision."""

from metrics.counted_set import COHORT, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

REFERRED = """
SELECT victim_features.*, victim_features.victim_id AS unit_id, TRUE AS is_trafficking,
  TRUE AS is_observable, 1 AS precedence, decided.referred_on, decided.referred_day AS entered_on,
  coalesce(victim_registrars.registered_by, 'unknown') AS agency_kind,
  CASE
    WHEN decided.is_identified = 1 OR decided.is_refused = 1 THEN 'decided'
    WHEN decided.died_day IS NOT NULL THEN 'died'
    ELSE 'open'
  END AS state,
  CASE
    WHEN decided.is_identified = 1 OR decided.is_refused = 1 THEN decided.decided_day
    ELSE decided.died_day
  END AS left_on,
  -- Whoever dies undecided was waiting until then: no decision, and no longer a wait.
  CASE WHEN decided.is_identified = 1 OR decided.is_refused = 1 THEN 'decided' ELSE 'open' END
    AS ending,
  CASE WHEN decided.is_identified = 1 OR decided.is_refused = 1 THEN decided.decided_day END
    AS ended_on,
  least(victim_features.as_of, coalesce(decided.died_day, victim_features.as_of)) AS censored_on
FROM victim_features
JOIN (
  SELECT victim_decisions.*,
    least(coalesce(identified_day, refused_day), coalesce(refused_day, identified_day)) AS decided_day
  FROM victim_decisions
  WHERE is_referred = 1
) AS decided ON decided.jurisdiction = victim_features.jurisdiction
  AND decided.victim_id = victim_features.victim_id
LEFT JOIN victim_registrars ON victim_registrars.jurisdiction = victim_features.jurisdiction
  AND victim_registrars.victim_id = victim_features.victim_id
"""

population = Population(
    name="referred_victims",
    unit="victims",
    entry="The day of the first referral as a presumed victim.",
    includes=(
        "Every person referred as a presumed victim, counted once, at the first referral, whatever was decided.",
        "Those still waiting for a decision, for as long as they were seen waiting.",
    ),
    excludes=(
        "Persons identified without a recorded referral.",
        "Later referrals of the same person.",
        "Where days are counted: persons whose referral or decision is known to the year only, who count as missing.",
    ),
    rows=with_stages(REFERRED, "victim_features", "victim_decisions", "victim_registrars"),
    inside=(
        (CountedSet("referred_victims", COHORT), CountedSet("referred_victims", "referred_on")),
        (CountedSet("referred_victims", "referred_on"), CountedSet("referrals", "referred_on")),
    ),
)
