-- after: survivor_path, episodes_in_sight
-- One row a survivor: how long the person was in sight, a new episode or death being seen too.
SELECT survivor_path.*,
  least(
    greatest(survivor_path.last_seen_on, coalesce(last_episodes.episode_on, survivor_path.last_seen_on)),
    coalesce(survivor_path.died_on, survivor_path.as_of)
  ) AS left_on
FROM survivor_path
LEFT JOIN (
  SELECT jurisdiction, victim_id, max(episode_on) AS episode_on
  FROM episodes_in_sight
  GROUP BY jurisdiction, victim_id
) AS last_episodes ON last_episodes.jurisdiction = survivor_path.jurisdiction
  AND last_episodes.victim_id = survivor_path.victim_id
