-- after: case_path
-- One row a victim with a case: the furthest any of the person's cases went, and whether all are over.
SELECT part.jurisdiction, part.victim_id,
  max(case_path.is_opened) AS is_opened, min(case_path.opened_on) AS opened_on,
  max(case_path.is_charged) AS is_charged, min(case_path.charged_on) AS charged_on,
  max(case_path.is_tried) AS is_tried, min(case_path.tried_on) AS tried_on,
  max(case_path.is_convicted) AS is_convicted, min(case_path.convicted_on) AS convicted_on,
  min(case_path.convicted_day) AS convicted_day,
  min(case_path.is_over) AS is_over, max(case_path.over_on) AS over_on,
  max(case_path.proceedings) AS proceedings, min(data_dates.as_of) AS as_of
FROM case_victims AS part
JOIN case_path ON case_path.jurisdiction = part.jurisdiction AND case_path.case_id = part.case_id
LEFT JOIN data_dates ON data_dates.jurisdiction = part.jurisdiction
  AND data_dates.agency_id = case_path.agency_id
GROUP BY part.jurisdiction, part.victim_id
