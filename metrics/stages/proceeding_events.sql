-- after: current_events
-- One row a proceeding: when it began, when the trial began, and the events that may end it.
SELECT jurisdiction, subject_id AS proceeding_id,
  min(CASE WHEN event = 'charged' THEN occurred_on END) AS charged_on,
  min(CASE WHEN event = 'charged' AND date_precision <> 'year' THEN occurred_on END) AS charged_day,
  min(CASE WHEN event = 'trial_started' AND date_precision <> 'year' THEN occurred_on END) AS trial_on,
  max(CASE WHEN event = 'trial_started' THEN 1 ELSE 0 END) AS is_tried
FROM current_events
WHERE subject_kind = 'proceeding'
GROUP BY jurisdiction, subject_id
