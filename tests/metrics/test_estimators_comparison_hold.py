"""What comparisons promise on average, tried on made-up data with fixed seeds: coverage, false alarms, error."""

import numpy as np
import pytest
from scipy.stats import binom

from metrics.estimators import (
    benjamini_hochberg,
    byar,
    dispersed_limits,
    exact_count,
    flag_shares,
    holm,
    log_ratio,
    mantel_haenszel,
    newcombe_difference,
    overdispersion,
    pulled_rates,
    pulled_shares,
    rank_intervals_of_rates,
    rank_intervals_of_shares,
    wilson,
)
from metrics.estimators.funnel_limits import share_limits


def covers(found, truth) -> float:
    """How often the truth lies between the limits; where there are none, it is not claimed to."""
    return float(np.mean((found.lower <= truth) & (truth <= found.upper)))


@pytest.mark.parametrize(("n", "least"), [(5, 0.93), (10, 0.94), (20, 0.94)])
def test_wilson_covers_on_average_where_the_textbook_interval_does_not(n, least):
    counts = np.arange(n + 1)
    found = [wilson(k, n) for k in counts]
    lower, upper = np.array([(each.lower, each.upper) for each in found]).T
    half = 1.96 * np.sqrt(counts / n * (1 - counts / n) / n)
    wilsons, textbook = [], []
    for truth in np.linspace(0.02, 0.98, 97):
        chance = binom.pmf(counts, n, truth)
        wilsons.append(chance[(lower <= truth) & (truth <= upper)].sum())
        textbook.append(chance[np.abs(counts / n - truth) <= half].sum())
    assert np.mean(wilsons) > least and min(wilsons) > 0.8
    assert np.mean(textbook) < 0.9 and min(textbook) < 0.4


@pytest.mark.parametrize("mean", [2, 8, 25])
def test_counts_are_covered(mean):
    events = np.random.default_rng(1).poisson(mean, 20_000)
    assert covers(exact_count(events), mean) >= 0.95
    assert covers(byar(events), mean) >= 0.94


@pytest.mark.parametrize(
    ("n", "m", "p", "q"), [(15, 15, 0.5, 0.3), (30, 60, 0.1, 0.1), (12, 80, 0.9, 0.6)]
)
def test_differences_and_ratios_are_covered(n, m, p, q):
    draw = np.random.default_rng(2)
    a, c = draw.binomial(n, p, 20_000), draw.binomial(m, q, 20_000)
    assert 0.93 <= covers(newcombe_difference(a, n, c, m), p - q) <= 0.985
    assert 0.93 <= covers(log_ratio(a, n, c, m), p / q) <= 0.995


def test_differences_within_strata_are_covered():
    draw = np.random.default_rng(3)
    n1, n0 = np.array([12, 25, 40]), np.array([30, 25, 15])
    base = np.array([0.2, 0.4, 0.6])
    hits = []
    for _ in range(1500):
        found = mantel_haenszel(draw.binomial(n1, base + 0.1), n1, draw.binomial(n0, base), n0)
        hits.append(found.difference.lower <= 0.1 <= found.difference.upper)
    assert 0.93 <= np.mean(hits) <= 0.97


def test_strata_that_agree_are_seldom_said_to_disagree():
    draw = np.random.default_rng(4)
    n = np.array([40, 60, 80])
    p = [
        mantel_haenszel(draw.binomial(n, q := np.array([0.3, 0.5, 0.6])), n, draw.binomial(n, q), n)
        for _ in range(800)
    ]
    assert 0.03 <= np.mean([each.homogeneity_p <= 0.05 for each in p]) <= 0.075


@pytest.mark.parametrize("target", [0.1, 0.5, 0.8])
def test_flags_keep_to_their_rate_of_false_alarms(target):
    sizes = np.arange(5, 120)
    for n in sizes:
        counts = np.arange(n + 1)
        found = flag_shares(counts, n, target)
        chance = binom.pmf(counts, n, target)
        for side in ("high", "low"):
            assert chance[found.flag == f"{side}_alarm"].sum() <= 0.001
            assert chance[np.char.startswith(found.flag.astype(str), side)].sum() <= 0.025


def test_flagging_by_drawn_lines_would_cry_wolf():
    counts = np.arange(6)
    drawn = share_limits(5, 0.8, 0.998)
    outside = (counts / 5 < drawn.lower) | (counts / 5 > drawn.upper)
    at_95 = share_limits(5, 0.8, 0.95)
    outside_95 = (counts / 5 < at_95.lower) | (counts / 5 > at_95.upper)
    assert binom.pmf(counts, 5, 0.8)[outside | outside_95].sum() > 0.3
    assert set(flag_shares(counts, 5, 0.8).flag) == {"not_assessable"}


def test_alarms_stay_rare_when_the_target_is_the_pooled_rest():
    draw = np.random.default_rng(6)
    sizes = np.array([400, 200, 120, 80, 60, 40])
    parts = draw.binomial(sizes, 0.4, (6000, 6))
    rest = (parts.sum(axis=1, keepdims=True) - parts, sizes.sum() - sizes)
    given_rest = flag_shares(parts, sizes, rest=rest)
    taken_as_known = flag_shares(parts, sizes, rest[0] / rest[1])
    alarms = [
        np.isin(found.flag, ["high_alarm", "low_alarm"]).mean()
        for found in (given_rest, taken_as_known)
    ]
    assert alarms[0] <= 0.002 < alarms[1]


@pytest.mark.parametrize("trim", [0.05, 0.1])
def test_dispersion_is_one_under_chance_alone_once_corrected(trim):
    draw = np.random.default_rng(8)
    sizes = draw.integers(60, 400, 40)
    corrected, textbook = [], []
    for _ in range(300):
        part = draw.binomial(sizes, 0.4)
        target = part.sum() / sizes.sum()
        corrected.append(overdispersion(part, sizes, target, trim=trim).phi)
        textbook.append(overdispersion(part, sizes, target, trim=trim, is_corrected=False).phi)
    assert np.mean(corrected) == pytest.approx(1, abs=0.06)
    assert np.mean(textbook) < 0.85


def test_variance_between_places_is_found_again():
    draw = np.random.default_rng(9)
    tau, sizes = 0.08, draw.integers(60, 400, 40)
    corrected, textbook, inside = [], [], []
    for _ in range(300):
        angle = np.arcsin(np.sqrt(0.4)) + tau * draw.standard_normal(40)
        part = draw.binomial(sizes, np.sin(angle) ** 2)
        found = overdispersion(part, sizes, 0.4)
        corrected.append(found.tau2)
        textbook.append(overdispersion(part, sizes, 0.4, is_corrected=False).tau2)
        limits = dispersed_limits(sizes, 0.4, found.tau2)
        inside.append(np.mean((limits.lower <= part / sizes) & (part / sizes <= limits.upper)))
    assert np.mean(corrected) / tau**2 == pytest.approx(1, abs=0.1)
    assert np.mean(textbook) / tau**2 < 0.7
    assert np.mean(inside) == pytest.approx(0.95, abs=0.015)


def test_pulling_halves_the_error_of_small_places_and_covers():
    draw = np.random.default_rng(10)
    raw, pulled, hits = [], [], []
    for _ in range(150):
        sizes = np.concatenate([draw.integers(5, 20, 10), draw.integers(40, 200, 10)])
        truth = draw.beta(8, 12, 20)
        part = draw.binomial(sizes, truth)
        found = pulled_shares(part, sizes).shown()
        raw.append((part / sizes - truth)[:10] ** 2)
        pulled.append((found["shrunken"] - truth)[:10] ** 2)
        hits.append((found["shrunken_lower"] <= truth) & (truth <= found["shrunken_upper"]))
    assert np.sqrt(np.mean(pulled)) < 0.7 * np.sqrt(np.mean(raw))
    assert 0.93 <= np.mean(hits) <= 0.98


def test_few_places_are_not_pulled_too_hard():
    # Six places: the best-fitting or evenly weighted strengths hold the truth only nine times in ten.
    draw, hits = np.random.default_rng(19), []
    for _ in range(400):
        sizes, truth = draw.integers(20, 200, 6), draw.beta(8, 12, 6)
        found = pulled_shares(draw.binomial(sizes, truth), sizes).shown()
        hits.append((found["shrunken_lower"] <= truth) & (truth <= found["shrunken_upper"]))
    assert 0.925 <= np.mean(hits) <= 0.97


def test_pulled_rates_have_less_error_and_cover():
    draw = np.random.default_rng(12)
    raw, pulled, hits = [], [], []
    for _ in range(150):
        exposure = draw.uniform(2, 20, 12)
        truth = draw.gamma(6, 1 / 6, 12)
        events = draw.poisson(truth * exposure)
        found = pulled_rates(events, exposure).shown()
        raw.append((events / exposure - truth) ** 2)
        pulled.append((found["shrunken"] - truth) ** 2)
        hits.append((found["shrunken_lower"] <= truth) & (truth <= found["shrunken_upper"]))
    assert np.mean(pulled) < np.mean(raw)
    assert 0.93 <= np.mean(hits) <= 0.98


@pytest.mark.parametrize(("spread", "widest"), [(0.01, 13), (0.25, 9)])
def test_ranks_hold_the_truth_also_where_places_hardly_differ(spread, widest):
    draw = np.random.default_rng(13)
    widths, hits = [], []
    for _ in range(100):
        truth = draw.uniform(0.45 - spread, 0.45 + spread, 12)
        low, high = rank_intervals_of_shares(draw.binomial(150, truth), np.full(12, 150))
        place = (-truth).argsort().argsort() + 1
        widths.append(high - low + 1)
        hits.append((low <= place) & (place <= high))
    assert np.mean(widths) < widest
    assert np.mean(hits) >= 0.95


def test_ranks_of_rates_hold_the_truth_and_tell_what_is_clear():
    draw = np.random.default_rng(16)
    exposure, hits = draw.uniform(5, 60, 10), []
    for _ in range(200):
        truth = draw.gamma(5, 0.2, 10)
        low, high = rank_intervals_of_rates(draw.poisson(truth * exposure), exposure)
        place = (-truth).argsort().argsort() + 1
        hits.append((low <= place) & (place <= high))
    assert np.mean(hits) >= 0.95
    low, high = rank_intervals_of_rates([10, 12, 900], [1, 1, 1])
    assert (low.tolist(), high.tolist()) == ([2, 2, 1], [3, 3, 1])


@pytest.mark.parametrize("correct", [holm, benjamini_hochberg])
def test_a_family_without_differences_is_seldom_accused(correct):
    p = np.random.default_rng(14).random(1500 * 40)
    family = np.repeat(np.arange(1500), 40)
    accused = (correct(p, family) <= 0.05).reshape(1500, 40).any(axis=1).mean()
    assert accused <= 0.065
    assert (p.reshape(1500, 40) <= 0.05).any(axis=1).mean() > 0.8


def test_lists_of_signals_hold_five_per_cent_false_ones():
    draw = np.random.default_rng(15)
    is_true = np.arange(100) < 25
    shares = []
    for _ in range(400):
        p = np.where(is_true, draw.random(100) ** 12, draw.random(100))
        signals = benjamini_hochberg(p) <= 0.05
        shares.append((signals & ~is_true).sum() / max(1, signals.sum()))
    assert np.mean(shares) <= 0.05
