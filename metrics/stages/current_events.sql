-- The log without what a later event corrects.
SELECT jurisdiction, event_id, subject_kind, subject_id, event, occurred_on, date_precision,
  agency_id, outcome, reason, coalesce(instance, 'first') AS instance
FROM events
WHERE NOT EXISTS (
  SELECT 1 FROM events AS correction
  WHERE correction.jurisdiction = events.jurisdiction AND correction.supersedes = events.event_id
)
