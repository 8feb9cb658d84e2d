-- after: current_events
SELECT jurisdiction, subject_kind, subject_id, min(occurred_on) AS died_on
FROM current_events
WHERE event = 'died' AND subject_kind IN ('defendant', 'victim')
GROUP BY jurisdiction, subject_kind, subject_id
