-- One row a victim who was offered help: when the first offer was made, the first help began, and housing was offered.
SELECT jurisdiction, victim_id,
  min(coalesce(offered_on, started_on)) AS offered_on,
  min(started_on) AS started_on,
  min(CASE WHEN service = 'housing' THEN coalesce(offered_on, started_on) END) AS housing_on,
  min(CASE WHEN reply = 'declined' AND started_on IS NULL THEN 1 ELSE 0 END) AS is_declined,
  max(CASE WHEN offered_on IS NULL AND started_on IS NULL THEN 1 ELSE 0 END) AS is_undated,
  max(CASE WHEN service = 'housing' AND offered_on IS NULL AND started_on IS NULL THEN 1 ELSE 0 END)
    AS is_housing_undated
FROM assistance
GROUP BY jurisdiction, victim_id
