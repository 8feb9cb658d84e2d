"""The report as a tagged PDF (PDF/A-2a and PDF/UA-1), the same bytes for the same release and language."""

import re
from pathlib import Path

from languages import direction, phrase, speaking
from reports.blocks import Bullets, Drawn, Facts, Heading, NewPage, Paragraph, Report, Table
from reports.page.svg_size import size
from reports.page.widths import UPRIGHT, parts_of
from reports.typesetting import STANDARDS, typeset

__all__ = ["STANDARDS", "write_pdf"]

LAYOUT = Path(__file__).resolve().parent / "report.typ"
TALLEST = 150
"""Millimetres that a chart may be high."""
BREAK = "\u200b"
"""Where a line may break within a word."""
BREAKING = re.compile(r"([_:/])(?=\S)")
LONG = re.compile(rf"[^\s{BREAK}]{{19,}}")
LONGEST_PART = 14
CODE = re.compile(r"[A-Za-z0-9]+(?:[-_:/][A-Za-z0-9]+)+")
ISOLATED = ("\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}")
"""Signs around what reads from left to right within a line that does not."""
MOST_ROWS, MOST_LETTERS = 10, 1200
"""What a table may hold that is kept on one page."""
TALL_CELL = 1200
"""Letters of a cell that may need more than a page."""


def write_pdf(report: Report, path: Path) -> None:
    """Lay `report` out and write it to `path`."""
    with speaking(report.language):
        contents = _contents(report)
    typeset(LAYOUT, contents, path, report.day)


def _contents(report: Report) -> dict:
    """What the layout sets; nothing but text, numbers and SVG."""
    return {
        "title": report.title,
        "place": report.place,
        "period": report.period,
        "language": report.language,
        "direction": report.direction,
        "facts": [[name, _lines(said)] for name, said in report.facts],
        "foot": [_lines(line) for line in report.foot],
        "description": report.description,
        "mark": report.mark,
        "warning": _lines(report.warning) if report.warning else [],
        "contents": phrase("Contents"),
        "page": phrase("Page {page} of {pages}"),
        "terms": [phrase("What"), phrase("In words")],
        "sheets": _sheets(report.blocks),
    }


def _sheets(blocks: tuple) -> list[dict]:
    """Blocks between two page breaks; `whole` are those that are set on one page."""
    found = [{"whole": False, "blocks": []}]
    for block in blocks:
        if isinstance(block, NewPage):
            found.append({"whole": block.is_whole, "blocks": []})
        else:
            found[-1]["blocks"] += _set(block)
    return [sheet for sheet in found if sheet["blocks"]]


def _soft(words: str) -> str:
    """Code words may break behind an underscore, a colon or a slash; so may whatever is longer than any column.

    Where lines run from right to left, a code word keeps the order of its parts.
    """
    if direction() == "rtl":
        words = CODE.sub(lambda found: f"{ISOLATED[0]}{found[0]}{ISOLATED[1]}", words)
    return LONG.sub(_parts, BREAKING.sub(rf"\1{BREAK}", words))


def _parts(found: re.Match) -> str:
    word = found[0]
    return BREAK.join(
        word[start : start + LONGEST_PART] for start in range(0, len(word), LONGEST_PART)
    )


def _lines(words: str) -> list[str]:
    return _soft(words).split("\n")


def _set(block) -> list[dict]:
    match block:
        case Heading():
            told = {"kind": "heading", "level": block.level, "text": block.text}
        case Paragraph():
            told = {"kind": "paragraph", "style": block.style, "lines": _lines(block.text)}
        case Bullets():
            told = {"kind": "bullets", "items": [_lines(item) for item in block.items]}
        case Facts():
            told = {"kind": "facts", "pairs": [[a, _lines(b)] for a, b in block.pairs]}
        case Table():
            return _table(block)
        case Drawn():
            return [_drawn(block)]
        case _:
            raise TypeError(f"a report has no {type(block).__name__}")
    return [told | _language(block.language)]


def _table(table: Table) -> list[dict]:
    if not table.widths:
        parts = parts_of(table, is_landscape=False)
    else:
        parts = [
            {
                "kind": "table",
                "caption": table.caption,
                "headings": list(table.headings),
                "rows": [list(row) for row in table.rows],
                "numeric": [place in table.numeric for place in range(len(table.headings))],
                "widths": list(table.widths),
            }
        ]
    notes = ["" for _ in parts[1:]] + [table.note]
    for part in parts:
        part["rows"] = [[_soft(cell) for cell in row] for row in part["rows"]]
    return [
        part
        | _length(part["rows"])
        | {"note": note, "languages": list(table.column_languages)}
        | _language(table.language)
        for part, note in zip(parts, notes, strict=True)
    ]


def _length(rows: list[list[str]]) -> dict[str, bool]:
    """Whether a table may run over a page, and whether one of its rows must."""
    lengths = [len(cell) for row in rows for cell in row]
    is_long = len(rows) > MOST_ROWS or sum(lengths) > MOST_LETTERS
    return {"long": is_long, "tall": max(lengths, default=0) > TALL_CELL}


def _drawn(chart: Drawn) -> dict:
    width, height = size(chart.svg)
    # As wide as the page, unless it would be too tall.
    scale = min(UPRIGHT / width, TALLEST / height)
    return {
        "kind": "drawn",
        "svg": chart.svg,
        "width": round(scale * width, 1),
        "height": round(scale * height, 1),
        "alt": chart.alt,
        "title": chart.title,
        "note": chart.note,
    } | _language("")


def _language(language: str) -> dict:
    return {"language": language, "direction": direction(language) if language else ""}
