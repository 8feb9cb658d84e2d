-- after: charge_outcomes
-- One row a proceeding: how many charges, how many of trafficking, how many decided, and the gravest outcome among them.
SELECT jurisdiction, proceeding_id, count(*) AS charges,
  sum(CASE WHEN offence LIKE '0204%' THEN 1 ELSE 0 END) AS trafficking_charges,
  sum(CASE WHEN offence = 'unknown' THEN 1 ELSE 0 END) AS unknown_charges,
  sum(CASE WHEN outcome_rank IS NOT NULL THEN 1 ELSE 0 END) AS decided_charges,
  min(outcome_rank) AS outcome_rank, max(decided_on) AS decided_on,
  max(decided_to_year) AS decided_to_year
FROM charge_outcomes
GROUP BY jurisdiction, proceeding_id
