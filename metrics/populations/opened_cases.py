"""Cases of trafficking from their opening, followed until somebody looks into the money."""

from metrics.counted_set import COHORT, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

CASES = """
SELECT case_facts.*, case_facts.case_id AS unit_id, reporting.jurisdiction IS NOT NULL AS is_observable,
  case_ends.opened_on AS entered_on, case_facts.as_of AS censored_on, 1 AS precedence,
  CASE WHEN case_money.is_inquired = 1 THEN 'inquired' ELSE 'open' END AS ending,
  -- An inquiry that came first was there on the first day.
  CASE WHEN case_money.inquired_on < case_ends.opened_on THEN case_ends.opened_on
    ELSE case_money.inquired_on END AS ended_on
FROM case_facts
JOIN case_ends ON case_ends.jurisdiction = case_facts.jurisdiction
  AND case_ends.case_id = case_facts.case_id AND case_ends.is_opened = 1
LEFT JOIN case_money ON case_money.jurisdiction = case_facts.jurisdiction
  AND case_money.case_id = case_facts.case_id
LEFT JOIN (
  SELECT DISTINCT jurisdiction FROM case_money WHERE is_inquired = 1
) AS reporting ON reporting.jurisdiction = case_facts.jurisdiction
"""

population = Population(
    name="opened_cases",
    unit="cases",
    entry="The day the case was opened.",
    includes=(
        "Every case of trafficking that was opened, whatever became of it.",
        "Cases joined to a financial investigation that was under way already.",
    ),
    excludes=(
        "Cases without a recorded opening.",
        "Jurisdictions that record no financial investigations at all.",
    ),
    rows=with_stages(CASES, "case_facts", "case_ends", "case_money"),
    inside=((CountedSet("opened_cases", COHORT), CountedSet("case_openings", "opened_on")),),
)
