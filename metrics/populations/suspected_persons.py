"""Persons first suspected, counted and not followed: no link to the courts is needed."""

from metrics.definition import Population
from metrics.stages import with_stages

SUSPECTED = """
SELECT jurisdiction, defendant_id AS unit_id, is_trafficking, has_uncharged AS is_observable,
  covered_from, reported_from, sent_by, suspected_until AS as_of, entered_on,
  sex, age_group, citizenship_group, exploitation_form
FROM suspect_ends
"""

population = Population(
    name="suspected_persons",
    unit="persons",
    entry="The day the person was first suspected or arrested, or charged if that came first.",
    includes=(
        "Every person or company recorded as suspected or arrested, counted once, at the first time.",
        "For trafficking: persons suspected in a trafficking case or charged with trafficking.",
    ),
    excludes=(
        "Persons of whom only a prosecution is recorded.",
        "Jurisdictions whose data hold nobody but the charged.",
    ),
    rows=with_stages(SUSPECTED, "suspect_ends"),
)
