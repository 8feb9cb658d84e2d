-- after: current_events
-- One row a case: when it was opened, referred to the prosecution, and closed without charge.
SELECT jurisdiction, subject_id AS case_id,
  min(CASE WHEN event = 'opened' AND date_precision <> 'year' THEN occurred_on END) AS opened_on,
  max(CASE WHEN event = 'opened' THEN 1 ELSE 0 END) AS is_opened,
  max(CASE WHEN event = 'referred_to_prosecution' THEN 1 ELSE 0 END) AS is_referred,
  max(CASE WHEN event = 'closed' AND date_precision <> 'year' THEN occurred_on END) AS closed_on,
  max(CASE WHEN event = 'closed' THEN 1 ELSE 0 END) AS is_closed
FROM current_events
WHERE subject_kind = 'case' AND event IN ('opened', 'referred_to_prosecution', 'closed')
GROUP BY jurisdiction, subject_id
