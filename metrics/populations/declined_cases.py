"""Cases that the prosecution was asked to take and did not."""

from metrics.counted_set import Codes, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

DECLINED = """
SELECT case_course.*, case_id AS unit_id, TRUE AS is_observable
FROM case_course
WHERE charging_decision = 'declined'
"""

population = Population(
    name="declined_cases",
    unit="cases",
    entry="The day the case was closed.",
    includes=(
        "Every case that was referred to the prosecution and closed without a charge against anybody.",
    ),
    excludes=(
        "Cases closed before they were referred.",
        "Cases in which somebody was charged, even if others were not.",
    ),
    rows=with_stages(DECLINED, "case_course"),
    same=(
        (
            CountedSet("declined_cases", "decided_on"),
            CountedSet("case_files", "decided_on").where(
                Codes("charging_decision", frozenset(("declined",)))
            ),
        ),
    ),
    inside=(
        (
            CountedSet("case_files", "decided_on").where(
                Codes("charging_decision", frozenset(("declined",)))
            ),
            CountedSet("closed_cases", "closed_on"),
        ),
    ),
)
