"""Persons first suspected, followed until a conviction of trafficking or until all that was begun against them is over."""

from metrics.counted_set import COHORT, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

FOLLOWED = """
SELECT suspect_ends.jurisdiction, suspect_ends.defendant_id AS unit_id, suspect_ends.is_trafficking,
  suspect_ends.has_uncharged AND suspect_ends.is_linked AS is_observable,
  suspect_ends.covered_from, suspect_ends.reported_from, suspect_ends.sent_by, suspect_ends.as_of,
  suspect_ends.entered_on, suspect_ends.as_of AS censored_on, 1 AS precedence,
  suspect_ends.sex, suspect_ends.age_group, suspect_ends.citizenship_group,
  suspect_ends.exploitation_form, suspect_ends.cross_border, suspect_ends.agency,
  CASE
    WHEN suspect_ends.ending NOT LIKE 'charged%' THEN suspect_ends.ending
    WHEN person_verdicts.is_convicted = 1 THEN 'convicted_trafficking'
    WHEN person_verdicts.is_over = 1 THEN 'ended_without_conviction'
    ELSE 'open'
  END AS ending,
  CASE
    WHEN suspect_ends.ending NOT LIKE 'charged%' THEN suspect_ends.ended_on
    WHEN person_verdicts.is_convicted = 1 THEN person_verdicts.convicted_on
    WHEN person_verdicts.is_over = 1 THEN person_verdicts.over_on
  END AS ended_on
FROM suspect_ends
LEFT JOIN person_verdicts ON person_verdicts.jurisdiction = suspect_ends.jurisdiction
  AND person_verdicts.defendant_id = suspect_ends.defendant_id
"""

population = Population(
    name="suspects_to_outcome",
    unit="persons",
    entry="The day the person was first suspected or arrested, or charged if that came first.",
    includes=(
        "Every person or company recorded as suspected or arrested, counted once, at the first time.",
        "For trafficking: persons suspected in a trafficking case or charged with trafficking.",
    ),
    excludes=(
        "Persons of whom only a prosecution is recorded.",
        "Appeals: a person's path ends with the last decision at first instance, or with the first conviction of trafficking.",
        "Jurisdictions whose data hold nobody but the charged, or whose police and courts use pseudonyms that cannot be linked.",
    ),
    rows=with_stages(FOLLOWED, "suspect_ends", "person_verdicts"),
    inside=(
        (CountedSet("suspects_to_outcome", COHORT), CountedSet("suspected_persons", "entered_on")),
    ),
)
