"""The mean of a number over units, with the interval of a mean."""

from metrics.definition import Metric
from metrics.estimating.sums import share_left_out, total
from metrics.estimators.mean_of_units import mean_of_units
from metrics.figure import Figure, with_estimate


def estimate(metric: Metric, rows: list[dict], scope: str) -> list[Figure]:
    units, unknown = total(rows, "units"), total(rows, "unknown")
    sum_x, sum_xx = total(rows, "sum_x"), total(rows, "sum_xx")
    figure = Figure(
        numerator=sum_x,
        denominator=units,
        contributors=units,
        missing_share=share_left_out(unknown, units),
    )
    mean = mean_of_units(sum_x, sum_xx, int(units))
    return [with_estimate(figure, mean, units, is_share=False, left_out=unknown)]
