-- after: victim_features, victim_decisions, victim_help, carried_dates
-- One row a victim: whether help began no later than 90 days after identification. Help that began later is not
-- counted, since whoever is still in sight then has had more time both for help and for everything else.
SELECT victim_features.jurisdiction, victim_features.victim_id,
  CASE
    WHEN carried_dates.assistance_as_of IS NULL OR victim_decisions.identified_day IS NULL THEN 'unknown'
    WHEN date_diff('day', victim_decisions.identified_day, victim_help.started_on) <= 90 THEN 'yes'
    WHEN victim_help.is_undated = 1
      OR date_diff('day', victim_decisions.identified_day, carried_dates.assistance_as_of) < 90
      THEN 'unknown'
    ELSE 'no'
  END AS support
FROM victim_features
LEFT JOIN victim_decisions ON victim_decisions.jurisdiction = victim_features.jurisdiction
  AND victim_decisions.victim_id = victim_features.victim_id
LEFT JOIN victim_help ON victim_help.jurisdiction = victim_features.jurisdiction
  AND victim_help.victim_id = victim_features.victim_id
LEFT JOIN carried_dates ON carried_dates.jurisdiction = victim_features.jurisdiction
