"""Cases of trafficking that cross a border."""

from metrics.counted_set import CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

CASES = """
SELECT case_facts.*, case_facts.case_id AS unit_id, reporting.jurisdiction IS NOT NULL AS is_observable,
  case_ends.opened_on,
  CASE WHEN teams.case_id IS NOT NULL THEN 'joint' ELSE 'alone' END AS team
FROM case_facts
JOIN case_ends ON case_ends.jurisdiction = case_facts.jurisdiction
  AND case_ends.case_id = case_facts.case_id AND case_ends.is_opened = 1
LEFT JOIN (
  SELECT DISTINCT jurisdiction, case_id FROM cooperation_requests
  WHERE kind = 'jit' AND refused_on IS NULL
) AS teams ON teams.jurisdiction = case_facts.jurisdiction AND teams.case_id = case_facts.case_id
LEFT JOIN (SELECT DISTINCT jurisdiction FROM cooperation_requests) AS reporting
  ON reporting.jurisdiction = case_facts.jurisdiction
WHERE case_facts.cross_border = 'yes'
"""

population = Population(
    name="cross_border_cases",
    unit="cases",
    entry="The day the case was opened.",
    includes=(
        "Every case of trafficking opened in which acts or persons are recorded as crossing a border.",
    ),
    excludes=(
        "Cases of which it is not recorded whether they cross a border.",
        "Jurisdictions that report nothing about cooperation.",
    ),
    rows=with_stages(CASES, "case_facts", "case_ends"),
    inside=(
        (
            CountedSet("cross_border_cases", "opened_on"),
            CountedSet("case_openings", "opened_on"),
        ),
    ),
)
