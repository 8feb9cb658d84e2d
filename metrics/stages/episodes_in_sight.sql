-- after: survivor_path
-- One row a survivor and day on which a new episode began after exit, up to death and the data date.
SELECT DISTINCT retrafficking.jurisdiction, retrafficking.victim_id, retrafficking.onset_on AS episode_on
FROM retrafficking
JOIN survivor_path ON survivor_path.jurisdiction = retrafficking.jurisdiction
  AND survivor_path.victim_id = retrafficking.victim_id
WHERE retrafficking.onset_on BETWEEN survivor_path.exited_on
  AND least(survivor_path.as_of, coalesce(survivor_path.died_on, survivor_path.as_of))
