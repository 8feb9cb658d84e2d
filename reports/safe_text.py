"""A text as a cell of a spreadsheet may hold it: never the beginning of a formula, whoever wrote it.

Spreadsheets run a text as a formula by its first sign, and look past spaces and signs without a shape to find it.
An apostrophe before the text ends that; a reader sees it and knows that nothing else was changed.
"""

import re
import unicodedata
from itertools import pairwise

FORMULA_SIGNS = frozenset("=+-@−")
"""Signs that begin a formula; as many wider, smaller and raised forms of them are found by normalization."""
LINE_SIGNS = ("\t", "\r", "\n")
"""Signs that move a text into another cell when it is pasted or read again."""
SEPARATORS = re.compile(r"[;\t\r\n]")
"""Where a spreadsheet of another country, or of other settings, cuts a line of CSV once more."""
LINE_END = "\r\n"
"""Ends a line of every CSV, as RFC 4180 has it. Python before 3.13 quotes of all line breaks only those in here."""
BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and symbols without a shape."""
RUNS = "<r>"
"""With this the library that writes workbooks takes a text for markup of its own and stores it unescaped."""
NUMBER = re.compile(
    r"[-−](\d{1,3}([,\u00a0\u202f]\d{3})+|\d+)([.,]\d+)?([eE][-+]?\d+)?[\u00a0\u202f]?%?", re.ASCII
)
"""A negative number and nothing else: whatever a spreadsheet makes of it, it computes nothing."""


def safe_cell(value):
    """The value; a text that could begin a formula gets an apostrophe before it. Numbers and days stay as they are."""
    return f"'{value}" if isinstance(value, str) and begins_formula(value) else value


def safe_field(value):
    """The same for a file of separated values, where a text may also be cut into cells in its middle."""
    if not isinstance(value, str) or not SEPARATORS.search(value):
        return safe_cell(value)
    cuts = [0, *(match.end() for match in SEPARATORS.finditer(value)), len(value)]
    first, *others = (value[start:end] for start, end in pairwise(cuts))
    return safe_cell(first) + "".join(f"'{each}" if _is_run(each) else each for each in others)


def begins_formula(text: str) -> bool:
    """True for a text that Excel, LibreOffice or Sheets may take for a formula, or for no text of this cell."""
    return text.startswith((*LINE_SIGNS, RUNS)) or _is_run(text)


def _is_run(text: str) -> bool:
    shown = next((sign for sign in text if not _is_unseen(sign)), None)
    if shown is None or unicodedata.normalize("NFKC", shown)[0] not in FORMULA_SIGNS:
        return False
    return not NUMBER.fullmatch(text)


def _is_unseen(sign: str) -> bool:
    """Spaces, control and format signs, marks without a letter to stand on, letters without a shape, and quotes.

    A quote is no sign of the text for a program that takes it for the sign around a cell.
    """
    return unicodedata.category(sign)[0] in "ZCM" or sign in BLANK_LETTERS or sign == '"'
