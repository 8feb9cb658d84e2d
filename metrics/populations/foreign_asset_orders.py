"""Freezing and confiscation orders received from other jurisdictions."""

from metrics.counted_set import COHORT, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

population = Population(
    name="foreign_asset_orders",
    unit="requests",
    entry="The day the order was received.",
    includes=(
        "Every freezing or confiscation order, or request for one, received from another jurisdiction.",
    ),
    excludes=(
        "Requests of other kinds, and orders sent.",
        "Contacts between police forces that were never written down as requests.",
    ),
    rows=with_stages(
        "SELECT request_facts.* FROM request_facts WHERE direction = 'received' AND cooperation_kind = 'asset'",
        "request_facts",
    ),
    inside=((CountedSet("foreign_asset_orders", COHORT), CountedSet("received_requests", COHORT)),),
)
