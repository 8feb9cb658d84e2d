"""The share of what is open that has been open longer than so many days, with Wilson's interval."""

from metrics.definition import Metric
from metrics.estimating.sums import total
from metrics.estimators import wilson
from metrics.figure import Figure, with_estimate


def estimate(metric: Metric, rows: list[dict], scope: str) -> list[Figure]:
    part, whole = total(rows, "part"), total(rows, "whole")
    return [with_estimate(Figure(part, whole), wilson(part, whole), whole, is_share=True)]
