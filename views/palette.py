"""The colours of charts. Each holds 3:1 against the light and the dark background alike, so that one
palette serves both schemes; shape, dash and words carry the same meaning for who sees no colour."""

BLUE = "#2f7ed8"
ORANGE = "#d9661f"
PURPLE = "#9a62c9"
GREY = "#7d8590"
TEAL = "#0f8f84"
ROSE = "#c2528b"
OLIVE = "#8a7a2e"

SERIES = (BLUE, ORANGE, PURPLE, GREY)
"""In the order series are drawn."""

PARTS = (BLUE, ORANGE, PURPLE, TEAL, ROSE, OLIVE)
"""The parts of a whole, in order; grey is left for what is open."""

SYMBOLS = ("circle", "square", "diamond", "triangle-up")
"""Marker shapes, one a series."""

BACKGROUNDS = ("#ffffff", "#14181e")
"""Light and dark, as `.streamlit/config.toml` sets them."""
