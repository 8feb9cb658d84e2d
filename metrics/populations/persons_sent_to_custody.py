"""Persons sentenced at first instance to custody that is not suspended."""

from metrics.counted_set import Codes, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

SENTENCED = """
SELECT convictions.*, defendant_id AS unit_id
FROM convictions
WHERE gravest_sanction = 'custody'
"""

population = Population(
    name="persons_sent_to_custody",
    unit="persons",
    entry="The day of the conviction.",
    includes=(
        "Every person convicted at first instance and sentenced to custody that is not suspended: for trafficking, those convicted of trafficking itself.",
    ),
    excludes=(
        "Persons whose custody was suspended, and those with other sanctions only.",
        "Custody before the verdict.",
    ),
    rows=with_stages(SENTENCED, "convictions"),
    inside=(
        (
            CountedSet("persons_sent_to_custody", "convicted_on"),
            CountedSet("convicted_persons", "convicted_on").where(
                Codes("gravest_sanction", frozenset(("custody",)))
            ),
        ),
    ),
    varies=True,
    is_of_court=True,
)
