"""A figure its publisher kept back says so in both places, whether or not an upper end was printed."""

import pytest

from metrics.catalogue import metrics
from metrics.estimating.published import estimate


@pytest.mark.parametrize(
    "at_most, blank, expected",
    [
        (4, None, ("suppressed", "suppressed", 4)),
        (None, "suppressed", ("suppressed", "suppressed", None)),
        (None, "insufficient", ("insufficient", "insufficient", None)),
        (None, "not_applicable", ("not_applicable", None, None)),
        (None, None, ("not_reported", None, None)),
    ],
)
def test_a_missing_figure_has_one_reason(at_most, blank, expected):
    metric = metrics()["official_figures"]
    row = {"value": None, "value_at_most": at_most, "blank": blank}
    (figure,) = estimate(metric, [row], "trafficking")
    assert figure.value is None
    assert (figure.blank, figure.status, figure.bound_upper) == expected
