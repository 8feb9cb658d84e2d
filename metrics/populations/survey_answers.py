"""Answers of survivors about the proceedings overall, with the way they were given."""

from metrics.definition import Population
from metrics.stages import with_stages

ANSWERS = """
SELECT survey_responses.jurisdiction, survey_responses.response_id AS unit_id,
  TRUE AS is_trafficking, TRUE AS is_observable,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  CAST(substr(survey_responses.wave, 1, 4) || '-01-01' AS DATE) AS wave_year_start,
  coalesce(survey_responses.survey_mode, 'unknown') AS survey_mode,
  CASE
    WHEN survey_responses.answer <> 'scored' OR survey_responses.score IS NULL THEN 'unknown'
    WHEN survey_responses.score >= 4 THEN 'satisfied'
    ELSE 'not_satisfied'
  END AS verdict
FROM survey_responses
LEFT JOIN submission_dates ON submission_dates.submission_id = survey_responses.submission_id
WHERE survey_responses.item = 'overall'
"""

population = Population(
    name="survey_answers",
    unit="respondents",
    entry="The survey wave; waves of one year are taken together.",
    includes=("Every answer about the proceedings overall, however it was given.",),
    excludes=("Survivors who did not answer.",),
    rows=with_stages(ANSWERS, "submission_dates"),
)
