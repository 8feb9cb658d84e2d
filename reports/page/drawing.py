"""A chart that stands alone: what is seen, measure, place and period above it, where it comes from below."""

import textwrap
from xml.sax.saxutils import escape, quoteattr

import vl_convert

from languages import current
from reports.page.document import Drawing
from reports.page.svg_size import size
from reports.plain_text import plain
from reports.vega import draw_svg
from reports.vega_style import FONT, INK

SCALE = 2
"""Points of a PNG for one of the drawing."""
MARGIN = 14
LINES = {"title": (15, 20, "bold"), "subtitle": (11, 15, "normal"), "source": (9.5, 13, "normal")}
"""Part -> size of its letters, height of its lines, weight."""
LETTER = 0.52
"""Width of a letter as part of its size."""
# Whoever opens the file may not have the first of these.
FONTS = f"{FONT}, Georgia, 'Liberation Serif', 'Times New Roman', serif"


def svg(drawing: Drawing) -> bytes:
    """The drawing as SVG, with its alternative text as description."""
    return _drawn(drawing).encode()


def png(drawing: Drawing) -> bytes:
    """The same as picture."""
    return vl_convert.svg_to_png(_drawn(drawing), scale=SCALE)


def _drawn(drawing: Drawing) -> str:
    chart = drawing.chart
    inner = draw_svg(chart).replace(f'font-family="{FONT}"', f'font-family="{FONTS}"')
    width, height = size(inner)
    head, top = _text((("title", chart.title), ("subtitle", chart.subtitle)), width, MARGIN)
    top += 8
    below = (("source", drawing.reading_key), ("source", drawing.source))
    foot, bottom = _text(below, width, top + height + 4)
    whole, tall = width + 2 * MARGIN, bottom + MARGIN
    placed = inner.replace("<svg", f'<svg x="{MARGIN}" y="{top:g}"', 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole:g}" height="{tall:g}" '
        f'viewBox="0 0 {whole:g} {tall:g}" role="img" lang={quoteattr(current())}>'
        f"<title>{_safe(chart.title)}</title><desc>{_safe(chart.alt)}</desc>"
        f'<rect width="{whole:g}" height="{tall:g}" fill="white"/>{head}{placed}{foot}</svg>'
    )


def _text(parts: tuple, width: float, top: float) -> tuple[str, float]:
    """Lines of text from `top` on, and where they end."""
    told = []
    for kind, text in parts:
        size, line, weight = LINES[kind]
        for each in textwrap.wrap(text, int(width / (size * LETTER))):
            top += line
            told.append(
                f'<text x="{MARGIN}" y="{top - 0.25 * line:g}" font-family="{FONTS}" '
                f'font-size="{size:g}" font-weight="{weight}" fill="{INK}">{_safe(each)}</text>'
            )
    return "".join(told), top


def _safe(text: str) -> str:
    return escape(plain(text))
