"""Events over what they could have befallen, with exact limits for a count of independent events."""

from metrics.counting.rate import RESIDENTS
from metrics.definition import Metric
from metrics.estimating.sums import total
from metrics.estimators import Estimate, exact_poisson
from metrics.figure import Figure, insufficient
from metrics.status import INSUFFICIENT_BELOW, status_of_rate


def estimate(metric: Metric, rows: list[dict], scope: str) -> list[Figure]:
    counted, units = total(rows, "counted"), total(rows, "units")
    is_of_residents = metric.counting["exposure"] == RESIDENTS
    if is_of_residents and (not len(rows) or any(row["exposure"] is None for row in rows)):
        return [Figure(blank="not_reported")]
    exposure = total(rows, "exposure")
    if not exposure:
        return [Figure(counted, 0.0, blank="not_applicable")]
    figure = Figure(counted, exposure, contributors=None if is_of_residents else units)
    # Nothing is a finding of its own: zero is zero, with the upper limit that chance allows.
    few = not is_of_residents and units < INSUFFICIENT_BELOW
    if few or 0 < counted < INSUFFICIENT_BELOW:
        return [insufficient(figure)]
    found = _times(exact_poisson(counted, exposure), metric.counting["per"])
    return [
        figure._replace(
            value=found.value,
            lower=found.lower,
            upper=found.upper,
            interval_method=found.method,
            missing_share=0.0,
            status=status_of_rate(counted, found.lower, found.upper, found.value),
        )
    ]


def _times(rate: Estimate, per: float) -> Estimate:
    ends = (per * number for number in (rate.value, rate.lower, rate.upper))
    return Estimate(*ends, rate.method)
