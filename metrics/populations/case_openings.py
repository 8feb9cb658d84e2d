"""Cases opened by investigators."""

from metrics.definition import Population
from metrics.stages import with_stages

OPENINGS = """
SELECT case_facts.jurisdiction, case_facts.case_id AS unit_id,
  case_facts.is_trafficking OR coalesce(case_verdicts.is_charged_trafficking, 0) = 1 AS is_trafficking,
  TRUE AS is_observable, case_facts.covered_from, case_facts.reported_from, case_facts.sent_by,
  case_facts.as_of, case_ends.opened_on, case_facts.lead_source, case_facts.online,
  case_facts.exploitation_form, case_facts.cross_border
FROM case_facts
JOIN case_ends ON case_ends.jurisdiction = case_facts.jurisdiction
  AND case_ends.case_id = case_facts.case_id AND case_ends.is_opened = 1
LEFT JOIN case_verdicts ON case_verdicts.jurisdiction = case_facts.jurisdiction
  AND case_verdicts.case_id = case_facts.case_id
"""

population = Population(
    name="case_openings",
    unit="cases",
    entry="The day the case was opened.",
    includes=(
        "Every case with a recorded opening, whatever became of it; one with several suspects or victims counts once.",
        "For trafficking: cases that hold a form of exploitation, came with a submission about trafficking alone, or led to a charge of trafficking.",
    ),
    excludes=("Jurisdictions that report no openings of cases: what they hold began in court.",),
    rows=with_stages(OPENINGS, "case_facts", "case_ends", "case_verdicts"),
)
