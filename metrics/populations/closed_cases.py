"""Cases that were closed without a charge."""

from metrics.definition import Population
from metrics.stages import with_stages

CLOSED = """
SELECT case_course.*, case_id AS unit_id, TRUE AS is_observable
FROM case_course
WHERE closure_reason <> 'not_closed'
"""

population = Population(
    name="closed_cases",
    unit="cases",
    entry="The day the case was closed.",
    includes=("Every case recorded as closed in which nobody was charged.",),
    excludes=(
        "Cases in which somebody was charged, and cases still open.",
        "Jurisdictions that report no closings of cases.",
    ),
    rows=with_stages(CLOSED, "case_course"),
)
