"""A page as a workbook: cover, contents, notes, its text, then one named table a sheet; charts as their marks."""

import io
import re
from datetime import UTC, datetime, time

import xlsxwriter

from charts.chart import Chart
from languages import decimal, later, phrase
from reports.blocks import Table as PageTable
from reports.notes import notes
from reports.page.contents import blocks_of, foot, mark
from reports.page.document import Code, Document, Heading, Picture
from reports.sheets import Book, Part, Table, plain_table
from reports.workbook import AS_IT_IS

LONGEST_CELL = 32_000
"""Letters that a cell can hold."""
MARKS = {"value": later("Value"), "lower": later("Lower end"), "upper": later("Upper end")}


def xlsx(document: Document) -> bytes:
    """The workbook; the same words for the same document."""
    blocks = blocks_of(document)
    tables = list(_tables(blocks, document))
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, AS_IT_IS | {"in_memory": True}) as workbook:
        workbook.set_properties(
            {
                "title": document.title,
                "subject": phrase("Release {release}", release=document.release_id),
                "author": "Answerable",
                "comments": mark(document),
                "created": datetime.combine(document.released_on, time(), UTC).replace(tzinfo=None),
            }
        )
        book = Book(workbook, mark(document))
        book.texts(phrase("Cover"), _cover(document))
        book.table(_contents(tables))
        book.table(notes())
        book.texts(phrase("Text"), _lines(document, blocks))
        for table in tables:
            book.table(table)
    return held.getvalue()


def _cover(document: Document) -> list[str]:
    chosen = [f"{name}: {words}" for name, words in document.choices.items()]
    return [
        document.title,
        document.question,
        *([mark(document)] if document.is_synthetic else []),
        *([phrase("What was chosen"), *chosen] if chosen else []),
        *foot(document),
        phrase(
            "The sheet Contents says which sheet holds which table; the sheet Notes explains every mark; the "
            "sheet Text holds the words of the page."
        ),
    ]


def _contents(tables: list[Table]) -> Table:
    rows = [
        {
            phrase("Sheet"): each.sheet,
            phrase("Holds"): each.title,
            phrase("Rows"): each.length,
        }
        for each in tables
    ]
    note = phrase("Every sheet of numbers holds one table, which begins in row 4.")
    name = phrase("Contents")
    return plain_table(name, name, "contents", note, rows)


def _lines(document: Document, blocks: list) -> list[str]:
    """The words of the page outside its tables, a line each."""
    found = [document.title, document.question]
    for block in blocks:
        if isinstance(block, Heading | Code):
            found.append(block.text)
        elif isinstance(block, Picture):
            found += [block.chart.title, block.chart.subtitle, block.chart.alt, block.reading_key]
        elif isinstance(block, PageTable):
            found.append(phrase("Table: {title}", title=block.caption))
        else:
            found += block.words
    return [line[:LONGEST_CELL] for line in found if line]


def _tables(blocks: list, document: Document):
    note = phrase("{title}. Release {release}.", title=document.title, release=document.release_id)
    number, part = 0, document.title
    for block in blocks:
        if isinstance(block, Heading):
            part = block.text
        if not isinstance(block, Picture | PageTable):
            continue
        number += 1
        if isinstance(block, Picture):
            title = phrase("Chart: {title}", title=block.chart.title)
            rows = _marks(block.chart)
            about = f"{note} {block.chart.subtitle}"
        else:
            title, rows, about = block.caption, _rows(block), note
        title = title or part
        yield Table(_sheet(number, title), title, f"page_{number}", about, [Part(rows, {})])


def _rows(table: PageTable) -> list[dict]:
    headings = _unique(table.headings)
    return [
        {
            heading: _cell(cell, is_number=place in table.numeric)
            for place, (heading, cell) in enumerate(zip(headings, row, strict=False))
        }
        for row in table.rows
    ]


def _marks(chart: Chart) -> list[dict]:
    """A row a mark: name, value with its interval as numbers where there are any, and all of it in words."""
    panels = chart.panels or (chart,)
    found = []
    for panel in panels:
        ends = {"value": panel.y, "lower": panel.lower, "upper": panel.upper}
        for row in panel.rows:
            numbers = {
                phrase(MARKS[end]): _number(row.get(key)) for end, key in ends.items() if key
            }
            name = str(row.get("name") or row.get(panel.x))
            where = {phrase("Panel"): panel.title} if chart.panels else {}
            said = {phrase("In words"): str(row.get("text") or "")}
            found.append(where | {phrase("Mark"): name} | numbers | said)
    columns = dict.fromkeys(key for row in found for key in row)
    return [{key: row.get(key, "") for key in columns} for row in found]


def _number(found):
    return found if isinstance(found, int | float) and found == found else ""


def _cell(text: str, *, is_number: bool):
    # As the language writes 1,000.5.
    _, group, *_, point, _ = decimal(1000.5, 1)
    number = rf"-?(\d{{1,3}}({re.escape(group)}\d{{3}})+|\d+)({re.escape(point)}\d+)?"
    if is_number and re.fullmatch(number, text, re.ASCII):
        plain = text.replace(group, "").replace(point, ".")
        return float(plain) if "." in plain else int(plain)
    return text[:LONGEST_CELL]


def _unique(headings) -> list[str]:
    """Headings of which none stands twice, whatever their case; a workbook refuses a table otherwise."""
    found: list[str] = []
    for place, heading in enumerate(headings, 1):
        name = " ".join(heading.split()) or phrase("Column {number}", number=place)
        known, count, told = {each.lower() for each in found}, 1, name
        while told.lower() in known:
            count += 1
            told = f"{name} ({count})"
        found.append(told)
    return found


def _sheet(number: int, title: str) -> str:
    """A name no other sheet has, without the signs that names of sheets may not have."""
    words = " ".join("".join(sign if sign.isalnum() else " " for sign in title).split())
    return f"{number} {words}"[:31].strip()
