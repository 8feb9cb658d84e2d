"""Comparisons on counts small enough to work out with a pencil, and on counts that say nothing."""

import math

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.stats import binom, poisson

from metrics.estimators import (
    Pulled,
    breslow_day,
    byar,
    calibration_slope,
    concordance,
    detectable_gap,
    dispersed_limits,
    expected_events,
    flag_rates,
    flag_shares,
    gap_bounds,
    holm,
    log_ratio,
    mantel_haenszel,
    mantel_haenszel_odds,
    newcombe_difference,
    overdispersion,
    pulled_rates,
    pulled_shares,
    rank_intervals_of_shares,
    rate_limits,
    share_limits,
    standardised_ratio,
    wilson,
)
from metrics.estimators.byar import byar_or_exact, exact_count
from metrics.estimators.exact_rate_ratio import exact_rate_ratio
from metrics.estimators.overdispersion import by_chance

tables = pytest.importorskip("statsmodels.stats.contingency_tables")
multitest = pytest.importorskip("statsmodels.stats.multitest")


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: wilson(1, 2, level=95),
        lambda: byar(-1),
        lambda: newcombe_difference(3, 2, 1, 2),
        lambda: flag_shares(3, 2, 0.5),
        lambda: flag_shares(1, 20),
        lambda: flag_rates(1, 20, target=1, rest=(2, 3)),
        lambda: holm([0.5, 1.5]),
        lambda: overdispersion([1, 2], [3, 4], 0.5, scale="logit"),
    ],
)
def test_what_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError):
        wrong()


def test_nine_events_are_exact_and_ten_are_byars():
    assert byar_or_exact(9).lower == exact_count(9).lower
    assert byar_or_exact(10).lower == byar(10).lower


def test_nothing_below_the_line_is_no_number():
    assert np.isnan(exact_rate_ratio(3, 10, 0, 10).upper)
    assert np.isnan(exact_rate_ratio(3, 10, 2, 0)).all()
    assert np.isnan(byar(3, 0).value)
    assert np.isnan(newcombe_difference(0, 0, 3, 5)).all()
    assert np.isnan(log_ratio(0, 0, 3, 5)).all()
    assert np.isnan(log_ratio(3, 5, 0, 5).value)
    assert np.isnan(share_limits(0, 0.5)).all()
    assert np.isnan(standardised_ratio(3, 0)).all()
    assert mantel_haenszel([1], [2], [0], [0]).difference.value is None


@pytest.mark.parametrize("counted", [(27, 27, 0, 1), (0, 1, 27, 27), (126, 126, 0, 1)])
def test_all_against_none_stays_inside_its_ends(counted):
    found = newcombe_difference(*counted)
    assert -1 <= found.lower <= found.value <= found.upper <= 1


def test_flags_are_the_tails_of_the_binomial_and_of_the_poisson():
    found = flag_shares([70, 60, 30, 41, 50], 100, 0.5)
    assert found.flag.tolist() == ["high_alarm", "within", "low_alarm", "within", "within"]
    assert found.at_least[1] == pytest.approx(binom.sf(59, 100, 0.5))
    assert found.at_most[2] == pytest.approx(binom.cdf(30, 100, 0.5))
    assert flag_shares(61, 100, 0.5).flag == "high_alert"
    rates = flag_rates([40, 20, 5, 0], 20.0, 1.0)
    assert rates.flag.tolist() == ["high_alarm", "within", "low_alarm", "low_alarm"]
    assert rates.at_least[0] == pytest.approx(poisson.sf(39, 20))
    assert rates.at_most[2] == pytest.approx(poisson.cdf(5, 20))


def test_a_target_that_rests_on_few_is_not_taken_for_certain():
    # 70 of 100 against 50 of 100: Fisher's exact test has .0028, the binomial tail .00004.
    assert flag_shares(70, 100, 0.5).flag == "high_alarm"
    assert flag_shares(70, 100, rest=(50, 100)).flag == "high_alert"
    assert flag_shares(70, 100, rest=(50_000, 100_000)).flag == "high_alarm"
    many = flag_shares(70, 100, rest=(500_000, 1_000_000))
    assert many.at_least == pytest.approx(flag_shares(70, 100, 0.5).at_least, rel=0.01)
    # 30 events against 15 in as much time: 30 of 45 with one half each
    assert flag_rates(30, 1, rest=(15, 1)).at_least == pytest.approx(binom.sf(29, 45, 0.5))


@pytest.mark.parametrize(
    ("part", "whole", "target", "reason"),
    [
        (9, 9, 0.5, "too_few_units"),
        (10, 10, 0.49, "too_few_expected"),
        (24, 24, 0.2, "too_few_expected"),
        (10, 10, 0.5, ""),
        (0, 200, 0.02, "too_few_expected"),
        (5, 20, np.nan, "no_target"),
    ],
)
def test_a_cell_too_small_for_an_alarm_is_not_assessable(part, whole, target, reason):
    found = flag_shares(part, whole, target)
    assert found.reason == reason
    assert (found.flag == "not_assessable") == (reason != "")


def test_the_minimum_can_be_raised_and_not_lowered():
    assert flag_shares(5, 5, 0.5, fewest=1).flag == "not_assessable"
    assert flag_shares(20, 20, 0.5).flag == "high_alarm"
    assert flag_shares(20, 20, 0.5, fewest=30).flag == "not_assessable"


def test_pulled_estimates_cannot_be_flagged():
    pulled = pulled_shares([2, 5, 9, 12, 30], [10, 20, 20, 40, 60])
    assert isinstance(pulled, Pulled)
    for attempt in (
        lambda: flag_shares(pulled, [10, 20, 20, 40, 60], 0.4),
        lambda: flag_rates(pulled, 1.0, 0.4),
        lambda: np.asarray(pulled),
        lambda: list(pulled),
        lambda: float(pulled),
        lambda: wilson(pulled, 10),
    ):
        with pytest.raises(TypeError):
            attempt()
    assert set(pulled.shown()) == {"shrunken", "shrunken_lower", "shrunken_upper"}


def test_the_fewer_units_the_stronger_the_pull():
    part, whole = np.array([4, 40, 400, 200, 10]), np.array([10, 100, 1000, 1000, 100])
    value = pulled_shares(part, whole).shown()["shrunken"]
    raw = part / whole
    average = 0.25
    assert value[0] < value[1] < value[2] < raw[2]
    assert (np.abs(value - average) < np.abs(raw - average)).all()
    assert pulled_shares([1, 2, 3], [9, 9, 9]) is None
    assert pulled_rates([0, 0, 0, 0], [9, 9, 9, 9]) is None


def test_rates_are_pulled_in_their_own_unit():
    events, exposure = [2, 30, 55, 80, 12], np.array([1.0, 10, 10, 10, 2]) * 1e5
    found = pulled_rates(events, exposure).shown()
    raw = np.array(events) / exposure
    assert (found["shrunken_lower"] < found["shrunken"]).all()
    assert (found["shrunken"] < found["shrunken_upper"]).all()
    assert raw[0] < found["shrunken"][0] < raw[2]


def test_ranks_are_whole_and_always_a_range():
    low, high = rank_intervals_of_shares([5, 50, 52, 95], [10, 100, 100, 100])
    assert (low.tolist()[3], high.tolist()[3]) == (1, 1)
    assert (low <= high).all() and low.min() == 1 and high.max() == 4
    assert high[0] - low[0] >= 2  # ten units say nearly nothing about a rank


def test_interpolated_limits_by_hand():
    # Binomial(2, 1/2): P(≤0) = 1/4; the lower 2.5 % limit lies (.25 − .025)/.25 below 0, so at 0.
    # P(≤1) = 3/4 < .975 ≤ P(≤2) = 1: upper limit (2 − (1 − .975)/.25)/2 = .95
    found = share_limits(2, 0.5)
    assert (found.lower, found.upper) == pytest.approx((0.0, 0.95))
    assert rate_limits(1e9, 1e-9).upper == pytest.approx(2.75e-9, rel=0.1)


def test_limits_that_allow_for_dispersion_are_wider_and_end_at_the_ends():
    plain, wide = (dispersed_limits([10, 1000], 0.95, tau2) for tau2 in (0.0, 0.04))
    assert (wide.lower < plain.lower).all() and (wide.upper >= plain.upper).all()
    assert wide.upper[0] == 1.0


def test_what_chance_leaves_after_winsorising():
    # Against a sum over a fine grid of normal scores
    for trim in (0.05, 0.1, 0.2):
        grid = (np.arange(200_000) + 0.5) / 200_000
        z = np.array([np.quantile(_normal(grid), q) for q in (trim, 1 - trim)])
        clipped = np.clip(_normal(grid), *z)
        assert by_chance(trim) == pytest.approx((clipped**2).mean(), abs=1e-4)
    assert by_chance(0) == 1.0


def _normal(grid):
    from scipy.special import ndtri

    return ndtri(grid)


def test_a_ratio_with_an_empty_cell_has_limits_all_the_same():
    found = log_ratio([0, 5, 20], [20, 20, 20], [5, 0, 20], [20, 20, 20])
    assert np.isfinite(found.lower).all() and np.isfinite(found.upper).all()
    assert found.value[0] == 0 and np.isnan(found.value[1]) and found.value[2] == 1
    # (.5/20.5)/(5.5/20.5), variance 1/.5 − 1/20.5 + 1/5.5 − 1/20.5
    centre, error = math.log(0.5 / 5.5), math.sqrt(2 + 1 / 5.5 - 2 / 20.5)
    assert math.log(found.upper[0]) == pytest.approx(centre + 1.959964 * error, abs=1e-5)
    assert found.lower[2] < 1 < found.upper[2]


def test_strata_put_together_by_hand():
    # Two strata of 20 and 40: differences .2 and .1 with weights 5 and 10: (1 + 1) / 15
    found = mantel_haenszel([6, 10], [10, 20], [4, 8], [10, 20])
    assert found.difference.value == pytest.approx(2 / 15)
    # Ratio: (6·10/20 + 10·20/40) / (4·10/20 + 8·20/40) = 8 / 6
    assert found.ratio.value == pytest.approx(8 / 6)
    assert found.strata == 2
    # Sato: P = Σ(c n1² − a n0² + n1 n0 (n0 − n1)/2)/n² = −1, Q = Σ(a(n0 − c) + c(n1 − a))/(2n) = 7
    variance = (2 / 15 * -1 + (52 / 20 + 200 / 40) / 2) / 15**2
    reach = (found.difference.upper - found.difference.lower) / 2
    assert reach == pytest.approx(1.959964 * math.sqrt(variance), abs=1e-6)


def test_one_stratum_is_the_plain_difference():
    found = mantel_haenszel([30], [60], [20], [80])
    assert found.difference.value == pytest.approx(0.25)
    assert found.ratio.value == pytest.approx(2.0)
    assert found.homogeneity_p is None


def test_strata_of_the_library_agree():
    draw = np.random.default_rng(3)
    for _ in range(20):
        n1, n0 = draw.integers(20, 200, 4), draw.integers(20, 200, 4)
        a, c = draw.binomial(n1, 0.4), draw.binomial(n0, 0.3)
        library = tables.StratifiedTable(np.array([[a, n1 - a], [c, n0 - c]], float))
        within = mantel_haenszel(a, n1, c, n0)
        assert within.ratio.value == pytest.approx(library.riskratio_pooled, rel=1e-9)
        wanted = library.test_equal_odds(adjust=True).pvalue
        assert within.homogeneity_p == pytest.approx(wanted, abs=1e-9)
        odds, p = mantel_haenszel_odds(a, n1, c, n0)
        limits = library.oddsratio_pooled_confint()
        assert (odds.value, odds.lower, odds.upper) == pytest.approx(
            (library.oddsratio_pooled, *limits)
        )
        assert p == pytest.approx(library.test_null_odds().pvalue)


def test_strata_that_agree_exactly_have_a_probability_of_one():
    # The library divides by zero here.
    assert mantel_haenszel([5, 10], [10, 20], [5, 10], [10, 20]).homogeneity_p == 1.0
    assert breslow_day([9, 1], [10, 10], [1, 9], [10, 10], 1.0) < 1e-3


def test_strata_in_which_all_or_none_count_do_not_break_the_tests():
    found = mantel_haenszel([0, 10, 5], [10, 10, 10], [0, 10, 5], [10, 10, 10])
    assert found.difference.value == 0 and found.homogeneity_p is None
    nothing = mantel_haenszel([0, 0], [10, 10], [0, 0], [10, 10])
    assert nothing.ratio.value is None and nothing.difference.value == 0


def test_holm_is_the_library_in_every_family():
    draw = np.random.default_rng(5)
    p, family = draw.random(60) ** 3, draw.integers(0, 5, 60)
    p[::9] = np.nan
    found = holm(p, family)
    assert np.isnan(found[::9]).all()
    for name in range(5):
        inside = (family == name) & ~np.isnan(p)
        wanted = multitest.multipletests(p[inside], method="holm")[1]
        assert found[inside] == pytest.approx(wanted)


def test_the_smallest_gaps_that_can_be_found():
    # (1.96 + .842) √(2 · ¼ / n)
    found = detectable_gap([20, 50, 100, 200, 500], [20, 50, 100, 200, 500])
    assert found.round(2).tolist() == [0.44, 0.28, 0.20, 0.14, 0.09]
    assert np.isnan(detectable_gap(0, 10))


def test_bounds_hold_every_way_the_unknown_could_be():
    part, whole, other_part, other_whole, lost_part, lost = 6, 10, 3, 9, 2, 5
    bounds = gap_bounds(part, whole, other_part, other_whole, lost_part, lost)
    gaps = [
        (part + yes) / (whole + yes + no)
        - (other_part + other_yes) / (other_whole + other_yes + other_no)
        for yes in range(lost_part + 1)
        for other_yes in range(lost_part - yes + 1)
        for no in range(lost - lost_part + 1)
        for other_no in range(lost - lost_part - no + 1)
    ]
    assert (bounds.lower, bounds.upper) == pytest.approx((min(gaps), max(gaps)))


def test_expected_events_and_strata_without_a_standard():
    assert expected_events([10, 20], [1, 1], [10, 4]) == 6
    assert math.isnan(expected_events([10, 20], [1, 0], [10, 0]))
    assert expected_events([10, 0], [1, 0], [10, 0]) == 1


def test_concordance_counts_pairs():
    # Those that count were expected at .8, .8, .2; those that do not at .2, .2, .8
    assert concordance([2, 1], [3, 3], [0.8, 0.2]) == pytest.approx(
        (2 * 2 + (2 * 1 + 1 * 2) / 2) / 9
    )
    assert concordance([3, 0], [3, 3], [0.8, 0.2]) == 1.0
    assert concordance([0, 0], [3, 3], [0.8, 0.2]) is None


def test_a_slope_is_one_where_right_and_one_half_where_twice_too_bold():
    share = np.array([0.2, 0.5, 0.8])
    assert calibration_slope(share * 100, [100] * 3, share) == pytest.approx(1)
    odds = (share / (1 - share)) ** 2
    assert calibration_slope(share * 100, [100] * 3, odds / (1 + odds)) == pytest.approx(0.5)
    assert calibration_slope([5, 5], [10, 10], [0.5, 0.5]) is None


groups = st.tuples(st.integers(1, 300), st.integers(1, 300)).flatmap(
    lambda n: st.tuples(st.integers(0, n[0]), st.just(n[0]), st.integers(0, n[1]), st.just(n[1]))
)


@settings(max_examples=80, deadline=None)
@given(groups)
def test_a_gap_lies_in_its_interval_and_turns_with_the_groups(counted):
    part, whole, other_part, other_whole = counted
    found = newcombe_difference(*counted)
    assert -1 <= found.lower <= found.value <= found.upper <= 1
    turned = newcombe_difference(other_part, other_whole, part, whole)
    assert found.lower == pytest.approx(-turned.upper, abs=1e-12)
    ratio = log_ratio(*counted)
    assert 0 < ratio.lower <= ratio.upper < math.inf
    assert np.isnan(ratio.value) or ratio.lower <= ratio.value or part == 0


@settings(max_examples=80, deadline=None)
@given(groups)
@example((0, 23, 5, 23))  # five expected, as 23 times 1 - 18/23, is a little less than five
def test_a_place_is_never_high_and_low_and_its_tails_overlap(counted):
    part, whole, rest_part, rest_whole = counted
    found = flag_shares(part, whole, rest=(rest_part, rest_whole))
    assert found.at_most + found.at_least >= 1 - 1e-9
    mirrored = flag_shares(whole - part, whole, rest=(rest_whole - rest_part, rest_whole))
    swapped = {"high": "low", "low": "high"}
    side, _, strength = str(found.flag).partition("_")
    expected = f"{swapped[side]}_{strength}" if side in swapped else str(found.flag)
    assert str(mirrored.flag) == expected
    if whole < 10:
        assert found.flag == "not_assessable"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.integers(0, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
        min_size=2,
        max_size=6,
    ),
    st.randoms(),
)
def test_the_order_of_strata_changes_nothing(pairs, shuffle):
    other = list(pairs)
    shuffle.shuffle(other)
    order = list(range(len(pairs)))
    shuffle.shuffle(order)
    columns = np.array([(*a, *b) for a, b in zip(pairs, other, strict=True)], float).T
    one, again = mantel_haenszel(*columns), mantel_haenszel(*columns[:, order])
    for name in ("difference", "ratio"):
        for part in ("value", "lower", "upper"):
            a, b = (getattr(getattr(each, name), part) for each in (one, again))
            assert a == b or a == pytest.approx(b, abs=1e-9)


def test_places_are_cut_by_groups_of_ranks():
    """Of 9 places in ten groups nobody is in the first and the largest in the last; of 19 one and two."""
    for places, kept in ((9, slice(0, 8)), (19, slice(1, 17)), (20, slice(2, 18))):
        part = 100 + np.arange(places)
        score = np.sqrt(100) * np.log(part / 100)
        found = overdispersion(part, 100, 1, "log_ratio", is_cut=True, is_corrected=False)
        assert found.places == len(part[kept])
        assert found.phi == pytest.approx((score[kept] ** 2).mean())
