"""How many people work for each body, as the body reported it."""

from metrics.definition import Population
from metrics.stages import with_stages

LAST_OF_YEAR = """
SELECT * FROM (
  SELECT agency_periods.*,
    row_number() OVER (
      PARTITION BY jurisdiction, agency_id, EXTRACT(YEAR FROM period_end)
      ORDER BY period_end DESC, period_start DESC
    ) AS place
  FROM agency_periods
  WHERE staff IS NOT NULL
) AS ordered
WHERE place = 1
"""

population = Population(
    name="staff_figures",
    unit="staff",
    entry="The last day of the period reported.",
    includes=("Staff in post as each agency reported it, the last figure of each year.",),
    excludes=(
        "Earlier figures of the same year: people in post are not added over time.",
        "Agencies that reported no such figure.",
    ),
    rows=with_stages(LAST_OF_YEAR, "agency_periods"),
)
