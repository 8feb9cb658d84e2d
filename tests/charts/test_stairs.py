"""Stages that step down, with and without what fell away, on screen and in print."""

import re
from dataclasses import replace
from html import unescape
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.chart import Chart
from charts.end_names import apart
from charts.stairs import Measures, stairs
from reports.vega import draw_svg
from views.plotly_chart import figure, reading_key


def step(name, value, *, quality="reportable", reach=0.03, **more):
    return {
        "x": name,
        "name": name,
        "value": value,
        "lower": None if value is None else value - reach,
        "upper": None if value is None else value + reach,
        "text": f"{name} in words",
        "quality": quality,
        "blank": None,
        "blank_label": None,
        "bound_lower": None,
        "bound_upper": None,
    } | more


YOUNG = {"blank": "not_yet", "blank_label": "Too early to tell", "quality": "blank"}


def chart(*rows):
    return Chart(
        kind="staircase",
        title="Title",
        subtitle="Measure, place, period",
        alt="What is to be seen",
        rows=rows,
        x="x",
        y="value",
        unit="share",
        y_title="Share",
        lower="lower",
        upper="upper",
        categories=tuple(row["x"] for row in rows),
    )


STEPS = (
    step("Identified", 1.0, reach=0),
    step("Charged", 0.6, lost=0.4, lost_label="40% lost: no complaint 30%, not known 10%"),
    step("Tried", 0.45, quality="provisional", lost=0.25, lost_label="25% of them lost"),
    step("Convicted", None, **YOUNG, bound_lower=0.2, bound_upper=0.4),
)


def bars(drawn):
    return [trace for trace in drawn["data"] if trace["type"] == "bar"]


def printed(described):
    svg = draw_svg(described)
    assert "NaN" not in svg and "undefined" not in svg and "Infinity" not in svg
    return " ".join(unescape(" ".join(re.findall(r">([^<>]+)</t(?:ext|span)>", svg))).split())


def test_what_fell_away_reaches_to_where_the_step_before_ended():
    drawn = figure(chart(*STEPS))
    (lost,) = [trace for trace in bars(drawn) if "base" in trace]
    ends = [
        (base, pytest.approx(base + width))
        for base, width in zip(lost["base"], lost["x"], strict=True)
    ]
    assert ends == [(0.6, 1.0), (0.45, 0.6)]


def test_its_words_are_read_on_screen_and_in_print():
    described = chart(*STEPS)
    said = " ".join(n["text"] for n in figure(described)["layout"]["annotations"])
    said = said.replace("<br>", " ")
    told = printed(described)
    for words in (
        "Identified: 100.0%",
        "Charged: 60.0%",
        "40% lost: no complaint 30%, not known 10%",
        "25% of them lost",
        "Convicted: [y] too early to tell",
    ):
        assert words in said
        assert words in told


def test_a_stage_too_young_has_a_dotted_range_and_no_bar():
    for rows in (STEPS, [dict(row, lost=None, lost_label=None) for row in STEPS]):
        described = chart(*rows)
        drawn = figure(described)
        (dotted,) = [t for t in drawn["data"] if t.get("line", {}).get("dash") == "dot"]
        along = dotted["x"] if rows is STEPS else dotted["y"]
        assert along == [0.2, 0.4, None]
        assert sum(len(trace["x"]) for trace in bars(drawn) if "base" not in trace) == 3
        assert "dotted" in reading_key(described).lower()


def test_what_may_still_move_is_hatched_with_a_dashed_edge():
    drawn = figure(chart(*STEPS))
    (edge,) = drawn["layout"]["shapes"]
    assert (edge["x1"], edge["line"]["dash"]) == (0.45, "dash")
    hatched = [t for t in bars(drawn) if "pattern" in t["marker"] and "base" not in t]
    assert [trace["x"] for trace in hatched] == [[0.45]]
    assert "stroke-dasharray" in draw_svg(chart(*STEPS))


def test_without_losses_the_stages_stand_upright_in_their_order():
    described = chart(*(dict(row, lost=None, lost_label=None) for row in STEPS))
    drawn = figure(described)
    assert drawn["layout"]["xaxis"]["ticktext"] == ["Identified", "Charged", "Tried", "Convicted"]
    heights = {x: y for t in bars(drawn) for x, y in zip(t["x"], t["y"], strict=True)}
    assert heights == {0: 1.0, 1: 0.6, 2: 0.45}
    assert all(row["x"] in printed(described) for row in described.rows)


def test_nothing_is_lost_after_a_hidden_stage():
    hidden = step("Charged", None, blank="suppressed", blank_label="Suppressed", quality="blank")
    drawn = figure(chart(STEPS[0], hidden, STEPS[2]))
    assert not [trace for trace in bars(drawn) if "base" in trace]


@pytest.mark.parametrize("lost", [None, 0.2])
def test_nothing_but_blanks_is_still_drawn(lost):
    rows = [
        step(name, None, **YOUNG, lost=lost, lost_label="Not known" if lost else None)
        for name in ("Charged", "Tried")
    ]
    described = chart(*rows)
    assert bars(figure(described)) == []
    assert "[y]" in printed(described)


def test_an_uncertain_stage_says_between_what_it_lies():
    unsure = step("Charged", None, quality="very_uncertain", lower=0.1, upper=0.7)
    described = chart(STEPS[0], unsure, STEPS[2])
    assert "Charged: somewhere in 10.0% to 70.0%" in printed(described)


WORDS = st.text(alphabet="abc ", max_size=120)


@given(st.lists(st.tuples(st.floats(0, 1), WORDS), min_size=1, max_size=8))
def test_no_words_lie_on_other_words_or_on_a_bar(found):
    rows = [step(f"Stage {n}", v, lost=0.1, lost_label=w) for n, (v, w) in enumerate(found)]
    measures = Measures(line=16, bar=20, room=14, width=44)
    free = 0.0
    for stair in stairs(chart(*rows), measures):
        assert stair.name_top >= free
        assert stair.middle - 10 >= stair.name_top + 16 * len(stair.name)
        assert stair.why_top >= stair.middle + 10
        free = stair.why_top + 16 * len(stair.why)
        assert stair.end >= free
        assert all(len(line) <= 44 for line in stair.name + stair.why)


@given(st.lists(st.tuples(st.floats(0, 100), st.integers(1, 3)), max_size=4))
def test_names_of_lines_never_touch(ends):
    line, top = 5, 110
    placed = sorted(zip(apart(ends, line, top), (lines for _, lines in ends), strict=True))
    for (low, below), (high, above) in pairwise(placed):
        assert high - low >= line * (below + above) / 2 - 1e-9
    assert all(middle + line * lines / 2 <= top + 1e-9 for middle, lines in placed)


def test_a_name_with_room_stands_at_the_end_of_its_line():
    assert apart([(80, 1), (20, 2)], 5, 110) == [80, 20]


def test_a_stair_keeps_its_label():
    labelled = [row | {"said": f"{row['x']} of 200"} for row in STEPS]
    described = replace(chart(*labelled), label="said")
    assert "Charged: Charged of 200" in printed(described)
