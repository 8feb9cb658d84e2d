"""What Streamlit sends of a figure handed over as it is, is what it would send of one that plotly had checked."""

import json

import plotly.io
import pytest
from plotly.tools import return_figure_from_figure_or_data

from views.plotly_drawn import as_it_is

FIGURE = {
    "data": [{"type": "scatter", "x": [1, 2], "y": [0.5, None], "name": "Élan", "mode": "lines"}],
    "layout": {"height": 340, "xaxis": {"range": [0, 3]}, "showlegend": False},
}


def sent(figure) -> dict:
    drawn = return_figure_from_figure_or_data(figure, validate_figure=True)
    return json.loads(plotly.io.to_json(drawn, validate=False))


def test_the_same_is_sent_as_of_a_checked_figure():
    assert sent(as_it_is(FIGURE)) == sent(FIGURE)


def test_the_figure_itself_stays_as_it_was():
    before = json.dumps(FIGURE)
    sent(as_it_is(FIGURE))
    assert json.dumps(FIGURE) == before


def test_pages_of_tests_draw_no_figure_that_plotly_refuses(checked_figures):
    from views import plotly_drawn

    with pytest.raises(ValueError, match="nonsense"):
        plotly_drawn.as_it_is({"data": [{"type": "scatter", "nonsense": 1}], "layout": {}})
