"""What somebody else published: printed as it is, or two printed figures divided."""

from metrics.definition import Metric
from metrics.estimating.ratio import weight
from metrics.estimators import ratio_of_flows, wilson
from metrics.figure import Figure, enumerated, with_estimate
from metrics.result import STATUSES
from metrics.status import INSUFFICIENT_BELOW

AS_PUBLISHED = "as published"


def estimate(metric: Metric, rows: list[dict], scope: str) -> list[Figure]:
    """One figure: a row of the count table is one printed figure, or one pair of them."""
    (row,) = rows
    if metric.counting["estimate"] == "figure":
        return [_printed(row)]
    return [_divided(metric.counting["estimate"], row)]


def _printed(row: dict) -> Figure:
    value = row["value"]
    if value is None:
        return _hidden(row["value_at_most"], row["blank"])
    return Figure(
        numerator=value,
        value=value,
        lower=value,
        upper=value,
        interval_method=AS_PUBLISHED,
        status="reportable",
    )


def _hidden(at_most: float | None, blank: str | None) -> Figure:
    """A figure of which only an upper end is printed was hidden by its publisher; how high it can be is known."""
    if at_most is not None:
        return Figure(blank="suppressed", status="suppressed", bound_lower=0.0, bound_upper=at_most)
    reason = blank or "not_reported"
    return Figure(blank=reason, status=reason if reason in STATUSES else None)


def _divided(how: str, row: dict) -> Figure:
    part, whole = row["part"], row["whole"]
    if part is None or whole is None:
        if row["part_at_most"] is not None or row["whole_at_most"] is not None:
            return Figure(part, whole, blank="suppressed", status="suppressed")
        return Figure(part, whole, blank="not_reported")
    figure = Figure(part, whole)
    # What is printed is printed: few cases make it very uncertain, but do not take it away.
    units = max(whole, INSUFFICIENT_BELOW)
    if how == "ratio":
        units = weight(part, units)
        return with_estimate(figure, ratio_of_flows(part, whole), units, is_share=False)
    if how == "share" and part <= whole:
        return with_estimate(figure, wilson(part, whole), units, is_share=True)
    return enumerated(figure, units, AS_PUBLISHED)
