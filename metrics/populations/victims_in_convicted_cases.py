"""Victims whose case ended in a conviction of trafficking."""

from metrics.counted_set import Codes, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

VICTIMS = """
SELECT victim_features.jurisdiction, victim_features.victim_id AS unit_id, TRUE AS is_trafficking,
  justice_dates.as_of IS NOT NULL AND unlinked.jurisdiction IS NULL
    AND reporting.jurisdiction IS NOT NULL AS is_observable,
  victim_features.covered_from, victim_features.reported_from, victim_features.sent_by,
  least(coalesce(victim_features.as_of, justice_dates.as_of),
    coalesce(justice_dates.as_of, victim_features.as_of)) AS as_of,
  victim_cases.convicted_on,
  CASE WHEN victim_compensation.victim_id IS NOT NULL THEN 'claimed' ELSE 'not_claimed' END AS claim,
  CASE WHEN victim_compensation.awarded_on IS NOT NULL THEN 'awarded' ELSE 'not_awarded' END AS award,
  victim_features.sex, victim_features.age_group, victim_features.citizenship_group,
  victim_features.exploitation_form
FROM victim_features
JOIN victim_cases ON victim_cases.jurisdiction = victim_features.jurisdiction
  AND victim_cases.victim_id = victim_features.victim_id AND victim_cases.is_convicted = 1
LEFT JOIN victim_compensation ON victim_compensation.jurisdiction = victim_features.jurisdiction
  AND victim_compensation.victim_id = victim_features.victim_id
LEFT JOIN justice_dates ON justice_dates.jurisdiction = victim_features.jurisdiction
LEFT JOIN unlinked ON unlinked.jurisdiction = victim_features.jurisdiction
  AND unlinked.realm = 'victims'
LEFT JOIN (SELECT DISTINCT jurisdiction FROM compensation) AS reporting
  ON reporting.jurisdiction = victim_features.jurisdiction
"""

population = Population(
    name="victims_in_convicted_cases",
    unit="victims",
    entry="The day of the first conviction of trafficking in one of the victim's cases.",
    includes=(
        "Every victim with a part in a case in which at least one person was convicted of trafficking at first instance.",
    ),
    excludes=(
        "Victims whose cases ended otherwise or are open, even where a civil court or a State fund awarded compensation.",
        "Jurisdictions that report nothing about compensation.",
    ),
    rows=with_stages(
        VICTIMS,
        "victim_features",
        "victim_cases",
        "victim_compensation",
        "justice_dates",
        "unlinked",
    ),
    # Every row has one of these codes.
    same=(
        (
            CountedSet("victims_in_convicted_cases", "convicted_on").where(
                Codes("claim", frozenset(("claimed", "not_claimed")))
            ),
            CountedSet("victims_in_convicted_cases", "convicted_on"),
        ),
        (
            CountedSet("victims_in_convicted_cases", "convicted_on").where(
                Codes("award", frozenset(("awarded", "not_awarded")))
            ),
            CountedSet("victims_in_convicted_cases", "convicted_on"),
        ),
    ),
    inside=(
        (
            CountedSet("victims_in_convicted_cases", "convicted_on").where(
                Codes("award", frozenset(("awarded",)))
            ),
            CountedSet("victims_in_convicted_cases", "convicted_on").where(
                Codes("claim", frozenset(("claimed",)))
            ),
        ),
    ),
)
