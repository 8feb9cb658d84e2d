"""Every kind of chart is drawn for print with all its marks, and its curves lie where its points lie."""

import re

import pytest

from charts.control import control
from charts.forest import forest
from charts.funnel import funnel
from reports.vega import draw_svg, specification
from tests.made_files import material_of

METRIC = "court_conviction_rate"


@pytest.fixture(scope="module")
def material(made_release):
    return material_of(made_release)


@pytest.fixture(scope="module")
def charts(material):
    definition, labels = material.definitions[METRIC], material.labels
    places = [row for row in material.comparisons[METRIC] if row["scope"] == "trafficking"]
    end = max(row["period_end"] for row in places)
    groups = [
        row
        for row in material.disparities[METRIC]
        if (row["jurisdiction"], row["scope"], row["breakdown"]) == ("XAA", "trafficking", "sex")
        and row["period_end"] == end
    ]
    series = [
        row
        for rows in material.series[METRIC].values()
        for row in rows
        if (row["jurisdiction"], row["scope"]) == ("XAA", "trafficking")
    ]
    return {
        "funnel": funnel(definition, [r for r in places if r["period_end"] == end], labels),
        "forest": forest(definition, groups, labels),
        "control": control(definition, series, labels),
    }


def curve_layer(chart) -> dict:
    (layer,) = [layer for layer in specification(chart)["layer"] if "data" in layer]
    return layer


def texts(svg: str) -> str:
    return " ".join(re.findall(r">([^<>]+)</t(?:ext|span)>", svg))


@pytest.mark.parametrize("kind", ["funnel", "forest", "control"])
def test_every_kind_is_drawn(charts, kind):
    svg = draw_svg(charts[kind])
    assert svg.startswith("<svg")
    assert "NaN" not in svg and "undefined" not in svg and "Infinity" not in svg


def test_curves_lie_where_the_points_of_a_series_lie(charts):
    """Periods are broken into lines on the axis: a curve whose periods are not would be dropped."""
    spec = specification(charts["control"])
    shown = {row["x"] for row in spec["data"]["values"]}
    at = {point["at"] for point in curve_layer(charts["control"])["data"]["values"]}
    assert at and at <= shown


def test_every_curve_of_a_funnel_is_drawn(charts):
    chart = charts["funnel"]
    svg = draw_svg(chart)
    lines = re.findall(r'aria-roledescription="line mark"', svg)
    assert len(lines) == len(chart.curves)
    said = texts(svg)
    assert all(curve.label in said for curve in chart.curves if curve.label)


def test_places_that_stand_out_are_named(charts):
    named = [row["label"] for row in charts["funnel"].rows if row["label"]]
    assert named
    said = texts(draw_svg(charts["funnel"]))
    assert all(name in said for name in named)


def test_every_place_and_every_point_has_its_mark(charts):
    for kind in ("funnel", "control"):
        drawn = [row for row in charts[kind].rows if row["value"] is not None]
        points = re.findall(r'aria-roledescription="(?:point|circle)"', draw_svg(charts[kind]))
        assert len(points) >= len(drawn)


def test_a_forest_shows_where_no_difference_would_lie(charts):
    assert charts["forest"].reference.value == 0
    assert charts["forest"].reference.label in texts(draw_svg(charts["forest"]))


def test_axes_of_sizes_hold_every_place(charts):
    chart = charts["funnel"]
    (layer, *_) = specification(chart)["layer"]
    low, high = layer["encoding"]["x"]["scale"]["domain"]
    assert low <= min(row["size"] for row in chart.rows)
    assert high > max(row["size"] for row in chart.rows)
    assert low >= 0
