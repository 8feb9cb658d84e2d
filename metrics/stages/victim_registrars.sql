-- after: current_events
-- One row a victim: the kind of body that first identified the person, and of the one behind the first referral.
-- Of several on one day one tells, a known kind before an unknown one, so that the kind told is always that of an event of that day.
SELECT jurisdiction, victim_id,
  max(CASE WHEN event = 'identified' THEN agency_kind END) AS identified_by,
  max(CASE WHEN event = 'referred' THEN agency_kind END) AS registered_by
FROM (
  SELECT current_events.jurisdiction, current_events.subject_id AS victim_id, current_events.event,
    coalesce(agencies.kind, 'unknown') AS agency_kind,
    row_number() OVER (
      PARTITION BY current_events.jurisdiction, current_events.subject_id, current_events.event
      ORDER BY CASE WHEN current_events.occurred_on IS NULL THEN 2 ELSE 1 END,
        current_events.occurred_on, CASE WHEN agencies.kind IS NULL THEN 2 ELSE 1 END,
        current_events.event_id
    ) AS place
  FROM current_events
  LEFT JOIN agencies ON agencies.jurisdiction = current_events.jurisdiction
    AND agencies.agency_id = current_events.agency_id
  WHERE current_events.subject_kind = 'victim' AND current_events.event IN ('referred', 'identified')
) AS ranked
WHERE place = 1
GROUP BY jurisdiction, victim_id
