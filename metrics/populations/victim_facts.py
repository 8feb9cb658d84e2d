"""What is on record about victims, fact by fact."""

from metrics.definition import Population
from metrics.stages import with_stages

FACTS = """
SELECT known.jurisdiction, known.victim_id || ' ' || fields.field AS unit_id, fields.field, TRUE AS is_trafficking,
  TRUE AS is_observable, known.covered_from, known.as_of, known.reported_from, known.sent_by,
  known.entered_on,
  CASE WHEN CASE fields.field
    WHEN 'sex' THEN known.sex
    WHEN 'age' THEN known.age_group
    WHEN 'citizenship' THEN known.citizenship_group
    WHEN 'migration_status' THEN known.migration_status
    WHEN 'exploitation_form' THEN known.exploitation_form
    ELSE known.lead_source
  END = 'unknown' THEN 'unknown' ELSE 'known' END AS record
FROM (
  SELECT victim_features.*,
    least(coalesce(victim_decisions.referred_on, victim_decisions.identified_on),
      coalesce(victim_decisions.identified_on, victim_decisions.referred_on)) AS entered_on
  FROM victim_features
  JOIN victim_decisions ON victim_decisions.jurisdiction = victim_features.jurisdiction
    AND victim_decisions.victim_id = victim_features.victim_id
  WHERE victim_decisions.is_referred = 1 OR victim_decisions.is_identified = 1
) AS known
CROSS JOIN (
  SELECT 'sex' AS field UNION ALL SELECT 'age' UNION ALL SELECT 'citizenship'
  UNION ALL SELECT 'migration_status' UNION ALL SELECT 'exploitation_form'
  UNION ALL SELECT 'referred_by'
) AS fields
"""

population = Population(
    name="victim_facts",
    unit="victims",
    entry="The day of the first referral or identification, whichever came first.",
    includes=(
        "Every person referred as a presumed victim or identified, once for each fact that could be on record.",
    ),
    excludes=("Persons on record without referral and without identification.",),
    rows=with_stages(FACTS, "victim_features", "victim_decisions"),
    sides=("sex", "age", "citizenship", "migration_status", "exploitation_form", "referred_by"),
)
