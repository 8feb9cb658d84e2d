"""A grid says everything in words; colour only repeats it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.depth import MOST_DEPTH, depth
from charts.format import BLANKS
from charts.heat import Cell, heat


def of(*cells, **more):
    return heat("Title", "Share of victims", cells, unit="share", y_title="Share", **more)


def test_lines_are_told_cell_by_cell():
    chart = of(
        Cell("charged", "2021", 0.3, "30%"),
        Cell("charged", "2022", None, "", "suppressed"),
        Cell("convicted", "2021", 0.1, "10%"),
    )
    assert chart.alt == (
        "Grid of cells with numbers, deeper in colour where they are higher. Title. Share of victims. "
        "charged: 2021 30%, 2022 no number (suppressed to protect people); convicted: 2021 10%."
    )
    assert chart.series_names == ("charged", "convicted")
    assert chart.categories == ("2021", "2022")


def test_columns_without_a_cell_keep_their_place():
    chart = of(Cell("a", "2022", 0.3, "30%"), columns=("2021", "2022"))
    assert chart.categories == ("2021", "2022")


def test_no_cells_no_chart():
    assert of() is None


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        (("a", "b", 0.3, ""), "no words"),
        (("a", "b", 0.3, "30%", "suppressed"), "blank and has a number"),
        (("a", "b", None, "", "hidden"), "no kind of blank"),
        (("a", "b", -0.1, "-10%"), "below zero"),
    ],
)
def test_cells_that_cannot_be_read_are_refused(cell, why):
    with pytest.raises(ValueError, match=why):
        Cell(*cell)


def test_a_cell_comes_once():
    with pytest.raises(ValueError, match="twice"):
        of(Cell("a", "b", 0.3, "30%"), Cell("a", "b", 0.4, "40%"))


@pytest.mark.parametrize("blank", BLANKS)
def test_a_blank_cell_has_no_depth(blank):
    chart = of(Cell("a", "b", None, "", blank), Cell("a", "c", 0.5, "50%"))
    assert depth(chart, chart.rows[0]) is None
    assert chart.rows[0]["blank_label"] == BLANKS[blank].label


def test_a_range_in_words_has_no_depth():
    chart = of(Cell("a", "b", None, "10% to 60%"))
    assert depth(chart, chart.rows[0]) is None
    assert chart.rows[0]["quality"] == "reportable"


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=30))
def test_depth_follows_the_numbers(values):
    cells = [Cell("a", str(order), value, f"{value}") for order, value in enumerate(values)]
    chart = of(*cells)
    by_size = sorted(chart.rows, key=lambda row: row["value"])
    depths = [depth(chart, row) for row in by_size]
    assert depths == sorted(depths)
    assert all(0 <= step < MOST_DEPTH for step in depths)
    assert depths[-1] == (MOST_DEPTH - 1 if by_size[-1]["value"] else 0)
