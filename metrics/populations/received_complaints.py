"""Complaints about how an official or a service acted, each followed from receipt to decision."""

from metrics.counted_set import CountedSet, Stated
from metrics.definition import Population
from metrics.stages import with_stages

COMPLAINTS = """
SELECT complaints.jurisdiction, complaints.complaint_id AS unit_id,
  coalesce(submission_dates.scope = 'trafficking', FALSE) AS is_trafficking, TRUE AS is_observable,
  submission_dates.period_start AS covered_from, submission_dates.as_of,
  submission_dates.reported_from, submission_dates.agency_id AS sent_by,
  complaints.about AS agency_kind, complaints.received_on, complaints.decided_on,
  CASE
    WHEN complaints.outcome IS NOT NULL AND complaints.outcome <> 'pending' THEN complaints.outcome
    WHEN complaints.decided_on IS NOT NULL THEN 'unknown'
    ELSE 'open'
  END AS outcome,
  CASE
    WHEN complaints.outcome IN ('not_upheld', 'withdrawn') THEN 'none'
    WHEN complaints.outcome IN ('upheld', 'partly_upheld')
      THEN coalesce(complaints.sanction, 'unknown')
  END AS sanction,
  CASE
    WHEN complaints.outcome = 'withdrawn' THEN 'not_investigated'
    WHEN complaints.is_independent THEN 'independent'
    WHEN NOT complaints.is_independent THEN 'own'
    ELSE 'unknown'
  END AS handling
FROM complaints
LEFT JOIN submission_dates ON submission_dates.submission_id = complaints.submission_id
"""

population = Population(
    name="received_complaints",
    unit="complaints",
    entry="The day the complaint was received.",
    includes=(
        "Every recorded complaint about how an official, an office or a service acted in trafficking matters, whoever made it.",
    ),
    excludes=(
        "Complaints made by word of mouth that nobody wrote down.",
        "Complaints in data that cover all crime, where nothing says which are about trafficking.",
    ),
    rows=with_stages(COMPLAINTS, "submission_dates"),
    same=(
        (
            CountedSet("received_complaints", "decided_on").where(Stated("outcome <> 'open'")),
            CountedSet("received_complaints", "decided_on"),
        ),
    ),
)
