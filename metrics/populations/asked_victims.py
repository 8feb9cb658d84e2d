"""Newly identified victims, with whether they had been trafficked before."""

from metrics.counted_set import CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

VICTIMS = """
SELECT victim_features.*, victim_features.victim_id AS unit_id, TRUE AS is_trafficking,
  reporting.jurisdiction IS NOT NULL AS is_observable, victim_events.identified_on,
  CASE
    WHEN victims.had_earlier_episode THEN 'yes'
    WHEN NOT victims.had_earlier_episode THEN 'no'
    ELSE 'unknown'
  END AS earlier_episode
FROM victim_features
JOIN victims ON victims.jurisdiction = victim_features.jurisdiction
  AND victims.victim_id = victim_features.victim_id
JOIN victim_events ON victim_events.jurisdiction = victim_features.jurisdiction
  AND victim_events.victim_id = victim_features.victim_id AND victim_events.is_identified = 1
LEFT JOIN (
  SELECT DISTINCT jurisdiction FROM victims WHERE had_earlier_episode IS NOT NULL
) AS reporting ON reporting.jurisdiction = victim_features.jurisdiction
"""

population = Population(
    name="asked_victims",
    unit="victims",
    entry="The day of the first formal identification.",
    includes=("Every victim formally identified, counted once, at the first identification.",),
    excludes=(
        "Persons presumed to be victims but not formally identified.",
        "Jurisdictions in which nobody records whether victims were asked.",
    ),
    rows=with_stages(VICTIMS, "victim_features", "victim_events"),
    inside=(
        (
            CountedSet("asked_victims", "identified_on"),
            CountedSet("registered_victims", "identified_on"),
        ),
    ),
)
