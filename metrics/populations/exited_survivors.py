"""Survivors after a documented exit from exploitation."""

from metrics.definition import Population
from metrics.stages import with_stages

SURVIVORS = """
SELECT path.*,
  CASE
    WHEN onset_on IS NOT NULL AND onset_on <= coalesce(died_on, onset_on) THEN 'retrafficked'
    WHEN died_on IS NOT NULL THEN 'died'
    ELSE 'open'
  END AS ending,
  CASE
    WHEN onset_on IS NOT NULL AND onset_on <= coalesce(died_on, onset_on) THEN onset_on
    ELSE died_on
  END AS ended_on
FROM (
  SELECT victim_features.*, victim_features.victim_id AS unit_id, TRUE AS is_trafficking,
    EXISTS (
      SELECT 1 FROM followups WHERE followups.jurisdiction = victim_features.jurisdiction
    ) AS is_observable,
    left_on.exited_on AS entered_on, 1 AS precedence,
    -- Seen until the last contact; somebody never reached after exit was seen on that day only.
    coalesce(contacts.last_contact_on, left_on.exited_on) AS censored_on,
    coalesce(victim_events.died_on, contacts.died_on) AS died_on,
    episodes.onset_on
  FROM victim_features
  JOIN (
    SELECT jurisdiction, victim_id, min(exited_on) AS exited_on FROM exits
    GROUP BY jurisdiction, victim_id
  ) AS left_on ON left_on.jurisdiction = victim_features.jurisdiction
    AND left_on.victim_id = victim_features.victim_id
  LEFT JOIN (
    SELECT followups.jurisdiction, followups.victim_id,
      max(CASE WHEN followups.reached AND followups.contact_on >= first_exit.exited_on
        THEN followups.contact_on END) AS last_contact_on,
      min(CASE WHEN followups.reason_lost = 'died' THEN followups.contact_on END) AS died_on
    FROM followups
    JOIN (
      SELECT jurisdiction, victim_id, min(exited_on) AS exited_on FROM exits
      GROUP BY jurisdiction, victim_id
    ) AS first_exit ON first_exit.jurisdiction = followups.jurisdiction
      AND first_exit.victim_id = followups.victim_id
    GROUP BY followups.jurisdiction, followups.victim_id
  ) AS contacts ON contacts.jurisdiction = victim_features.jurisdiction
    AND contacts.victim_id = victim_features.victim_id
  LEFT JOIN (
    SELECT retrafficking.jurisdiction, retrafficking.victim_id,
      min(retrafficking.onset_on) AS onset_on
    FROM retrafficking
    JOIN (
      SELECT jurisdiction, victim_id, min(exited_on) AS exited_on FROM exits
      GROUP BY jurisdiction, victim_id
    ) AS first_exit ON first_exit.jurisdiction = retrafficking.jurisdiction
      AND first_exit.victim_id = retrafficking.victim_id
    WHERE retrafficking.onset_on >= first_exit.exited_on
    GROUP BY retrafficking.jurisdiction, retrafficking.victim_id
  ) AS episodes ON episodes.jurisdiction = victim_features.jurisdiction
    AND episodes.victim_id = victim_features.victim_id
  LEFT JOIN victim_events ON victim_events.jurisdiction = victim_features.jurisdiction
    AND victim_events.victim_id = victim_features.victim_id
) AS path
"""

population = Population(
    name="exited_survivors",
    unit="victims",
    entry="The day of the first documented exit from exploitation.",
    includes=(
        "Every survivor with a documented exit, counted once, at the first exit.",
        "Survivors who were never reached afterwards: they are lost from the first day, not left out.",
    ),
    excludes=(
        "Survivors without a documented exit.",
        "Jurisdictions in which nobody follows survivors up.",
    ),
    rows=with_stages(SURVIVORS, "victim_features", "victim_events"),
)
