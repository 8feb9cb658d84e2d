-- after: submission_dates
-- Which accepted submissions report for which agency: its own, and those that carry its rows.
SELECT submission_dates.agency_id, submission_dates.period_start, submission_dates.period_end
FROM submission_dates
UNION
SELECT carried.agency_id, submission_dates.period_start, submission_dates.period_end
FROM (
  SELECT agency_id, submission_id FROM cases
  UNION SELECT agency_id, submission_id FROM proceedings
  UNION SELECT agency_id, submission_id FROM events WHERE agency_id IS NOT NULL
) AS carried
JOIN submission_dates ON submission_dates.submission_id = carried.submission_id
