"""Persons who were in custody before the first decision on their charge."""

from metrics.definition import Population
from metrics.stages import with_stages

HELD = """
SELECT court_files.*, defendant_id AS unit_id, custody_before_verdict.custody_days
FROM court_files
JOIN custody_before_verdict ON custody_before_verdict.jurisdiction = court_files.jurisdiction
  AND custody_before_verdict.proceeding_id = court_files.proceeding_id
"""

population = Population(
    name="held_before_verdict",
    unit="persons",
    entry="The day the proceeding ended at first instance.",
    includes=(
        "Every accused person held in custody for at least a day before the proceeding ended, whatever the outcome.",
    ),
    excludes=(
        "Accused persons who were never held, and those whose proceeding is still open.",
        "Jurisdictions that report no custody before the verdict.",
    ),
    rows=with_stages(HELD, "court_files", "custody_before_verdict"),
    varies=True,
    is_of_court=True,
)
