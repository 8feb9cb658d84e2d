"""Hearings that a court had listed."""

from metrics.definition import Population
from metrics.stages import with_stages

population = Population(
    name="listed_hearings",
    unit="hearings",
    entry="The day the hearing was listed for.",
    includes=("Every hearing listed in a first-instance proceeding, held or not.",),
    excludes=(
        "Hearings without a known proceeding.",
        "Jurisdictions that report no hearings.",
    ),
    rows=with_stages(
        "SELECT hearing_facts.*, hearing_id AS unit_id FROM hearing_facts", "hearing_facts"
    ),
)
