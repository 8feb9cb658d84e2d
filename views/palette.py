"""The colours of charts. Each holds 3:1 against the light and the dark background alike, so that one
palette serves both schemes; shape, dash and words carry the same meaning for who sees no colour."""

BLUE = "#2f7ed8"
ORANGE = "#d9661f"
PURPLE = "#9a62c9"
GREY = "#7d8590"

SERIES = (BLUE, ORANGE, PURPLE, GREY)
"""In the order series are drawn."""

SYMBOLS = ("circle", "square", "diamond", "triangle-up")
"""Marker shapes, one a series."""

BACKGROUNDS = ("#ffffff", "#14181e")
"""Light and dark, as `.streamlit/config.toml` sets them."""
