-- after: victim_features, victim_events, first_exits, contacts_after_exit, episodes_after_exit
-- One row a survivor: exit, the last day in sight, a new episode, death.
SELECT victim_features.*, first_exits.exited_on,
  -- Somebody never reached after exit was in sight on that day only; nobody is followed past the data date.
  least(coalesce(contacts_after_exit.last_contact_on, first_exits.exited_on), victim_features.as_of)
    AS last_seen_on,
  coalesce(victim_events.died_on, contacts_after_exit.died_on) AS died_on,
  episodes_after_exit.onset_on
FROM victim_features
JOIN first_exits ON first_exits.jurisdiction = victim_features.jurisdiction
  AND first_exits.victim_id = victim_features.victim_id
LEFT JOIN contacts_after_exit ON contacts_after_exit.jurisdiction = victim_features.jurisdiction
  AND contacts_after_exit.victim_id = victim_features.victim_id
LEFT JOIN episodes_after_exit ON episodes_after_exit.jurisdiction = victim_features.jurisdiction
  AND episodes_after_exit.victim_id = victim_features.victim_id
LEFT JOIN victim_events ON victim_events.jurisdiction = victim_features.jurisdiction
  AND victim_events.victim_id = victim_features.victim_id
