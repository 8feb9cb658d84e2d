"""In which encoding a text file is written, proven by decoding all of it."""

import codecs
from pathlib import Path

from data.intake.problems import IntakeError, Problem
from data.intake.read_limits import MEGABYTE

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def text_encoding(path: Path, name: str, declared: str | None = None) -> str:
    """The encoding under which the whole file decodes.

    A byte order mark decides, then the mapping's declaration, then UTF-8. Nothing is guessed: a
    file in Windows-1252 reads without an error in a dozen encodings, and all but one turn names of
    places into other letters. Raises IntakeError, with the line to look at and what to declare.
    """
    with path.open("rb") as stream:
        start = stream.read(4)
    marked = next((found for mark, found in BYTE_ORDER_MARKS if start.startswith(mark)), None)
    encoding = marked or declared or "utf-8"
    try:
        codecs.lookup(encoding)
    except LookupError:
        message = f"There is no encoding called {encoding!r}."
        raise IntakeError([Problem("encoding", message, file=name)]) from None
    problem = _flaw(path, name, encoding)
    if problem:
        raise IntakeError([problem])
    return encoding


def decodes(path: Path, encoding: str) -> bool:
    """True when every byte of the file is valid in the encoding and none is a NUL."""
    return _flaw(path, path.name, encoding) is None


def _flaw(path: Path, name: str, encoding: str) -> Problem | None:
    decoder = codecs.getincrementaldecoder(encoding)()
    line = 1
    with path.open("rb") as stream:
        while True:
            piece = stream.read(MEGABYTE)
            try:
                text = decoder.decode(piece, final=not piece)
            except UnicodeDecodeError as error:
                line += piece[: error.start].count(b"\n")
                return _undecodable(name, encoding, line)
            if "\0" in text:
                line += text[: text.index("\0")].count("\n")
                return _nul(name, line)
            line += text.count("\n")
            if not piece:
                return None


def _undecodable(name: str, encoding: str, line: int) -> Problem:
    message = f"Near line {line:,} there are bytes that are not {encoding.upper()} text."
    hint = (
        "Save the file as CSV UTF-8, or declare its encoding in the mapping "
        '(encoding = "cp1252" for most Western Windows programs).'
    )
    return Problem("encoding", message, file=name, hint=hint)


def _nul(name: str, line: int) -> Problem:
    message = f"Near line {line:,} there are NUL bytes: a copy that broke off, or UTF-16 text without its mark."
    hint = "Export and send the file again."
    return Problem("control_character", message, file=name, hint=hint)
