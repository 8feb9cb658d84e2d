"""Cases in which assets were confiscated, currency by currency."""

from metrics.asset_steps import cases_from_step
from metrics.counted_set import CountedSet, Stated
from metrics.definition import Population

AMOUNT = "CASE WHEN is_without_amount = 0 THEN amount END"
"""What the assets of a case were worth, where every one of them has an amount."""

population = Population(
    name="confiscated_assets",
    unit="cases",
    entry="The day the first asset of the case was confiscated.",
    includes=(
        "Every case with at least one asset that was confiscated: the values of these assets at that step, and of the same assets once they were realised, currency by currency.",
    ),
    excludes=(
        "Cases in which no asset was recorded as confiscated.",
        "Cases with an asset that lacks an amount at either step, or changes its currency between them: they count as missing.",
    ),
    rows=cases_from_step("confiscated", "realised"),
    inside=(
        (
            CountedSet("confiscated_assets", "reached_on").where(
                Stated("further_amount of amount known, not is_incomplete")
            ),
            CountedSet("confiscated_assets", "reached_on").where(Stated(f"{AMOUNT} known")),
        ),
    ),
)
