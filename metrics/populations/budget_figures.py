"""Money set aside and spent against trafficking, as each body reported it."""

from metrics.definition import Population
from metrics.stages import with_stages

BUDGETS = """
SELECT jurisdiction, agency_id, unit_id, is_trafficking, is_observable, covered_from, as_of,
  reported_from, sent_by, agency_kind, period_start, period_end, currency, budget_allocated,
  -- Spent in another currency than set aside: what share was spent cannot be told.
  CASE WHEN currencies = 1 THEN budget_spent END AS budget_spent
FROM agency_periods
WHERE budget_allocated IS NOT NULL OR budget_spent IS NOT NULL
"""

population = Population(
    name="budget_figures",
    unit="budget",
    entry="The last day of the period reported.",
    includes=(
        "Money allocated to protection and prevention, and money spent of it, as each agency reported both for periods that end in the year, each currency by itself.",
    ),
    excludes=(
        "Agencies that reported only one of the two, or the two in different currencies: they count as missing.",
        "Spending of bodies that do not report.",
    ),
    rows=with_stages(BUDGETS, "agency_periods"),
)
