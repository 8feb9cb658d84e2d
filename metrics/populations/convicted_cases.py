"""Cases in which somebody was convicted of trafficking, followed until an asset is confiscated."""

from metrics.definition import Population
from metrics.stages import with_stages

CASES = """
SELECT case_path.jurisdiction, case_path.case_id AS unit_id, TRUE AS is_trafficking,
  asset_dates.as_of IS NOT NULL AS is_observable,
  case_facts.covered_from, case_facts.reported_from, case_facts.sent_by,
  -- A step is seen only as far as both those who keep the case and those who keep the assets have reported.
  least(case_facts.as_of, coalesce(asset_dates.as_of, case_facts.as_of)) AS as_of,
  least(case_facts.as_of, coalesce(asset_dates.as_of, case_facts.as_of)) AS censored_on,
  1 AS precedence, case_path.convicted_day AS entered_on,
  CASE WHEN case_money.confiscated_on IS NOT NULL THEN 'confiscated' ELSE 'open' END AS ending,
  -- What was confiscated before was so on the first day.
  CASE WHEN case_money.confiscated_on < case_path.convicted_day THEN case_path.convicted_day
    ELSE case_money.confiscated_on END AS ended_on,
  case_facts.exploitation_form, case_facts.cross_border
FROM case_path
JOIN case_facts ON case_facts.jurisdiction = case_path.jurisdiction
  AND case_facts.case_id = case_path.case_id
LEFT JOIN case_money ON case_money.jurisdiction = case_path.jurisdiction
  AND case_money.case_id = case_path.case_id
LEFT JOIN asset_dates ON asset_dates.jurisdiction = case_path.jurisdiction
WHERE case_path.is_convicted = 1
"""

population = Population(
    name="convicted_cases",
    unit="cases",
    entry="The day of the first conviction of trafficking in the case.",
    includes=(
        "Every case in which at least one person was convicted of trafficking at first instance.",
    ),
    excludes=(
        "Cases that ended otherwise, or are open.",
        "Jurisdictions that report nothing about assets.",
    ),
    rows=with_stages(CASES, "case_path", "case_facts", "case_money", "asset_dates"),
)
