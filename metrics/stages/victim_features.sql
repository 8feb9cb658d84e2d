-- after: submission_dates, victim_borders
-- One row a victim: what is known of the person when identified, and who sent it.
SELECT victims.jurisdiction, victims.victim_id, victims.sex, victims.citizenship_group,
  victims.exploitation_form,
  CASE
    WHEN victims.age_band IN ('0-8', '9-17', 'child') THEN 'child'
    WHEN victims.age_band = 'unknown' THEN 'unknown'
    ELSE 'adult'
  END AS age_group,
  coalesce(victims.migration_status, 'unknown') AS migration_status,
  coalesce(victims.referred_by, 'unknown') AS lead_source,
  coalesce(victim_borders.cross_border, 'unknown') AS cross_border,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by
FROM victims
LEFT JOIN victim_borders ON victim_borders.jurisdiction = victims.jurisdiction
  AND victim_borders.victim_id = victims.victim_id
LEFT JOIN submission_dates ON submission_dates.submission_id = victims.submission_id
