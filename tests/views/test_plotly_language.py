"""Numbers that plotly writes follow the language; texts of agencies are shown word for word."""

from languages import speaking
from views.plotly_language import in_language
from views.plotly_parts import broken, pointed_at, points

SHARES = {"range": [0, 1.03], "nticks": 6, "tickformat": ".0%"}
COUNTS = {"range": [0, 2000], "tickformat": ",.0f"}


def test_english_is_left_to_plotly():
    layout = {"xaxis": COUNTS, "yaxis": SHARES}
    assert in_language(layout) == layout


def test_axes_in_french_have_its_signs():
    with speaking("fr"):
        told = in_language({"xaxis": COUNTS, "yaxis": SHARES})
    assert told["separators"] == ",\u202f"
    assert told["xaxis"] == COUNTS
    words = dict(zip(told["yaxis"]["tickvals"], told["yaxis"]["ticktext"], strict=True))
    assert words[0.2].split() == ["20", "%"] and "tickformat" not in told["yaxis"]


def test_ticks_closer_than_a_percent_stay_apart():
    with speaking("fr"):
        told = in_language({"xaxis": COUNTS, "yaxis": SHARES | {"range": [0.101, 0.117]}})
    words = told["yaxis"]["ticktext"]
    assert len(set(words)) == len(words) > 1


def test_markup_of_an_agency_is_no_markup_in_a_chart():
    assert "<b>" not in broken("Court <b>first</b>", 40)
    said = pointed_at({"name": "<a href='x'>Court</a>", "text": "<5"})
    assert "<a" not in points([1], [1], [said], "#000000", "circle")["hovertext"][0]
