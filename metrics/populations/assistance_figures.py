"""How much technical assistance each body received, as the body reported it."""

from metrics.definition import Population
from metrics.stages import with_stages

population = Population(
    name="assistance_figures",
    unit="assistance_days",
    entry="The last day of the period reported.",
    includes=("Days of technical assistance received, as each agency reported them.",),
    excludes=("Agencies that reported no such figure.",),
    rows=with_stages(
        "SELECT * FROM agency_periods WHERE assistance_days IS NOT NULL", "agency_periods"
    ),
)
