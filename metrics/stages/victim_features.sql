-- after: submission_dates
SELECT victims.jurisdiction, victims.victim_id, victims.sex, victims.citizenship_group,
  victims.exploitation_form,
  CASE
    WHEN victims.age_band IN ('0-8', '9-17', 'child') THEN 'child'
    WHEN victims.age_band = 'unknown' THEN 'unknown'
    ELSE 'adult'
  END AS age_group,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by
FROM victims
LEFT JOIN submission_dates ON submission_dates.submission_id = victims.submission_id
