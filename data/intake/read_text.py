"""CSV, TSV and their kin: records with the numbers a spreadsheet program would show."""

import csv
import uuid
from collections.abc import Iterator
from pathlib import Path

from data.intake.problems import IntakeError, Problem
from data.intake.read_limits import CELL_CHARACTERS

DELIMITERS = (",", ";", "\t", "|")
SNIFFED_RECORDS = 200

Record = tuple[int, list[str]]


def text_records(path: Path, name: str, encoding: str, delimiter: str) -> Iterator[Record]:
    """Every record as (number, cells), blank lines included so that numbers stay true.

    The caller has checked the encoding (`read_encoding.text_encoding`). Raises IntakeError for a
    quotation mark that is never closed and for a cell beyond all reason.
    """
    csv.field_size_limit(CELL_CHARACTERS)
    # A last line of our own tells an unclosed quotation mark, which would swallow it, from a whole file.
    last = uuid.uuid4().hex
    number = 0
    with path.open(encoding=encoding, newline="") as stream:
        records = csv.reader(_closed_by(stream, last), delimiter=delimiter)
        while True:
            try:
                cells = next(records)
            except csv.Error:
                raise IntakeError([_unclosed(name, number + 1)]) from None
            if cells == [last]:
                return
            number += 1
            if cells and cells[-1].endswith(last):
                raise IntakeError([_unclosed(name, number)])
            yield number, cells


def sniffed_delimiter(path: Path, encoding: str) -> str:
    """The delimiter that splits the first records most alike; a comma where none does."""
    best, best_score = ",", 0.0
    for delimiter in DELIMITERS:
        widths = _widths(path, encoding, delimiter)
        if not widths:
            continue
        common = max(set(widths), key=lambda width: (widths.count(width), width))
        # Agreement first, then width: prose holds many commas, but never the same number of them.
        score = widths.count(common) / len(widths) * min(common - 1, 50)
        if common > 1 and score > best_score:
            best, best_score = delimiter, score
    return best


def _widths(path: Path, encoding: str, delimiter: str) -> list[int]:
    widths = []
    with path.open(encoding=encoding, newline="", errors="replace") as stream:
        try:
            for cells in csv.reader(stream, delimiter=delimiter):
                if cells:
                    widths.append(len(cells))
                if len(widths) == SNIFFED_RECORDS:
                    break
        except csv.Error:
            return widths[:-1]
    return widths


def _closed_by(stream: Iterator[str], last: str) -> Iterator[str]:
    line = "\n"
    for line in stream:
        yield line
    if not line.endswith(("\n", "\r")):
        yield "\n"
    yield last


def _unclosed(name: str, row: int) -> Problem:
    message = "A quotation mark opens here and is never closed, so the rest of the file cannot be told apart."
    hint = "Close it, or double every quotation mark that belongs to the text."
    return Problem("unclosed_quote", message, file=name, row=row, hint=hint)
