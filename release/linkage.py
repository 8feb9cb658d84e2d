"""Puts the recall that linkage units have stated beside every figure that rests on linkage."""

from collections.abc import Mapping

import duckdb
import pandas as pd

from metrics.definition import Metric
from metrics.linkage_recall import stated_recall

RESTS_ON_LINKAGE = "recurrence"
"""Group of metrics about people who come again: whoever is not recognised is not counted."""


def with_recall(
    store: duckdb.DuckDBPyConnection, results: pd.DataFrame, catalogue: Mapping[str, Metric]
) -> pd.DataFrame:
    """The results with `linkage_recall` filled in for these metrics, where the place has stated one."""
    mine = [name for name, metric in catalogue.items() if metric.group == RESTS_ON_LINKAGE]
    recall = results["jurisdiction"].map(stated_recall(store))
    return results.assign(
        linkage_recall=recall.where(results["metric_id"].isin(mine)).astype(float)
    )
