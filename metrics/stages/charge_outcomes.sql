-- after: current_events
-- One row a charge: its offence and the gravest first-instance outcome, ranked 1 (convicted of trafficking) to 13 (unknown).
SELECT charges.jurisdiction, charges.proceeding_id, charges.charge_id, charges.offence,
  min(CASE
    WHEN decision.outcome = 'convicted_trafficking' THEN 1
    WHEN decision.outcome IN ('convicted', 'convicted_by_plea', 'convicted_at_trial')
      AND charges.offence LIKE '0204%' THEN 1
    WHEN decision.outcome LIKE 'convicted%' AND charges.offence = 'unknown' THEN 3
    WHEN decision.outcome LIKE 'convicted%' THEN 2
    WHEN decision.outcome = 'acquitted' THEN 4
    WHEN decision.outcome = 'dismissed' THEN 5
    WHEN decision.outcome IN ('discontinued', 'declined') THEN 6
    WHEN decision.outcome = 'diverted' THEN 7
    WHEN decision.outcome = 'transferred' THEN 8
    WHEN decision.outcome = 'died' THEN 9
    WHEN decision.outcome = 'unfit' THEN 10
    WHEN decision.outcome = 'absconded' THEN 11
    WHEN decision.outcome = 'other' THEN 12
    WHEN decision.event_id IS NOT NULL THEN 13
  END) AS outcome_rank,
  max(decision.occurred_on) AS decided_on,
  max(CASE WHEN decision.date_precision = 'year' THEN 1 ELSE 0 END) AS decided_to_year
FROM charges
LEFT JOIN current_events AS decision
  ON decision.jurisdiction = charges.jurisdiction AND decision.subject_kind = 'charge'
  AND decision.subject_id = charges.charge_id AND decision.event = 'disposition'
  AND decision.instance = 'first'
GROUP BY charges.jurisdiction, charges.proceeding_id, charges.charge_id, charges.offence
