"""What a reader of the last release knows, rule by rule."""

from datetime import date

import pytest

from disclosure.succession.checking import check_succession
from disclosure.succession.comparing import compare
from tests.disclosure.succession.two_releases import KINDS, count, later, release, suppressed


def compared(new: dict, old: dict):
    return compare(later(new), release(old), KINDS).iloc[0]


@pytest.mark.parametrize("change", range(-12, 13))
def test_a_change_of_one_to_nine_is_few(change):
    """Late registrations and corrections downward alike; above and below the line move together."""
    told = compared(count(below=100 + change, above=40), count(below=100, above=40))
    assert told["denominator_few"] == (0 < abs(change) < 10)
    assert told["denominator_known"] == (change == 0)
    assert told["numerator_known"]


def test_those_left_over_are_people_too():
    """Twelve came late and eleven of them were convicted: the one who was not would be told."""
    told = compared(count(below=112, above=51), count(below=100, above=40))
    assert told["numerator_few"]
    assert not told["denominator_few"]
    assert not compared(count(below=122, above=51), count(below=100, above=40))["numerator_few"]


def test_hidden_before_is_told_of_each_count():
    old = release(count())
    old = suppressed(old, above=old["numerator"] > 0, below=old["denominator"] < 0)
    told = compare(later(count()), old, KINDS).iloc[0]
    assert told["numerator_hidden_before"]
    assert not told["denominator_hidden_before"]
    assert told["hidden_before"]
    assert told["denominator_known"]
    assert not told["numerator_known"]


def test_a_new_number_has_nothing_to_compare():
    assert not compared(count(year=2022), count(year=2021)).any()


def test_a_definition_that_changed_makes_nothing_known_but_refuses_few():
    same = compared(count(definition_hash="1" * 16), count())
    assert not same["denominator_known"]
    assert compared(count(below=105, definition_hash="1" * 16), count())["denominator_few"]


def test_a_part_of_a_year_that_has_grown():
    """The four who came in the added months are a difference like any other."""
    half = {"period_start": date(2021, 1, 1), "period_end": date(2021, 6, 30)}
    told = compared(count(below=104, above=40), count(below=100, above=40, **half))
    assert told["denominator_few"]
    assert not told["numerator_known"]
    assert not compared(count(below=160, above=60), count(**half)).any()


def test_a_year_is_not_its_block_grown():
    """Year and block begin on the same day, and are told side by side."""
    block = {"period_start": date(2021, 1, 1), "period_end": date(2023, 12, 31)}
    assert not compared(count(below=180, above=90, **block), count()).any()


def test_facts_of_open_court_and_figures_of_others_have_no_rule():
    assert not compared(count(below=103, public_fact=True), count())["denominator_few"]
    official = {"source": "official"}
    assert not compared(count(below=103, **official), count(**official))["denominator_few"]


def test_a_sum_moves_by_ten_of_the_largest_or_not_at_all():
    money = {"metric_id": "fines", "unit_counted": "money", "currency": "EUR", "largest": 500.0}
    old = count(below=90_000, above=40_000, **money)
    assert compared(count(below=90_000, above=44_000, **money), old)["numerator_few"]
    assert not compared(count(below=90_000, above=45_000, **money), old)["numerator_few"]
    unknown = money | {"largest": None}
    assert compared(count(below=90_000, above=50_000, **unknown), old)["numerator_few"]
    # Told to three figures, a change in the fourth is none.
    assert compared(count(below=90_000, above=40_010, **money), old)["numerator_known"]


def test_a_mean_moves_with_ten_people():
    mean = {"metric_id": "length"}
    old = count(below=100, above=5_000, **mean)
    assert compared(count(below=100, above=5_400, **mean), old)["numerator_few"]
    assert not compared(count(below=110, above=5_400, **mean), old)["numerator_few"]


BLOCK = {"period_start": date(2020, 1, 1), "period_end": date(2022, 12, 31)}


@pytest.mark.parametrize("third", [0, 6, 12])
def test_a_block_and_two_of_its_years_told_before_give_away_the_third(third):
    old = release(count(year=2020), count(year=2021, below=50, above=20))
    new = later(count(below=150 + third, above=60, **BLOCK))
    assert compare(new, old, KINDS).iloc[0]["denominator_few"] == (third == 6)
    assert any("beside their parts" in each for each in check_succession(new, old, KINDS)) == (
        third == 6
    )


def test_other_categories_of_a_table_told_before_are_not_told():
    """Own and foreign, told as one now, less the foreign told before, are the hidden own."""
    old = release(count("sex", "female"), count("sex", "male", below=50, above=20))
    new = later(count("sex", "female"), count("sex", "men and unknown", below=56, above=22))
    assert list(compare(new, old, KINDS)["denominator_few"]) == [False, True]
    assert not compare(later(count("age_group", "adult")), old, KINDS).iloc[0]["denominator_few"]
