"""Colours, dashes and sizes of printed charts.

Colours are the four of the print palette in an order that keeps neighbours three to one apart;
every series also has its own dash and point shape, so that the chart survives a black-and-white copy.
"""

PALETTE = ("#12436D", "#F46A25", "#801650", "#28A197")
PARTS = (*PALETTE, "#A285D1", "#3D3D3D")
"""The parts of a whole, in order; OPEN is for those not decided, not heard or not known."""
OPEN = "#6B7280"
DASHES = ([1, 0], [6, 3], [2, 2], [8, 2, 2, 2])
SHAPES = ("circle", "square", "triangle-up", "diamond")
INK, GRID, PALE = "#1A1A1A", "#D9D9D9", "#C4D2E3"
FONT = "Libertinus Serif"
WIDTH, HEIGHT, BAR_STEP, LINE = 500, 160, 21, 13
CURVES = {
    "centre": (PALETTE[0], [1, 0]),
    "inner": ("#6B7280", [2, 2]),
    "outer": (INK, [6, 3]),
    "dispersed": (PALETTE[2], [8, 2, 2, 2]),
}
"""Style of a curve -> its colour and dash."""


def config() -> dict:
    """Vega-Lite settings all charts share."""
    return {
        "font": FONT,
        "view": {"stroke": None},
        "background": "white",
        "axis": {"labelFontSize": 11, "titleFontSize": 11, "titleFontWeight": "normal"},
        "text": {"fontSize": 11, "font": FONT},
        "padding": {"left": 6, "right": 18, "top": 6, "bottom": 6},
    }
