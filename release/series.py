"""The series of a release: as fine as they may be told beside everything else that is told."""

from collections.abc import Mapping

import pandas as pd

from disclosure.attacking.audit import audit
from disclosure.policy import threshold
from metrics.definition import Metric
from metrics.trending import trends


def safe_trends(
    series: pd.DataFrame, tables: Mapping[str, pd.DataFrame], catalogue: Mapping[str, Metric]
) -> pd.DataFrame:
    """The table `trends`. `tables` are the published ones it stands beside: results, sets, definitions.

    A series by quarter is closed in itself (`metrics.trending.grain`), but quarters of two metrics that
    count the same people may tell more together. Metrics of which an attacker finds that are told by
    years, as the results tell them.
    """
    while True:
        found = trends(
            series,
            tables["results"],
            catalogue,
            threshold("minimum_count"),
            threshold("units_not_people"),
            threshold("rate_denominator_minimum"),
        )
        opened = {metric for metric, *_ in audit({**tables, "trends": found}).families}
        fine = series[~series["metric_id"].isin(opened)]
        if not opened or series.empty:
            return found
        # A family that names no metric with a series of its own gives up every series.
        series = fine if len(fine) < len(series) else series.iloc[:0]
