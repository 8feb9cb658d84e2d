"""Decisions on identification that were looked at again and decided anew."""

from metrics.definition import Population
from metrics.stages import with_stages

RECONSIDERED = """
SELECT victim_features.jurisdiction, victim_features.sex, victim_features.age_group,
  victim_features.citizenship_group, victim_features.migration_status,
  victim_features.exploitation_form, victim_features.lead_source,
  reconsiderations.reconsideration_id AS unit_id, TRUE AS is_trafficking, TRUE AS is_observable,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  reconsiderations.requested_on, reconsiderations.decided_on, reconsiderations.outcome
FROM reconsiderations
JOIN victim_features ON victim_features.jurisdiction = reconsiderations.jurisdiction
  AND victim_features.victim_id = reconsiderations.victim_id
LEFT JOIN submission_dates ON submission_dates.submission_id = reconsiderations.submission_id
WHERE reconsiderations.outcome IN ('reversed', 'upheld')
"""

population = Population(
    name="reconsidered_decisions",
    unit="decisions",
    entry="The day of the new decision.",
    includes=(
        "Every request to look again at an identification decision that was accepted and decided.",
    ),
    excludes=(
        "Requests that were not accepted, were withdrawn or are pending.",
        "Jurisdictions that report no reconsiderations.",
    ),
    rows=with_stages(RECONSIDERED, "victim_features", "submission_dates"),
)
