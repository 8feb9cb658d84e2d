-- after: current_events
-- One row a defendant: first suspicion, and the first end of suspicion recorded about the person.
SELECT jurisdiction, subject_id AS defendant_id,
  min(CASE WHEN event IN ('suspected', 'arrested') AND date_precision <> 'year' THEN occurred_on END)
    AS suspected_on,
  max(CASE WHEN event IN ('suspected', 'arrested') THEN 1 ELSE 0 END) AS is_suspected,
  min(CASE WHEN event = 'closed' AND date_precision <> 'year' THEN occurred_on END) AS closed_on,
  max(CASE WHEN event = 'closed' THEN 1 ELSE 0 END) AS is_closed,
  min(CASE WHEN event = 'transferred' AND date_precision <> 'year' THEN occurred_on END) AS transferred_on,
  max(CASE WHEN event = 'transferred' THEN 1 ELSE 0 END) AS is_transferred,
  min(CASE WHEN event = 'died' AND date_precision <> 'year' THEN occurred_on END) AS died_on,
  max(CASE WHEN event = 'died' THEN 1 ELSE 0 END) AS is_dead
FROM current_events
WHERE subject_kind = 'defendant'
GROUP BY jurisdiction, subject_id
