"""What must hold for every table there can be."""

import itertools
import math

from hypothesis import given, settings
from hypothesis import strategies as some

from metrics.estimators import (
    aalen_johansen,
    cumulative_incidence_at,
    exact_poisson,
    kaplan_meier_median,
    manski_bounds,
    quantile_interval,
    ratio_of_flows,
    ratio_of_sums,
    wilson,
)

few = settings(max_examples=60, deadline=None)
parted = some.integers(0, 5000).flatmap(
    lambda whole: some.tuples(some.integers(0, whole), some.just(whole))
)
seen = some.integers(0, 500).flatmap(
    lambda whole: some.integers(0, whole).flatmap(
        lambda seen: some.tuples(some.integers(0, seen), some.just(seen), some.just(whole))
    )
)
row = some.tuples(
    some.integers(0, 900), some.integers(0, 4), some.integers(0, 4), some.integers(0, 4)
)
tables = some.lists(row, min_size=1, max_size=25)


def is_sound(estimate, ceiling: float = math.inf) -> bool:
    """Finite or None; limits around the value; inside what the number can be."""
    found = [estimate.lower, estimate.value, estimate.upper]
    known = [part for part in found if part is not None]
    finite = all(math.isfinite(part) and 0 <= part <= ceiling + 1e-12 for part in known)
    return finite and all(low <= high + 1e-12 for low, high in itertools.pairwise(known))


def curve_of(table):
    days, a, b, censored = zip(*table, strict=True)
    return aalen_johansen(days, {"a": a, "b": b}, censored)


@few
@given(parted)
def test_a_share_lies_in_its_interval_and_between_0_and_1(counts):
    assert is_sound(wilson(*counts), 1)


@few
@given(parted)
def test_the_other_share_mirrors_it(counts):
    part, whole = counts
    if whole:
        one, other = wilson(part, whole), wilson(whole - part, whole)
        assert math.isclose(one.lower, 1 - other.upper, abs_tol=1e-12)


@few
@given(some.integers(0, 10**6), some.floats(0.001, 10**6))
def test_a_rate_lies_in_its_interval(events, exposure):
    assert is_sound(exact_poisson(events, exposure))


@few
@given(some.integers(0, 10**6), some.integers(0, 10**6))
def test_a_ratio_of_flows_lies_in_its_interval(above, below):
    assert is_sound(ratio_of_flows(above, below))


@few
@given(seen)
def test_bounds_hold_every_share_the_unseen_could_bring(counts):
    part, responded, whole = counts
    bounds = manski_bounds(*counts)
    assert is_sound(bounds, 1)
    if whole:
        assert bounds.lower <= part / whole
        assert bounds.upper >= (part + whole - responded) / whole


@few
@given(some.lists(some.tuples(some.integers(0, 1000), some.integers(0, 1000)), max_size=30))
def test_a_ratio_of_sums_lies_in_its_interval(pairs):
    y, x = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    products = [a * b for a, b in pairs]
    found = ratio_of_sums(
        sum(y), sum(x), sum(a * a for a in y), sum(b * b for b in x), sum(products), len(pairs)
    )
    assert is_sound(found)


@few
@given(some.lists(some.tuples(some.integers(0, 900), some.integers(0, 9)), max_size=20))
def test_a_quantile_is_what_sorting_gives(table):
    durations = sorted(day for day, count in table for _ in range(count))
    found = quantile_interval([day for day, _ in table], [count for _, count in table])
    assert is_sound(found)
    if durations:
        half, odd = divmod(len(durations), 2)
        middle = durations[half] if odd else (durations[half - 1] + durations[half]) / 2
        assert found.value == middle
        assert found.lower is None or found.lower in durations


@few
@given(tables)
def test_causes_and_survival_add_up_to_one_every_day(table):
    curve = curve_of(table)
    total = curve.survival + sum(curve.incidence.values())
    assert all(math.isclose(each, 1, abs_tol=1e-9) for each in total)


@few
@given(tables)
def test_curves_never_turn_back(table):
    curve = curve_of(table)
    for incidence in curve.incidence.values():
        assert all(a <= b + 1e-12 for a, b in itertools.pairwise(incidence))
    assert all(a >= b - 1e-12 for a, b in zip(curve.survival, curve.survival[1:], strict=False))


@few
@given(tables, some.integers(0, 1000))
def test_incidence_lies_in_its_interval(table, horizon):
    curve = curve_of(table)
    for cause in ("a", "b"):
        assert is_sound(cumulative_incidence_at(curve, horizon, cause), 1)


@few
@given(tables)
def test_a_median_lies_in_its_interval(table):
    days, a, b, censored = zip(*table, strict=True)
    ends = [one + two for one, two in zip(a, b, strict=True)]
    assert is_sound(kaplan_meier_median(days, ends, censored))


@few
@given(tables)
def test_without_censoring_the_median_is_the_plain_one(table):
    days, a, b, _ = zip(*table, strict=True)
    ends = [one + two for one, two in zip(a, b, strict=True)]
    known = kaplan_meier_median(days, ends, [0] * len(days))
    assert known.value == quantile_interval(days, ends).value
