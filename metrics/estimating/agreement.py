"""How far two readers agree beyond chance. The numerator is files on which they agree."""

import numpy as np

from metrics.definition import Metric
from metrics.estimating.sums import share_left_out, total
from metrics.estimators.agreement import cohen_kappa, gwet_ac1, weighted_kappa
from metrics.figure import Figure, with_estimate

STATISTICS = {"ac1": gwet_ac1, "kappa": cohen_kappa, "weighted_kappa": weighted_kappa}


def estimate(metric: Metric, rows: list[dict], scope: str) -> list[Figure]:
    codes = metric.counting["categories"]
    table = np.zeros((len(codes), len(codes)))
    for row in rows:
        if row["units"]:
            table[codes.index(row["one_read"]), codes.index(row["other_read"])] += row["units"]
    files, unknown = total(rows, "units"), total(rows, "unknown")
    figure = Figure(float(np.trace(table)), files, missing_share=share_left_out(unknown, files))
    found = STATISTICS[metric.counting["statistic"]](table)
    return [with_estimate(figure, found, files, is_share=False, left_out=unknown)]
