-- after: case_facts, case_ends
-- One row a defendant: what the person's cases are about, whether all are closed, and since when.
SELECT part.jurisdiction, part.defendant_id,
  max(CASE WHEN case_facts.is_trafficking THEN 1 ELSE 0 END) AS is_trafficking,
  min(case_facts.exploitation_form) AS exploitation_form,
  -- In the order of the alphabet one yes outweighs any unknown, and one unknown any no.
  max(case_facts.cross_border) AS cross_border,
  min(case_facts.agency_id) AS agency,
  min(data_dates.as_of) AS as_of,
  min(coalesce(case_ends.is_closed, 0)) AS is_closed,
  max(case_ends.closed_on) AS closed_on
FROM case_defendants AS part
JOIN case_facts ON case_facts.jurisdiction = part.jurisdiction AND case_facts.case_id = part.case_id
LEFT JOIN case_ends ON case_ends.jurisdiction = part.jurisdiction AND case_ends.case_id = part.case_id
LEFT JOIN data_dates ON data_dates.jurisdiction = part.jurisdiction
  AND data_dates.agency_id = case_facts.agency_id
GROUP BY part.jurisdiction, part.defendant_id
