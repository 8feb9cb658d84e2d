-- after: submission_dates
-- One row a compensation claim: who made it by which route, its steps, and what was claimed and awarded in one currency.
SELECT compensation.jurisdiction, compensation.claim_id,
  min(compensation.victim_id) AS victim_id, min(compensation.route) AS route,
  min(CASE WHEN compensation.fact = 'claimed' THEN compensation.occurred_on END) AS claimed_on,
  min(CASE WHEN compensation.fact IN ('awarded', 'refused') THEN compensation.occurred_on END)
    AS decided_on,
  min(CASE WHEN compensation.fact = 'awarded' THEN compensation.occurred_on END) AS awarded_on,
  min(CASE WHEN compensation.fact = 'paid' THEN compensation.occurred_on END) AS paid_on,
  min(CASE WHEN compensation.fact IN ('claimed', 'awarded') THEN compensation.currency END)
    AS currency,
  sum(CASE WHEN compensation.fact = 'claimed' THEN compensation.amount END) AS claimed,
  sum(CASE WHEN compensation.fact = 'awarded' THEN compensation.amount ELSE 0 END) AS awarded,
  -- Without an amount, or in two currencies, what was awarded cannot be held against what was claimed.
  CASE
    WHEN max(CASE WHEN compensation.fact IN ('claimed', 'awarded') AND compensation.amount IS NULL THEN 1 ELSE 0 END) = 1 THEN 1
    WHEN min(CASE WHEN compensation.fact IN ('claimed', 'awarded') THEN compensation.currency END)
      <> max(CASE WHEN compensation.fact IN ('claimed', 'awarded') THEN compensation.currency END) THEN 1
    ELSE 0
  END AS is_incomplete,
  min(submission_dates.period_start) AS covered_from, max(submission_dates.as_of) AS as_of,
  min(submission_dates.reported_from) AS reported_from, min(submission_dates.agency_id) AS sent_by
FROM compensation
LEFT JOIN submission_dates ON submission_dates.submission_id = compensation.submission_id
GROUP BY compensation.jurisdiction, compensation.claim_id
