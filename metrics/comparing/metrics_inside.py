"""Which metrics count people who are among those of another one: what they hide, its strata must not tell."""

from collections import defaultdict

import pandas as pd


def metrics_inside(counted_sets: pd.DataFrame, nested_sets: pd.DataFrame) -> dict[str, set[str]]:
    """Metric -> other metrics of which a count lies in what stands below its line.

    Both tables as in `metrics.counted_sets`.
    """
    metrics_of, inner_of = defaultdict(set), defaultdict(set)
    for metric_id, set_id in zip(counted_sets["metric_id"], counted_sets["set_id"], strict=True):
        metrics_of[set_id].add(metric_id)
    for inner, outer in zip(nested_sets["inner"], nested_sets["outer"], strict=True):
        inner_of[outer].add(inner)
    below = counted_sets[counted_sets["measure"] == "denominator"]
    found: dict[str, set[str]] = defaultdict(set)
    for metric_id, set_id in sorted(set(zip(below["metric_id"], below["set_id"], strict=True))):
        waiting, seen = [set_id], {set_id}
        while waiting:
            new = inner_of[waiting.pop()] - seen
            seen |= new
            waiting += sorted(new)
        found[metric_id] |= {name for each in seen for name in metrics_of[each]} - {metric_id}
    return dict(found)
