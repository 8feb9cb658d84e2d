"""A drawing never says more than the chart's description."""

import pytest

from charts.chart import Chart
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


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("colour", palette.SERIES)
@pytest.mark.parametrize("ground", palette.BACKGROUNDS)
def test_colour_holds_three_to_one_in_both_schemes(colour, ground):
    light, dark = sorted((luminance(colour), luminance(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 3


def test_backgrounds_are_those_of_the_theme():
    import tomllib
    from pathlib import Path

    theme = tomllib.loads(
        (Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml").read_text()
    )["theme"]
    grounds = (theme["light"]["backgroundColor"], theme["dark"]["backgroundColor"])
    assert grounds == palette.BACKGROUNDS
