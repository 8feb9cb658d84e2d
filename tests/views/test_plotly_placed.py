"""Parts of a whole, pairs of groups and grids on screen: everything is said, nothing overlaps by construction."""

from itertools import pairwise

import pytest

from charts.chart import Chart
from charts.format import BLANKS
from charts.heat import Cell, heat
from charts.shares import Part, shares
from views import palette
from views.plotly_chart import figure, reading_key
from views.plotly_stacked import PATTERNS


def whole(*of):
    names = ("convicted", "acquitted", "still open")
    return [
        Part(name, share, is_open=name == "still open")
        for name, share in zip(names, of, strict=True)
    ]


def stacked(**wholes):
    return shares("Title", "Share", wholes)


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
        y_title="Share",
        categories=tuple(row["x"] for row in rows),
        second="beside",
        second_label="the group it is set beside",
        marked="is_different",
        label="verdict",
    )


def pair(x, value, beside, quality="reportable", *, marked=False, blank=None):
    return {
        "x": x,
        "name": x,
        "value": value,
        "beside": beside,
        "text": "told",
        "verdict": "Difference" if marked else "Cannot tell",
        "is_different": marked,
        "quality": quality,
        "blank": blank,
        "blank_label": BLANKS[blank].label if blank else None,
    }


def grid(*cells, **more):
    return heat("Title", "Share", cells, unit="share", y_title="Share", **more)


def notes(drawn):
    return [note["text"] for note in drawn["layout"]["annotations"]]


def bars(drawn):
    return {trace["name"]: trace for trace in drawn["data"] if "name" in trace}


def test_parts_follow_one_another_and_fill_the_whole():
    drawn = bars(figure(stacked(a=whole(0.3, 0.1, 0.6), b=whole(0.5, 0.25, 0.25))))
    for bar in range(2):
        ends = [
            (trace["base"][bar], trace["base"][bar] + trace["x"][bar]) for trace in drawn.values()
        ]
        assert ends[0][0] == pytest.approx(0, abs=0.004)
        assert ends[-1][1] == pytest.approx(1, abs=0.004)
        assert all(0 < after[0] - before[1] < 0.01 for before, after in pairwise(ends))
    assert drawn["convicted"]["text"] == ["30%", "50%"]


def test_parts_differ_by_colour_and_by_pattern_and_open_ones_are_grey():
    chart = stacked(a=[Part(f"part {n}", 0.16) for n in range(6)] + [Part("open", 0.04, True)])
    drawn = bars(figure(chart))
    edges = [trace["marker"]["line"]["color"] for trace in drawn.values()]
    patterns = [trace["marker"]["pattern"]["shape"] for trace in drawn.values()]
    assert len(set(edges)) == len(set(patterns)) == 7
    assert edges[-1] == palette.GREY
    assert patterns[-1] == PATTERNS["dots"]


def test_a_part_of_nothing_is_not_drawn():
    assert bars(figure(stacked(a=whole(0.4, 0.0, 0.6))))["acquitted"]["x"] == []


def test_names_stand_above_the_first_bar_or_beside_swatches():
    names = {"convicted", "acquitted", "still open"}
    drawn = figure(stacked(a=whole(0.3, 0.3, 0.4)))
    assert len(drawn["data"]) == 3
    assert names <= set(notes(drawn))
    drawn = figure(stacked(a=whole(0.9, 0.05, 0.05)))
    assert names <= set(notes(drawn))
    swatches, parts = drawn["data"][:3], drawn["data"][3:]
    assert [s["marker"] for s in swatches] == [part["marker"] for part in parts]
    assert not drawn["layout"]["showlegend"]


def test_swatches_stand_above_all_bars_and_apart_from_one_another():
    long = [Part(f"a part with a name that is rather long, number {n}", 0.2) for n in range(5)]
    drawn = figure(stacked(a=long, b=long))
    heights = [trace["y"][0] for trace in drawn["data"][:5]]
    assert all(after - before >= 30 for before, after in pairwise(heights))
    assert max(heights) < min(y for trace in drawn["data"][5:] for y in trace["y"])


def test_a_blank_bar_says_its_kind():
    chart = stacked(a=whole(0.3, 0.1, 0.6), b="suppressed")
    assert "[c] Suppressed to protect people" in notes(figure(chart))
    assert reading_key(chart).endswith("[c] suppressed to protect people.")


def test_bars_that_are_all_blank_are_drawn_all_the_same():
    drawn = figure(stacked(a="suppressed", b="not_yet"))
    assert drawn["data"] == []
    assert "[y] Too early to tell" in notes(drawn)


def test_long_labels_stand_above_their_bars_and_short_ones_beside_them():
    long = "Women with a residence permit for the length of the proceedings"
    drawn = figure(
        shares("Title", "Share", {long: whole(0.3, 0.3, 0.4), "Men": whole(0.3, 0.3, 0.4)})
    )
    assert not drawn["layout"]["yaxis"]["showticklabels"]
    assert long in " ".join(notes(drawn)).replace("<br>", " ")
    assert all(len(line) <= 44 for note in notes(drawn) for line in note.split("<br>"))
    assert figure(stacked(a=whole(0.3, 0.3, 0.4)))["layout"]["yaxis"]["ticktext"] == ["a"]


def marks(drawn, symbol):
    return [
        place
        for trace in drawn["data"]
        if trace["mode"] == "markers+text" and trace["marker"]["symbol"] == symbol
        for place in trace["x"]
    ]


def test_shapes_tell_group_reference_difference_and_silence_apart():
    chart = pairs(
        pair("a", 0.2, 0.3),
        pair("b", 0.5, 0.3, marked=True),
        pair("c", 0.1, 0.25, "very_uncertain"),
        pair("d", None, 0.15, "blank", blank="suppressed"),
    )
    drawn = figure(chart)
    assert marks(drawn, "circle") == [0.2]
    assert marks(drawn, "diamond") == [0.5]
    assert marks(drawn, "circle-open") == [0.1]
    assert marks(drawn, "square-open") == [0.25, 0.15, 0.3, 0.3]
    ways = [trace for trace in drawn["data"] if trace["mode"] == "lines"]
    assert [way["line"]["width"] for way in ways] == sorted(way["line"]["width"] for way in ways)
    greys = [t for t in drawn["data"] if t["mode"] == "markers+text" and t["x"] == [0.1]]
    assert greys[0]["marker"]["color"] == palette.GREY


def test_no_number_is_printed_that_nobody_can_lean_on():
    drawn = figure(pairs(pair("a", 0.2, 0.3), pair("c", 0.1, 0.25, "very_uncertain")))
    printed = [text.strip() for trace in drawn["data"] for text in trace.get("text", ())]
    assert sorted(text for text in printed if text) == ["20.0%", "30.0%"]


def test_the_verdict_stands_with_its_pair_and_a_difference_is_bold():
    drawn = figure(
        pairs(
            pair("Women", 0.2, 0.3, marked=True), pair("Men", None, 0.1, "blank", blank="not_yet")
        )
    )
    assert notes(drawn) == [
        "<b>Women: Difference</b>",
        "Men: Cannot tell, [y] too early to tell",
    ]


def test_the_key_of_pairs_says_what_their_marks_are():
    said = reading_key(
        pairs(pair("a", 0.2, 0.3, marked=True), pair("b", 0.1, 0.2, "very_uncertain"))
    )
    assert "◆ with a thick line: a difference" in said
    assert "hollow square: the group it is set beside" in said
    assert "grey and hollow" in said.lower()


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September")
MONTHS += ("October", "November", "December")


def test_every_cell_has_its_words_and_every_line_and_column_its_name():
    drawn = figure(
        grid(
            Cell("charged", "2021", 0.3, "30%"),
            Cell("charged", "2022", None, "", "suppressed"),
            Cell("convicted", "2021", 0.1, "10%"),
        )
    )
    assert sorted(notes(drawn)) == ["10%", "2021", "2022", "30%", "[c]", "charged", "convicted"]
    cells, blank = drawn["data"]
    assert cells["marker"]["color"][0] != cells["marker"]["color"][1]
    assert "pattern" not in cells["marker"]
    assert (blank["marker"]["pattern"]["shape"], len(blank["x"])) == ("/", 1)


def test_twelve_columns_stand_on_their_side_and_their_numbers_do_not():
    drawn = figure(grid(*(Cell("a", month, 0.5, "50%") for month in MONTHS)))
    angles = {note["text"]: note["textangle"] for note in drawn["layout"]["annotations"]}
    assert {angles[month] for month in MONTHS} == {-90}
    assert angles["50%"] == 0


def test_words_too_wide_for_a_narrow_screen_are_broken_or_stand_on_their_side():
    wide = figure(grid(*(Cell("a", str(year), 3.0, "300 days") for year in range(2014, 2024))))
    assert "300<br>days" in notes(wide)
    wider = figure(grid(*(Cell("a", month, 3.0, "immeasurable") for month in MONTHS)))
    angles = {n["text"]: n["textangle"] for n in wider["layout"]["annotations"]}
    assert angles["immeasurable"] == -90


@pytest.mark.parametrize(
    "chart",
    [
        stacked(a=whole(0.3, 0.3, 0.4), b="not_reported"),
        stacked(a=whole(0.9, 0.05, 0.05)),
        pairs(pair("a", 0.2, 0.3), pair("b", None, None, "blank", blank="withheld")),
        grid(*(Cell(line, month, 0.5, "50%") for line in "abc" for month in MONTHS)),
    ],
)
def test_nothing_lies_outside_the_height_of_its_chart(chart):
    layout = figure(chart)["layout"]
    low, high = sorted(layout["yaxis"]["range"])
    assert layout["height"] >= high - low
    assert all(low <= note["y"] <= high for note in layout["annotations"])
