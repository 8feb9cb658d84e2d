"""Hands a figure to Streamlit as it is: checking every line of it, which the tests do, takes longer than drawing it."""

from copy import deepcopy
from functools import cache

from plotly.basedatatypes import BaseFigure
from plotly.graph_objects import Figure


class Drawn(BaseFigure):
    """A figure of plotly that is nothing but its dict."""

    def __init__(self, figure: dict):
        self._drawn = figure

    def to_dict(self) -> dict:
        return self._drawn


def as_it_is(figure: dict) -> Drawn:
    """The figure with the template that plotly gives to every one, and Streamlit colours by its theme."""
    return Drawn(figure | {"layout": {"template": _template()} | figure["layout"]})


@cache
def _template() -> dict:
    return deepcopy(Figure().to_dict()["layout"]["template"])
