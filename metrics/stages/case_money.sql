-- after: current_events
-- One row a case in which money was looked for: a financial investigation, the first asset frozen, the first confiscated.
SELECT jurisdiction, case_id,
  max(is_inquired) AS is_inquired, min(inquired_on) AS inquired_on,
  min(frozen_on) AS frozen_on, min(confiscated_on) AS confiscated_on
FROM (
  SELECT jurisdiction, subject_id AS case_id, 1 AS is_inquired,
    CASE WHEN date_precision <> 'year' THEN occurred_on END AS inquired_on,
    CAST(NULL AS DATE) AS frozen_on, CAST(NULL AS DATE) AS confiscated_on
  FROM current_events
  WHERE subject_kind = 'case' AND event = 'financial_opened'
  UNION ALL
  SELECT jurisdiction, case_id, 0 AS is_inquired, CAST(NULL AS DATE) AS inquired_on,
    CASE WHEN step = 'frozen' THEN occurred_on END AS frozen_on,
    CASE WHEN step = 'confiscated' THEN occurred_on END AS confiscated_on
  FROM assets
) AS steps
GROUP BY jurisdiction, case_id
