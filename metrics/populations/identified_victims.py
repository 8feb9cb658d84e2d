"""Identified victims, each followed through the stages of their case."""

from metrics.counted_set import COHORT, CountedSet
from metrics.definition import Population
from metrics.stages import with_stages

STAGES = ("investigated", "charged", "tried", "convicted")
"""Whoever reached one of them reached those before it no later."""

population = Population(
    name="identified_victims",
    unit="victims",
    entry="The day of the first formal identification.",
    includes=(
        "Every victim formally identified, counted once, at the first identification.",
        "Victims whose case was opened before they were identified, and victims without any case.",
    ),
    excludes=(
        "Persons presumed to be victims but not formally identified.",
        "Victims of whom a step is recorded without its day: they are left out of every step and count as missing.",
        "Jurisdictions whose victims' pseudonyms cannot be linked to those of the courts.",
    ),
    rows=with_stages("SELECT * FROM victim_steps", "victim_steps"),
    inside=(
        (
            CountedSet("identified_victims", COHORT),
            CountedSet("registered_victims", "identified_on"),
        ),
    ),
    steps=STAGES,
)
