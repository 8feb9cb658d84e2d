"""Victims who gave evidence to a court, testimony by testimony."""

from metrics.counted_set import Codes, CountedSet
from metrics.definition import Population
from metrics.populations.special_measure_requests import AT_COURT
from metrics.stages import with_stages

TESTIMONIES = f"""
SELECT victim_features.jurisdiction, victim_features.sex, victim_features.age_group,
  victim_features.citizenship_group, victim_features.migration_status,
  victim_features.exploitation_form,
  testimonies.victim_id AS unit_id, TRUE AS is_trafficking, TRUE AS is_observable,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  testimonies.given_on, coalesce(testimonies.mode, 'unknown') AS testimony_mode,
  coalesce(testimonies.consent, 'unknown') AS consent,
  CASE WHEN testimonies.assessed_on <= testimonies.given_on THEN 'assessed'
    WHEN testimonies.given_on IS NULL AND testimonies.assessed_on IS NOT NULL THEN 'unknown'
    ELSE 'not_assessed' END AS assessment,
  CASE WHEN reporting.jurisdiction IS NULL THEN 'unknown'
    WHEN special.asked_on <= testimonies.given_on THEN 'requested'
    WHEN special.asked_on IS NULL AND special.victim_id IS NOT NULL THEN 'unknown'
    ELSE 'not_requested' END AS special_measure
FROM testimonies
JOIN victim_features ON victim_features.jurisdiction = testimonies.jurisdiction
  AND victim_features.victim_id = testimonies.victim_id
LEFT JOIN (
  SELECT jurisdiction, victim_id, min(coalesce(requested_on, decided_on)) AS asked_on
  FROM protection_measures
  WHERE measure IN {AT_COURT}
  GROUP BY jurisdiction, victim_id
) AS special ON special.jurisdiction = testimonies.jurisdiction
  AND special.victim_id = testimonies.victim_id
LEFT JOIN (SELECT DISTINCT jurisdiction FROM protection_measures) AS reporting
  ON reporting.jurisdiction = testimonies.jurisdiction
LEFT JOIN submission_dates ON submission_dates.submission_id = testimonies.submission_id
WHERE coalesce(testimonies.mode, 'unknown') <> 'not_given'
"""

population = Population(
    name="testifying_victims",
    unit="victims",
    entry="The day the evidence was given.",
    includes=(
        "Every victim who gave evidence, in court or beforehand; once a year, however often.",
    ),
    excludes=(
        "Victims who were asked and gave none.",
        "Jurisdictions that do not report how victims give evidence.",
    ),
    rows=with_stages(TESTIMONIES, "victim_features", "submission_dates"),
    # Every row has one of these codes.
    same=(
        (
            CountedSet("testifying_victims", "given_on").where(
                Codes("assessment", frozenset(("assessed", "not_assessed")))
            ),
            CountedSet("testifying_victims", "given_on"),
        ),
    ),
)
