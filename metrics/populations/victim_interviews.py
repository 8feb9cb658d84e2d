"""Interviews of victims by officials, interview by interview."""

from metrics.definition import Population
from metrics.stages import with_stages

INTERVIEWS = """
SELECT victim_features.jurisdiction, victim_features.sex, victim_features.age_group,
  victim_features.citizenship_group, victim_features.migration_status,
  victim_features.exploitation_form,
  interviews.interview_id AS unit_id, TRUE AS is_trafficking, TRUE AS is_observable,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  interviews.held_on, coalesce(interviews.agency_kind, 'unknown') AS agency_kind,
  coalesce(interviews.interpretation, 'unknown') AS interpretation,
  CASE WHEN interviews.faced_defendant IS NULL THEN 'unknown'
    WHEN interviews.faced_defendant THEN 'faced' ELSE 'not_faced' END AS confrontation
FROM interviews
JOIN victim_features ON victim_features.jurisdiction = interviews.jurisdiction
  AND victim_features.victim_id = interviews.victim_id
LEFT JOIN submission_dates ON submission_dates.submission_id = interviews.submission_id
"""

population = Population(
    name="victim_interviews",
    unit="interviews",
    entry="The day of the interview.",
    includes=("Every recorded formal interview of a victim, whoever led it.",),
    excludes=(
        "Talks nobody recorded as an interview.",
        "Jurisdictions that report no interviews.",
    ),
    rows=with_stages(INTERVIEWS, "victim_features", "submission_dates"),
)
