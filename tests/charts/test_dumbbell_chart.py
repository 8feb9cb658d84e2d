"""Two groups beside one another: both shares with their counts, the verdict, and no number nobody can lean on."""

import pytest

from charts.dumbbell import dumbbell
from charts.labels import Labels
from charts.pairs import ends, in_words, on_the_right, ticks

LABELS = Labels()


def row(category="women", **other):
    return {
        "breakdown": "sex",
        "category": category,
        "reference": "men",
        "numerator": 42.0,
        "denominator": 210.0,
        "value": 0.2,
        "reference_numerator": 30.0,
        "reference_denominator": 100.0,
        "reference_value": 0.3,
        "difference": -0.1,
        "difference_lower": -0.2,
        "difference_upper": -0.01,
        "adjusted_difference": None,
        "adjusted_difference_lower": None,
        "adjusted_difference_upper": None,
        "gap_not_ruled_out": None,
        "verdict": "difference",
        "reason": None,
    } | other


def silent(category, reason, **other):
    empty = dict.fromkeys(("difference", "difference_lower", "difference_upper"))
    return row(category, **empty, verdict="cannot_tell", reason=reason, **other)


def of(*rows, **more):
    return dumbbell(rows, LABELS, title="Title", subtitle="Share of victims", **more)


def test_both_shares_are_told_with_their_counts_and_the_verdict():
    assert of(row()).alt == (
        "Lines, each with two groups as marks at its ends. Title. Share of victims. "
        "Women beside men: 20.0% (42 of 210), beside 30.0% (30 of 100); difference; "
        "−10.0 points (−20.0 to −1.0)."
    )


def test_only_a_difference_stands_out():
    chart = of(
        row("a"),
        row("b", verdict="possible_difference"),
        row("c", verdict="no_difference_shown"),
        row("d", verdict="difference_explained"),
        silent("e", "too_few"),
    )
    assert [mark["is_different"] for mark in chart.rows] == [True, False, False, True, False]


def test_pairs_stand_by_name_and_never_by_size():
    chart = of(row("c", difference=-0.3), row("a"), row("b", difference=-0.9))
    assert chart.categories == ("A beside men", "B beside men", "C beside men")


def test_a_pair_nothing_can_be_said_of_keeps_its_place_without_numbers():
    chart = of(row("a"), silent("b", "too_few"))
    mark = chart.rows[1]
    assert mark["quality"] == "very_uncertain"
    assert mark["verdict"] == "Cannot tell (too few in one of the two groups)"
    assert "%" not in mark["text"]


def test_a_hidden_group_says_so_with_its_shorthand():
    chart = of(row("a"), silent("b", "suppressed", value=None, numerator=None))
    mark = chart.rows[1]
    assert (mark["quality"], mark["blank"], mark["value"]) == ("blank", "suppressed", None)
    assert (
        in_words(chart, mark, 90) == "B beside men: Cannot tell, [c] suppressed to protect people"
    )
    assert in_words(chart, mark, 50).split("\n") == [
        "B beside men",
        "Cannot tell, [c] suppressed to protect people",
    ]


def test_nothing_is_drawn_without_any_number():
    nothing = {"value": None, "reference_value": float("nan")}
    assert of(silent("a", "not_reported", **nothing)) is None
    assert of() is None


def test_rows_of_several_metrics_need_names_of_their_own():
    with pytest.raises(ValueError, match="one name"):
        of(row(), row())
    chart = of(row(metric="b"), row(metric="a"), name=lambda each: each["metric"])
    assert chart.categories == ("a", "b")


def test_numbers_stand_outside_the_pair():
    chart = of(row("a"), row("b", value=0.5), silent("c", "suppressed", value=None))
    assert [on_the_right(chart, mark) for mark in chart.rows] == ["beside", "value", "beside"]
    assert ends(chart, chart.rows[2]) == [0.3]


@pytest.mark.parametrize(
    ("highest", "steps"),
    [(0.3, [0, 0.1, 0.2, 0.3]), (0.42, [0, 0.1, 0.2, 0.3, 0.4]), (1.0, [0, 0.2, 0.4, 0.6, 0.8, 1])],
)
def test_the_axis_begins_at_zero_and_has_round_numbers(highest, steps):
    chart = of(row("a", value=highest, reference_value=0.0))
    marked, end = ticks(chart)
    assert marked == pytest.approx(steps)
    assert end == highest


def test_an_axis_of_nothing_but_zeros_can_be_drawn():
    marked, end = ticks(of(row("a", value=0.0, reference_value=0.0)))
    assert (marked[0], end) == (0, 1.0)
