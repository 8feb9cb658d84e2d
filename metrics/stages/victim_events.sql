-- after: current_events
-- One row a victim: identification, withdrawal of support for the case, death.
SELECT jurisdiction, subject_id AS victim_id,
  min(CASE WHEN event = 'identified' AND date_precision <> 'year' THEN occurred_on END) AS identified_on,
  max(CASE WHEN event = 'identified' THEN 1 ELSE 0 END) AS is_identified,
  min(CASE WHEN event = 'withdrew' AND date_precision <> 'year' THEN occurred_on END) AS withdrew_on,
  min(CASE WHEN event = 'died' AND date_precision <> 'year' THEN occurred_on END) AS died_on
FROM current_events
WHERE subject_kind = 'victim'
GROUP BY jurisdiction, subject_id
