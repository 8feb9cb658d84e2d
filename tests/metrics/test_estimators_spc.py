"""Charts over time: the labels other tools give, and how often chance alone raises a signal."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from metrics.estimators.autocorrelation import autocorrelation, is_autocorrelated
from metrics.estimators.false_alarms import SHARES, false_alarm_share, simulated_share
from metrics.estimators.laney import laney
from metrics.estimators.making_data_count import NO_SIGNAL, signals
from metrics.estimators.run_chart import run_chart
from metrics.estimators.xmr import Limits, xmr

CLOSED_FORM = 1e-9
few = settings(max_examples=60, deadline=None)
series = some.lists(some.integers(-50, 50), min_size=2, max_size=40)


def with_limits_of_3(values) -> list[str]:
    """The labels around a centre of 0 with limits at 3, so that a point beyond 2 is close to one."""
    flat = np.zeros(len(values))
    return signals(values, Limits(flat, flat - 3, flat + 3))


@pytest.mark.parametrize(
    ("values", "point", "label"),
    [
        ([1, 3.1, -1], 1, "Above UCL"),
        ([1, -3.1, -1], 1, "Below LCL"),
        ([-1, -0.5, -0.2, 0.1, 0.4, 0.6, 0.8, 0.7], 0, "7 Point Trend (Increasing)"),
        ([0.7, 0.8, 0.6, 0.4, 0.1, -0.2, -0.5, -1], 7, "7 Point Trend (Decreasing)"),
        ([-1, 2.1, 0.5, 2.1], 3, "2 in 3 Above CL"),
        ([1, -0.1, -2.1, -2.9], 2, "2 in 3 Below CL"),
        ([1, 2, 1, 2, 1, 2, 1, -1], 0, "7 Points Above CL"),
        ([1, -1, -2, -1, -2, -1, -2, -1], 7, "7 Points Below CL"),
        # The first rule that fits names the point: outside, trend, two of three, shift.
        ([-1, -0.5, -0.2, 0.1, 0.4, 0.6, 3.1], 6, "Above UCL"),
        ([0.1, 0.4, 0.6, 0.8, 2.1, 2.2, 2.3], 5, "7 Point Trend (Increasing)"),
        ([1, 2, 1, 2, 1, 2.1, 2.2], 5, "2 in 3 Above CL"),
    ],
)
def test_each_rule_by_hand(values, point, label):
    assert with_limits_of_3(values)[point] == label


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ([1, 2, 1, 2, 1, 2, -1], "six points on one side"),
        ([-1, -0.5, -0.2, 0.1, 0.4, 0.6, 0.6], "six points rising, and a tie"),
        ([-2.1, 0.5, 2.1, -1, 2.1], "three points not on one side"),
        ([3.0, -3.0, 1], "on the limit is not outside it"),
        ([0, 0, 0, 0, 0, 0, 0, 0], "on the centre is on no side"),
    ],
)
def test_what_is_chance_by_hand(values, why):
    assert set(with_limits_of_3(values)) == {NO_SIGNAL}, why


def test_the_point_between_two_close_ones_is_no_signal_itself():
    assert with_limits_of_3([-1, 2.1, 0.5, 2.1])[2] == NO_SIGNAL


@few
@given(some.lists(some.integers(-99, 99), min_size=2, max_size=30))
def test_a_point_on_the_mean_is_on_no_side(tenths):
    """Whatever the rounding: values with one decimal, and their mean by fractions."""
    values = [tenth / 10 for tenth in tenths]
    exact = float(sum(map(Fraction, values)) / len(values))
    assert set(xmr(values).centre) == {exact}


@few
@given(series)
def test_a_series_upside_down_has_the_mirrored_signals(values):
    opposite = {"UCL": "LCL", "Above": "Below", "(Increasing)": "(Decreasing)"}
    opposite |= {there: here for here, there in opposite.items()}
    up, down = (signals(each, xmr(each)) for each in (values, [-value for value in values]))
    assert down == [" ".join(opposite.get(word, word) for word in label.split(" ")) for label in up]


@few
@given(some.floats(-1e6, 1e6), some.integers(2, 40))
def test_a_series_that_never_moves_has_no_signal(value, points):
    flat = [value] * points
    assert set(signals(flat, xmr(flat))) == {NO_SIGNAL}
    assert not run_chart(flat).is_signal and not is_autocorrelated(flat)


@few
@given(some.lists(some.tuples(some.integers(0, 90), some.integers(90, 400)), min_size=2))
def test_limits_of_shares_stay_within_0_and_1(pairs):
    limits = laney(*zip(*pairs, strict=True))
    assert (limits.lower >= 0).all() and (limits.upper <= 1).all()
    assert (limits.lower <= limits.centre).all() and (limits.centre <= limits.upper).all()


def test_runs_by_hand():
    """Median 5.25: five below, one above, one below, five above."""
    chart = run_chart([1, 2, 3, 4, 5, 9, 5, 6, 7, 8, 9, 5.5])
    assert (chart.median, chart.useful, chart.longest_run, chart.crossings) == (5.25, 12, 5, 3)
    assert (chart.longest_allowed, chart.fewest_allowed) == (7, 3)
    assert not chart.is_signal


def test_two_halves_apart_are_a_signal():
    chart = run_chart([1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8, 9])
    assert chart.crossings == 1 and chart.is_signal


@few
@given(some.integers(3, 60))
def test_fewest_crossings_are_a_sum_of_binomials(points):
    chart = run_chart(list(range(points)))
    fewest, steps = chart.fewest_allowed, chart.useful - 1

    def below(k):
        return sum(math.comb(steps, i) for i in range(k + 1)) / 2**steps

    assert below(fewest) >= 0.05 and (fewest == 0 or below(fewest - 1) < 0.05)


def test_autocorrelation_by_hand():
    # Mean 2; (-1)(0) + (0)(1) = 0 over 1 + 0 + 1; and for 1,1,3,3: 1 - 1 + 1 = 1 over 4.
    assert autocorrelation([1, 2, 3]) == 0
    assert autocorrelation([1, 1, 3, 3]) == 0.25
    assert is_autocorrelated([1, 1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3])


@pytest.mark.parametrize("points", SHARES)
def test_the_stored_false_alarms_are_those_of_a_new_simulation(points):
    runs = 1000
    share = simulated_share(points, runs, seed=7)
    error = math.sqrt(max(share * (1 - share), 0.002) / runs)
    assert abs(share - SHARES[points]) < 4 * error
    assert false_alarm_share(points) == SHARES[points]


def test_false_alarms_are_as_many_as_the_methods_say():
    for points, share in ((12, 0.07), (24, 0.18), (36, 0.29)):
        assert false_alarm_share(points) == pytest.approx(share, abs=0.01)
    assert false_alarm_share(7) == 0
    assert SHARES[16] < false_alarm_share(18) < SHARES[20]


def test_points_that_lean_on_the_last_raise_many_more_signals():
    rng = np.random.default_rng(3)
    alarms = 0
    for _ in range(400):
        values = [rng.normal()]
        for _ in range(23):
            values.append(0.5 * values[-1] + rng.normal() * math.sqrt(0.75))
        alarms += any(label != NO_SIGNAL for label in signals(values, xmr(values)))
    assert alarms / 400 == pytest.approx(0.72, abs=0.09)


@pytest.mark.parametrize("values", [[], [1], [1, math.nan], [1, math.inf]])
def test_what_cannot_have_limits_is_refused(values):
    with pytest.raises(ValueError, match="finite"):
        xmr(values)


def test_a_point_without_units_is_refused():
    with pytest.raises(ValueError, match="below the line"):
        laney([1, 0], [5, 0])
