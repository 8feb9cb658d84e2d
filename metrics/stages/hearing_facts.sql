-- after: court_files, submission_dates
-- One row a listed hearing of a known proceeding: what became of it, and why it was not held.
SELECT hearings.jurisdiction, hearings.hearing_id, hearings.listed_on,
  coalesce(hearings.result, 'unknown') AS hearing_result,
  coalesce(hearings.cause, 'unknown') AS adjournment_cause,
  court_files.is_trafficking, court_files.is_observable,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  court_files.exploitation_form, court_files.cross_border, court_files.court_level, court_files.agency
FROM hearings
JOIN court_files ON court_files.jurisdiction = hearings.jurisdiction
  AND court_files.proceeding_id = hearings.proceeding_id
LEFT JOIN submission_dates ON submission_dates.submission_id = hearings.submission_id
