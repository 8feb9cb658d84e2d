"""Which units the made-up counts count: as the real metrics declare it, but of each metric for itself.

The numbers of each metric are drawn alone, so that two of them that would count the same people in
truth do not here.
"""

import pandas as pd

from metrics.counted_sets import counted_sets, nested_sets
from metrics.definition import Metric

SCOPES = ("trafficking", "all_crime")


def made_up_sets(definitions: list[Metric]) -> dict[str, pd.DataFrame]:
    """The tables counted_sets and nested_sets of these metrics, every set named after the one that counts it."""
    found = [_own_sets(metric, scope) for metric in definitions for scope in SCOPES]
    sets, nested = zip(*[each for each in found if len(each[0])], strict=True)
    return {
        "counted_sets": pd.concat(sets, ignore_index=True),
        "nested_sets": pd.concat([each for each in nested if len(each)], ignore_index=True),
    }


def _own_sets(metric: Metric, scope: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    sets, nested = counted_sets([metric], [scope]), nested_sets([metric], [scope])
    own = {side: metric.name + ": " + nested[side] for side in ("inner", "outer")}
    return sets.assign(set_id=metric.name + ": " + sets["set_id"]), nested.assign(**own)
