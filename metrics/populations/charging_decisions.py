"""What was decided about suspects: the first decision about each."""

from metrics.definition import Population
from metrics.stages import with_stages

DECISIONS = """
SELECT suspect_ends.*, defendant_id AS unit_id, has_uncharged AND is_linked AS is_observable,
  ending AS charging_decision, ended_on AS decided_on
FROM suspect_ends
WHERE ending <> 'open'
"""

population = Population(
    name="charging_decisions",
    unit="decisions",
    entry="The day of the decision.",
    includes=(
        "The first decision about every suspect: charged with trafficking, charged with something else, closed without charge, handed to another jurisdiction, or ended by death.",
    ),
    excludes=(
        "Suspects about whom nothing was decided by the data date.",
        "Charges brought after the suspicion had been recorded as closed.",
        "Jurisdictions whose data hold nobody but the charged, or whose police and courts use pseudonyms that cannot be linked.",
    ),
    rows=with_stages(DECISIONS, "suspect_ends"),
)
