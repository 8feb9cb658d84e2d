"""Judgments of the first instance, one an accused."""

from metrics.counted_set import CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

JUDGMENTS = """
SELECT court_files.*, proceeding_id AS unit_id,
  CASE WHEN outcome = 'convicted_unspecified' THEN 'convicted' ELSE outcome END AS disposition
FROM court_files
WHERE outcome LIKE 'convicted%' OR outcome IN ('acquitted', 'dismissed', 'other', 'unknown')
"""

population = Population(
    name="first_judgments",
    unit="judgments",
    entry="The day of the judgment.",
    includes=(
        "Every decision by which a court of first instance ended a proceeding; one that judges several accused counts once for each.",
    ),
    excludes=(
        "Proceedings that the prosecution withdrew or diverted, and those that ended by death, unfitness, flight or transfer.",
        "Decisions on appeal.",
    ),
    rows=with_stages(JUDGMENTS, "court_files"),
    inside=(
        (
            CountedSet("first_judgments", "disposed_on"),
            CountedSet("court_proceedings", "disposed_on"),
        ),
    ),
    is_of_court=True,
)
