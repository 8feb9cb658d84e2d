-- One row a case with victims, where assistance is reported at all: whether any of them received some.
SELECT part.jurisdiction, part.case_id,
  max(CASE WHEN supported.victim_id IS NULL THEN 'no' ELSE 'yes' END) AS support
FROM case_victims AS part
JOIN (SELECT DISTINCT jurisdiction FROM assistance) AS reporting
  ON reporting.jurisdiction = part.jurisdiction
LEFT JOIN (
  SELECT DISTINCT jurisdiction, victim_id FROM assistance WHERE started_on IS NOT NULL
) AS supported ON supported.jurisdiction = part.jurisdiction AND supported.victim_id = part.victim_id
GROUP BY part.jurisdiction, part.case_id
