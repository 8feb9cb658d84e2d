"""Parts of a whole, pairs of groups and grids in print: every word is in the picture, and colour is never alone."""

import re
from html import unescape

import pytest

from charts.chart import Chart
from charts.heat import Cell, heat
from charts.shares import Part, shares
from reports.vega import draw_svg, specification
from reports.vega_style import WIDTH

LONG = "Women with a residence permit for the length of the proceedings, and their children"
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September")


def words_in(svg):
    """All texts of the picture, joined: long ones stand in several lines."""
    return " ".join(unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg))


def whole(*of):
    names = ("convicted", "acquitted", "still open")
    return [
        Part(name, share, is_open=name == "still open")
        for name, share in zip(names, of, strict=True)
    ]


def pair(x, value, beside, verdict, quality="reportable", **more):
    return {
        "x": x,
        "name": x,
        "value": value,
        "beside": beside,
        "verdict": verdict,
        "text": "told",
        "is_different": verdict == "Difference",
        "quality": quality,
        "blank": None,
        "blank_label": None,
    } | more


def pairs(*rows):
    return Chart(
        kind="dumbbell",
        title="Title",
        subtitle="Share",
        alt="Seen",
        rows=rows,
        x="x",
        y="value",
        unit="share",
        y_title="Share of victims",
        categories=tuple(row["x"] for row in rows),
        second="beside",
        marked="is_different",
        label="verdict",
    )


PAIRS = pairs(
    pair("Women beside men", 0.2, 0.3, "Difference"),
    pair("Children beside adults", 0.21, 0.22, "No difference shown"),
    pair("A beside B", 0.6, 0.4, "Cannot tell (too few)", "very_uncertain"),
    pair(LONG, None, 0.1, "Cannot tell", "blank", blank="suppressed", blank_label="Suppressed"),
)
GRID = heat(
    "Title",
    "Share",
    [Cell("charged", month, order / 10, f"{order}0%") for order, month in enumerate(MONTHS)]
    + [Cell(LONG, month, None, "", "not_yet") for month in MONTHS],
    unit="share",
    y_title="Share",
)


def test_all_words_of_a_whole_are_printed():
    told = words_in(
        draw_svg(
            shares("T", "S", {"2021": whole(0.3, 0.3, 0.4), "2022": "suppressed"}),
        )
    )
    for word in ("2021", "2022", "convicted", "acquitted", "still open", "30%", "40%", "100%"):
        assert word in told
    assert "[c] Suppressed to protect people" in told


def test_names_that_do_not_fit_stand_beside_swatches():
    told = words_in(draw_svg(shares("T", "S", {LONG: whole(0.94, 0.04, 0.02)})))
    for word in ("convicted", "acquitted", "still open", "94%", *LONG.split()):
        assert word in told
    assert "2%" not in told.split()


def test_bars_that_are_all_blank_can_be_printed():
    assert "[y] Too early to tell" in words_in(draw_svg(shares("T", "S", {"2021": "not_yet"})))


def test_all_words_of_pairs_are_printed_and_no_number_nobody_can_lean_on():
    told = words_in(draw_svg(PAIRS))
    for row in PAIRS.rows:
        for word in f"{row['x']} {row['verdict']}".split():
            assert word in told
    assert "[c] suppressed" in told
    assert "Share of victims" in told
    for number in ("20.0%", "30.0%", "21.0%", "22.0%"):
        assert number in told
    assert "60.0%" not in told


def test_all_words_of_a_grid_are_printed():
    told = words_in(draw_svg(GRID))
    for row in GRID.rows:
        assert (row["words"] or "[y]") in told
    for word in (*MONTHS, "charged", *LONG.split()):
        assert word in told


@pytest.mark.parametrize(
    "chart", [PAIRS, GRID, shares("T", "S", {"a": whole(0.9, 0.06, 0.04), LONG: "withheld"})]
)
def test_marks_stay_inside_their_chart_and_all_charts_are_equally_wide(chart):
    drawn = specification(chart)
    assert drawn["width"] == WIDTH
    for layer in drawn["layer"]:
        for mark in layer["data"]["values"]:
            for key in ("y", "y2"):
                assert 0 <= mark.get(key, 0) <= drawn["height"]
            for key in ("x", "x2"):
                assert 0 <= mark.get(key, 0) <= WIDTH


def test_shapes_tell_groups_apart_without_colour():
    looks = [
        (layer["mark"].get("shape", "circle"), layer["mark"].get("filled"))
        for layer in specification(PAIRS)["layer"]
        if layer["mark"]["type"] == "point"
    ]
    assert looks == [("square", False), ("circle", True), ("diamond", True), ("circle", False)]
