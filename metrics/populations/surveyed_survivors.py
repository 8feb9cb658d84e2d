"""Survivors considered for a survey wave, and the answers given. The two are joined by coarse strata only."""

from metrics.definition import Population
from metrics.stages import with_stages

SURVEYED = """
SELECT survey_invitations.jurisdiction, survey_invitations.invitation_id AS unit_id,
  TRUE AS is_trafficking, TRUE AS is_observable,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  CAST(substr(survey_invitations.wave, 1, 4) AS INTEGER) AS wave_year,
  survey_invitations.outcome_group, survey_invitations.sex, survey_invitations.citizenship_group,
  CASE
    WHEN survey_invitations.age_band IN ('0-8', '9-17', 'child') THEN 'child'
    WHEN survey_invitations.age_band = 'unknown' THEN 'unknown'
    ELSE 'adult'
  END AS age_group,
  1 AS is_eligible,
  CASE WHEN survey_invitations.status = 'not_contactable' THEN 0 ELSE 1 END AS is_invited,
  CASE WHEN survey_invitations.status = 'answered' THEN 1 ELSE 0 END AS is_answered,
  NULL AS survey_item, NULL AS score,
  -- What the silent would have said is assumed when answers are counted; nobody's row holds it.
  NULL AS assumption
FROM survey_invitations
LEFT JOIN submission_dates ON submission_dates.submission_id = survey_invitations.submission_id
UNION ALL
SELECT survey_responses.jurisdiction, survey_responses.response_id AS unit_id,
  TRUE AS is_trafficking, TRUE AS is_observable,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  CAST(substr(survey_responses.wave, 1, 4) AS INTEGER) AS wave_year,
  survey_responses.outcome_group, survey_responses.sex, survey_responses.citizenship_group,
  CASE
    WHEN survey_responses.age_band IN ('0-8', '9-17', 'child') THEN 'child'
    WHEN survey_responses.age_band = 'unknown' THEN 'unknown'
    ELSE 'adult'
  END AS age_group,
  0 AS is_eligible, 0 AS is_invited, 0 AS is_answered,
  survey_responses.item AS survey_item,
  CASE WHEN survey_responses.answer = 'scored' THEN survey_responses.score END AS score,
  NULL AS assumption
FROM survey_responses
LEFT JOIN submission_dates ON submission_dates.submission_id = survey_responses.submission_id
"""

population = Population(
    name="surveyed_survivors",
    unit="respondents",
    entry="The survey wave; waves of one year are taken together.",
    includes=(
        "Every survivor eligible for a wave: invited, or not safely contactable.",
        "Every answer, whatever the outcome of the person's case.",
    ),
    excludes=("Survivors whom nobody considered for the survey.",),
    rows=with_stages(SURVEYED, "submission_dates"),
)
