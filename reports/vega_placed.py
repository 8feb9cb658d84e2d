"""Marks that a printed chart places itself, in pixels from its upper left corner."""

from reports.vega_style import INK, WIDTH

SPAN = WIDTH - 40
"""Pixels across that marks are placed on; a chart with labels at its left is drawn a little narrower."""
LETTER = 5.0
"""Pixels a character takes."""
LINE = 13


def across(axis: dict | None = None) -> dict:
    """Pixels from the left."""
    return _pixels("x", SPAN) | {"axis": axis}


def down(height: float, axis: dict | None = None) -> dict:
    """Pixels from the top."""
    encoding = _pixels("y", height) | {"axis": axis}
    encoding["scale"] |= {"reverse": True}
    return encoding


def rectangles(boxes: list[dict], x: dict, y: dict) -> list[dict]:
    """Boxes with keys x, x2, y, y2, colour and opacity of their tint; the edge carries the contrast."""
    mark = {"type": "rect", "strokeWidth": 1.3}
    colours = {
        "fill": {"field": "colour", "type": "nominal", "scale": None, "legend": None},
        "stroke": {"field": "colour", "type": "nominal", "scale": None, "legend": None},
        "fillOpacity": {"field": "opacity", "type": "quantitative", "scale": None, "legend": None},
    }
    return layer(boxes, mark, {"x": x, "y": y} | _ends() | colours)


def lines(segments: list[dict], x: dict, y: dict, *, dash: tuple[int, ...] = (1, 0)) -> list[dict]:
    """Segments with keys x, x2, y, y2, colour and width."""
    looks = _colour() | {
        "strokeWidth": {"field": "width", "type": "quantitative", "scale": None, "legend": None}
    }
    mark = {"type": "rule", "strokeDash": list(dash)}
    return layer(segments, mark, {"x": x, "y": y} | _ends() | looks)


def marks(places: list[dict], x: dict, y: dict, **look) -> list[dict]:
    """Points with keys x, y and colour; `look` is a Vega-Lite point mark."""
    filled = look.get("filled", True)
    colours = _colour() if not filled else _colour() | {"fill": _colour()["color"]}
    return layer(places, {"type": "point", "opacity": 1} | look, {"x": x, "y": y} | colours)


def words(texts: list[dict], x: dict, y: dict, *, is_rimmed: bool = True, **look) -> list[dict]:
    """Texts with keys x, y and text; a white rim keeps patterns behind them from disturbing."""
    encoding = {"x": x, "y": y, "text": {"field": "text", "type": "nominal"}}
    mark = {"type": "text", "baseline": "middle", "color": INK} | look
    rim = mark | {"stroke": "white", "strokeWidth": 4, "strokeJoin": "round", "aria": False}
    return (layer(texts, rim, encoding) if is_rimmed else []) + layer(texts, mark, encoding)


def in_lines(text: str, x: float, top: float) -> list[dict]:
    """A text of several lines, one below the other."""
    return [
        {"x": x, "y": top + LINE * (order + 0.5), "text": line}
        for order, line in enumerate(text.split("\n"))
    ]


def layer(data: list[dict], mark: dict, encoding: dict) -> list[dict]:
    """A layer with data of its own; none where there is nothing to draw."""
    return [{"data": {"values": data}, "mark": mark, "encoding": encoding}] if data else []


def _pixels(field: str, most: float) -> dict:
    scale = {"domain": [0, most], "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "scale": scale}


def _ends() -> dict:
    return {"x2": {"field": "x2"}, "y2": {"field": "y2"}}


def _colour() -> dict:
    return {"color": {"field": "colour", "type": "nominal", "scale": None, "legend": None}}
