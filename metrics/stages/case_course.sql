-- after: case_facts, case_ends, case_closings, case_verdicts, case_testimony, case_support, justice_dates
-- One row a case: what was decided on it, and how it ended.
SELECT case_facts.jurisdiction, case_facts.case_id,
  case_facts.is_trafficking OR coalesce(case_verdicts.is_charged_trafficking, 0) = 1 AS is_trafficking,
  case_facts.exploitation_form, case_facts.cross_border, coalesce(case_support.support, 'unknown') AS support,
  case_facts.covered_from, case_facts.reported_from, case_facts.sent_by,
  -- A charge is seen only as far as the charging offices have reported.
  least(case_facts.as_of, coalesce(justice_dates.as_of, case_facts.as_of)) AS as_of,
  CASE
    WHEN case_verdicts.case_id IS NULL AND case_closings.case_id IS NOT NULL
      THEN case_closings.closure_reason
    ELSE 'not_closed'
  END AS closure_reason,
  CASE WHEN case_verdicts.case_id IS NULL THEN case_closings.closed_on END AS closed_on,
  CASE
    -- Where nobody reports referrals, or nobody reports closings, a rate of declining would be made up.
    WHEN referring.jurisdiction IS NULL OR closing.jurisdiction IS NULL THEN 'unknown'
    WHEN coalesce(case_ends.is_referred, 0) = 0 THEN 'not_referred'
    WHEN case_verdicts.case_id IS NOT NULL THEN 'charged'
    WHEN case_closings.case_id IS NOT NULL THEN 'declined'
    ELSE 'open'
  END AS charging_decision,
  CASE WHEN case_verdicts.case_id IS NULL THEN case_closings.closed_on ELSE case_verdicts.charged_on END
    AS decided_on,
  CASE WHEN case_verdicts.verdict_on IS NULL THEN 'no_verdict'
    ELSE coalesce(case_testimony.testimony, 'unknown') END AS testimony,
  case_verdicts.verdict_on,
  CASE
    WHEN coalesce(case_verdicts.is_over, 0) = 0 THEN 'open'
    WHEN case_verdicts.is_convicted_trafficking = 1 THEN 'convicted_trafficking'
    WHEN case_verdicts.is_unclear = 1 AND case_verdicts.is_convicted = 1 THEN 'convicted_unclear'
    WHEN case_verdicts.is_unclear = 1 THEN 'unknown'
    WHEN case_verdicts.is_convicted = 1 THEN 'convicted_other'
    ELSE 'nobody_convicted'
  END AS case_result,
  CASE WHEN case_verdicts.is_over = 1 THEN case_verdicts.over_on END AS over_on
FROM case_facts
LEFT JOIN case_ends ON case_ends.jurisdiction = case_facts.jurisdiction
  AND case_ends.case_id = case_facts.case_id
LEFT JOIN case_closings ON case_closings.jurisdiction = case_facts.jurisdiction
  AND case_closings.case_id = case_facts.case_id
LEFT JOIN case_verdicts ON case_verdicts.jurisdiction = case_facts.jurisdiction
  AND case_verdicts.case_id = case_facts.case_id
LEFT JOIN case_testimony ON case_testimony.jurisdiction = case_facts.jurisdiction
  AND case_testimony.case_id = case_facts.case_id
LEFT JOIN case_support ON case_support.jurisdiction = case_facts.jurisdiction
  AND case_support.case_id = case_facts.case_id
LEFT JOIN (
  SELECT DISTINCT jurisdiction FROM case_ends WHERE is_referred = 1
) AS referring ON referring.jurisdiction = case_facts.jurisdiction
LEFT JOIN (
  SELECT DISTINCT jurisdiction FROM case_closings
) AS closing ON closing.jurisdiction = case_facts.jurisdiction
LEFT JOIN justice_dates ON justice_dates.jurisdiction = case_facts.jurisdiction
