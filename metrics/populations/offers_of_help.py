"""Services offered to victims, offer by offer."""

from metrics.definition import Population
from metrics.stages import with_stages

OFFERS = """
SELECT victim_features.jurisdiction, victim_features.sex, victim_features.age_group,
  victim_features.citizenship_group, victim_features.migration_status,
  victim_features.exploitation_form,
  assistance.assistance_id AS unit_id, TRUE AS is_trafficking, TRUE AS is_observable,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  assistance.service, coalesce(assistance.offered_on, assistance.started_on) AS offered_on,
  -- Help that began was accepted, whatever the record of the reply says.
  CASE WHEN assistance.started_on IS NOT NULL AND coalesce(assistance.reply, 'pending') = 'pending'
    THEN 'accepted' ELSE coalesce(assistance.reply, 'unknown') END AS reply
FROM assistance
JOIN victim_features ON victim_features.jurisdiction = assistance.jurisdiction
  AND victim_features.victim_id = assistance.victim_id
LEFT JOIN submission_dates ON submission_dates.submission_id = assistance.submission_id
"""

population = Population(
    name="offers_of_help",
    unit="offers",
    entry="The day of the offer, or the day the help began where the offer is not dated.",
    includes=("Every service offered to a victim, each offer by itself, identified or not.",),
    excludes=(
        "Victims to whom nothing was offered: they are in the share of victims helped.",
        "Jurisdictions that report no help.",
    ),
    rows=with_stages(OFFERS, "victim_features", "submission_dates"),
)
