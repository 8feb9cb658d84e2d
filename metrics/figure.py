"""One number on its way into the results, before it is told where and when."""

from collections.abc import Callable
from operator import truediv
from typing import NamedTuple

from metrics.estimators import Estimate
from metrics.status import INSUFFICIENT_BELOW, UNCERTAIN_BELOW, status_of_amount, status_of_share


class Figure(NamedTuple):
    """What an estimating step knows of a result; the fields are the result columns of the same names.

    `unsettled` is how many of a cohort have a fate that is not known by the horizon;
    `contributors` is how many units stand behind sums (money, days followed), `largest` and
    `second_largest` the two largest amounts in a numerator of money: disclosure needs them, the
    release does not hold them.
    """

    numerator: float | None = None
    denominator: float | None = None
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    interval_method: str | None = None
    bound_lower: float | None = None
    bound_upper: float | None = None
    maturity: str | None = None
    status: str | None = None
    blank: str | None = None
    missing_share: float | None = None
    horizon_days: int | None = None
    currency: str | None = None
    contributors: float | None = None
    unsettled: float | None = None
    largest: float | None = None
    second_largest: float | None = None


def blank_figure(reason: str, horizon_days: int | None = None) -> Figure:
    """No number, and why. Counts are not made up either."""
    return Figure(blank=reason, horizon_days=horizon_days)


def with_estimate(
    figure: Figure, estimate: Estimate, n: float, *, is_share: bool, left_out: float = 0
) -> Figure:
    """The figure with its estimate and status, or with the blank that says why it has none.

    `n` is the number of units that decides how far the estimate can be relied on, `left_out` how
    many would stand below the line if a needed fact about them were known.
    """
    if not figure.denominator:
        return nothing_below(figure, left_out)
    if n < INSUFFICIENT_BELOW:
        return insufficient(figure)
    if None in (estimate.value, estimate.lower, estimate.upper):
        return figure._replace(blank="insufficient", status="insufficient")
    judge = status_of_share if is_share else status_of_amount
    return figure._replace(
        value=estimate.value,
        lower=estimate.lower,
        upper=estimate.upper,
        interval_method=estimate.method,
        status=judge(n, estimate.lower, estimate.upper, estimate.value),
    )


def nothing_below(figure: Figure, left_out: float = 0) -> Figure:
    """Counts without a value: nobody was there to count, or nobody reported what is needed about those who were."""
    reason = "not_reported" if left_out else "not_applicable"
    return figure._replace(blank=reason, bound_lower=None, bound_upper=None)


def enumerated(
    figure: Figure,
    n: float,
    method: str = "enumeration",
    *,
    left_out: float = 0,
    estimate: Callable[[float, float], float] = truediv,
) -> Figure:
    """The figure with numerator over denominator as its value: a whole list was counted, so no interval."""
    if not figure.denominator:
        return nothing_below(figure, left_out)
    if n < INSUFFICIENT_BELOW:
        return insufficient(figure)
    value = estimate(figure.numerator, figure.denominator)
    return figure._replace(
        value=value,
        lower=value,
        upper=value,
        interval_method=method,
        status=status_of_share(n, value, value, value),
    )


def counted_sum(figure: Figure, n: float, *, left_out: float = 0) -> Figure:
    """The figure with its numerator as its value: a sum of what n units recorded, so no interval."""
    if not n:
        return nothing_below(figure, left_out)
    if n < INSUFFICIENT_BELOW:
        return insufficient(figure)
    return figure._replace(
        value=figure.numerator,
        lower=figure.numerator,
        upper=figure.numerator,
        interval_method="enumeration",
        status="very_uncertain" if n < UNCERTAIN_BELOW else "reportable",
    )


def insufficient(figure: Figure) -> Figure:
    """Counts, but no value: too few to say. Whether the counts may be told is for disclosure to judge."""
    return figure._replace(
        status="insufficient",
        blank="insufficient",
        bound_lower=None,
        bound_upper=None,
        maturity=None,
    )
