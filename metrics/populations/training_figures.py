"""How many of those who were to be trained each body trained, as the body reported it."""

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
  WHERE staff_to_train IS NOT NULL OR staff_trained IS NOT NULL
) AS ordered
WHERE place = 1
"""

population = Population(
    name="training_figures",
    unit="staff",
    entry="The last day of the period reported.",
    includes=(
        "Staff who were to be trained and staff trained, as each agency reported both, the last figures of each year.",
    ),
    excludes=(
        "Earlier figures of the same year: the same people would be counted again.",
        "Agencies that reported only one of the two: they count as missing.",
    ),
    rows=with_stages(LAST_OF_YEAR, "agency_periods"),
)
