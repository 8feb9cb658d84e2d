"""European Investigation Orders received from other jurisdictions."""

from metrics.counted_set import COHORT, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

population = Population(
    name="investigation_orders",
    unit="requests",
    entry="The day the order was received.",
    includes=("Every European Investigation Order received from another jurisdiction.",),
    excludes=(
        "Requests of other kinds, and orders sent.",
        "Contacts between police forces that were never written down as requests.",
    ),
    rows=with_stages(
        "SELECT request_facts.* FROM request_facts WHERE direction = 'received' AND cooperation_kind = 'eio'",
        "request_facts",
    ),
    inside=((CountedSet("investigation_orders", COHORT), CountedSet("received_requests", COHORT)),),
)
