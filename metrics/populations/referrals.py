"""Referrals of presumed victims, each marked as the person's first or a later one."""

from metrics.counted_set import Codes, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

REFERRALS = """
SELECT victim_features.*, victim_features.victim_id AS unit_id, TRUE AS is_trafficking,
  TRUE AS is_observable, ranked.referred_on,
  CASE WHEN ranked.place = 1 THEN 'first' ELSE 'repeat' END AS referral
FROM (
  SELECT jurisdiction, victim_id, referred_on,
    row_number() OVER (
      PARTITION BY jurisdiction, victim_id
      ORDER BY CASE WHEN referred_on IS NULL THEN 2 ELSE 1 END, referred_on
    ) AS place
  FROM (
    -- Several notes of one day are one referral.
    SELECT DISTINCT jurisdiction, subject_id AS victim_id, occurred_on AS referred_on
    FROM current_events
    WHERE subject_kind = 'victim' AND event = 'referred'
  ) AS days
) AS ranked
JOIN victim_features ON victim_features.jurisdiction = ranked.jurisdiction
  AND victim_features.victim_id = ranked.victim_id
"""

population = Population(
    name="referrals",
    unit="victims",
    entry="The day of the referral.",
    includes=(
        "Every person referred as a presumed victim, counted once in each year with a referral.",
    ),
    excludes=(
        "Persons identified without a recorded referral.",
        "Referrals from before the data begin: a person's later referral then looks like the first.",
    ),
    rows=with_stages(REFERRALS, "current_events", "victim_features"),
    # Every row has one of these codes.
    same=(
        (
            CountedSet("referrals", "referred_on").where(
                Codes("referral", frozenset(("first", "repeat")))
            ),
            CountedSet("referrals", "referred_on"),
        ),
    ),
)
