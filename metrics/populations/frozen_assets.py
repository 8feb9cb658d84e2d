"""Cases in which assets were frozen, currency by currency."""

from metrics.asset_steps import cases_from_step
from metrics.definition import Population

population = Population(
    name="frozen_assets",
    unit="cases",
    entry="The day the first asset of the case was frozen.",
    includes=(
        "Every case with at least one asset that was frozen: the values of these assets at that step, and of the same assets once they were confiscated, currency by currency.",
    ),
    excludes=(
        "Cases in which no asset was recorded as frozen.",
        "Cases with an asset that lacks an amount at either step, or changes its currency between them: they count as missing.",
    ),
    rows=cases_from_step("frozen", "confiscated"),
)
