"""Weights, bands of assumptions and agreement: checked with arithmetic that shares no code, and by simulation."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from metrics.estimators.agreement import cohen_kappa, gwet_ac1, weighted_kappa
from metrics.estimators.clark_completeness import clark_completeness
from metrics.estimators.kish import kish_size
from metrics.estimators.manski_bounds import manski_bounds
from metrics.estimators.odds_band import odds_band, share_if_silent_differ
from metrics.estimators.raking import capped_weights, raked_weights
from metrics.estimators.response_rate import contact_rate, response_rate
from metrics.estimators.weighted_mean import (
    Cell,
    mean_and_error,
    weighted_mean,
    weighted_share,
    weighted_wilson,
)

CLOSED_FORM = 1e-9
few = settings(max_examples=60, deadline=None)


def test_a_mean_without_weights_has_the_t_interval_of_any_textbook():
    # 2, 4, 6: mean 4, standard error 2/sqrt(3), t with two degrees of freedom 4.302652729911275
    found = weighted_mean([Cell(1, x, x * x, 7.5) for x in (2, 4, 6)])
    assert found.value == pytest.approx(4)
    assert found.upper - 4 == pytest.approx(4.302652729911275 * 2 / math.sqrt(3))


def test_answers_all_alike_still_have_an_interval():
    found = weighted_share([Cell(20, 20, 20, 1.0)])
    assert found.value == found.upper == 1 and 0.8 < found.lower < 0.9
    assert weighted_wilson([]).value is None and mean_and_error([]) == (None, None, 0)


@few
@given(some.lists(some.tuples(some.integers(1, 9), some.floats(0.1, 9)), min_size=1, max_size=9))
def test_a_weighted_sample_is_worth_no_more_than_its_answers(cells):
    counts, weights = zip(*cells, strict=True)
    size = kish_size(weights, counts)
    spread = [w for n, w in cells for _ in range(n)]
    assert size == pytest.approx(sum(spread) ** 2 / sum(w * w for w in spread))
    assert 1 - 1e-9 <= size <= sum(counts) + 1e-9


SEXES, OUTCOMES = ("f", "m"), ("won", "lost", "open")
CELLS = list(itertools.product(SEXES, OUTCOMES))
eligible = some.lists(some.integers(20, 90), min_size=6, max_size=6)
respondents = some.lists(some.integers(1, 20), min_size=6, max_size=6)


def margins(people):
    return [
        (
            [cell[place] for cell in CELLS],
            {
                name: sum(n for cell, n in zip(CELLS, people, strict=True) if cell[place] == name)
                for name in names
            },
        )
        for place, names in enumerate((SEXES, OUTCOMES))
    ]


@few
@given(eligible, respondents)
def test_raked_respondents_look_like_everybody_eligible(people, counts):
    """The margins are met, and the weights are a product of one factor a trait: that is raking and nothing else."""
    weights = raked_weights(counts, margins(people))
    weighted = weights * counts
    for categories, wanted in margins(people):
        for name, number in wanted.items():
            inside = [category == name for category in categories]
            assert weighted[inside].sum() == pytest.approx(number, rel=1e-6)
    for outcome in (1, 2):
        ratios = weights[[outcome, 3 + outcome]] / weights[[0, 3]]
        assert ratios[0] == pytest.approx(ratios[1], rel=1e-9)


@few
@given(eligible, respondents)
def test_raking_to_one_trait_is_post_stratification(people, counts):
    names = [f"{a}{b}" for a, b in CELLS]
    weights = raked_weights(counts, [(names, dict(zip(names, people, strict=True)))])
    assert weights == pytest.approx(np.array(people) / np.array(counts))


def test_people_nobody_answered_for_are_left_to_the_others():
    weights = raked_weights([10, 20], [(["a", "b"], {"a": 30, "b": 30, "c": 60})])
    assert weights == pytest.approx([6, 3])


def test_margins_that_contradict_each_other_are_refused():
    # Only women won and only men lost among respondents, but not among everybody eligible.
    with pytest.raises(ValueError, match="settle"):
        raked_weights(
            [10, 10], [(["f", "m"], {"f": 10, "m": 30}), (["won", "lost"], {"won": 30, "lost": 10})]
        )


def test_no_answer_counts_for_more_than_five_median_ones():
    weights = np.array([1.0, 1.0, 1.0, 20.0])
    counts = np.array([10, 10, 10, 1])
    capped = capped_weights(weights, counts)
    assert capped[3] / capped[0] == pytest.approx(5)
    assert counts @ capped == pytest.approx(counts @ weights)


def test_raking_undoes_the_pull_of_those_who_won():
    """Truth 48 %: winners are satisfied and answer, losers are neither. The plain share reads far too high."""
    rng = np.random.default_rng(11)
    satisfied, answers = {"won": 0.72, "lost": 0.30}, {"won": 0.5, "lost": 0.18}
    people = {"won": 300, "lost": 400}
    truth = sum(people[one] * satisfied[one] for one in people) / 700
    covered, plain, weighted = 0, [], []
    for _ in range(600):
        counts = np.array([rng.binomial(people[one], answers[one]) for one in people])
        good = [rng.binomial(n, satisfied[one]) for n, one in zip(counts, people, strict=True)]
        weights = capped_weights(raked_weights(counts, [(list(people), people)]), counts)
        found = weighted_wilson(
            Cell(n, y, y, w) for n, y, w in zip(counts, good, weights, strict=True)
        )
        covered += found.lower <= truth <= found.upper
        plain.append(sum(good) / counts.sum())
        weighted.append(found.value)
    assert np.mean(plain) - truth > 0.09
    assert np.mean(weighted) == pytest.approx(truth, abs=0.005)
    assert 0.93 <= covered / 600 <= 0.99


def test_response_rates_by_hand():
    assert (response_rate(20, eligible=50), contact_rate(40, eligible=50)) == (0.4, 0.8)
    assert response_rate(0, 0) is None and contact_rate(0, 0) is None
    for rate in (response_rate, contact_rate):
        with pytest.raises(ValueError, match="larger"):
            rate(20, eligible=10)


def test_completeness_of_follow_up_by_hand():
    # Two followed for all of 730 days, one lost after 365: 1825 of 2190 days.
    assert clark_completeness(1825, 2190) == pytest.approx(5 / 6)
    assert clark_completeness(0, 0) is None


def test_the_example_of_the_methods():
    """Truth 55 %, 28 % answer, 68 % of them satisfied: worst cases 19 to 91 %, odds of 1/2 to 2 56 to 77 %."""
    part, seen, whole = 0.68 * 2800, 2800, 10_000
    low, high = (share_if_silent_differ(part, seen, whole, factor).value for factor in (0.5, 2))
    assert (round(low, 2), round(high, 2)) == (0.56, 0.77)
    low, high = (share_if_silent_differ(part, seen, whole, factor).value for factor in (1 / 3, 3))
    assert (round(low, 2), round(high, 2)) == (0.49, 0.81)
    worst = manski_bounds(part, seen, whole)
    assert (round(worst.lower, 2), round(worst.upper, 2)) == (0.18, 0.92)


def test_odds_of_the_silent_by_fractions():
    """20 of 40 satisfied, 60 silent with half the odds: one in three of them, 40 of 100."""
    silent = Fraction(1, 2) / (Fraction(1, 2) + 1)
    assert share_if_silent_differ(20, 40, 100, 0.5).value == pytest.approx(
        float((20 + 60 * silent) / 100)
    )


counted = some.integers(1, 300).flatmap(
    lambda whole: some.integers(0, whole).flatmap(
        lambda seen: some.tuples(some.integers(0, seen), some.just(seen), some.just(whole))
    )
)


@few
@given(counted, some.sampled_from([2.0, 3.0]))
def test_bands_lie_inside_the_worst_cases_and_around_the_answers(counts, factor):
    part, seen, _ = counts
    band, worst = odds_band(*counts, factor), manski_bounds(*counts)
    if not seen:
        assert band.value is None
        return
    assert band.value == pytest.approx(part / seen)
    assert band.lower <= band.value <= band.upper
    low, high = (share_if_silent_differ(*counts, f).value for f in (1 / factor, factor))
    assert worst.lower <= low + 1e-12 and high <= worst.upper + 1e-12
    wider = odds_band(*counts, 3 * factor)
    assert wider.lower <= band.lower + 1e-12 and band.upper <= wider.upper + 1e-12


def test_the_band_holds_the_truth_when_the_silent_differ_no_more_than_it_says():
    rng = np.random.default_rng(5)
    inside = 0
    for _ in range(1000):
        odds, factor = rng.uniform(0.4, 3), rng.uniform(1 / 3, 3)
        answering, silent = odds / (1 + odds), odds * factor / (1 + odds * factor)
        part, hidden = rng.binomial(80, answering), rng.binomial(120, silent)
        band = odds_band(part, 80, 200, 3)
        inside += band.lower <= (part + hidden) / 200 <= band.upper
    assert inside / 1000 > 0.97


TABLE = [[20, 5, 0], [10, 15, 3], [2, 4, 11]]


def by_hand(table, weight):
    """Kappa from fractions, file by file: share of weight seen and the weight of every pair of two files."""
    files = [(i, j) for i, row in enumerate(table) for j, n in enumerate(row) for _ in range(n)]
    seen = sum(weight(i, j) for i, j in files) / Fraction(len(files))
    pairs = [weight(i, j) for i, _ in files for _, j in files]
    chance = sum(pairs) / Fraction(len(files) ** 2)
    return float((seen - chance) / (1 - chance))


def test_kappa_by_counting_every_pair_of_files():
    plain = by_hand(TABLE, lambda i, j: Fraction(int(i == j)))
    assert cohen_kappa(TABLE).value == pytest.approx(plain, abs=1e-12)
    linear = by_hand(TABLE, lambda i, j: 1 - Fraction(abs(i - j), 2))
    assert weighted_kappa(TABLE).value == pytest.approx(linear, abs=1e-12)
    squared = by_hand(TABLE, lambda i, j: 1 - Fraction((i - j) ** 2, 4))
    assert weighted_kappa(TABLE, is_squared=True).value == pytest.approx(squared, abs=1e-12)


def test_kappa_and_its_error_are_those_of_statsmodels():
    from statsmodels.stats.inter_rater import cohens_kappa

    for table in (TABLE, [[40, 9], [6, 45]], [[88, 10], [2, 0]]):
        wanted, found = cohens_kappa(table), cohen_kappa(table)
        assert found.value == pytest.approx(wanted.kappa, abs=1e-12)
        if wanted.kappa_upp <= 1 and wanted.kappa_low >= -1:
            assert found.upper == pytest.approx(wanted.kappa_upp, abs=1e-9)
            assert found.lower == pytest.approx(wanted.kappa_low, abs=1e-9)


def test_ac1_does_not_fall_apart_where_nearly_all_files_read_alike():
    """Gwet's paradox: 118 of 125 files alike. Kappa reads no agreement, AC1 0.94 (118/125, chance 2q(1-q), q = 6.5/250)."""
    table = [[118, 5], [2, 0]]
    assert cohen_kappa(table).value < 0.01
    q = Fraction(123 + 120, 250)
    chance = 2 * q * (1 - q)
    wanted = float((Fraction(118, 125) - chance) / (1 - chance))
    assert gwet_ac1(table).value == pytest.approx(wanted, abs=1e-12)
    assert 0.88 < gwet_ac1(table).lower < wanted < gwet_ac1(table).upper <= 1


def test_the_error_of_ac1_is_that_of_leaving_files_out():
    """The jackknife, which knows nothing of the formula, gives nearly the same error."""
    files = [(i, j) for i, row in enumerate(TABLE) for j, n in enumerate(row) for _ in range(n)]
    left_out = []
    for i, j in files:
        table = np.array(TABLE)
        table[i, j] -= 1
        left_out.append(gwet_ac1(table).value)
    n = len(files)
    jackknife = math.sqrt((n - 1) / n * np.sum((np.array(left_out) - np.mean(left_out)) ** 2))
    found = gwet_ac1(TABLE)
    t_69 = 1.994945415107228
    assert (found.upper - found.value) / t_69 == pytest.approx(jackknife, rel=0.03)


@few
@given(some.lists(some.integers(0, 30), min_size=9, max_size=9))
def test_agreement_lies_in_its_interval_and_ignores_who_read_first(counts):
    table = np.reshape(counts, (3, 3))
    for statistic in (cohen_kappa, weighted_kappa, gwet_ac1):
        found, turned = statistic(table), statistic(table.T)
        if found.value is None:
            assert turned.value is None
            continue
        assert -1 - 1e-9 <= found.lower <= found.value + 1e-12 <= found.upper + 2e-12 <= 1 + 1e-9
        assert found.value == pytest.approx(turned.value, abs=1e-9)


@pytest.mark.parametrize("statistic", [cohen_kappa, gwet_ac1])
def test_intervals_of_agreement_hold_the_truth_as_often_as_they_say(statistic):
    rng = np.random.default_rng(17)
    shares = np.array([0.40, 0.10, 0.08, 0.42])
    truth = statistic((shares * 1e9).reshape(2, 2)).value
    held = 0
    for _ in range(1500):
        found = statistic(rng.multinomial(80, shares).reshape(2, 2))
        held += found.lower <= truth <= found.upper
    assert 0.93 <= held / 1500 <= 0.97
