"""Persons convicted at first instance, with their sentence."""

from metrics.counted_set import Codes, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

population = Population(
    name="convicted_persons",
    unit="persons",
    entry="The day of the conviction.",
    includes=(
        "Every person or company convicted at first instance: for trafficking, those convicted of trafficking itself (ICCS 0204).",
        "Sentences as they stand at the data date; where a conviction was overturned and nothing took its place, the sentence first imposed.",
    ),
    excludes=(
        "For trafficking: persons convicted of another offence only, or of what is not recorded.",
        "Convictions by a higher court of a person whom the first court had not convicted.",
    ),
    rows=with_stages(
        "SELECT convictions.*, defendant_id AS unit_id FROM convictions", "convictions"
    ),
    inside=(
        (
            CountedSet("convicted_persons", "convicted_on").where(
                Codes("against_minimum", frozenset(("below", "not_below")))
            ),
            CountedSet("convicted_persons", "convicted_on").where(
                Codes(
                    "gravest_sanction",
                    frozenset(("custody", "suspended_custody", "without_custody")),
                )
            ),
        ),
    ),
    varies=True,
    is_of_court=True,
)
