"""Persons prosecuted for using what victims were made to give."""

from metrics.definition import Population
from metrics.stages import with_stages

PERSONS = """
SELECT court_files.jurisdiction, court_files.defendant_id AS unit_id, TRUE AS is_trafficking,
  court_files.is_observable, court_files.covered_from, court_files.reported_from,
  court_files.sent_by, court_files.as_of, court_files.charged_on, court_files.court_record,
  court_files.sex, court_files.age_group
FROM court_files
WHERE court_files.use_of_services = 'yes'
"""

population = Population(
    name="prosecuted_users",
    unit="persons",
    entry="The day the prosecution was begun.",
    includes=(
        "Every person or company charged with knowingly using the services of a victim, counted once a year, whether that is charged as trafficking or, as in many codes, apart.",
    ),
    excludes=(
        "Suspects who were not charged.",
        "Proceedings of which it is not recorded whether the charge is such use.",
        "Proceedings on appeal.",
    ),
    rows=with_stages(PERSONS, "court_files"),
    varies=True,
    is_of_court=True,
)
