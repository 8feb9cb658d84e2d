"""Victims at their first formal interview."""

from metrics.definition import Population
from metrics.stages import with_stages

INTERVIEWED = """
SELECT victim_features.jurisdiction, victim_features.sex, victim_features.age_group,
  victim_features.citizenship_group, victim_features.migration_status,
  victim_features.exploitation_form,
  interviewed.victim_id AS unit_id, TRUE AS is_trafficking, TRUE AS is_observable,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  interviewed.held_on, coalesce(interviewed.agency_kind, 'unknown') AS agency_kind,
  CASE WHEN interviewed.has_lawyer IS NULL THEN 'unknown'
    WHEN interviewed.has_lawyer THEN 'with_lawyer' ELSE 'without_lawyer' END AS lawyer
FROM (
  SELECT interviews.*,
    row_number() OVER (
      PARTITION BY jurisdiction, victim_id ORDER BY held_on, interview_id
    ) AS place
  FROM interviews
) AS interviewed
JOIN victim_features ON victim_features.jurisdiction = interviewed.jurisdiction
  AND victim_features.victim_id = interviewed.victim_id
LEFT JOIN submission_dates ON submission_dates.submission_id = interviewed.submission_id
WHERE interviewed.place = 1
"""

population = Population(
    name="first_interviews",
    unit="victims",
    entry="The day of the first recorded interview.",
    includes=("Every victim interviewed, counted once, at the first interview on record.",),
    excludes=(
        "Later interviews of the same person.",
        "Victims never interviewed, and jurisdictions that report no interviews.",
    ),
    rows=with_stages(INTERVIEWED, "victim_features", "submission_dates"),
)
