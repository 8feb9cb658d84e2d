"""Case numbers of a demo store, year by year, counted a second time person by person by code that shares nothing with `metrics/`.

Other groups of metrics, and detail told over several years, are counted twice in tests of their own.
"""

import math
from collections import Counter
from itertools import pairwise

import pytest
from statsmodels.stats.proportion import proportion_confint

from benchmarks.case_store import demo_case_store
from metrics.catalogue import metrics
from metrics.compute import compute
from release.vocabulary import vocabulary
from tests.metrics.by_hand import recount

ALL_CRIME = "XAB"
"""One jurisdiction of the demo is told to have sent all crime, so that both scopes are counted."""
UNLINKED = "XAH"
"""The demo's jurisdiction whose victims cannot be linked to the courts."""


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    con = demo_case_store(tmp_path_factory.mktemp("audit"), cases=2_000)
    con.execute(f"UPDATE submissions SET scope = 'all_crime' WHERE jurisdiction = '{ALL_CRIME}'")
    yield con
    con.close()


@pytest.fixture(scope="module")
def results(store):
    return compute(store).results


@pytest.fixture(scope="module")
def computed(results):
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
        for row in results[results["source"] == "case"].to_dict("records")
        if row["period_start"].year == row["period_end"].year
    }


@pytest.fixture(scope="module")
def counted(store):
    # The demo's unvalidated files hold impossible days (2109), which intake blanks before anything is counted.
    return {key: each for key, each in recount(store).items() if 2016 <= key[3] <= 2025}


def none(value):
    return None if value is None or value != value else value


def test_what_is_counted_twice_is_counted_in_both_scopes(counted):
    cases = {name for name, metric in metrics().items() if metric.data == "case"}
    assert len({key[0] for key in counted}) > 10 and {key[0] for key in counted} <= cases
    assert {key[1] for key in counted} == {"trafficking", "all_crime"}


def is_detail(key) -> bool:
    """Most detail is told over blocks of years, not year by year."""
    return key[4] not in ("total", "stage")


def test_counts_and_values_are_the_same(counted, computed):
    compared = Counter()
    for key, (numerator, denominator, value) in counted.items():
        if key[0] == "attrition" and key[2] == UNLINKED:
            continue
        if is_detail(key) and key not in computed:
            continue
        row = computed[key]
        if none(row["numerator"]) is None:
            assert row["blank"] in ("insufficient", "not_reported"), key
            continue
        assert (row["numerator"], row["denominator"]) == pytest.approx(
            (numerator, denominator), nan_ok=True
        ), key
        compared[key[0], "counts"] += 1
        if none(row["value"]) is not None and value is not None:
            assert row["value"] == pytest.approx(value, abs=1e-9), key
            compared[key[0], "values"] += 1
    for name in {key[0] for key in counted}:
        # Nothing is proved by comparing blanks.
        assert compared[name, "counts"] >= 5, name
        assert compared[name, "values"] >= 3, name


def test_nothing_is_counted_that_is_not_there(counted, computed):
    seen = {(key[0], key[4], key[6]) for key in counted}
    made_up = [
        key
        for key, row in computed.items()
        if none(row["denominator"]) and (key[0], key[4], key[6]) in seen and key not in counted
    ]
    assert made_up == []


def test_all_crime_stays_where_it_was_sent(counted, computed):
    places = {key[2] for key in computed if key[1] == "all_crime"}
    assert places == {ALL_CRIME} == {key[2] for key in counted if key[1] == "all_crime"}


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


def test_the_same_store_gives_the_same_digits(store):
    twice = [
        compute(store, only=("compensation_paid", "followup_completeness")).results
        for _ in range(2)
    ]
    assert twice[0].equals(twice[1])


def test_every_member_of_a_breakdown_is_a_word_that_readers_are_told(results):
    """What nobody recorded is `unknown`, never empty."""
    words = vocabulary()
    known = set(zip(words["list"], words["code"], strict=True))
    cases = results[results["source"] == "case"]
    # Agencies have their own table, and stages are read as they are written.
    told = cases[~cases["breakdown"].isin(["total", "agency", "stage"])]
    pairs = {
        pair
        for breakdown, category in zip(told["breakdown"], told["category"], strict=True)
        for pair in zip(breakdown.split(" · "), category.split(" · "), strict=True)
    }
    assert len({breakdown for breakdown, _ in pairs}) > 10
    assert pairs - known == set()
