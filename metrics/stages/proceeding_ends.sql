-- after: current_events
-- The event that ends a proceeding at first instance: the earliest decision; without one, the end of the file, a transfer or death.
SELECT jurisdiction, proceeding_id, event, outcome, occurred_on, date_precision
FROM (
  SELECT jurisdiction, subject_id AS proceeding_id, event, outcome, occurred_on, date_precision,
    row_number() OVER (
      PARTITION BY jurisdiction, subject_id
      ORDER BY CASE WHEN event = 'disposition' THEN 1 ELSE 2 END,
        CASE WHEN occurred_on IS NULL THEN 2 ELSE 1 END, occurred_on, event_id
    ) AS place
  FROM current_events
  WHERE subject_kind = 'proceeding' AND instance = 'first'
    AND event IN ('disposition', 'terminated', 'transferred', 'died')
) AS ranked
WHERE place = 1
