"""A drawing never says more than the chart's description."""

from dataclasses import replace

import pytest

from charts.chart import Chart, Curve, Reference
from charts.format import BLANKS
from views import palette
from views.plotly_chart import figure, reading_key


def mark(x, value, lower, upper, quality="reportable", **more):
    return {
        "x": x,
        "name": x,
        "value": value,
        "lower": lower,
        "upper": upper,
        "text": f"{value}",
        "quality": quality,
        "blank": None,
        "bound_lower": None,
        "bound_upper": None,
        "blank_label": BLANKS[more["blank"]].label if more.get("blank") else None,
    } | more


def chart(kind, *rows, series=None):
    return Chart(
        kind=kind,
        title="Title",
        subtitle="Measure, place, period",
        alt="What is to be seen",
        rows=rows,
        x="x",
        y="value",
        unit="share",
        y_title="Share",
        series=series,
        lower="lower",
        upper="upper",
        categories=tuple(dict.fromkeys(row["x"] for row in rows)),
    )


def visible_points(drawn):
    return [
        (x, y)
        for trace in drawn["data"]
        if trace["mode"] == "markers" and trace.get("opacity") != 0
        for x, y in zip(trace["x"], trace["y"], strict=True)
    ]


def connections(drawn, dash):
    return [
        tuple(part for part in trace["y"] if part is not None)
        for trace in drawn["data"]
        if trace["mode"] == "lines" and trace["line"].get("dash") == dash and "fill" not in trace
    ]


def test_blank_leaves_a_gap_in_the_line_and_says_its_kind():
    blank = mark("2022", None, None, None, "blank", blank="not_reported")
    described = chart("line", mark("2021", 0.5, 0.4, 0.6), blank, mark("2023", 0.6, 0.5, 0.7))
    drawn = figure(described)
    assert visible_points(drawn) == [(0, 0.5), (2, 0.6)]
    assert connections(drawn, "solid") == []
    assert "[x]" in [note["text"] for note in drawn["layout"]["annotations"]]
    assert "not reported" in reading_key(described)


@pytest.mark.parametrize("kind", ["line", "bar"])
def test_very_uncertain_is_a_bar_without_a_point(kind):
    unsure = mark("2022", None, 0.2, 0.8, "very_uncertain")
    drawn = figure(chart(kind, mark("2021", 0.5, 0.4, 0.6), unsure))
    assert len(visible_points(drawn)) == 1
    thick = [t for t in drawn["data"] if t["mode"] == "lines" and t["line"]["width"] > 4]
    assert {0.2, 0.8} <= {part for t in thick for part in (*t["x"], *t["y"])}
    assert "very uncertain" in reading_key(chart(kind, unsure))


def test_provisional_is_hollow_and_dashed():
    rows = (
        mark("2021", 0.5, 0.4, 0.6),
        mark("2022", 0.52, 0.4, 0.6),
        mark("2023", 0.4, 0.3, 0.5, "provisional"),
    )
    drawn = figure(chart("line", *rows))
    assert connections(drawn, "solid") == [(0.5, 0.52)]
    assert connections(drawn, "dash") == [(0.52, 0.4)]
    symbols = {t["marker"]["symbol"] for t in drawn["data"] if t["mode"] == "markers"}
    assert symbols == {"circle", "circle-open"}


def test_bounds_of_the_unseen_are_dotted():
    young = mark(
        "2024", None, None, None, "blank", blank="not_yet", bound_lower=0.1, bound_upper=0.9
    )
    drawn = figure(chart("line", mark("2023", 0.5, 0.4, 0.6), young))
    assert (0.1, 0.9) in connections(drawn, "dot")


def test_chosen_place_differs_in_colour_and_in_shape():
    drawn = figure(chart("bar", mark("A", 0.5, 0.4, 0.6), mark("B", 0.6, 0.5, 0.7)), highlight="B")
    looks = {
        (trace["marker"]["color"], trace["marker"]["symbol"])
        for trace in drawn["data"]
        if trace["mode"] == "markers"
    }
    assert looks == {(palette.BLUE, "circle"), (palette.ORANGE, "square")}
    assert "<b>" in drawn["layout"]["yaxis"]["ticktext"][1]


def test_series_differ_in_colour_and_in_shape():
    rows = [mark(x, 0.5, 0.4, 0.6, series=s) for s in ("12", "24", "36") for x in ("2021", "2022")]
    drawn = figure(chart("line", *rows, series="series"))
    looks = {
        (trace["marker"]["color"], trace["marker"]["symbol"])
        for trace in drawn["data"]
        if trace["mode"] == "markers"
    }
    assert len({colour for colour, _ in looks}) == len({shape for _, shape in looks}) == 3
    assert {"12", "24", "36"} <= {note["text"] for note in drawn["layout"]["annotations"]}


def test_backgrounds_are_those_of_the_theme():
    import tomllib
    from pathlib import Path

    theme = tomllib.loads(
        (Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml").read_text()
    )["theme"]
    grounds = (theme["light"]["backgroundColor"], theme["dark"]["backgroundColor"])
    assert grounds == palette.BACKGROUNDS


def place(name, size, value, *, is_flagged=False, shrunken=0.5):
    return mark(name, value, None, None) | {
        "size": size,
        "flag": "high_alarm" if is_flagged else "within",
        "is_flagged": is_flagged,
        "shrunken": shrunken,
    }


def funnel_of(*rows, is_log=False):
    ends = tuple((row["size"], 0.6) for row in rows)
    low = tuple((row["size"], 0.4) for row in rows)
    return replace(
        chart("funnel", *rows),
        x="size",
        lower=None,
        upper=None,
        curves=(
            Curve("centre", tuple((row["size"], 0.5) for row in rows), "all others"),
            Curve("outer", ends, "99.8% limits"),
            Curve("outer", low),
        ),
        second="shrunken",
        second_label="pulled towards the average",
        marked="is_flagged",
        label="name",
        is_log=is_log,
    )


def named_points(drawn):
    return {
        name: (x, y)
        for trace in drawn["data"]
        if trace["mode"] == "markers+text"
        for name, x, y in zip(trace["text"], trace["x"], trace["y"], strict=True)
    }


@pytest.mark.parametrize("places", [3, 9])
def test_funnel_names_flagged_places_and_the_chosen_one_alone(places):
    rows = [place(f"P{n}", 100.0 * n, 0.5) for n in range(1, places)]
    rows.append(place("Far", 1000.0, 0.9, is_flagged=True))
    drawn = figure(funnel_of(*rows), highlight="P1")
    assert named_points(drawn) == {"Far": (1000.0, 0.9), "P1": (100.0, 0.5)}
    limits = [trace for trace in drawn["data"] if trace.get("line", {}).get("dash") == "dash"]
    ends = {y for trace in limits for y in trace["y"] if y is not None}
    assert ends == {0.4, 0.6}


def test_funnel_over_sizes_by_their_logarithm_keeps_all_in_view():
    rows = [place("A", 20.0, 0.5), place("B", 400.0, 0.5), place("C", 9000.0, 0.5)]
    axis = figure(funnel_of(*rows, is_log=True))["layout"]["xaxis"]
    low, high = axis["range"]
    assert axis["type"] == "log" and 10**low < 20 and 10**high > 9000
    assert {30, 100, 300, 1000, 3000} <= set(axis["tickvals"])


def test_key_of_a_funnel_says_what_lines_and_marks_are():
    said = reading_key(funnel_of(place("A", 20.0, 0.9, is_flagged=True), place("B", 40.0, 0.5)))
    for part in ("solid line: all others", "dashed line: 99.8% limits", "pulled towards", "◆"):
        assert part in said


def test_forest_draws_no_point_where_nothing_can_be_told():
    rows = [
        mark("Told", -12.0, -17.0, -7.0) | {"adjusted": -8.0, "is_different": True},
        mark("Unsure", None, -5.0, 15.0, "very_uncertain")
        | {"adjusted": None, "is_different": False},
        mark("Hidden", None, None, None, "blank") | {"adjusted": None, "is_different": False},
    ]
    rows = [row | {"verdict": "Cannot tell", "low": None, "high": None} for row in rows]
    described = replace(
        chart("forest", *rows),
        unit="points",
        reference=Reference(0.0, "no difference"),
        second="adjusted",
        second_lower="low",
        second_upper="high",
        marked="is_different",
        label="verdict",
    )
    drawn = figure(described)
    assert sorted(x for x, _ in visible_points(drawn)) == [-12.0, -8.0]
    low, high = drawn["layout"]["xaxis"]["range"]
    assert low < -17 and high > 15
    assert drawn["layout"]["shapes"][0]["x0"] == 0.0
    assert len(drawn["layout"]["yaxis"]["ticktext"]) == 3


def test_control_chart_leaves_gaps_and_keeps_limits_in_view():
    rows = [
        mark("Q1", 0.5, None, None) | {"is_signal": False},
        mark("Q2", None, None, None, "blank") | {"is_signal": False},
        mark("Q3", 0.55, None, None) | {"is_signal": False},
        mark("Q4", 0.7, None, None) | {"is_signal": True},
    ]
    described = replace(
        chart("control", *rows),
        lower=None,
        upper=None,
        marked="is_signal",
        curves=(Curve("outer", (("Q1", 0.8), ("Q3", 0.8), ("Q4", 0.8)), "limits"),),
    )
    drawn = figure(described)
    diamonds = [t for t in drawn["data"] if t.get("marker", {}).get("symbol") == "diamond"]
    assert [(t["x"], t["y"]) for t in diamonds] == [([3], [0.7])]
    line = next(t for t in drawn["data"] if t["mode"] == "lines" and "dash" not in t["line"])
    assert line["x"] == [2, 3, None] and line["y"] == [0.55, 0.7, None]
    low, high = drawn["layout"]["yaxis"]["range"]
    assert low < 0.5 and high > 0.8
