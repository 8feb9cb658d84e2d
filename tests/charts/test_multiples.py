"""Small charts side by side hold the series they are made of."""

import re
from datetime import date
from html import unescape

import pytest

from charts.chart import Chart
from charts.labels import Labels
from charts.multiples import lines_of_metrics, of_metrics, of_places
from reports.vega import draw_svg, specification
from reports.vega_multiples import words_of
from views.plotly_chart import reading_key
from views.plotly_multiples import panels

LABELS = Labels({"XAA": "Altaria", "XAB": "Borovia", "XAC": "Cassia"})
COUNT = {
    "metric_id": "victims_identified",
    "title": "Victims identified",
    "kind": "count",
    "value_unit": "count",
    "unit_counted": "persons",
}
SHARE = COUNT | {"metric_id": "clearance_rate", "title": "Clearance", "value_unit": "share"}
WORDS = {"title": "Two places stand out", "subtitle": "Number of persons"}


def series(place, values, *, signals=None, metric="victims_identified", leans=False):
    return [
        {
            "metric_id": metric,
            "scope": "trafficking",
            "jurisdiction": place,
            "grain": "year",
            "period_start": date(2010 + order, 1, 1),
            "period_end": date(2010 + order, 12, 31),
            "numerator": value,
            "denominator": None,
            "value": value,
            "centre": 10.0,
            "lower_limit": 5.0,
            "upper_limit": 15.0,
            "signal": (signals or {}).get(order),
            "chart": "xmr",
            "limits_kind": "firm",
            "points": len(values),
            "is_autocorrelated": leans,
            "expected_false_alarms": 0.1,
        }
        for order, value in enumerate(values)
    ]


ROWS = [
    *series("XAB", [9, 11, 9, 19], signals={3: "Above UCL"}),
    *series("XAA", [11, 9, 14, 9], signals={2: "2 in 3 Above CL"}),
]


def marked(panel):
    return [row["value"] for row in panel.rows if row["is_signal"]]


def printed(chart):
    svg = draw_svg(chart)
    assert "NaN" not in svg and "undefined" not in svg and "Infinity" not in svg
    return " ".join(unescape(" ".join(re.findall(r">([^<>]+)</t(?:ext|span)>", svg))).split())


def headings(chart):
    return [drawn["layout"]["annotations"][-1]["text"] for drawn in panels(chart)]


def test_places_stand_by_their_names_with_what_their_latest_point_shows():
    chart = of_places(COUNT, ROWS, LABELS, **WORDS)
    assert [(panel.title, panel.subtitle) for panel in chart.panels] == [
        ("Altaria", "○ Within natural variation, by year"),
        ("Borovia", "▲ Unusually high, by year"),
    ]
    assert [marked(panel) for panel in chart.panels] == [[], [19]]
    assert "Borovia, by year: unusually high" in chart.alt
    assert len(chart.rows) == 8


def test_both_renderers_say_the_name_and_the_words_of_every_panel():
    chart = of_places(COUNT, ROWS, LABELS, **WORDS)
    assert headings(chart) == [
        "<b>Altaria</b><br>○ Within natural variation, by year",
        "<b>Borovia</b><br>▲ Unusually high, by year",
    ]
    told = printed(chart)
    for words in ("Altaria", "Within natural variation, by year", "Borovia", "Unusually high"):
        assert words in told
    assert len(specification(chart)["concat"]) == 2


def test_signs_are_for_screens():
    assert words_of("▲ Unusually high, by year") == "Unusually high, by year"
    assert words_of("within 12 months") == "within 12 months"
    assert words_of("") == ""


def test_a_place_with_one_point_is_named_and_not_drawn():
    chart = of_places(COUNT, [*ROWS, *series("XAC", [4])], LABELS, **WORDS)
    assert [panel.title for panel in chart.panels] == ["Altaria", "Borovia"]
    assert "too few points to draw: Cassia" in chart.subtitle


@pytest.mark.parametrize("values", [[], [4], [None, None]])
def test_nothing_to_draw_is_no_chart(values):
    assert of_places(COUNT, series("XAA", values), LABELS, **WORDS) is None
    assert of_metrics({"victims_identified": COUNT}, series("XAA", values), LABELS, **WORDS) is None


def test_counts_have_axes_of_their_own_and_shares_one():
    own = of_places(COUNT, ROWS, LABELS, **WORDS)
    assert len({tuple(drawn["layout"]["yaxis"]["range"]) for drawn in panels(own)}) == 2
    assert "an axis of values of its own" in reading_key(own)
    rows = [
        row | {name: row[name] / 20 for name in ("value", "centre", "lower_limit", "upper_limit")}
        for row in ROWS
    ]
    shared = of_places(SHARE, rows, LABELS, **WORDS)
    assert len({tuple(drawn["layout"]["yaxis"]["range"]) for drawn in panels(shared)}) == 1
    assert "the same axis of values" in reading_key(shared)
    scales = [
        each["layer"][0]["encoding"]["y"]["scale"] for each in specification(shared)["concat"]
    ]
    assert [scale["domain"] for scale in scales] == [[0.25, 0.95]] * 2


def test_metrics_stand_in_the_order_of_their_definitions():
    definitions = {"clearance_rate": SHARE, "victims_identified": COUNT}
    rows = [*series("XAA", [9, 11]), *series("XAA", [0.4, 0.5], metric="clearance_rate")]
    chart = of_metrics(definitions, rows, LABELS, **WORDS)
    assert [panel.title for panel in chart.panels] == ["Clearance", "Victims identified"]
    assert chart.unit == ""


def test_signals_not_to_be_relied_on_are_not_marked():
    rows = series("XAA", [9, 11, 9, 19], signals={3: "Above UCL"}, leans=True)
    (panel,) = of_places(COUNT, rows, LABELS, **WORDS).panels
    assert panel.subtitle == "≈ Signals not to be relied on, by year"
    assert marked(panel) == []


def test_axes_of_small_charts_name_years():
    rows = [
        row
        | {
            "period_start": date(2010 + n // 4, 3 * (n % 4) + 1, 1),
            "period_end": end,
            "grain": "quarter",
        }
        for n, (row, end) in enumerate(zip(series("XAA", [9, 11] * 4), QUARTERS, strict=True))
    ]
    chart = of_places(COUNT, rows, LABELS, **WORDS)
    (drawn,) = panels(chart)
    assert drawn["layout"]["xaxis"]["ticktext"] == ["2010", "2011", "2011"]
    assert "2011" in printed(chart)


QUARTERS = [
    date(year, *day) for year in (2010, 2011) for day in ((3, 31), (6, 30), (9, 30), (12, 31))
]


def result(metric, year, value, **changes):
    return {
        "metric_id": metric,
        "scope": "trafficking",
        "source": "case",
        "origin": None,
        "jurisdiction": "XAA",
        "period_kind": "event",
        "period_start": date(year, 1, 1),
        "period_end": date(year, 12, 31),
        "horizon_days": None,
        "breakdown": "total",
        "category": "total",
        "unit_counted": "persons",
        "currency": None,
        "numerator": None if value is None else 100 * value,
        "denominator": 100,
        "value": value,
        "lower": value,
        "upper": value,
        "interval_method": "enumeration",
        "bound_lower": None,
        "bound_upper": None,
        "maturity": None,
        "status": "reportable",
        "blank": None if value is not None else "suppressed",
        "missing_share": None,
        "public_fact": False,
        "linkage_recall": None,
    } | changes


def test_lines_of_metrics_hold_their_values_and_gaps():
    definitions = {"clearance_rate": SHARE, "victims_identified": COUNT}
    rows = [
        *(result("clearance_rate", 2020 + n, v) for n, v in enumerate((0.4, None, 0.6))),
        result("victims_identified", 2020, 12),
    ]
    chart = lines_of_metrics(definitions, rows, LABELS, **WORDS)
    (panel,) = chart.panels
    assert [row["value"] for row in panel.rows] == [0.4, None, 0.6]
    assert "too few points to draw: Victims identified" in chart.subtitle
    (drawn,) = panels(chart)
    assert "[c]" in [note["text"] for note in drawn["layout"]["annotations"]]
    assert "Clearance" in printed(chart)


def test_of_several_horizons_the_usual_one_is_drawn():
    rows = [result("clearance_rate", year, 0.4, horizon_days=365) for year in (2020, 2021, 2022)]
    rows += [result("clearance_rate", year, 0.6, horizon_days=730) for year in (2020, 2021)]
    chart = lines_of_metrics({"clearance_rate": SHARE}, rows, LABELS, **WORDS)
    (panel,) = chart.panels
    assert panel.subtitle == "within 24 months"
    assert [row["value"] for row in panel.rows] == [0.6, 0.6]


def test_a_panel_may_be_a_curve():
    rows = tuple(
        {"x": x, "value": x / 40, "lower": None, "upper": None, "name": str(x), "text": str(x)}
        | {"quality": "reportable", "blank": None}
        for x in (12, 24)
    )
    about = {"title": "Altaria", "subtitle": "", "alt": "A", "x": "x", "y": "value"}
    about |= {"unit": "share", "y_title": "Share"}
    panel = Chart(kind="curve", rows=rows, **about)
    chart = Chart(kind="multiples", rows=rows, panels=(panel, panel), **about)
    assert len(panels(chart)) == 2
    assert printed(chart).count("Altaria") == 2
