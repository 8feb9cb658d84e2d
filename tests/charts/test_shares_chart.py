"""A whole is cut into parts that add up to it, or it is not drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.format import BLANKS
from charts.looks import names_that_fit, part_looks, parts_in_words
from charts.shares import Part, shares


def parts(*of):
    names = ("convicted", "acquitted", "still open")
    return [
        Part(name, share, is_open=name == "still open")
        for name, share in zip(names, of, strict=True)
    ]


def of(**wholes):
    return shares("Title", "Share of victims, Brellany", wholes)


def test_every_part_is_told_with_its_share():
    alt = of(y2021=parts(0.3, 0.1, 0.6)).alt
    assert alt == (
        "Lying bars, each a whole cut into its parts. Title. Share of victims, Brellany. "
        "y2021: convicted 30.0%, acquitted 10.0%, still open 60.0%."
    )


def test_what_is_said_of_a_part_stands_behind_its_share():
    chart = of(a=[Part("convicted", 1.0, text="48 of 48 victims")])
    assert chart.rows[0]["text"] == "100.0%, 48 of 48 victims"


def test_shares_rounded_one_by_one_still_add_up():
    of(a=parts(0.333, 0.333, 0.333))


@pytest.mark.parametrize("some", [(0.3, 0.1, 0.5), (0.5, 0.5, 0.1)])
def test_parts_that_miss_the_whole_are_refused(some):
    with pytest.raises(ValueError, match="add up"):
        of(a=parts(*some))


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan"), None])
def test_a_share_lies_between_nothing_and_all(share):
    with pytest.raises(ValueError, match="between 0 and 1"):
        Part("convicted", share)


def test_a_part_comes_once_and_in_the_order_of_all():
    with pytest.raises(ValueError, match="twice"):
        of(a=[Part("convicted", 0.5), Part("convicted", 0.5)])
    with pytest.raises(ValueError, match="order"):
        of(a=parts(0.2, 0.2, 0.6), b=parts(0.6, 0.2, 0.2)[::-1])


def test_more_parts_than_can_be_told_apart_are_refused():
    with pytest.raises(ValueError, match="told apart"):
        of(a=[Part(f"part {number}", 1 / 7) for number in range(7)])


@pytest.mark.parametrize("blank", BLANKS)
def test_a_blank_bar_keeps_its_place_and_says_its_kind(blank):
    chart = of(a=parts(0.2, 0.2, 0.6), b=blank)
    assert chart.categories == ("a", "b")
    row = chart.rows[-1]
    assert (row["value"], row["quality"], row["blank"]) == (None, "blank", blank)
    assert BLANKS[blank].label.lower() in chart.alt


def test_bars_may_all_be_blank():
    assert part_looks(of(a="suppressed", b="not_yet")) == {}


def test_open_parts_are_grey_with_patterns_of_their_own():
    looks = part_looks(of(a=parts(0.2, 0.2, 0.6)))
    assert looks == {
        "convicted": (0, "plain"),
        "acquitted": (1, "slanted lines"),
        "still open": (None, "dots"),
    }


def test_the_key_names_every_part_with_its_pattern():
    said = parts_in_words(of(a=parts(0.2, 0.2, 0.6)))
    assert said.endswith("convicted (plain), acquitted (slanted lines), still open (dots)")


def test_names_stand_above_their_parts_only_where_all_fit():
    assert names_that_fit(of(a=parts(0.3, 0.3, 0.4)), 40) == {
        "convicted": "convicted",
        "acquitted": "acquitted",
        "still open": "still open",
    }
    assert names_that_fit(of(a=parts(0.1, 0.3, 0.6)), 40) == {}
    assert names_that_fit(of(a=parts(0.5, 0.4, 0.1)), 65)["still open"] == "still\nopen"


@given(st.lists(st.integers(1, 500), min_size=1, max_size=6))
def test_counts_always_make_a_whole(counts):
    whole = sum(counts)
    some = [Part(f"part {order}", count / whole) for order, count in enumerate(counts)]
    chart = of(a=some)
    assert sum(row["value"] for row in chart.rows) == pytest.approx(1)
    assert all(f"{part.name} {part.words}" in chart.alt for part in some)
    assert len(set(part_looks(chart).values())) == len(counts)
