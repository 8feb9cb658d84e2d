"""Survivors with whom contact ended, with the reason last recorded."""

from metrics.definition import Population
from metrics.stages import with_stages

SURVIVORS = """
SELECT victim_features.*, victim_features.victim_id AS unit_id, TRUE AS is_trafficking,
  TRUE AS is_observable, ended.contact_on AS lost_on, ended.reason_lost
FROM (
  SELECT followups.jurisdiction, followups.victim_id, followups.contact_on, followups.reached,
    coalesce(followups.reason_lost, 'unknown') AS reason_lost,
    row_number() OVER (
      PARTITION BY followups.jurisdiction, followups.victim_id
      ORDER BY followups.contact_on DESC, followups.followup_id DESC
    ) AS place
  FROM followups
) AS ended
JOIN victim_features ON victim_features.jurisdiction = ended.jurisdiction
  AND victim_features.victim_id = ended.victim_id
WHERE ended.place = 1 AND NOT ended.reached AND ended.reason_lost <> 'died'
"""

population = Population(
    name="lost_survivors",
    unit="victims",
    entry="The day of the last attempt, at which the person was not reached.",
    includes=(
        "Every survivor whom the last recorded attempt did not reach, with the reason recorded for it.",
    ),
    excludes=(
        "Survivors reached again later.",
        "Survivors who died.",
        "Survivors whom nobody tried to reach.",
    ),
    rows=with_stages(SURVIVORS, "victim_features"),
)
