"""A document as plain data for the layout: blocks of words, tables with widths, charts as SVG."""

from charts import format as reads
from charts.chart import Chart
from reports.blocks import Bullets, Facts, Paragraph, Table
from reports.page import read_html
from reports.page.document import Code, Document, Heading, Picture, Shown
from reports.page.svg_size import size
from reports.page.widths import UPRIGHT, is_wide, parts_of
from reports.vega import draw_svg

TALLEST, TALLEST_ACROSS = 200, 145
"""Millimetres that a chart may be high on an upright page, and on one across."""
SYNTHETIC = "SYNTHETIC. Every number on this page is made up. None is about a real place."


def blocks_of(document: Document) -> list:
    """Headings, Paragraph, Bullets, Facts, Table, Picture and Code in the order in which they were shown."""
    found = []
    for block in document.blocks:
        found += read_html.blocks(block.html) if isinstance(block, Shown) else [block]
    return found


def contents(document: Document) -> dict:
    """What the layout sets; nothing but text, numbers and SVG."""
    blocks = blocks_of(document)
    wide = any(isinstance(block, Table) and is_wide(block) for block in blocks)
    return {
        "title": document.title,
        "question": document.question,
        "mark": SYNTHETIC if document.is_synthetic else "",
        "choices": [list(pair) for pair in document.choices.items()],
        "foot": foot(document),
        "wide": wide,
        "blocks": list(_told(blocks, is_landscape=wide)),
    }


def foot(document: Document) -> list[str]:
    """The lines at the foot of every page: which release, how to check it, how to see the page again."""
    published = f"Release {document.release_id}, published {reads.day(document.released_on)}, "
    published += f"with data up to {reads.day(document.data_date) or 'an unknown day'}"
    return [published, f"Content hash {document.content_hash}", f"Page: /{document.address}"]


def _told(blocks: list, *, is_landscape: bool):
    level = 1
    for block in blocks:
        if isinstance(block, Heading):
            # Readers of tagged files are led by levels, so none is left out.
            level = min(block.level, level + 1)
            yield {"kind": "heading", "level": level, "text": block.text}
        elif isinstance(block, Paragraph):
            yield {"kind": "paragraph", "style": block.style, "lines": block.text.split("\n")}
        elif isinstance(block, Bullets):
            kind = "tiles" if block.are_tiles else "bullets"
            yield {"kind": kind, "items": [item.split("\n") for item in block.items]}
        elif isinstance(block, Facts):
            pairs = [[term, said.split("\n")] for term, said in block.pairs]
            yield {"kind": "facts", "pairs": pairs}
        elif isinstance(block, Table):
            yield from parts_of(block, is_landscape=is_landscape)
        elif isinstance(block, Picture):
            yield _picture(block, is_landscape=is_landscape)
        elif isinstance(block, Code):
            yield {"kind": "code", "text": block.text}


def _picture(block: Picture, *, is_landscape: bool) -> dict:
    chart: Chart = block.chart
    svg = draw_svg(chart)
    width, height = size(svg)
    # As wide as the report draws it, unless it would be taller than a page.
    scale = min(UPRIGHT / width, (TALLEST_ACROSS if is_landscape else TALLEST) / height)
    return {
        "kind": "picture",
        "svg": svg,
        "width": round(scale * width, 1),
        "alt": chart.alt,
        "title": chart.title,
        "subtitle": chart.subtitle,
        "key": block.reading_key,
    }
