-- after: submission_dates
-- A case is a trafficking case where the submission holds only such cases, or a form of exploitation is recorded.
SELECT cases.jurisdiction, cases.case_id, cases.agency_id,
  coalesce(cases.exploitation_form, 'unknown') AS exploitation_form,
  coalesce(submission_dates.scope = 'trafficking', FALSE)
    OR coalesce(cases.exploitation_form, 'unknown') <> 'unknown' AS is_trafficking
FROM cases
LEFT JOIN submission_dates ON submission_dates.submission_id = cases.submission_id
