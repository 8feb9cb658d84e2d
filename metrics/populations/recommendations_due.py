"""Recommendations to the bodies of a jurisdiction, each with the day by which it was to be carried out."""

from metrics.definition import Population
from metrics.stages import with_stages

RECOMMENDATIONS = """
SELECT recommendations.jurisdiction, recommendations.recommendation_id AS unit_id,
  TRUE AS is_trafficking, TRUE AS is_observable,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  recommendations.due_on, recommendations.source AS recommendation_source,
  CASE
    WHEN recommendations.implemented_on <= recommendations.due_on
      AND recommendations.evidence_url IS NOT NULL THEN 'shown'
    WHEN recommendations.implemented_on <= recommendations.due_on THEN 'claimed'
    ELSE 'not_done'
  END AS state
FROM recommendations
LEFT JOIN submission_dates ON submission_dates.submission_id = recommendations.submission_id
WHERE recommendations.due_on IS NULL OR recommendations.due_on <= submission_dates.as_of
"""

population = Population(
    name="recommendations_due",
    unit="recommendations",
    entry="The day by which the recommendation was to be carried out.",
    includes=(
        "Every recommendation recorded, whoever made it: monitoring bodies, rapporteurs, auditors, courts, parliaments.",
    ),
    excludes=(
        "Recommendations due after the data date.",
        "Recommendations without a day by which they were due: they count as missing.",
    ),
    rows=with_stages(RECOMMENDATIONS, "submission_dates"),
)
