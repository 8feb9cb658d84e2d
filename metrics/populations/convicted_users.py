"""Persons convicted of using what victims were made to give."""

from metrics.definition import Population
from metrics.stages import with_stages

PERSONS = """
SELECT court_files.jurisdiction, court_files.defendant_id AS unit_id, TRUE AS is_trafficking,
  court_files.is_observable, court_files.covered_from, court_files.reported_from,
  court_files.sent_by, court_files.as_of, court_files.disposed_on AS convicted_on,
  court_files.court_record, court_files.sex, court_files.age_group
FROM court_files
WHERE court_files.use_of_services = 'yes' AND court_files.outcome LIKE 'convicted%'
"""

population = Population(
    name="convicted_users",
    unit="persons",
    entry="The day of the conviction.",
    includes=(
        "Every person or company convicted at first instance in a proceeding whose charge is that they knowingly used the services of a victim, counted once a year.",
    ),
    excludes=(
        "Proceedings of which it is not recorded whether the charge is such use.",
        "Convictions by a higher court of a person whom the first court had not convicted.",
    ),
    rows=with_stages(PERSONS, "court_files"),
    varies=True,
    is_of_court=True,
)
