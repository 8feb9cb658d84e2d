-- after: first_instance
-- One row a defendant who was charged: the first charge, and the first of trafficking.
SELECT jurisdiction, defendant_id,
  min(charged_day) AS charged_on,
  min(CASE WHEN is_trafficking THEN charged_day END) AS trafficking_on,
  max(CASE WHEN is_trafficking THEN 1 ELSE 0 END) AS is_trafficking
FROM first_instance
GROUP BY jurisdiction, defendant_id
