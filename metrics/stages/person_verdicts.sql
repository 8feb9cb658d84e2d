-- after: first_instance
-- One row a defendant with a proceeding: the first conviction of trafficking, and whether every proceeding has ended.
SELECT jurisdiction, defendant_id,
  max(CASE WHEN outcome = 'convicted_trafficking' THEN 1 ELSE 0 END) AS is_convicted,
  min(CASE WHEN outcome = 'convicted_trafficking' AND is_disposed_to_year = 0 THEN disposed_on END)
    AS convicted_on,
  min(CASE WHEN outcome = 'open' THEN 0 ELSE 1 END) AS is_over,
  max(CASE WHEN is_disposed_to_year = 0 THEN disposed_on END) AS over_on
FROM first_instance
GROUP BY jurisdiction, defendant_id
