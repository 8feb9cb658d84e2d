-- after: first_exits
-- One row a survivor: the last time the person was reached after exit, and death as those who follow up learnt of it.
SELECT followups.jurisdiction, followups.victim_id,
  max(CASE WHEN followups.reached AND followups.contact_on >= first_exits.exited_on
    THEN followups.contact_on END) AS last_contact_on,
  min(CASE WHEN followups.reason_lost = 'died' THEN followups.contact_on END) AS died_on
FROM followups
JOIN first_exits ON first_exits.jurisdiction = followups.jurisdiction
  AND first_exits.victim_id = followups.victim_id
GROUP BY followups.jurisdiction, followups.victim_id
