"""Requests for extradition or surrender received from other jurisdictions."""

from metrics.counted_set import COHORT, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

population = Population(
    name="extradition_requests",
    unit="requests",
    entry="The day the request was received.",
    includes=(
        "Every request for extradition or surrender received, among them European arrest warrants.",
    ),
    excludes=(
        "Requests of other kinds, and requests sent.",
        "Contacts between police forces that were never written down as requests.",
    ),
    rows=with_stages(
        "SELECT request_facts.* FROM request_facts WHERE direction = 'received' AND cooperation_kind = 'extradition'",
        "request_facts",
    ),
    inside=((CountedSet("extradition_requests", COHORT), CountedSet("received_requests", COHORT)),),
)
