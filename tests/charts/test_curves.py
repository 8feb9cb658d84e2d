"""Curves of cohorts hold what the results say, on screen and in print."""

import re
from datetime import date
from html import unescape

import pytest

from charts.chart import Chart
from charts.curves import HIGHEST, LOWEST, over_months, with_bounds
from charts.labels import Labels
from reports.vega import draw_svg
from views.plotly_chart import figure, reading_key

LABELS = Labels({"XAA": "Altaria"})
SHARE = {
    "metric_id": "cohort_conviction",
    "title": "Conviction",
    "kind": "share",
    "value_unit": "share",
    "unit_counted": "persons",
    "estimate": None,
}
WORDS = {"title": "T", "subtitle": "S", "since": "Months since identification"}


def result(days, part, whole, year=2020, **changes):
    value = None if part is None else part / whole
    return {
        "metric_id": "cohort_conviction",
        "scope": "trafficking",
        "source": "case",
        "origin": None,
        "jurisdiction": "XAA",
        "period_kind": "cohort",
        "period_start": date(year, 1, 1),
        "period_end": date(year, 12, 31),
        "horizon_days": days,
        "breakdown": "total",
        "category": "total",
        "unit_counted": "persons",
        "currency": None,
        "numerator": part,
        "denominator": whole,
        "value": value,
        "lower": None if value is None else value - 0.05,
        "upper": None if value is None else value + 0.05,
        "interval_method": "wilson",
        "bound_lower": None,
        "bound_upper": None,
        "maturity": "mature",
        "status": "reportable",
        "blank": None,
        "missing_share": None,
        "public_fact": False,
        "linkage_recall": None,
    } | changes


def blank(days, code, **changes):
    return result(days, None, 200, blank=code, status=None) | changes


ONE = [result(365, 20, 200), result(730, 50, 200), result(1095, 90, 200)]


def annotations(chart):
    return [note["text"] for note in figure(chart)["layout"]["annotations"]]


def printed(chart):
    """All words of the printed chart, those of several lines joined."""
    svg = draw_svg(chart)
    assert "NaN" not in svg and "undefined" not in svg and "Infinity" not in svg
    return " ".join(unescape(" ".join(re.findall(r">([^<>]+)</t(?:ext|span)>", svg))).split())


def drawn_points(chart):
    return [
        (x, y)
        for trace in figure(chart)["data"]
        if trace["mode"] == "markers" and trace.get("opacity") != 0
        for x, y in zip(trace["x"], trace["y"], strict=True)
    ]


def test_points_stand_at_their_months_and_counts_under_them():
    chart = over_months(SHARE, ONE[::-1], LABELS, **WORDS)
    assert [(row["x"], row["value"]) for row in chart.rows] == [(12, 0.1), (24, 0.25), (36, 0.45)]
    assert chart.categories == ("0", "12", "24", "36")
    assert chart.under == (("Known by then, of 200 in the cohort", ("", "20", "50", "90")),)
    assert drawn_points(chart) == [(12, 0.1), (24, 0.25), (36, 0.45)]


def test_sizes_that_differ_have_a_line_of_their_own():
    rows = [result(365, 20, 200), result(730, 45, 150)]
    chart = over_months(SHARE, rows, LABELS, **WORDS, counted=("convicted", "identified"))
    assert chart.under == (("Convicted", ("", "20", "45")), ("Identified", ("", "200", "150")))


def test_several_cohorts_are_named_and_counted_each():
    rows = [*ONE, result(365, 30, 100, 2021), result(730, 60, 100, 2021)]
    chart = over_months(
        SHARE, rows, LABELS, **WORDS, named=lambda row: str(row["period_start"].year)
    )
    assert chart.series_names == ("2020", "2021")
    said, told = annotations(chart), printed(chart)
    assert {"2020", "2021"} <= set(said)
    assert "2021: known by then, of 100 in the cohort" in said
    for words in ("2020", "2021", "2021: known by then, of 100 in the cohort", "60", "12"):
        assert words in told


def test_more_lines_than_can_be_told_apart_are_not_drawn():
    rows = [result(days, 20, 200, year) for year in range(2016, 2021) for days in (365, 730)]
    assert (
        over_months(SHARE, rows, LABELS, **WORDS, named=lambda row: str(row["period_start"].year))
        is None
    )


def test_a_hidden_point_is_a_gap_with_its_sign_on_the_axis_and_under_it():
    rows = [ONE[0], blank(730, "suppressed"), ONE[2]]
    chart = over_months(SHARE, rows, LABELS, **WORDS)
    drawn = figure(chart)
    assert "24<br>[c]" in drawn["layout"]["xaxis"]["ticktext"]
    assert chart.under[0][1] == ("", "20", "[c]", "90")
    assert drawn_points(chart) == [(12, 0.1), (36, 0.45)]
    joined = [t for t in drawn["data"] if t["mode"] == "lines" and t["line"].get("dash") == "solid"]
    assert not any(part is not None for trace in joined for part in trace["x"])
    assert "[c]" in printed(chart)
    assert "[c] suppressed" in reading_key(chart)


def test_what_is_too_young_is_dashed():
    rows = [*ONE[:2], result(1095, 90, 200, maturity="provisional")]
    drawn = figure(over_months(SHARE, rows, LABELS, **WORDS))
    dashed = [t for t in drawn["data"] if t["mode"] == "lines" and t["line"].get("dash") == "dash"]
    assert [part for part in dashed[0]["x"] if part is not None] == [24, 36]


UNSEEN = [
    result(365, 20, 200, bound_lower=0.08, bound_upper=0.4),
    result(730, 50, 200, bound_lower=0.2, bound_upper=0.6),
]


def test_three_lines_of_a_cohort_whose_unseen_could_move_it():
    chart = with_bounds(SHARE, UNSEEN, LABELS, **WORDS)
    lines = {
        name: [(row["x"], row["value"]) for row in chart.rows if row["series"] == name]
        for name in chart.series_names
    }
    assert lines == {
        "estimate": [(12, 0.1), (24, 0.25)],
        LOWEST: [(12, 0.08), (24, 0.2)],
        HIGHEST: [(12, 0.4), (24, 0.6)],
    }
    assert chart.open_series == (LOWEST, HIGHEST)
    dotted = [t for t in figure(chart)["data"] if t.get("line", {}).get("dash") == "dot"]
    assert [trace["y"] for trace in dotted] == [[0.08, 0.2], [0.4, 0.6]]
    said = [text.replace("<br>", " ") for text in annotations(chart)]
    assert {"estimate", LOWEST, HIGHEST} <= set(said)
    told = printed(chart)
    assert all(name in told for name in ("estimate", LOWEST, HIGHEST))
    assert "dotted" in reading_key(chart)


def test_bounds_alone_are_drawn_without_an_estimate():
    young = {"maturity": "bounds_only", "bound_lower": 0.1, "bound_upper": 0.9, "numerator": 20.0}
    rows = [blank(365, "not_yet", **young), blank(730, "not_yet", **young)]
    chart = with_bounds(SHARE, rows, LABELS, **WORDS)
    assert [row["value"] for row in chart.rows] == [None, None, 0.1, 0.1, 0.9, 0.9]
    assert drawn_points(chart) == []
    assert "[y]" in printed(chart)
    alone = over_months(SHARE, rows, LABELS, **WORDS)
    ranges = [t["y"] for t in figure(alone)["data"] if t.get("line", {}).get("dash") == "dot"]
    assert ranges == [[0.1, 0.9, None, 0.1, 0.9, None]]
    assert "[y]" in printed(alone)


@pytest.mark.parametrize("build", [over_months, with_bounds])
@pytest.mark.parametrize("code", ["not_reported", "suppressed", "insufficient", "not_applicable"])
def test_nothing_but_blanks_is_no_chart(build, code):
    assert build(SHARE, [blank(365, code), blank(730, code)], LABELS, **WORDS) is None
    assert build(SHARE, [], LABELS, **WORDS) is None


def test_one_horizon_is_no_curve():
    assert over_months(SHARE, ONE[:1], LABELS, **WORDS) is None


def test_an_uncertain_point_is_an_interval_alone():
    rows = [ONE[0], result(730, 50, 200, status="very_uncertain")]
    chart = over_months(SHARE, rows, LABELS, **WORDS)
    assert drawn_points(chart) == [(12, 0.1)]
    assert printed(chart)


def test_a_curve_of_blanks_alone_still_has_its_axis():
    rows = tuple(
        {
            **dict.fromkeys(("value", "lower", "upper", "bound_lower", "bound_upper")),
            **{"x": x, "name": str(x), "text": "no number", "quality": "blank"},
            **{"blank": "not_yet", "blank_label": "Too early to tell"},
        }
        for x in (12, 24)
    )
    chart = Chart(
        kind="curve",
        title="T",
        subtitle="S",
        alt="A",
        rows=rows,
        x="x",
        y="value",
        unit="share",
        y_title="Share",
        lower="lower",
        upper="upper",
    )
    assert figure(chart)["layout"]["xaxis"]["ticktext"] == ["12<br>[y]", "24<br>[y]"]
    assert "[y]" in printed(chart)
