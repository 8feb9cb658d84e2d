"""Case files of investigators, from opening to the end."""

from metrics.definition import Population
from metrics.stages import with_stages

CASES = """
SELECT case_course.*, case_id AS unit_id, opening.jurisdiction IS NOT NULL AS is_observable
FROM case_course
LEFT JOIN (
  SELECT DISTINCT jurisdiction FROM case_course WHERE opened_on IS NOT NULL
) AS opening ON opening.jurisdiction = case_course.jurisdiction
"""

population = Population(
    name="investigated_cases",
    unit="cases",
    entry="The day the case was opened.",
    includes=(
        "Every case file, whatever became of it; a case with several suspects or victims counts once.",
        "For trafficking: cases that hold a form of exploitation, came with a submission about trafficking alone, or led to a charge of trafficking.",
    ),
    excludes=("Jurisdictions that report no openings of cases: what they hold began in court.",),
    rows=with_stages(CASES, "case_course"),
)
