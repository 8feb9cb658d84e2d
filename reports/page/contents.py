"""A document as plain data for the layout: blocks of words, tables with widths, charts as SVG."""

from charts import format as reads
from charts.chart import Chart
from languages import current, direction, later, phrase
from reports.blocks import Bullets, Facts, Paragraph, Table
from reports.page import read_html
from reports.page.document import Code, Document, Heading, Picture, Shown
from reports.page.svg_size import size
from reports.page.widths import UPRIGHT, is_wide, parts_of
from reports.vega import draw_svg

TALLEST, TALLEST_ACROSS = 200, 145
"""Millimetres that a chart may be high on an upright page, and on one across."""
SYNTHETIC = later("SYNTHETIC. Every number on this page is made up. None is about a real place.")


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
        "language": current(),
        "direction": direction(),
        "mark": mark(document),
        "chosen": phrase("Chosen:"),
        "choices": [list(pair) for pair in document.choices.items()],
        "terms": [phrase("What"), phrase("In words")],
        "page": phrase("Page {page} of {pages}"),
        "foot": foot(document),
        "wide": wide,
        "blocks": list(_told(blocks, is_landscape=wide)),
    }


def mark(document: Document) -> str:
    """What every page of made-up numbers carries; empty where they are real."""
    return phrase(SYNTHETIC) if document.is_synthetic else ""


def foot(document: Document) -> list[str]:
    """The lines at the foot of every page: which release, how to check it, how to see the page again."""
    return [
        phrase(
            "Release {release}, published {day}, with data up to {data_day}",
            release=document.release_id,
            day=reads.day(document.released_on),
            data_day=reads.day(document.data_date) or phrase("an unknown day"),
        ),
        phrase("Content hash {hash}", hash=document.content_hash),
        phrase("Page: {address}", address=f"/{document.address}"),
    ]


def _told(blocks: list, *, is_landscape: bool):
    level = 1
    for block in blocks:
        if isinstance(block, Heading):
            # Readers of tagged files are led by levels, so none is left out.
            level = min(block.level, level + 1)
            parts = [{"kind": "heading", "level": level, "text": block.text}]
        else:
            parts = _parts(block, is_landscape=is_landscape)
        language = getattr(block, "language", "") or current()
        for part in parts:
            yield part | {"language": language, "direction": direction(language)}


def _parts(block, *, is_landscape: bool) -> list[dict]:
    match block:
        case Paragraph():
            return [{"kind": "paragraph", "style": block.style, "lines": block.text.split("\n")}]
        case Bullets():
            kind = "tiles" if block.are_tiles else "bullets"
            return [{"kind": kind, "items": [item.split("\n") for item in block.items]}]
        case Facts():
            pairs = [[term, said.split("\n")] for term, said in block.pairs]
            return [{"kind": "facts", "pairs": pairs}]
        case Table():
            return parts_of(block, is_landscape=is_landscape)
        case Picture():
            return [_picture(block, is_landscape=is_landscape)]
        case Code():
            return [{"kind": "code", "text": block.text}]
    return []


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
