-- One row a victim with a case: whether any of the person's cases crosses a border.
SELECT part.jurisdiction, part.victim_id,
  CASE
    WHEN max(CASE WHEN cases.is_cross_border THEN 1 ELSE 0 END) = 1 THEN 'yes'
    WHEN min(CASE WHEN cases.is_cross_border IS NULL THEN 0 ELSE 1 END) = 1 THEN 'no'
    ELSE 'unknown'
  END AS cross_border
FROM case_victims AS part
JOIN cases ON cases.jurisdiction = part.jurisdiction AND cases.case_id = part.case_id
GROUP BY part.jurisdiction, part.victim_id
