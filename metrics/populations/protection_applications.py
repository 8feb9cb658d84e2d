"""Measures sought for the protection of victims and witnesses, application by application."""

from metrics.definition import Population
from metrics.stages import with_stages

APPLICATIONS = """
SELECT victim_features.jurisdiction, victim_features.sex, victim_features.age_group,
  victim_features.citizenship_group, victim_features.migration_status,
  victim_features.exploitation_form,
  protection_measures.measure_id AS unit_id, TRUE AS is_trafficking, TRUE AS is_observable,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  protection_measures.measure AS protection_measure,
  protection_measures.requested_on, protection_measures.decided_on,
  coalesce(protection_measures.decision, 'unknown') AS decision
FROM protection_measures
JOIN victim_features ON victim_features.jurisdiction = protection_measures.jurisdiction
  AND victim_features.victim_id = protection_measures.victim_id
LEFT JOIN submission_dates ON submission_dates.submission_id = protection_measures.submission_id
"""

population = Population(
    name="protection_applications",
    unit="requests",
    entry="The day of the decision.",
    includes=("Every measure sought for a victim, each application by itself.",),
    excludes=(
        "Victims for whom nothing was sought.",
        "Jurisdictions that report no measures of protection.",
    ),
    rows=with_stages(APPLICATIONS, "victim_features", "submission_dates"),
)
