"""Victims formally identified, one row each, with what was done for them, or against them, afterwards."""

from metrics.counted_set import Codes, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

VICTIMS = """
SELECT victim_features.*, victim_features.victim_id AS unit_id, TRUE AS is_trafficking,
  TRUE AS is_observable, victim_decisions.identified_on, victim_support.support,
  coalesce(victim_features.sent_by, 'unknown') AS agency,
  coalesce(victim_registrars.identified_by, 'unknown') AS agency_kind,
  CASE
    WHEN carried_dates.assistance_as_of IS NULL OR victim_decisions.identified_day IS NULL THEN 'unknown'
    WHEN date_diff('day', victim_decisions.identified_day, carried_dates.assistance_as_of) < 30
      THEN 'too_early'
    WHEN date_diff('day', victim_decisions.identified_day, victim_help.started_on) <= 30 THEN 'received'
    WHEN victim_help.is_undated = 1 THEN 'unknown'
    WHEN date_diff('day', victim_decisions.identified_day, victim_help.offered_on) <= 30
      THEN CASE WHEN victim_help.is_declined = 1 THEN 'declined' ELSE 'offered' END
    ELSE 'not_offered'
  END AS help,
  CASE
    WHEN carried_dates.assistance_as_of IS NULL OR victim_decisions.identified_day IS NULL THEN 'unknown'
    WHEN date_diff('day', victim_decisions.identified_day, carried_dates.assistance_as_of) < 30
      THEN 'too_early'
    WHEN date_diff('day', victim_decisions.identified_day, victim_help.housing_on) <= 30 THEN 'offered'
    WHEN victim_help.is_housing_undated = 1 THEN 'unknown'
    ELSE 'not_offered'
  END AS housing,
  CASE
    WHEN carried_dates.measures_as_of IS NULL THEN 'unknown'
    WHEN victim_measures.has_reflection_period = 1 THEN 'granted'
    WHEN victim_measures.is_reflection_unknown = 1 THEN 'unknown'
    ELSE 'not_granted'
  END AS reflection_period,
  -- Who has no right to stay beyond a visit or a pending claim.
  CASE
    WHEN victim_features.citizenship_group IN ('own', 'regional') THEN 'settled'
    WHEN victim_features.migration_status IN
      ('irregular', 'visitor', 'asylum_seeker', 'stateless', 'unaccompanied_child') THEN 'without'
    WHEN victim_features.migration_status IN ('unknown', 'other') THEN 'unknown'
    ELSE 'settled'
  END AS stay,
  CASE
    WHEN carried_dates.measures_as_of IS NULL
      OR coalesce(victim_decisions.referred_day, victim_decisions.identified_day) IS NULL
      THEN 'unknown'
    WHEN date_diff('day', coalesce(victim_decisions.referred_day, victim_decisions.identified_day),
      carried_dates.measures_as_of) < 7 THEN 'too_early'
    WHEN date_diff('day', coalesce(victim_decisions.referred_day, victim_decisions.identified_day),
      victim_measures.guardian_on) <= 7 THEN 'appointed'
    WHEN victim_measures.is_guardian_undated = 1 THEN 'unknown'
    ELSE 'not_appointed'
  END AS guardian,
  CASE
    WHEN carried_dates.penalties_as_of IS NULL THEN 'unknown'
    WHEN victim_accusations.victim_id IS NOT NULL THEN 'penalised'
    ELSE 'spared'
  END AS penalty,
  CASE
    WHEN carried_dates.links_as_of IS NULL THEN 'unknown'
    WHEN victim_links.victim_id IS NOT NULL THEN 'linked'
    ELSE 'not_linked'
  END AS link
FROM victim_features
JOIN victim_decisions ON victim_decisions.jurisdiction = victim_features.jurisdiction
  AND victim_decisions.victim_id = victim_features.victim_id AND victim_decisions.is_identified = 1
JOIN victim_support ON victim_support.jurisdiction = victim_features.jurisdiction
  AND victim_support.victim_id = victim_features.victim_id
LEFT JOIN victim_registrars ON victim_registrars.jurisdiction = victim_features.jurisdiction
  AND victim_registrars.victim_id = victim_features.victim_id
LEFT JOIN carried_dates ON carried_dates.jurisdiction = victim_features.jurisdiction
LEFT JOIN victim_help ON victim_help.jurisdiction = victim_features.jurisdiction
  AND victim_help.victim_id = victim_features.victim_id
LEFT JOIN victim_measures ON victim_measures.jurisdiction = victim_features.jurisdiction
  AND victim_measures.victim_id = victim_features.victim_id
LEFT JOIN victim_accusations ON victim_accusations.jurisdiction = victim_features.jurisdiction
  AND victim_accusations.victim_id = victim_features.victim_id
LEFT JOIN victim_links ON victim_links.jurisdiction = victim_features.jurisdiction
  AND victim_links.victim_id = victim_features.victim_id
"""

IS_COMPLETE = "CASE WHEN 'unknown' IN (sex, age_group, citizenship_group, migration_status) THEN 'incomplete' ELSE 'complete' END"
"""Whether every trait that the law protects is on record."""

population = Population(
    name="registered_victims",
    unit="victims",
    entry="The day of the first formal identification.",
    includes=("Every victim formally identified, counted once, at the first identification.",),
    excludes=(
        "Persons presumed to be victims but not formally identified.",
        "For what is done within days of identification: victims of whom a needed day is not known, or who were identified too shortly before the data end. They count as missing.",
        "Jurisdictions in which nobody sends the kind of rows a number rests on: it stays blank there.",
    ),
    rows=with_stages(
        VICTIMS,
        "victim_features",
        "victim_decisions",
        "victim_registrars",
        "victim_support",
        "victim_measures",
        "victim_accusations",
        "victim_links",
    ),
    same=(
        (
            CountedSet("registered_victims", "identified_on").where(
                Codes(IS_COMPLETE, frozenset(("complete", "incomplete")))
            ),
            CountedSet("registered_victims", "identified_on"),
        ),
    ),
    # Whoever was first identified in a year has a decision of that year, of the same body, that says so.
    inside=(
        (
            CountedSet("registered_victims", "identified_on"),
            CountedSet("identification_decisions", "decided_on").where(
                Codes("decision", frozenset(("identified",)))
            ),
        ),
    ),
)
