"""Compensation claims on which something was awarded, claim by claim and currency by currency."""

from metrics.counted_set import CountedSet, Stated
from metrics.definition import Population
from metrics.stages import with_stages

CLAIMS = """
SELECT compensation.jurisdiction, compensation.claim_id AS unit_id, compensation.currency,
  TRUE AS is_trafficking, TRUE AS is_observable,
  min(submission_dates.period_start) AS covered_from, max(submission_dates.as_of) AS as_of,
  min(submission_dates.reported_from) AS reported_from, min(submission_dates.agency_id) AS sent_by,
  min(CASE WHEN compensation.fact = 'awarded' THEN compensation.occurred_on END) AS awarded_on,
  sum(CASE WHEN compensation.fact = 'awarded' THEN compensation.amount END) AS awarded,
  sum(CASE WHEN compensation.fact = 'paid' THEN coalesce(compensation.amount, 0) ELSE 0 END) AS paid,
  -- Paid in another currency, or an award or payment without an amount: what share was paid cannot be told.
  max(CASE
    WHEN compensation.fact IN ('awarded', 'paid') AND compensation.amount IS NULL THEN 1
    WHEN elsewhere.claim_id IS NOT NULL THEN 1
    ELSE 0
  END) AS is_incomplete,
  min(compensation.route) AS compensation_route
FROM compensation
LEFT JOIN submission_dates ON submission_dates.submission_id = compensation.submission_id
LEFT JOIN (
  SELECT DISTINCT paid.jurisdiction, paid.claim_id FROM compensation AS paid
  WHERE paid.fact = 'paid' AND NOT EXISTS (
    SELECT 1 FROM compensation AS award
    WHERE award.fact = 'awarded' AND award.jurisdiction = paid.jurisdiction
      AND award.claim_id = paid.claim_id AND award.currency = paid.currency
  )
) AS elsewhere ON elsewhere.jurisdiction = compensation.jurisdiction
  AND elsewhere.claim_id = compensation.claim_id
GROUP BY compensation.jurisdiction, compensation.claim_id, compensation.currency
HAVING sum(CASE WHEN compensation.fact = 'awarded' THEN 1 ELSE 0 END) > 0
"""

population = Population(
    name="awarded_claims",
    unit="claims",
    entry="The day of the first award.",
    includes=(
        "Every claim of a trafficking victim on which compensation was awarded, by whatever route; payments up to the data date.",
    ),
    excludes=(
        "Claims that were refused or are undecided.",
        "Claims paid in another currency than awarded, or whose amounts are not recorded: they count as missing.",
    ),
    rows=with_stages(CLAIMS, "submission_dates"),
    inside=(
        (
            CountedSet("awarded_claims", "awarded_on").where(
                Stated("paid of awarded known, not is_incomplete")
            ),
            CountedSet("awarded_claims", "awarded_on").where(Stated("awarded known")),
        ),
    ),
)
