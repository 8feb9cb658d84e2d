"""Civil claims of victims, each followed from filing to its end."""

from metrics.counted_set import COHORT, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

CLAIMS = """
SELECT civil_claims.jurisdiction, civil_claims.claim_id AS unit_id,
  TRUE AS is_trafficking, TRUE AS is_observable,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  civil_claims.filed_on, civil_claims.filed_on AS entered_on,
  submission_dates.as_of AS censored_on, 1 AS precedence,
  coalesce(civil_claims.against, 'unknown') AS civil_respondent,
  CASE
    WHEN civil_claims.outcome IS NOT NULL AND civil_claims.outcome <> 'pending' THEN civil_claims.outcome
    WHEN civil_claims.decided_on IS NOT NULL THEN 'unknown'
    ELSE 'open'
  END AS ending,
  CASE WHEN coalesce(civil_claims.outcome, 'unknown') <> 'pending' THEN civil_claims.decided_on END
    AS ended_on
FROM civil_claims
LEFT JOIN submission_dates ON submission_dates.submission_id = civil_claims.submission_id
"""

population = Population(
    name="filed_civil_claims",
    unit="claims",
    entry="The day the claim was filed.",
    includes=(
        "Every civil claim that a trafficking victim filed, against an offender, a company, the State or others.",
    ),
    excludes=(
        "Compensation sought within criminal proceedings or from a State fund.",
        "Claims that nobody reports because they ran before courts which do not send data.",
    ),
    rows=with_stages(CLAIMS, "submission_dates"),
    inside=(
        (CountedSet("filed_civil_claims", COHORT), CountedSet("filed_civil_claims", "filed_on")),
    ),
)
