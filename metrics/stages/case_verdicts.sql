-- after: first_instance
-- One row a case with a proceeding: the first charge, the first verdict, and the end of the last proceeding.
SELECT jurisdiction, case_id,
  min(charged_on) AS charged_on,
  min(CASE WHEN outcome LIKE 'convicted%' OR outcome = 'acquitted' THEN disposed_on END) AS verdict_on,
  max(CASE WHEN is_trafficking THEN 1 ELSE 0 END) AS is_charged_trafficking,
  max(CASE WHEN outcome = 'convicted_trafficking' THEN 1 ELSE 0 END) AS is_convicted_trafficking,
  max(CASE WHEN outcome LIKE 'convicted%' THEN 1 ELSE 0 END) AS is_convicted,
  max(CASE WHEN outcome IN ('convicted_unspecified', 'other', 'unknown') THEN 1 ELSE 0 END) AS is_unclear,
  min(CASE WHEN outcome = 'open' THEN 0 ELSE 1 END) AS is_over,
  max(disposed_on) AS over_on
FROM first_instance
GROUP BY jurisdiction, case_id
