"""Carriers that did not check travel documents, as the body in charge reported it."""

from metrics.definition import Population
from metrics.stages import with_stages

population = Population(
    name="carrier_figures",
    unit="carriers",
    entry="The last day of the period reported.",
    includes=(
        "Carriers found in breach of their duty to check documents, and those sanctioned for it, as each agency reported them for periods that end in the year.",
    ),
    excludes=(
        "Agencies that reported only one of the two: they count as missing.",
        "Carriers that nobody checked.",
    ),
    rows=with_stages(
        "SELECT agency_periods.* FROM agency_periods WHERE carriers_breaching IS NOT NULL OR carriers_sanctioned IS NOT NULL",
        "agency_periods",
    ),
)
