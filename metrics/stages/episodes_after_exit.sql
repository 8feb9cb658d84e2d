-- after: first_exits
-- One row a survivor trafficked again: the first day of the first new episode after exit, confirmed or probable.
SELECT retrafficking.jurisdiction, retrafficking.victim_id, min(retrafficking.onset_on) AS onset_on
FROM retrafficking
JOIN first_exits ON first_exits.jurisdiction = retrafficking.jurisdiction
  AND first_exits.victim_id = retrafficking.victim_id
WHERE retrafficking.onset_on >= first_exits.exited_on
GROUP BY retrafficking.jurisdiction, retrafficking.victim_id
