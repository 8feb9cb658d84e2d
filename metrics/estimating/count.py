"""A count of units in a period, with the exact interval of a count of independent events."""

from metrics.definition import Metric
from metrics.estimating.sums import total
from metrics.estimators import exact_poisson
from metrics.figure import Figure, insufficient
from metrics.status import INSUFFICIENT_BELOW, status_of_count


def estimate(metric: Metric, rows: list[dict], scope: str) -> list[Figure]:
    counted = total(rows, "counted")
    figure = Figure(numerator=counted)
    # Nobody is a finding of its own: zero is zero, with the upper limit that chance allows.
    if 0 < counted < INSUFFICIENT_BELOW:
        return [insufficient(figure)]
    found = exact_poisson(counted)
    return [
        figure._replace(
            value=found.value,
            lower=found.lower,
            upper=found.upper,
            interval_method=found.method,
            missing_share=0.0,
            status=status_of_count(found.lower, found.upper, found.value),
        )
    ]
