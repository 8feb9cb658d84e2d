"""Persons prosecuted, or convicted, for trafficking, and with them those for using what victims were made to give."""

from metrics.definition import Population
from metrics.stages import with_stages

PERSONS = """
SELECT court_files.jurisdiction, court_files.defendant_id AS unit_id,
  court_files.is_trafficking OR court_files.use_of_services = 'yes' AS is_trafficking,
  court_files.is_observable, court_files.covered_from, court_files.reported_from,
  court_files.sent_by, court_files.as_of, court_files.charged_on, court_files.use_of_services,
  court_files.court_record, court_files.sex, court_files.age_group, court_files.exploitation_form,
  CASE WHEN court_files.outcome LIKE 'convicted%' THEN court_files.disposed_on END AS convicted_on,
  CASE
    WHEN court_files.outcome LIKE 'convicted%' AND court_files.use_of_services = 'yes'
      THEN 'use_of_services'
    WHEN court_files.outcome = 'convicted_trafficking' AND court_files.use_of_services = 'no'
      THEN 'trafficking'
    WHEN court_files.outcome = 'convicted_trafficking' THEN 'unknown'
  END AS conviction
FROM court_files
"""

population = Population(
    name="persons_before_court",
    unit="persons",
    entry="The day the prosecution was begun; for convictions, the day of the conviction at first instance.",
    includes=(
        "Every person or company against whom a prosecution was begun, counted once a year.",
        "For trafficking: persons charged with trafficking, and persons charged with knowingly using the services of a victim, which many codes punish apart.",
    ),
    excludes=("Suspects who were not charged.", "Proceedings on appeal."),
    rows=with_stages(PERSONS, "court_files"),
    varies=True,
    is_of_court=True,
)
