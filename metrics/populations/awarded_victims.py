"""Victims to whom compensation was awarded, followed until the first money arrives."""

from metrics.definition import Population
from metrics.stages import with_stages

VICTIMS = """
SELECT victim_compensation.jurisdiction, victim_compensation.victim_id AS unit_id,
  TRUE AS is_trafficking, TRUE AS is_observable,
  victim_compensation.covered_from, victim_compensation.as_of,
  victim_compensation.reported_from, victim_compensation.sent_by,
  victim_compensation.awarded_on AS entered_on, victim_compensation.as_of AS censored_on,
  1 AS precedence,
  CASE WHEN victim_compensation.paid_on IS NOT NULL THEN 'paid' ELSE 'open' END AS ending,
  -- Money that came before the award came on the first day.
  CASE WHEN victim_compensation.paid_on < victim_compensation.awarded_on
    THEN victim_compensation.awarded_on ELSE victim_compensation.paid_on END AS ended_on,
  -- Who is to pay is told by the first award.
  first_award.route AS compensation_route,
  coalesce(victim_features.sex, 'unknown') AS sex,
  coalesce(victim_features.age_group, 'unknown') AS age_group,
  coalesce(victim_features.citizenship_group, 'unknown') AS citizenship_group,
  coalesce(victim_features.exploitation_form, 'unknown') AS exploitation_form
FROM victim_compensation
JOIN (
  SELECT jurisdiction, victim_id, route,
    row_number() OVER (PARTITION BY jurisdiction, victim_id ORDER BY awarded_on, claim_id) AS place
  FROM compensation_claims
  WHERE awarded_on IS NOT NULL
) AS first_award ON first_award.jurisdiction = victim_compensation.jurisdiction
  AND first_award.victim_id = victim_compensation.victim_id AND first_award.place = 1
LEFT JOIN victim_features ON victim_features.jurisdiction = victim_compensation.jurisdiction
  AND victim_features.victim_id = victim_compensation.victim_id
WHERE victim_compensation.awarded_on IS NOT NULL
"""

population = Population(
    name="awarded_victims",
    unit="victims",
    entry="The day of the victim's first award.",
    includes=(
        "Every victim to whom a court, an authority or a State fund awarded compensation, counted once, at the first award.",
    ),
    excludes=("Victims whose claims were refused or are undecided.",),
    rows=with_stages(VICTIMS, "victim_compensation", "compensation_claims", "victim_features"),
)
