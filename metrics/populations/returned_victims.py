"""Returns of victims to another country."""

from metrics.definition import Population
from metrics.stages import with_stages

RETURNS = """
SELECT victim_features.*, returned.return_id AS unit_id, TRUE AS is_trafficking,
  TRUE AS is_observable, returned.returned_on,
  CASE
    WHEN NOT returned.is_voluntary THEN 'not_safe'
    -- A risk looked at after the person has left was not looked at in time.
    WHEN returned.assessed_on IS NULL OR returned.assessed_on > returned.returned_on THEN 'not_safe'
    WHEN returned.is_voluntary THEN 'safe'
    ELSE 'unknown'
  END AS safety
FROM returns AS returned
JOIN victim_features ON victim_features.jurisdiction = returned.jurisdiction
  AND victim_features.victim_id = returned.victim_id
"""

population = Population(
    name="returned_victims",
    unit="returns",
    entry="The day of the return.",
    includes=("Every recorded return of a trafficking victim to another country.",),
    excludes=("Returns that nobody recorded as those of a victim, deportations among them.",),
    rows=with_stages(RETURNS, "victim_features"),
)
