"""Inspections of workplaces, as the body that carried them out reported them."""

from metrics.definition import Population
from metrics.stages import with_stages

population = Population(
    name="inspection_figures",
    unit="inspections",
    entry="The last day of the period reported.",
    includes=(
        "Inspections carried out, and those that screened for trafficking, as each agency reported them for periods that end in the year.",
    ),
    excludes=(
        "Agencies that reported only one of the two: they count as missing.",
        "Inspections by bodies that do not report.",
    ),
    rows=with_stages(
        "SELECT agency_periods.* FROM agency_periods WHERE inspections IS NOT NULL OR inspections_screened IS NOT NULL",
        "agency_periods",
    ),
)
