"""What must hold of every result of a demo store, whoever counted it."""

import math
from itertools import pairwise

import pytest
from statsmodels.stats.proportion import proportion_confint

from metrics.catalogue import metrics
from metrics.compute import as_planned, compute
from release.vocabulary import vocabulary


@pytest.fixture(scope="module")
def computed(demo_results):
    """Results of single years by their place."""
    return {
        (
            row["metric_id"],
            row["scope"],
            row["jurisdiction"],
            row["period_start"].year,
            row["breakdown"],
            row["category"],
            none(row["horizon_days"]),
            none(row["currency"]),
        ): row
        for row in demo_results[demo_results["source"] == "case"].to_dict("records")
        if row["period_start"].year == row["period_end"].year
    }


def none(value):
    return None if value is None or value != value else value


def test_limits_of_shares_are_wilsons(computed):
    checked = 0
    for key, row in computed.items():
        if (
            key[0] in ("court_conviction_rate", "compensation_awarded")
            and none(row["value"]) is not None
        ):
            low, high = proportion_confint(row["numerator"], row["denominator"], method="wilson")
            assert (row["lower"], row["upper"]) == pytest.approx((low, high), abs=1e-9), key
            checked += 1
    assert checked > 30


def test_a_staircase_goes_down(computed):
    steps = ("investigated", "charged", "tried", "convicted")
    checked = 0
    for key in [key for key in computed if key[0] == "attrition" and key[5] == steps[0]]:
        rows = [computed[(*key[:5], step, *key[6:])] for step in steps]
        assert len({none(row["denominator"]) for row in rows}) == 1, key
        if all(none(row["numerator"]) is not None for row in rows):
            known = [row["numerator"] for row in rows]
            assert known == sorted(known, reverse=True), key
            checked += 1
        values = [row["value"] for row in rows if none(row["value"]) is not None]
        assert all(a >= b - 1e-9 for a, b in pairwise(values)), key
    assert checked > 30


def test_bounds_hold_what_is_known(computed):
    for key, row in computed.items():
        if (
            none(row["bound_lower"]) is not None
            and metrics()[key[0]].counting.get("estimate") == "cumulative_incidence"
        ):
            assert row["bound_lower"] == pytest.approx(row["numerator"] / row["denominator"]), key
            assert row["bound_lower"] <= row["bound_upper"] + 1e-12 <= 1 + 1e-9, key
            assert not math.isnan(row["bound_upper"])


def test_the_same_store_gives_the_same_digits(demo_store):
    twice = [
        as_planned(compute(demo_store, only=("compensation_paid", "followup_completeness")).results)
        for _ in range(2)
    ]
    assert twice[0].equals(twice[1])


def test_every_member_of_a_breakdown_is_a_word_that_readers_are_told(demo_results):
    """What nobody recorded is `unknown`, never empty."""
    words = vocabulary()
    known = set(zip(words["list"], words["code"], strict=True))
    cases = demo_results[demo_results["source"] == "case"]
    # Agencies have their own table, and stages are read as they are written.
    told = cases[~cases["breakdown"].isin(["total", "agency", "stage"])]
    pairs = {
        pair
        for breakdown, category in zip(told["breakdown"], told["category"], strict=True)
        for pair in zip(breakdown.split(" · "), category.split(" · "), strict=True)
    }
    assert len({breakdown for breakdown, _ in pairs}) > 10
    assert pairs - known == set()
