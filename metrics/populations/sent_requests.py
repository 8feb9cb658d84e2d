"""Requests sent to other jurisdictions."""

from metrics.counted_set import COHORT, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

population = Population(
    name="sent_requests",
    unit="requests",
    entry="The day the request was sent.",
    includes=(
        "Every request for help in a case that was sent to another jurisdiction, whatever its kind.",
    ),
    excludes=(
        "Requests received.",
        "Contacts between police forces that were never written down as requests.",
    ),
    rows=with_stages(
        "SELECT request_facts.* FROM request_facts WHERE direction = 'sent'",
        "request_facts",
    ),
    inside=((CountedSet("sent_requests", COHORT), CountedSet("sent_requests", "sent_on")),),
)
