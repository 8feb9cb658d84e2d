"""Compensation claims that were decided, claim by claim, whether or not anything was awarded."""

from metrics.definition import Population
from metrics.stages import with_stages

CLAIMS = """
SELECT compensation_claims.*, claim_id AS unit_id, route AS compensation_route, TRUE AS is_trafficking, TRUE AS is_observable,
  CASE WHEN awarded_on IS NOT NULL THEN 'awarded' ELSE 'refused' END AS outcome
FROM compensation_claims
WHERE decided_on IS NOT NULL
"""

population = Population(
    name="decided_claims",
    unit="claims",
    entry="The day of the first decision on the claim.",
    includes=(
        "Every compensation claim of a trafficking victim that was decided, by whatever route; claims refused count with nothing awarded.",
        "Claims refused at first and awarded later: they count as awarded.",
    ),
    excludes=("Claims not decided by the data date.",),
    rows=with_stages(CLAIMS, "compensation_claims"),
)
