"""Offers of restorative justice to victims, with what the victims replied."""

from metrics.definition import Population
from metrics.stages import with_stages

OFFERS = """
SELECT restorative_offers.jurisdiction, restorative_offers.offer_id AS unit_id,
  TRUE AS is_trafficking, TRUE AS is_observable,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  restorative_offers.offered_on,
  coalesce(restorative_offers.reply, 'unknown') AS offer_reply,
  coalesce(restorative_offers.form, 'unknown') AS restorative_form
FROM restorative_offers
LEFT JOIN submission_dates ON submission_dates.submission_id = restorative_offers.submission_id
"""

population = Population(
    name="restorative_replies",
    unit="offers",
    entry="The day of the offer.",
    includes=(
        "Every offer of restorative justice made to a trafficking victim, whatever its form and the reply.",
    ),
    excludes=("Meetings that came about without a recorded offer.",),
    rows=with_stages(OFFERS, "submission_dates"),
)
