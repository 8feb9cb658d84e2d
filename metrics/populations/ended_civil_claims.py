"""Civil claims of victims that came to an end."""

from metrics.definition import Population
from metrics.populations import filed_civil_claims
from metrics.stages import with_stages

CLAIMS = f"""
SELECT filed.* FROM (
{filed_civil_claims.CLAIMS.strip()}
) AS filed
WHERE filed.ending <> 'open'
"""

population = Population(
    name="ended_civil_claims",
    unit="claims",
    entry="The day the claim was decided, settled or withdrawn.",
    includes=(
        "Every civil claim of a trafficking victim that ended, by a decision, a settlement or otherwise.",
    ),
    excludes=(
        "Claims still before the court.",
        "Compensation sought within criminal proceedings or from a State fund.",
    ),
    rows=with_stages(CLAIMS, "submission_dates"),
)
