"""Identified victims, each followed to a conviction in one of their cases: the last step of the staircase by itself."""

from metrics.counted_set import COHORT, Codes, CountedSet, Step
from metrics.definition import Population
from metrics.populations import identified_victims
from metrics.stages import with_stages

REACHED = Codes("ending", frozenset(("reached",)))

population = Population(
    name="victims_to_conviction",
    unit="victims",
    entry=identified_victims.population.entry,
    includes=identified_victims.population.includes,
    excludes=identified_victims.population.excludes,
    rows=with_stages("SELECT * FROM victim_steps WHERE stage = 'convicted'", "victim_steps"),
    same=(
        (
            CountedSet("victims_to_conviction", COHORT).where(REACHED),
            CountedSet("identified_victims", COHORT).where(
                REACHED, Step(identified_victims.STAGES, "convicted")
            ),
        ),
        (CountedSet("victims_to_conviction", COHORT), CountedSet("identified_victims", COHORT)),
    ),
)
