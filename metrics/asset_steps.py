"""The SQL of populations that follow assets from one step of recovery to the next."""

from metrics.stages import with_stages

CASES = """
SELECT step.jurisdiction, step.case_id AS unit_id, step.currency,
  coalesce(max(CASE WHEN case_facts.is_trafficking THEN 1 ELSE 0 END), 0) = 1 AS is_trafficking,
  TRUE AS is_observable,
  min(submission_dates.period_start) AS covered_from, max(submission_dates.as_of) AS as_of,
  min(submission_dates.reported_from) AS reported_from, min(submission_dates.agency_id) AS sent_by,
  min(step.occurred_on) AS reached_on,
  sum(step.amount) AS amount, sum(coalesce(further.amount, 0)) AS further_amount,
  max(CASE WHEN step.amount IS NULL THEN 1 ELSE 0 END) AS is_without_amount,
  -- Without an amount at one step, or in another currency, the two cannot be held against each other.
  max(CASE
    WHEN step.amount IS NULL THEN 1
    WHEN further.asset_id IS NOT NULL AND further.amount IS NULL THEN 1
    WHEN further.currency <> step.currency THEN 1
    ELSE 0
  END) AS is_incomplete
FROM assets AS step
LEFT JOIN assets AS further ON further.jurisdiction = step.jurisdiction
  AND further.asset_id = step.asset_id AND further.step = '{further}'
LEFT JOIN case_facts ON case_facts.jurisdiction = step.jurisdiction
  AND case_facts.case_id = step.case_id
LEFT JOIN submission_dates ON submission_dates.submission_id = step.submission_id
WHERE step.step = '{step}'
GROUP BY step.jurisdiction, step.case_id, step.currency
"""


def cases_from_step(step: str, further: str) -> str:
    """One row a case and currency: what its assets were worth at a step, and those same assets one step further."""
    return with_stages(CASES.format(step=step, further=further), "case_facts", "submission_dates")
