"""Reports that the law tells a body to publish, each with the day it was due."""

from metrics.definition import Population
from metrics.stages import with_stages

REPORTS = """
SELECT statutory_reports.jurisdiction, statutory_reports.report_id AS unit_id,
  TRUE AS is_trafficking, TRUE AS is_observable,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  coalesce(agencies.kind, 'unknown') AS agency_kind, statutory_reports.due_on,
  CASE
    WHEN statutory_reports.published_on <= statutory_reports.due_on THEN 'on_time'
    ELSE 'late'
  END AS state,
  greatest(
    date_diff('day', statutory_reports.due_on,
      coalesce(statutory_reports.published_on, submission_dates.as_of)),
    0) AS days_late
FROM statutory_reports
LEFT JOIN submission_dates ON submission_dates.submission_id = statutory_reports.submission_id
LEFT JOIN agencies ON agencies.jurisdiction = statutory_reports.jurisdiction
  AND agencies.agency_id = statutory_reports.agency_id
WHERE statutory_reports.due_on <= submission_dates.as_of
"""

population = Population(
    name="reports_due",
    unit="reports",
    entry="The day by which the report was to be published.",
    includes=("Every report on trafficking that a law tells a body to publish by a certain day.",),
    excludes=("Reports that no law asks for, and reports due after the data date.",),
    rows=with_stages(REPORTS, "submission_dates"),
)
