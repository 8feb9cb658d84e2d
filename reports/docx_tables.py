"""Tables of an editable document: a header row that is repeated and read out, rows that stay whole, a text beside it."""

from reports.blocks import Facts, Table
from reports.docx_widths import shared
from reports.docx_words import Speech, made, paragraph
from reports.page.widths import UPRIGHT, parts_of
from reports.plain_text import plain

POINTS = 1440 / 25.4
"""Twentieths of a point, in which a document measures, in a millimetre."""
SHORT = 12
"""Rows of a table that is kept on one page."""
TERM = 44
"""Millimetres of a column of terms."""


def tables(table: Table, part: str, speech: Speech, *, on_new_page: bool) -> list:
    """Caption, table and note; where it is wider than a page, several tables that all name their rows.

    `part` is the heading above, which names a table that has no caption.
    """
    found = []
    shown = _parts(table)
    for number, each in enumerate(shown):
        style = "Caption" if each["caption"] else "Gap"
        is_first = on_new_page and number == 0
        found.append(paragraph(style, each["caption"], speech=speech, on_new_page=is_first))
        rows = [each["headings"], *each["rows"]]
        words = (each["caption"] or part, table.note)
        numeric = {place for place, is_number in enumerate(each["numeric"]) if is_number}
        found.append(_grid(rows, shared(each["widths"], rows), words, speech, numeric=numeric))
        note = table.note if number == len(shown) - 1 else ""
        found.append(paragraph("Note" if note else "Gap", note, speech=speech))
    return found


def facts(block: Facts, heads: tuple[str, str], caption: str, speech: Speech) -> list:
    """Terms and what is said about them, under `heads`."""
    rows = [heads, *block.pairs]
    widths = [TERM, UPRIGHT - TERM]
    return [
        _grid(rows, widths, (caption, ""), speech, style="AnswerableFacts"),
        paragraph("Gap", speech=speech),
    ]


def _parts(table: Table) -> list[dict]:
    """Columns are as wide as what they hold asks for; where that is more than a page, as wide as the table says."""
    shown = parts_of(table, is_landscape=False)
    if len(shown) == 1 or not table.widths:
        return shown
    numeric = [place in table.numeric for place in range(len(table.headings))]
    whole = {"caption": table.caption, "headings": table.headings, "rows": table.rows}
    return [whole | {"widths": table.widths, "numeric": numeric}]


def _grid(
    rows: list,
    shares,
    words: tuple[str, str],
    speech: Speech,
    *,
    numeric=(),
    style: str = "AnswerableTable",
):
    widths = [round(POINTS * share) for share in shares]
    grid = made("tblGrid", *(made("gridCol", w=width) for width in widths))
    table = made("tbl", _properties(style, sum(widths), words, speech), grid)
    text = "FactText" if style == "AnswerableFacts" else "TableText"
    styles = ["TableNumber" if place in numeric else text for place in range(len(widths))]
    heads = [
        "TableNumberHeading" if place in numeric else "TableHeading" for place in range(len(widths))
    ]
    held = len(rows) - 1 if words[1] else len(rows) - 2
    is_short = len(rows) <= SHORT + 1
    for number, cells in enumerate(rows):
        row = made("tr", made("trPr", made("cantSplit")))
        if number == 0:
            row.trPr.append(made("tblHeader"))
        # A short table stays whole, and the last row of any stays with its note.
        with_next = number <= held and (is_short or number >= len(rows) - 2)
        for place, width in enumerate(widths):
            said = cells[place] if place < len(cells) else ""
            named = heads[place] if number == 0 else styles[place]
            cell = paragraph(named, said, speech=speech, with_next=with_next)
            row.append(made("tc", made("tcPr", made("tcW", w=width, type="dxa")), cell))
        table.append(row)
    return table


def _properties(style: str, width: int, words: tuple[str, str], speech: Speech):
    caption, description = map(plain, words)
    return made(
        "tblPr",
        made("tblStyle", val=style),
        *([made("bidiVisual")] if Speech(speech.document).is_rtl else []),
        made("tblW", w=width, type="dxa"),
        made("tblLayout", type="fixed"),
        made(
            "tblLook",
            val="04A0",
            firstRow=1,
            lastRow=0,
            firstColumn=1,
            lastColumn=0,
            noHBand=0,
            noVBand=1,
        ),
        *([made("tblCaption", val=caption)] if caption else []),
        *([made("tblDescription", val=description)] if description else []),
    )
