"""Requests received from other jurisdictions and refused."""

from metrics.counted_set import Codes, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

population = Population(
    name="refused_requests",
    unit="requests",
    entry="The day the request was refused.",
    includes=("Every request received that was refused.",),
    excludes=(
        "Requests executed, and requests received without any answer.",
        "Contacts between police forces that were never written down as requests.",
    ),
    rows=with_stages(
        "SELECT request_facts.* FROM request_facts WHERE direction = 'received' AND ending = 'refused'",
        "request_facts",
    ),
    same=(
        (
            CountedSet("refused_requests", "ended_on"),
            CountedSet("received_requests", "ended_on").where(
                Codes("ending", frozenset(("refused",)))
            ),
        ),
    ),
)
