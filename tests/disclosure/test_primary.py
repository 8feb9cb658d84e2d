"""Which counts are sensitive by themselves: small ones, small remainders, groups of one mind, sums of two."""

import itertools

import pandas as pd
import pytest

from disclosure.dominance import dominated
from disclosure.primary import primaries

KINDS = {
    "tried": "share",
    "found": "count",
    "made_up_of": "mix",
    "paid": "money_funnel",
    "awarded": "amount",
    "detected": "rate",
    "again": "recurrent",
    "cleared": "ratio",
}


def rows(*given: dict) -> pd.DataFrame:
    common = {
        "metric_id": "tried",
        "source": "case",
        "jurisdiction": "XAA",
        "breakdown": "total",
        "category": "total",
        "unit_counted": "victims",
        "numerator": None,
        "denominator": None,
    }
    return pd.DataFrame([common | each for each in given])


def marked(**given) -> set[str]:
    """The counts of one row that are sensitive."""
    found = primaries(rows(given), KINDS).iloc[0]
    return set(found.index[found])


def test_every_small_count_and_every_small_remainder_up_to_fifty():
    pairs = [(a, b) for a, b in itertools.product(range(51), repeat=2) if a <= b]
    found = primaries(rows(*({"numerator": a, "denominator": b} for a, b in pairs)), KINDS)
    for (above, below), mine in zip(pairs, found.itertuples(), strict=True):
        assert mine.numerator == (0 < above < 10)
        assert mine.denominator == (0 < below < 10)
        assert mine.rest == (0 < below - above < 10)
        assert not mine.whole_row


def test_parts_of_five_six_and_seven_are_hidden_before_anything_is_rounded():
    """Rounded to tens 5, 6 and 7 would read 0, 10 and 10 beside an exact sum: all three are told first to be small."""
    found = primaries(rows(*({"metric_id": "found", "numerator": n} for n in (5, 6, 7, 18))), KINDS)
    assert list(found["numerator"]) == [True, True, True, False]


def test_nothing_is_left_over_between_two_flows():
    assert marked(metric_id="cleared", numerator=95, denominator=100) == set()


def test_a_kind_that_nobody_named_is_taken_for_a_part_where_it_could_be_one():
    assert marked(metric_id="unheard_of", numerator=95, denominator=100) == {"rest"}
    assert marked(metric_id="unheard_of", numerator=105, denominator=100) == set()


@pytest.mark.parametrize(
    "spared",
    [
        {"source": "official"},
        {"unit_counted": "periods"},
        {"unit_counted": "staff"},
        {"public_fact": True},
    ],
)
def test_what_is_no_secret_is_never_hidden(spared):
    assert marked(numerator=3, denominator=4, **spared) == set()


def test_a_row_that_is_no_public_fact_is_hidden_beside_one_that_is():
    found = primaries(
        rows(
            {"numerator": 3, "denominator": 40, "public_fact": True},
            {"numerator": 3, "denominator": 40, "public_fact": False},
        ),
        KINDS,
    )
    assert list(found["numerator"]) == [False, True]


@pytest.mark.parametrize(
    ("unsettled", "is_hidden"), [(0, False), (1, True), (9, True), (10, False)]
)
def test_few_that_were_lost_sight_of_hide_the_row(unsettled, is_hidden):
    assert marked(numerator=40, denominator=100, unsettled=unsettled) == (
        {"whole_row"} if is_hidden else set()
    )


@pytest.mark.parametrize(
    ("above", "below", "is_one_sided"),
    [
        (0, 12, True),
        (0, 29, True),
        (0, 30, False),
        (27, 27, True),
        (12, 24, False),
        (15, 20, False),
        (0, 0, False),
    ],
)
def test_a_group_of_one_mind_loses_its_numerator(above, below, is_one_sided):
    group = {"numerator": above, "denominator": below, "breakdown": "sex", "category": "male"}
    assert ("numerator" in marked(**group)) == is_one_sided


def test_a_group_of_nine_in_ten_of_one_mind_loses_its_numerator():
    group = {"denominator": 20, "breakdown": "sex", "category": "female"}
    assert marked(numerator=18, **group) == {"numerator", "rest"}
    assert marked(numerator=17, **group) == {"rest"}


@pytest.mark.parametrize("breakdown", ["total", "agency", "court_level", "survey_item"])
def test_none_of_them_stays_a_finding_about_an_authority(breakdown):
    assert marked(numerator=0, denominator=25, breakdown=breakdown, category="any") == set()


def test_a_member_of_a_mix_is_no_group():
    member = {"metric_id": "made_up_of", "breakdown": "reason_lost", "category": "moved"}
    assert marked(numerator=0, denominator=25, **member) == set()


def test_few_behind_a_sum_hide_all_of_it_and_few_with_an_event_hide_the_events():
    money = {"metric_id": "paid", "unit_counted": "money", "numerator": 5e4, "denominator": 9e4}
    assert marked(contributors=9, **money) == {"whole_row"}
    assert marked(contributors=10, **money) == set()
    assert marked(contributors=None, **money) == {"whole_row"}
    assert marked(metric_id="again", numerator=12, denominator=80, contributors=8) == {"numerator"}


def test_residents_are_no_secret_and_events_among_them_are():
    assert marked(metric_id="detected", numerator=4, denominator=2e6) == {"numerator"}


def test_small_places_and_children_have_a_higher_threshold():
    assert marked(numerator=15, denominator=40) == set()
    assert marked(numerator=15, denominator=60, jurisdiction="TUV") == {"numerator"}
    child = {"breakdown": "age_group", "category": "child"}
    assert marked(numerator=15, denominator=60, **child) == {"numerator"}
    assert marked(numerator=15, denominator=60, **child | {"category": "adult"}) == set()


@pytest.mark.parametrize(
    ("amounts", "is_told"),
    [
        # Two of ten got 90 of 100.
        ([60, 30, 2, 2, 1, 1, 1, 1, 1, 1], True),
        # Two got 89 of 100, and the rest is more than a tenth of the largest.
        ([60, 29, 3, 2, 1, 1, 1, 1, 1, 1], False),
        # Two got 100 of 110: the second knows the largest within a tenth.
        ([80, 20, 2, 1, 1, 1, 1, 1, 1, 2], True),
        ([10] * 10, False),
        ([50] + [10] * 9, False),
        ([100], True),
        ([0] * 10, False),
    ],
)
def test_a_sum_of_two_gives_an_amount_away(amounts, is_told):
    largest, second = [*sorted(amounts, reverse=True), 0][:2]
    row = {"metric_id": "awarded", "unit_counted": "money", "numerator": sum(amounts)}
    given = rows(row | {"largest": largest, "second_largest": second, "contributors": 10})
    assert bool(dominated(given).iloc[0]) == is_told
    assert bool(primaries(given, KINDS)["whole_row"].iloc[0]) == is_told


def test_a_sum_of_which_the_largest_amount_is_not_known_is_not_told():
    row = {"metric_id": "awarded", "unit_counted": "money", "numerator": 100.0, "contributors": 40}
    assert dominated(rows(row | {"largest": None, "second_largest": None})).all()
    assert not dominated(rows(row)).any()


def test_index_is_kept_and_nothing_is_missing():
    given = rows({"numerator": 3}, {}).set_index(pd.Index([7, 4]))
    found = primaries(given, KINDS)
    assert list(found.index) == [7, 4]
    assert all(pd.api.types.is_bool_dtype(found[name]) for name in found)
    assert not found.loc[4].any()
