"""Special measures at court sought for victims, request by request."""

from metrics.definition import Population
from metrics.populations.protection_applications import APPLICATIONS
from metrics.stages import with_stages

AT_COURT = "('screen', 'closed_hearing', 'recorded_testimony', 'anonymity')"

population = Population(
    name="special_measure_requests",
    unit="requests",
    entry="The day of the decision.",
    includes=(
        "Every screen or video link, closed hearing, recorded testimony or anonymity sought for a victim, each request by itself.",
    ),
    excludes=(
        "Measures outside the court, such as relocation.",
        "Victims for whom nothing was sought, and jurisdictions that report no measures.",
    ),
    rows=with_stages(
        f"{APPLICATIONS}WHERE protection_measures.measure IN {AT_COURT}\n",
        "victim_features",
        "submission_dates",
    ),
)
