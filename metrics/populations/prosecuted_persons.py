"""Persons before a court, person by person."""

from metrics.counted_set import COHORT, Codes, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

CONVICTED = frozenset(("convicted_trafficking", "convicted_other", "convicted_unspecified"))

population = Population(
    name="prosecuted_persons",
    unit="persons",
    entry="The day the person was first charged.",
    includes=(
        "Every person or company against whom a prosecution was begun, counted once a period or cohort however many proceedings or charges there are.",
        "For trafficking: persons with at least one charge of trafficking (ICCS 0204), or, where no charge is recorded, persons in a trafficking case.",
    ),
    excludes=(
        "Suspects who were not charged.",
        "Proceedings on appeal: only the first instance is followed.",
        "Prosecutions begun, and decisions taken, in years before the sender began to report: files left over from then are not all there were.",
        "A person's later proceedings, where a cohort is followed: nobody enters twice.",
    ),
    rows=with_stages(
        "SELECT court_files.*, defendant_id AS unit_id FROM court_files", "court_files"
    ),
    inside=(
        (CountedSet("prosecuted_persons", COHORT), CountedSet("prosecuted_persons", "charged_on")),
        (
            CountedSet("prosecuted_persons", "disposed_on").where(
                Codes("outcome", frozenset(("convicted_trafficking",)))
            ),
            CountedSet("convicted_persons", "convicted_on"),
        ),
        (
            CountedSet("prosecuted_persons", "disposed_on", scope="all_crime").where(
                Codes("outcome", CONVICTED)
            ),
            CountedSet("convicted_persons", "convicted_on"),
        ),
    ),
    varies=True,
    is_of_court=True,
)
