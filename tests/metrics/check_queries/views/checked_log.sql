-- What happened, without entries that a later entry corrects. A day is known where it is exact to the month or better.
SELECT
    events.*,
    coalesce(instance, 'first') = 'first' AS is_first_instance,
    CASE WHEN date_precision IN ('day', 'month') THEN occurred_on END AS day_known
FROM events
WHERE NOT EXISTS (
    SELECT 1 FROM events AS correction
    WHERE correction.jurisdiction = events.jurisdiction AND correction.supersedes = events.event_id
)
