-- after: current_events
-- One row a victim referred, identified or not identified: the first day of each (with and without years alone), and death.
SELECT jurisdiction, subject_id AS victim_id,
  max(CASE WHEN event = 'referred' THEN 1 ELSE 0 END) AS is_referred,
  min(CASE WHEN event = 'referred' THEN occurred_on END) AS referred_on,
  min(CASE WHEN event = 'referred' AND date_precision <> 'year' THEN occurred_on END) AS referred_day,
  max(CASE WHEN event = 'identified' THEN 1 ELSE 0 END) AS is_identified,
  min(CASE WHEN event = 'identified' THEN occurred_on END) AS identified_on,
  min(CASE WHEN event = 'identified' AND date_precision <> 'year' THEN occurred_on END) AS identified_day,
  max(CASE WHEN event = 'not_identified' THEN 1 ELSE 0 END) AS is_refused,
  min(CASE WHEN event = 'not_identified' AND date_precision <> 'year' THEN occurred_on END) AS refused_day,
  min(CASE WHEN event = 'died' AND date_precision <> 'year' THEN occurred_on END) AS died_day
FROM current_events
WHERE subject_kind = 'victim' AND event IN ('referred', 'identified', 'not_identified', 'died')
GROUP BY jurisdiction, subject_id
