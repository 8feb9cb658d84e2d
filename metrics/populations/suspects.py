"""Persons first suspected, whether or not they were charged later."""

from metrics.counted_set import COHORT, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

SUSPECTS = """
SELECT suspect_ends.*, defendant_id AS unit_id, has_uncharged AND is_linked AS is_observable,
  as_of AS censored_on, 1 AS precedence
FROM suspect_ends
"""

population = Population(
    name="suspects",
    unit="persons",
    entry="The day the person was first suspected or arrested, or charged if that came first.",
    includes=(
        "Every person or company recorded as suspected or arrested, counted once, at the first time.",
        "For trafficking: persons suspected in a trafficking case or charged with trafficking.",
    ),
    excludes=(
        "Persons of whom only a prosecution is recorded.",
        "Jurisdictions whose data hold nobody but the charged, or whose police and courts use pseudonyms that cannot be linked.",
    ),
    rows=with_stages(SUSPECTS, "suspect_ends"),
    inside=((CountedSet("suspects", COHORT), CountedSet("suspected_persons", "entered_on")),),
)
