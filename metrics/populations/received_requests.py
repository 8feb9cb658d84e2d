"""Requests received from other jurisdictions."""

from metrics.counted_set import COHORT, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

population = Population(
    name="received_requests",
    unit="requests",
    entry="The day the request was received.",
    includes=(
        "Every request for help in a case that was received from another jurisdiction, whatever its kind.",
    ),
    excludes=(
        "Requests sent.",
        "Contacts between police forces that were never written down as requests.",
    ),
    rows=with_stages(
        "SELECT request_facts.* FROM request_facts WHERE direction = 'received'",
        "request_facts",
    ),
    inside=((CountedSet("received_requests", COHORT), CountedSet("received_requests", "sent_on")),),
)
