"""Funnel, forest and control chart hold what the stored comparisons say, and nothing they do not."""

from datetime import date

import pytest

from charts.control import control
from charts.forest import difference, forest, in_order, signed
from charts.funnel import funnel
from charts.labels import Labels

LABELS = Labels(
    {"XAA": "Altaria", "XAB": "Borovia", "XAC": "Cassia", "XAD": "Dorland"},
    {("sex", "female"): "Female", ("sex", "male"): "Male", ("age_group", "child"): "Child"},
)
SHARE = {
    "title": "Charge rate",
    "kind": "share",
    "value_unit": "share",
    "unit_counted": "persons",
}
YEARS = {"period_start": date(2023, 1, 1), "period_end": date(2025, 12, 31), "horizon_days": None}


def place(code: str, part: float, whole: float, **changes) -> dict:
    return {
        **YEARS,
        "jurisdiction": code,
        "unit_counted": "persons",
        "numerator": part,
        "denominator": whole,
        "value": part / whole,
        "target": 0.5,
        "lower_95": 0.4,
        "upper_95": 0.6,
        "lower_998": 0.35,
        "upper_998": 0.65,
        "od_lower_998": None,
        "od_upper_998": None,
        "flag": "within",
        "reason": None,
        "shrunken": 0.5,
        "shrunken_lower": 0.45,
        "shrunken_upper": 0.55,
    } | changes


PLACES = [
    place("XAC", 150, 200, flag="high_alarm"),
    place("XAA", 48, 100),
    place("XAB", 400, 4000, flag="low_alert"),
]


def test_funnel_draws_each_number_over_its_size_and_names_flagged_places_only():
    chart = funnel(SHARE, PLACES, LABELS)
    drawn = {mark["name"]: mark for mark in chart.rows}
    assert {name: (m["size"], m["value"]) for name, m in drawn.items()} == {
        "Altaria": (100, 0.48),
        "Borovia": (4000, 0.1),
        "Cassia": (200, 0.75),
    }
    labels = {name: m["label"] for name, m in drawn.items()}
    assert labels == {"Altaria": "", "Borovia": "Borovia", "Cassia": "Cassia"}
    assert chart.is_log
    assert all(mark["shrunken"] == 0.5 for mark in chart.rows)
    assert "Cassia: 75.0% (150 of 200 persons)" in chart.alt


def test_funnel_has_the_limits_of_every_place_and_wider_ones_only_where_there_are_any():
    chart = funnel(SHARE, PLACES, LABELS)
    by_style = {}
    for curve in chart.curves:
        by_style.setdefault(curve.style, []).append([y for _, y in curve.points])
    assert by_style == {
        "centre": [[0.5] * 3],
        "inner": [[0.6] * 3, [0.4] * 3],
        "outer": [[0.65] * 3, [0.35] * 3],
    }
    wider = [row | {"od_lower_998": 0.2, "od_upper_998": 0.8} for row in PLACES]
    assert "dispersed" in {curve.style for curve in funnel(SHARE, wider, LABELS).curves}


def test_what_is_hidden_or_too_uncertain_is_not_drawn():
    hidden = place("XAD", 1, 2, value=None, flag="not_assessable", reason="suppressed")
    unsure = place("XAD", 10, 20, flag="not_assessable", reason="very_uncertain")
    for row in (hidden, unsure):
        names = {mark["name"] for mark in funnel(SHARE, [*PLACES, row], LABELS).rows}
        assert names == {"Altaria", "Borovia", "Cassia"}
        assert funnel(SHARE, [*PLACES[:2], row], LABELS) is None


def group(breakdown: str, category: str, gap, verdict: str, **changes) -> dict:
    low, high = (None, None) if gap is None else (gap - 0.05, gap + 0.05)
    return {
        **YEARS,
        "jurisdiction": "XAA",
        "unit_counted": "persons",
        "breakdown": breakdown,
        "category": category,
        "reference": {"sex": "male", "age_group": "adult"}[breakdown],
        "difference": gap,
        "difference_lower": low,
        "difference_upper": high,
        "adjusted_difference": None,
        "adjusted_difference_lower": None,
        "adjusted_difference_upper": None,
        "gap_not_ruled_out": None if gap is None else max(abs(low), abs(high)),
        "verdict": verdict,
        "reason": None,
    } | changes


GROUPS = [
    group("sex", "female", -0.12, "difference", adjusted_difference=-0.08),
    group("age_group", "child", 0.02, "no_difference_shown"),
]


def test_forest_tells_differences_in_points_with_the_adjusted_one_beside():
    chart = forest(SHARE, GROUPS, LABELS)
    child, female = chart.rows
    assert (child["x"], female["x"]) == ("Child beside adult", "Female beside male")
    assert female["value"] == pytest.approx(-12)
    assert (female["lower"], female["upper"]) == (pytest.approx(-17), pytest.approx(-7))
    assert female["adjusted"] == pytest.approx(-8) and child["adjusted"] is None
    assert [mark["is_different"] for mark in chart.rows] == [False, True]
    assert "up to 7.0 points cannot be ruled out" in child["text"]
    assert "ruled out" not in female["text"]


def test_what_cannot_be_told_has_an_interval_and_no_point():
    silent = group("sex", "female", 0.1, "cannot_tell", reason="too_few")
    hidden = group("sex", "female", None, "cannot_tell", reason="suppressed")
    [mark] = forest(SHARE, [silent], LABELS).rows
    assert mark["value"] is None and mark["lower"] == pytest.approx(5)
    assert mark["text"].startswith("cannot tell (too few in one of the two groups)")
    assert forest(SHARE, [hidden], LABELS) is None


def test_groups_stand_by_name_and_not_by_the_size_of_their_difference():
    larger = [row | {"difference": 10 * row["difference"]} for row in GROUPS]
    names = [row["category"] for row in in_order(GROUPS, LABELS)]
    assert names == [row["category"] for row in in_order(reversed(larger), LABELS)]


def test_differences_carry_their_sign():
    assert (signed(0.041), signed(-0.041), signed(-0.0)) == ("+4.1", "−4.1", "+0.0")
    assert difference(GROUPS[0]) == "−12.0 points (−17.0 to −7.0)"


def quarter(month: int, value, **changes) -> dict:
    return {
        "jurisdiction": "XAA",
        "grain": "quarter",
        "chart": "laney_p",
        "period_start": date(2024, month, 1),
        "period_end": date(2024, month + 2, 31 if month in (1, 10) else 30),
        "value": value,
        "centre": 0.5,
        "lower_limit": 0.4,
        "upper_limit": 0.6,
        "signal": None,
    } | changes


def test_control_chart_keeps_gaps_and_marks_signals_in_words():
    rows = [quarter(4, None, centre=None, lower_limit=None, upper_limit=None), quarter(1, 0.5)]
    rows += [quarter(10, 0.7, signal="Above UCL"), quarter(7, 0.55)]
    chart = control(SHARE, rows, LABELS)
    assert chart.categories == tuple(
        f"{months} 2024" for months in ("Jan–Mar", "Apr–Jun", "Jul–Sep", "Oct–Dec")
    )
    assert [mark["value"] for mark in chart.rows] == [0.5, None, 0.55, 0.7]
    assert [mark["is_signal"] for mark in chart.rows] == [False, False, False, True]
    assert "October to December 2024: 70.0%; above the upper limit" in chart.alt
    assert [len(curve.points) for curve in chart.curves] == [3, 3, 3]


def test_short_series_has_no_limits_to_draw():
    bare = {"centre": None, "lower_limit": None, "upper_limit": None}
    chart = control(SHARE, [quarter(m, 0.5, **bare) for m in (1, 4, 7)], LABELS)
    assert chart.curves == ()
    assert control(SHARE, [quarter(1, 0.5, **bare)], LABELS) is None
