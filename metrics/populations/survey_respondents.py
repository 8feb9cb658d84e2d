"""Survivors who answered a survey wave, one row each: the mean of their answers to the procedural-justice items."""

from metrics.definition import Population
from metrics.stages import with_stages

RESPONDENTS = """
SELECT survey_responses.jurisdiction, survey_responses.response_id AS unit_id,
  TRUE AS is_trafficking, TRUE AS is_observable,
  min(submission_dates.period_start) AS covered_from, min(submission_dates.as_of) AS as_of,
  max(submission_dates.reported_from) AS reported_from, min(submission_dates.agency_id) AS sent_by,
  CAST(substr(survey_responses.wave, 1, 4) || '-01-01' AS DATE) AS wave_year_start,
  min(survey_responses.outcome_group) AS outcome_group, min(survey_responses.sex) AS sex,
  min(survey_responses.citizenship_group) AS citizenship_group,
  -- One item left out of four still shows how somebody was treated; two do not.
  CASE WHEN count(CASE WHEN survey_responses.answer = 'scored' THEN survey_responses.score END) >= 3
    THEN avg(CASE WHEN survey_responses.answer = 'scored' THEN survey_responses.score END) END
    AS justice_score
FROM survey_responses
LEFT JOIN submission_dates ON submission_dates.submission_id = survey_responses.submission_id
WHERE survey_responses.item IN ('voice', 'respect', 'information', 'safety')
GROUP BY survey_responses.jurisdiction, survey_responses.response_id,
  substr(survey_responses.wave, 1, 4)
"""

population = Population(
    name="survey_respondents",
    unit="respondents",
    entry="The survey wave; waves of one year are taken together.",
    includes=(
        "Everybody who was asked about being heard, respect, information and safety.",
        "Respondents whose case ended without a conviction, or never began.",
    ),
    excludes=("Survivors who did not answer, and respondents who were asked about other things.",),
    rows=with_stages(RESPONDENTS, "submission_dates"),
)
