-- after: submission_dates
-- One row a defendant: features that breakdowns name, and the time that the sender's data cover.
SELECT defendants.jurisdiction, defendants.defendant_id,
  CASE WHEN defendants.is_legal_person THEN 'legal_person' ELSE coalesce(defendants.sex, 'unknown') END
    AS sex,
  CASE
    WHEN defendants.is_legal_person THEN 'legal_person'
    WHEN defendants.age_band IN ('0-8', '9-17', 'child') THEN 'child'
    WHEN coalesce(defendants.age_band, 'unknown') = 'unknown' THEN 'unknown'
    ELSE 'adult'
  END AS age_group,
  coalesce(defendants.citizenship_group, 'unknown') AS citizenship_group,
  CASE WHEN defendants.is_legal_person THEN 'yes' WHEN NOT defendants.is_legal_person THEN 'no' ELSE 'unknown' END
    AS legal_person,
  CASE WHEN defendants.is_public_official THEN 'yes' WHEN NOT defendants.is_public_official THEN 'no' ELSE 'unknown' END
    AS official,
  submission_dates.scope, submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by
FROM defendants
LEFT JOIN submission_dates ON submission_dates.submission_id = defendants.submission_id
