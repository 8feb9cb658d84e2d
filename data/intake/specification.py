"""What a mapping says about the files it reads: which files, and how a row is found in them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FileSpecification:
    """One kind of received file. Several received files may match it; they are then stacked.

    `name` is a glob, matched without regard to case on the name of the file (or of the member of a
    zip). Row numbers are 1-based and count every physical row, banner and heading rows included.
    What is None is found out by the reader: format by suffix, encoding by byte order mark,
    delimiter by sniffing, sheet the first one.
    """

    id: str
    name: str
    format: str | None = None
    """"csv", "tsv", "xlsx" or "parquet"."""
    sheet: str | int | None = None
    """Name, 1-based number, or "*" for all sheets of a workbook."""
    encoding: str | None = None
    delimiter: str | None = None
    header_rows: tuple[int, ...] = (1,)
    """Rows whose parts, joined by a blank, make the headings; empty where `headings` names them all."""
    first_row: int | None = None
    """First row that holds data; None: the row after the last heading row."""
    last_row: int | None = None
    headings: tuple[str, ...] | None = None
    """Headings to use instead of those in the file."""
    fill_right: bool = False
    """Merged heading cells: carry a heading to the right over blank ones."""
    fill_down: tuple[str, ...] = ()
    """Headings of columns whose blank cells repeat the value above."""
    skip_rows: tuple[int, ...] = ()
    optional: bool = False


FORMATS = ("csv", "tsv", "xlsx", "parquet")
