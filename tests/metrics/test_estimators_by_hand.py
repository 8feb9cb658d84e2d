"""Estimators on tables small enough to work out with a pencil, and on tables that hold nothing."""

import math

import pytest

from metrics.estimators import (
    Estimate,
    aalen_johansen,
    cumulative_incidence_at,
    exact_poisson,
    kaplan_meier_median,
    kaplan_meier_quantile,
    manski_bounds,
    median_is_shown,
    quantile_interval,
    ratio_of_flows,
    ratio_of_sums,
    wilson,
)


def parts(estimate: Estimate) -> tuple:
    return estimate.value, estimate.lower, estimate.upper


NOTHING = (None, None, None)


def test_an_estimate_never_holds_infinity_or_nan():
    assert parts(Estimate(float("nan"), -math.inf, math.inf, "x")) == NOTHING


def test_nothing_below_the_line_is_no_number():
    assert parts(wilson(0, 0)) == NOTHING
    assert parts(exact_poisson(3, 0)) == NOTHING
    assert parts(ratio_of_flows(3, 0)) == NOTHING
    assert parts(ratio_of_sums(0, 0, 0, 0, 0, 0)) == NOTHING
    assert parts(manski_bounds(0, 0, 0)) == NOTHING
    assert parts(quantile_interval([], [])) == NOTHING
    assert parts(kaplan_meier_median([], [], [])) == NOTHING
    empty = aalen_johansen([], {"convicted": []}, [])
    assert parts(cumulative_incidence_at(empty, 365, "convicted")) == NOTHING


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: wilson(3, 2),
        lambda: wilson(-1, 2),
        lambda: exact_poisson(float("nan")),
        lambda: ratio_of_flows(-1, 2),
        lambda: manski_bounds(1, 3, 2),
        lambda: quantile_interval([1], [1], 1.0),
        lambda: aalen_johansen([1], {}, [0]),
        lambda: aalen_johansen([-1], {"a": [1]}, [0]),
        lambda: aalen_johansen([1, 2], {"a": [1]}, [0, 0]),
        lambda: aalen_johansen([1], {"a": [-1]}, [0]),
    ],
)
def test_a_table_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError):
        wrong()


def test_half_of_two_by_wilson():
    # z^2 = 3.8415; centre .5; reach sqrt(z^2) / (1 + z^2/2) * sqrt(1/8 + z^2/16) = .4055
    assert parts(wilson(1, 2)) == pytest.approx((0.5, 0.0945, 0.9055), abs=5e-5)


def test_none_and_all_have_exact_ends():
    assert wilson(0, 20).lower == 0.0
    assert wilson(20, 20).upper == 1.0


def test_no_event_has_the_rule_of_three_and_a_bit():
    # P(0 events) = .025 at a mean of -ln(.025)
    assert exact_poisson(0).upper == pytest.approx(-math.log(0.025))
    assert exact_poisson(0, 10).upper == pytest.approx(-math.log(0.025) / 10)


def test_a_ratio_of_flows_may_exceed_one_and_is_symmetric_in_logs():
    found = ratio_of_flows(1187, 996)
    assert found.value == pytest.approx(1.1918, abs=5e-5)
    assert found.lower * found.upper == pytest.approx(found.value**2)
    turned = ratio_of_flows(996, 1187)
    assert turned.lower == pytest.approx(1 / found.upper)


def test_no_event_above_the_line_still_has_an_upper_limit():
    # Of 5 events none fell above: p = 1 - .025^(1/5) = .5218; p / (1 - p) = 1.0913
    assert parts(ratio_of_flows(0, 5)) == pytest.approx((0.0, 0.0, 1.0913), abs=5e-5)


def test_a_survey_that_few_answered_bounds_little():
    # 68 of 100 who answered, of 357 asked: 68/357 = 19 % at least, (68 + 257)/357 = 91 % at most.
    bounds = manski_bounds(68, 100, 357)
    assert bounds.value is None
    assert bounds.lower < 0.19 and bounds.upper > 0.91
    assert bounds.lower == wilson(68, 357).lower
    assert bounds.upper == wilson(68 + 257, 357).upper


def test_nobody_satisfied_of_thirty_still_has_bounds():
    bounds = manski_bounds(0, 30, 30)
    assert bounds.lower == 0.0 and 0 < bounds.upper < 0.12


def test_equal_ratios_leave_no_width():
    # Awards of 10, 20 and 30, half of each paid
    found = ratio_of_sums(30, 60, 25 + 100 + 225, 100 + 400 + 900, 50 + 200 + 450, 3)
    assert parts(found) == pytest.approx((0.5, 0.5, 0.5))


def test_one_payment_has_no_interval():
    assert parts(ratio_of_sums(5, 10, 25, 100, 50, 1)) == (0.5, None, None)


def test_two_awards_worked_out():
    # paid 0 of 10 and 10 of 10: R = .5, residuals -5 and 5, se = sqrt(2 * 50) / 20 = .5, t(1) = 12.706
    found = ratio_of_sums(10, 20, 100, 200, 100, 2)
    assert parts(found) == pytest.approx((0.5, 0.0, 0.5 + 12.7062 * 0.5), abs=1e-3)


def test_median_of_known_durations_averages_at_a_jump():
    assert quantile_interval([10, 20], [1, 1]).value == 15
    assert quantile_interval([10, 20, 30], [1, 1, 1]).value == 20
    assert quantile_interval([30, 10, 20, 10], [1, 1, 1, 0]).value == 20


def test_order_statistics_of_twenty_are_the_sixth_and_fifteenth():
    # The tables of the sign test: n = 20 gives ranks 6 and 15 (coverage 95.9 %)
    found = quantile_interval(range(1, 21), [1] * 20)
    assert (found.lower, found.upper) == (6, 15)


def test_five_durations_are_too_few_for_limits():
    assert parts(quantile_interval(range(5), [1] * 5)) == (2, None, None)


def test_ties_count_each_time():
    assert parts(quantile_interval([7], [50])) == (7, 7, 7)


def test_ties_across_causes_do_not_depend_on_order():
    # Seven persons; day 1: one end of each cause; day 2: one end, two censored; day 3: one end of b
    curve = aalen_johansen([1, 2, 3], {"a": [1, 1, 0], "b": [1, 0, 1]}, [0, 2, 1])
    assert curve.incidence_at(3, "a") == pytest.approx(2 / 7)
    assert curve.incidence_at(3, "b") == pytest.approx(1 / 7 + 4 / 7 / 2)
    assert [curve.number_at_risk(day) for day in (0, 1, 2, 3, 4)] == [7, 7, 5, 2, 0]
    assert curve.size == 7


def test_days_may_come_in_any_order_and_twice():
    once = aalen_johansen([1, 2], {"a": [2, 1]}, [0, 1])
    pieces = aalen_johansen([2, 1, 1, 2], {"a": [1, 1, 1, 0]}, [0, 0, 0, 1])
    assert once.incidence_at(2, "a") == pieces.incidence_at(2, "a")


def test_ends_on_the_first_day_count():
    curve = aalen_johansen([0, 5], {"a": [1, 0]}, [0, 1])
    assert curve.incidence_at(0, "a") == 0.5


def test_without_censoring_the_interval_is_wilsons():
    curve = aalen_johansen([10, 20, 400], {"convicted": [3, 4, 0], "other": [1, 0, 12]}, [0] * 3)
    found, plain = cumulative_incidence_at(curve, 365, "convicted"), wilson(7, 20)
    assert parts(found) == pytest.approx(parts(plain))


def test_no_event_yet_uses_those_still_at_risk():
    curve = aalen_johansen([10, 100], {"again": [0, 0], "died": [1, 0]}, [5, 14])
    found = cumulative_incidence_at(curve, 100, "again")
    assert parts(found) == parts(wilson(0, 14))


def test_all_ended_so_uses_how_many_did():
    curve = aalen_johansen([10, 20], {"convicted": [5, 5]}, [0, 0])
    assert parts(cumulative_incidence_at(curve, 365, "convicted")) == parts(wilson(10, 10))


def test_nobody_ended_so_when_all_ended_otherwise():
    curve = aalen_johansen([10], {"again": [0], "died": [12]}, [0])
    assert parts(cumulative_incidence_at(curve, 365, "again")) == parts(wilson(0, 12))


def test_a_horizon_beyond_everybody_is_no_number():
    curve = aalen_johansen([10, 20], {"convicted": [5, 0]}, [0, 5])
    assert cumulative_incidence_at(curve, 20, "convicted").value == 0.5
    assert parts(cumulative_incidence_at(curve, 21, "convicted")) == NOTHING


def test_median_is_the_middle_of_a_step_at_one_half():
    # Of four, two ended on day 1, and the next ended on day 5: the curve stands at one half between
    assert kaplan_meier_median([1, 5, 9], [2, 1, 1], [0, 0, 0]).value == 3
    # The last step runs to the last day anybody was followed
    assert kaplan_meier_median([1, 9], [2, 0], [0, 2]).value == 5


def test_median_that_is_not_reached_is_no_number():
    found = kaplan_meier_median([1, 9], [1, 0], [0, 9])
    assert found.value is None and found.upper is None


def test_quarter_is_reached_before_the_median():
    table = (range(1, 41), [1] * 40, [0] * 40)
    assert kaplan_meier_quantile(*table, 0.25).value < kaplan_meier_quantile(*table, 0.5).value


def test_a_median_needs_enough_ends_and_both_limits():
    whole = Estimate(10.0, 8.0, 12.0, "x")
    assert median_is_shown(whole, 20)
    assert not median_is_shown(whole, 19)
    assert not median_is_shown(Estimate(10.0, 8.0, None, "x"), 200)
