-- after: current_events
-- One row a person who died: the day, and whether only its year is known.
SELECT jurisdiction, subject_kind, subject_id, min(occurred_on) AS died_on,
  min(CASE WHEN date_precision = 'year' THEN 1 ELSE 0 END) AS is_died_to_year
FROM current_events
WHERE event = 'died' AND subject_kind IN ('defendant', 'victim')
GROUP BY jurisdiction, subject_kind, subject_id
