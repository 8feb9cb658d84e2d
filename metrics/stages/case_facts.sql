-- after: submission_dates
-- One row a case: what it is about, and the time that the sender's data cover.
-- A case is a trafficking case where the submission holds only such cases, or a form of exploitation is recorded.
SELECT cases.jurisdiction, cases.case_id, cases.agency_id,
  coalesce(cases.exploitation_form, 'unknown') AS exploitation_form,
  coalesce(submission_dates.scope = 'trafficking', FALSE)
    OR coalesce(cases.exploitation_form, 'unknown') <> 'unknown' AS is_trafficking,
  CASE WHEN cases.is_cross_border THEN 'yes' WHEN NOT cases.is_cross_border THEN 'no' ELSE 'unknown' END
    AS cross_border,
  CASE WHEN cases.is_online THEN 'yes' WHEN NOT cases.is_online THEN 'no' ELSE 'unknown' END AS online,
  coalesce(cases.lead_source, 'unknown') AS lead_source,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by
FROM cases
LEFT JOIN submission_dates ON submission_dates.submission_id = cases.submission_id
