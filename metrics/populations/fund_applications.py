"""Applications to a State fund, each followed to its decision."""

from metrics.definition import Population
from metrics.stages import with_stages

APPLICATIONS = """
SELECT compensation_claims.*, claim_id AS unit_id, TRUE AS is_trafficking, TRUE AS is_observable,
  claimed_on AS entered_on, as_of AS censored_on, 1 AS precedence,
  CASE
    WHEN awarded_on IS NOT NULL THEN 'awarded'
    WHEN decided_on IS NOT NULL THEN 'refused'
    ELSE 'open'
  END AS ending,
  decided_on AS ended_on
FROM compensation_claims
WHERE route = 'state_fund'
"""

population = Population(
    name="fund_applications",
    unit="claims",
    entry="The day of the application.",
    includes=(
        "Every application of a trafficking victim to a State fund, decided or not; the wait ends with the first decision.",
    ),
    excludes=(
        "Claims before courts.",
        "Applications whose day is not recorded: they count as missing.",
    ),
    rows=with_stages(APPLICATIONS, "compensation_claims"),
)
