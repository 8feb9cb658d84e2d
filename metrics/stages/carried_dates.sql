-- after: submission_dates
-- One row a jurisdiction: how far those have reported who send each kind of row; empty where nobody sends any.
SELECT carried.jurisdiction,
  max(CASE WHEN carried.held = 'assistance' THEN submission_dates.as_of END) AS assistance_as_of,
  max(CASE WHEN carried.held = 'measures' THEN submission_dates.as_of END) AS measures_as_of,
  max(CASE WHEN carried.held = 'penalties' THEN submission_dates.as_of END) AS penalties_as_of,
  max(CASE WHEN carried.held = 'links' THEN submission_dates.as_of END) AS links_as_of,
  max(CASE WHEN carried.held = 'reconsiderations' THEN submission_dates.as_of END)
    AS reconsiderations_as_of
FROM (
  SELECT jurisdiction, submission_id, 'assistance' AS held FROM assistance
  UNION SELECT jurisdiction, submission_id, 'measures' AS held FROM protection_measures
  UNION SELECT jurisdiction, submission_id, 'penalties' AS held FROM victim_penalties
  UNION SELECT jurisdiction, submission_id, 'links' AS held FROM case_victims
  UNION SELECT jurisdiction, submission_id, 'reconsiderations' AS held FROM reconsiderations
) AS carried
JOIN submission_dates ON submission_dates.submission_id = carried.submission_id
GROUP BY carried.jurisdiction
