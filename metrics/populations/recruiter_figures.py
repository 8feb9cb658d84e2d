"""Licensed recruiters and their inspection, as the body in charge reported it."""

from metrics.definition import Population
from metrics.stages import with_stages

population = Population(
    name="recruiter_figures",
    unit="recruiters",
    entry="The last day of the period reported.",
    includes=(
        "Licensed recruiters, and those inspected, as each agency reported them for periods that end in the year.",
    ),
    excludes=(
        "Agencies that reported only one of the two: they count as missing.",
        "Recruiters without a licence, who may be the ones that matter.",
    ),
    rows=with_stages(
        "SELECT agency_periods.* FROM agency_periods WHERE recruiters_licensed IS NOT NULL OR recruiters_inspected IS NOT NULL",
        "agency_periods",
    ),
)
