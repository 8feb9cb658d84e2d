"""Hearings that were put off to another day."""

from metrics.counted_set import Codes, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

ADJOURNED = """
SELECT hearing_facts.*, hearing_id AS unit_id
FROM hearing_facts
WHERE hearing_result = 'adjourned'
"""

population = Population(
    name="adjourned_hearings",
    unit="hearings",
    entry="The day the hearing was listed for.",
    includes=("Every listed hearing that was adjourned to a later day.",),
    excludes=(
        "Hearings that were held, cancelled, or of which the result is not known.",
        "Jurisdictions that report no hearings.",
    ),
    rows=with_stages(ADJOURNED, "hearing_facts"),
    same=(
        (
            CountedSet("adjourned_hearings", "listed_on"),
            CountedSet("listed_hearings", "listed_on").where(
                Codes("hearing_result", frozenset(("adjourned",)))
            ),
        ),
    ),
)
