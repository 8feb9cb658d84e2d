"""Victims interviewed by officials, each followed for a year from the first interview."""

from metrics.definition import Population
from metrics.stages import with_stages

INTERVIEWED = """
SELECT victim_features.jurisdiction, victim_features.sex, victim_features.age_group,
  victim_features.citizenship_group, victim_features.migration_status,
  victim_features.exploitation_form,
  first_year.victim_id AS unit_id, TRUE AS is_trafficking, TRUE AS is_observable,
  first_year.covered_from, first_year.as_of, first_year.reported_from, first_year.sent_by,
  first_year.year_over_on, first_year.interviews
FROM (
  SELECT begun.jurisdiction, begun.victim_id, begun.year_over_on,
    min(submission_dates.period_start) AS covered_from, min(submission_dates.as_of) AS as_of,
    max(submission_dates.reported_from) AS reported_from, min(submission_dates.agency_id) AS sent_by,
    count(*) AS interviews
  FROM (
    SELECT jurisdiction, victim_id, CAST(min(held_on) + INTERVAL '1 year' AS DATE) AS year_over_on
    FROM interviews
    GROUP BY jurisdiction, victim_id
  ) AS begun
  JOIN interviews ON interviews.jurisdiction = begun.jurisdiction
    AND interviews.victim_id = begun.victim_id AND interviews.held_on < begun.year_over_on
  LEFT JOIN submission_dates ON submission_dates.submission_id = interviews.submission_id
  GROUP BY begun.jurisdiction, begun.victim_id, begun.year_over_on
) AS first_year
JOIN victim_features ON victim_features.jurisdiction = first_year.jurisdiction
  AND victim_features.victim_id = first_year.victim_id
"""

population = Population(
    name="interviewed_victims",
    unit="victims",
    entry="The day one year after the first interview: by then everybody was followed for as long.",
    includes=(
        "Every victim interviewed at least once, with the interviews of the year from the first on.",
    ),
    excludes=(
        "Victims never interviewed.",
        "Interviews later than a year after the first.",
        "Jurisdictions that report no interviews.",
    ),
    rows=with_stages(INTERVIEWED, "victim_features", "submission_dates"),
)
