"""Months in which an agency is expected to report."""

from metrics.definition import Population
from metrics.stages import with_stages

MONTHS = """
SELECT agencies.jurisdiction, agencies.agency_id || ' ' || CAST(calendar_months.month_start AS VARCHAR)
    AS unit_id,
  agencies.agency_id AS agency, agencies.kind AS agency_kind,
  calendar_months.month_start, TRUE AS is_observable,
  -- Whoever reports all crime reports trafficking with it.
  TRUE AS is_trafficking,
  CAST(date_trunc('year', agencies.reports_from) AS DATE) AS covered_from, release_date.as_of,
  -- A month without a submission is what is counted here, not a gap in the counting.
  CAST(NULL AS DATE) AS reported_from, CAST(NULL AS VARCHAR) AS sent_by,
  CASE WHEN EXISTS (
    SELECT 1 FROM agency_submissions
    WHERE agency_submissions.agency_id = agencies.agency_id
      AND agency_submissions.period_start <= calendar_months.month_start
      AND agency_submissions.period_end >= calendar_months.month_end
  ) THEN 1 ELSE 0 END AS part,
  1 AS whole, 1 AS people
FROM agencies
CROSS JOIN (SELECT max(as_of) AS as_of FROM submission_dates) AS release_date
JOIN calendar_months ON calendar_months.month_end >= agencies.reports_from
  AND calendar_months.month_end <= coalesce(agencies.reports_until, release_date.as_of)
  AND calendar_months.month_end <= release_date.as_of
WHERE agencies.reports_from IS NOT NULL
"""

population = Population(
    name="reporting_months",
    unit="periods",
    entry="The month.",
    includes=(
        "Every month, for every agency, from the day the agency is expected to report until the release's data date or the end of its duty.",
        "Months that another body's accepted submission covers for the agency.",
    ),
    excludes=(
        "Agencies of which nobody has said since when they are expected to report.",
        "Submissions that failed their validation.",
    ),
    rows=with_stages(MONTHS, "calendar_months", "agency_submissions", "submission_dates"),
)
