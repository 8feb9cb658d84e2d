-- after: current_events
-- One row a case that was closed: the reason given last.
SELECT jurisdiction, case_id, closure_reason
FROM (
  SELECT jurisdiction, subject_id AS case_id, coalesce(reason, 'unknown') AS closure_reason,
    row_number() OVER (
      PARTITION BY jurisdiction, subject_id
      ORDER BY CASE WHEN occurred_on IS NULL THEN 2 ELSE 1 END, occurred_on DESC, event_id
    ) AS place
  FROM current_events
  WHERE subject_kind = 'case' AND event = 'closed'
) AS ranked
WHERE place = 1
