"""Victims whose case came to an end, with a conviction of trafficking or without."""

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
  CASE WHEN victim_cases.is_convicted = 1 THEN victim_cases.convicted_on ELSE victim_cases.over_on END
    AS concluded_on,
  CASE WHEN restorative_invited.victim_id IS NOT NULL THEN 'offered' ELSE 'not_offered' END AS offer,
  victim_features.sex, victim_features.age_group, victim_features.citizenship_group,
  victim_features.exploitation_form
FROM victim_features
JOIN victim_cases ON victim_cases.jurisdiction = victim_features.jurisdiction
  AND victim_cases.victim_id = victim_features.victim_id
  AND (victim_cases.is_convicted = 1 OR victim_cases.is_over = 1)
LEFT JOIN restorative_invited ON restorative_invited.jurisdiction = victim_features.jurisdiction
  AND restorative_invited.victim_id = victim_features.victim_id
LEFT JOIN justice_dates ON justice_dates.jurisdiction = victim_features.jurisdiction
LEFT JOIN unlinked ON unlinked.jurisdiction = victim_features.jurisdiction
  AND unlinked.realm = 'victims'
LEFT JOIN (SELECT DISTINCT jurisdiction FROM restorative_invited) AS reporting
  ON reporting.jurisdiction = victim_features.jurisdiction
"""

population = Population(
    name="victims_in_concluded_cases",
    unit="victims",
    entry="The day of the first conviction of trafficking in one of the victim's cases; without one, the day the last of them ended.",
    includes=(
        "Every victim with a part in a case in which somebody was convicted of trafficking, or whose cases are all over.",
    ),
    excludes=(
        "Victims with a case still open in which nobody was convicted.",
        "Jurisdictions that record no offers of restorative justice at all.",
    ),
    rows=with_stages(
        VICTIMS,
        "victim_features",
        "victim_cases",
        "restorative_invited",
        "justice_dates",
        "unlinked",
    ),
    # Every row has one of these codes.
    same=(
        (
            CountedSet("victims_in_concluded_cases", "concluded_on").where(
                Codes("offer", frozenset(("offered", "not_offered")))
            ),
            CountedSet("victims_in_concluded_cases", "concluded_on"),
        ),
    ),
)
