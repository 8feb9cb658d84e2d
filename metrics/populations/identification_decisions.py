"""Final decisions on whether a person is a victim of trafficking, decision by decision."""

from metrics.definition import Population
from metrics.stages import with_stages

DECISIONS = """
SELECT victim_features.*, current_events.event_id AS unit_id, TRUE AS is_trafficking,
  TRUE AS is_observable, current_events.occurred_on AS decided_on, current_events.event AS decision,
  coalesce(agencies.kind, 'unknown') AS agency_kind,
  CASE
    WHEN current_events.event = 'identified' THEN 'positive'
    WHEN carried_dates.reconsiderations_as_of IS NULL OR current_events.occurred_on IS NULL
      THEN 'unknown'
    WHEN requests.requested_on >= current_events.occurred_on THEN 'reconsidered'
    ELSE 'let_stand'
  END AS looked_at_again
FROM current_events
JOIN victim_features ON victim_features.jurisdiction = current_events.jurisdiction
  AND victim_features.victim_id = current_events.subject_id
LEFT JOIN agencies ON agencies.jurisdiction = current_events.jurisdiction
  AND agencies.agency_id = current_events.agency_id
LEFT JOIN carried_dates ON carried_dates.jurisdiction = current_events.jurisdiction
LEFT JOIN (
  SELECT jurisdiction, victim_id, max(requested_on) AS requested_on
  FROM reconsiderations
  GROUP BY jurisdiction, victim_id
) AS requests ON requests.jurisdiction = current_events.jurisdiction
  AND requests.victim_id = current_events.subject_id
WHERE current_events.subject_kind = 'victim'
  AND current_events.event IN ('identified', 'not_identified')
"""

population = Population(
    name="identification_decisions",
    unit="decisions",
    entry="The day of the decision.",
    includes=(
        "Every final decision that a person is, or is not, a victim of trafficking, whenever the person was referred.",
        "Every one of several decisions about the same person.",
    ),
    excludes=(
        "Referrals not yet decided.",
        "Decisions that a later entry in the log corrects.",
    ),
    rows=with_stages(DECISIONS, "current_events", "victim_features", "carried_dates"),
)
